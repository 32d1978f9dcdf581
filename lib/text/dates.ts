// A sentence in normal form + the article's date → the dates and periods it names. The forms stand in date-patterns.ts; here
// is chosen among them, and what the rest of the sentence tells of them. Knows nothing of what happened then.
import type { DateMention } from '../model';
import { addMonths, DAY, dayOfIso, iso } from './calendar';
import type { Meaning } from './date-meanings';
import { FEATURES, FORMS } from './date-patterns';
import { COUNT, countNumber } from './date-words';
import { plainLetters } from './plain-letters';

const MONTH_NOT_VERB = /\b(?:in|since|until|till|by|last|this|next|early|late|mid|from|of|during|before|after|and|to|for|through)[ -]$/i;
/** Words that put a date ahead. Without one, a day or month far ahead of the article's date was meant of the year before. */
const AHEAD = /\b(?:will|plan\w*|next|by|until|prepar\w*|due|expect\w*|going to|ready|set to|may|could|coming|upcoming|schedul\w*|would|intend\w*|wave)\b|'ll\b/i;
/** The same for a weekday, in its own clause: "will meet on Friday", "is due on Friday". */
const CLAUSE_AHEAD = /\b(?:will|shall|due|going to|set to|scheduled|expected|plans?|planned)\b|'ll\b|\b(?:by|until) (?:the )?$/i;
/** A verb of saying or a new clause between "will" and the weekday parts the two: "who will leave, said on Friday". */
const CLAUSE_BREAK = /^.*(?:[,;:]|\b(?:said|says|told|announced|reported|that|and|but|who|which)\b)/is;
const CLAUSE = 80;
const FAR_AHEAD = 60;
/** Stands for the year where neither the words nor the article give one: "on 2 February" in an undated text. */
const UNKNOWN_YEAR = '0000';
/** Days told from another day of the same sentence, or from the article's: "the day before", "two days later". */
const BESIDE = new RegExp(
  `\\b(?:the (?<before>day before|previous day)|(?<after>the day after|the following day|(?:the )?next day)|(?<n>${COUNT}) (?<unit>day|week)s? (?<way>later|earlier))(?=\\s*(?:$|[.,;:!?)"]|(?:and|but|with|when|in|at|to|for|as|by)\\b))`,
  'giu',
);

interface Candidate extends Meaning {
  start: number;
  end: number;
}

/**
 * The dates of a sentence. `published` is the article's ISO date; without one, full dates are resolved and a day of a month
 * stands in the year 0000.
 * Example, in an article of 2023-01-04: "in September" → 2022-09-01 … 2022-10-01, grain month, inferred.
 */
export function findDates(text: string, published: string | null): DateMention[] {
  const day = dayOfIso(published);
  const reference = day === null ? null : Date.parse(day);
  const chosen = apart(candidates(text, reference));
  const looksAhead = chosen.length > 0 && AHEAD.test(text);
  const mentions = chosen.map((each): DateMention => {
    const { start, end, grain, inferred, yearless, drifts } = each;
    const { from, to } = reference !== null && drifts && !looksAhead ? behind(each, reference) : each;
    const mention = { span: { start, end }, from: iso(from), to: iso(to), grain, inferred };
    return yearless && reference === null ? { ...mention, from: UNKNOWN_YEAR + mention.from.slice(4), to: UNKNOWN_YEAR + mention.to.slice(4) } : mention;
  });
  return [...mentions, ...beside(text, mentions, reference)].sort((a, b) => a.span.start - b.span.start);
}

/** Can two mentions speak of one time? Where the year of one is unknown, day and month decide. */
export function datesMeet(a: Pick<DateMention, 'from' | 'to' | 'grain'>, b: Pick<DateMention, 'from' | 'to' | 'grain'>): boolean {
  if (a.from.startsWith(UNKNOWN_YEAR) || b.from.startsWith(UNKNOWN_YEAR)) return (a.grain !== 'day' || b.grain !== 'day') || a.from.slice(4) === b.from.slice(4);
  return a.from < b.to && b.from < a.to;
}

function candidates(text: string, reference: number | null): Candidate[] {
  const found: Candidate[] = [];
  const has = new Set(Object.entries(FEATURES).flatMap(([name, feature]) => (feature.test(text) ? name : [])));
  if (has.size === 0) return found;
  const plain = plainLetters(text);
  for (const { needs, pattern, read } of FORMS) {
    if (!has.has(needs)) continue;
    for (const match of plain.matchAll(pattern)) {
      const words = text.slice(match.index, match.index + match[0].length);
      if (isVerb(text, match.index, words)) continue;
      const meaning = read(match.groups ?? {}, { reference, get ahead() { return aheadOf(text, match.index); } });
      if (meaning && (reference !== null || !meaning.inferred || meaning.yearless)) found.push({ ...meaning, start: match.index, end: match.index + words.length });
    }
  }
  return found;
}

/** "May" and "march" are months only in capitals and after a word that dates; "5 may die". */
function isVerb(text: string, at: number, words: string): boolean {
  if (/^\d+ (?:march|may)$/.test(words)) return true;
  return /^(?:march|may)$/i.test(words) && (!/^M/.test(words) || !MONTH_NOT_VERB.test(text.slice(Math.max(0, at - 12), at)));
}

function aheadOf(text: string, at: number): boolean {
  return CLAUSE_AHEAD.test(text.slice(Math.max(0, at - CLAUSE), at).replace(CLAUSE_BREAK, ''));
}

/** Of candidates that overlap the earlier, of those that begin together the longer. */
function apart(found: Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = chosen.at(-1);
    if (!last || each.start >= last.end) chosen.push(each);
    else if (each.end - each.start > last.end - last.start && each.end > last.end) chosen[chosen.length - 1] = each;
  }
  return chosen;
}

/** The same day or month a year earlier, when it lies more than two months ahead of a report that does not look ahead. */
function behind({ from, to, grain }: Candidate, reference: number): Pick<Meaning, 'from' | 'to'> {
  if (from <= reference + (grain === 'quarter' ? 0 : FAR_AHEAD * DAY)) return { from, to };
  const earlier = addMonths(from, iso(from).endsWith('-02-29') ? -48 : -12);
  return { from: earlier, to: grain === 'day' ? earlier + (to - from) : addMonths(to, -12) };
}

/** Such days count from the day that the sentence has named; without one "the day before" counts from the article's, "the next day" only when looking ahead. */
function beside(text: string, mentions: readonly DateMention[], reference: number | null): DateMention[] {
  if (!/\bday\b|\b(?:later|earlier)\b/i.test(text)) return [];
  return [...text.matchAll(BESIDE)].flatMap((match): DateMention[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (mentions.some((each) => each.span.start < span.end && span.start < each.span.end)) return [];
    const named = mentions.filter((each) => each.grain === 'day' && each.span.end <= span.start && !each.from.startsWith(UNKNOWN_YEAR)).at(-1);
    const { before, n, unit, way } = match.groups!;
    if (!named && (reference === null || n !== undefined || (!before && !aheadOf(text, match.index) && !text.trimEnd().endsWith('?')))) return [];
    const days = n === undefined ? 1 : countNumber(n) * (unit!.toLowerCase() === 'week' ? 7 : 1);
    const from = (named ? Date.parse(named.from) : reference!) + (before || way === 'earlier' ? -days : days) * DAY;
    return [{ span, from: iso(from), to: iso(from + DAY), grain: 'day', inferred: named?.inferred ?? true }];
  });
}
