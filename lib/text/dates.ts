// A sentence in normal form + the article's date → the dates and periods it names. chrono-node reads the expressions;
// weekdays of a report are taken as the last such day, not the nearest. Knows nothing of what happened then.
import * as chrono from 'chrono-node/en';
import type { DateMention } from '../model';

/** Parsing costs a good part of a sentence's cheap pass, so only sentences with one of these words are parsed at all. */
const TRIGGER =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|(?:this|last|next|past|previous|coming) (?:week|month|year|winter|spring|summer|autumn|fall|quarter|night|weekend)|(?:days?|weeks?|months?|years?) (?:ago|later|earlier)|new year|christmas|(?:1[5-9]|20)\d\d|quarter)\b/i;
const QUARTER = /\b(first|second|third|fourth) quarter(?: of (?:the year|this year|(20\d\d)))?/gi;
const NEW_YEARS_EVE = /\bnew year's (eve|day)\b/gi;
const SEASON = /\b(this|last|next|the coming) (winter|spring|summer|autumn|fall)\b/gi;
const MONTH_NOT_VERB = /\b(?:in|since|until|till|by|last|this|next|early|late|mid|from|of|during|before|after|and|to)[ -]$/i;
/** Words that put a date ahead. Without one, a day or month far ahead of the article's date was meant of the year before. */
const AHEAD = /\b(?:will|plan\w*|next|by|until|prepar\w*|due|expect\w*|going to|ready|set to|may|could|coming|upcoming|schedul\w*|would|intend\w*|wave)\b/i;
const FAR_AHEAD = 60;
/** Stands for the year where neither the words nor the article give one: "on 2 February" in an undated text. */
const UNKNOWN_YEAR = '0000';
const DAY = 86_400_000;

type Components = chrono.ParsedResult['start'];

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day = 1): number => Date.UTC(year, month, day);

/**
 * The dates of a sentence. `published` is the article's ISO date; without one, full dates are resolved and a day of a month
 * stands in the year 0000.
 * Example, in an article of 2023-01-04: "in September" → 2022-09-01 … 2022-10-01, grain month, inferred.
 */
export function findDates(text: string, published: string | null): DateMention[] {
  if (!TRIGGER.test(text)) return [];
  const known = published !== null && /^\d{4}-/.test(published) && !Number.isNaN(Date.parse(published));
  const reference = known ? Date.parse(published.slice(0, 10)) : utc(2000, 0);
  const year = new Date(reference).getUTCFullYear();
  const found: DateMention[] = [];
  if (known) {
    for (const match of text.matchAll(QUARTER)) {
      const quarter = ['first', 'second', 'third', 'fourth'].indexOf(match[1]!.toLowerCase());
      const of = match[2] ? Number(match[2]) : year;
      add(found, match, utc(of, quarter * 3), utc(of, quarter * 3 + 3), 'quarter', !match[2]);
    }
    for (const match of text.matchAll(NEW_YEARS_EVE)) {
      const near = new Date(reference).getUTCMonth() > 6 ? year : year - 1;
      const from = match[1]!.toLowerCase() === 'eve' ? utc(near, 11, 31) : utc(near + 1, 0, 1);
      add(found, match, from, from + DAY, 'day', true);
    }
    for (const match of text.matchAll(SEASON)) {
      const start = { winter: 11, spring: 2, summer: 5, autumn: 8, fall: 8 }[match[2]!.toLowerCase()]!;
      const shift = { this: 0, last: -1, next: 1, 'the coming': 0 }[match[1]!.toLowerCase()]!;
      const base = start === 11 && new Date(reference).getUTCMonth() < 6 ? year - 1 : year;
      add(found, match, utc(base + shift, start), utc(base + shift, start + 3), 'quarter', true);
    }
  }
  for (const result of chrono.parse(text, new Date(reference + DAY / 2), { forwardDate: false })) {
    const span = { start: result.index, end: result.index + result.text.length };
    if (found.some((mention) => mention.span.start < span.end && span.start < mention.span.end)) continue;
    const start = result.start;
    const yearless = !known && !/\d{4}/.test(result.text);
    if (yearless && !(start.isCertain('month') && start.isCertain('day'))) continue;
    if (/^(?:march|may)$/i.test(result.text) && !MONTH_NOT_VERB.test(text.slice(0, result.index))) continue;
    const mention = mentionOf(start, result.end, result.text, reference, span);
    if (mention && yearless) found.push({ ...mention, from: UNKNOWN_YEAR + mention.from.slice(4), to: UNKNOWN_YEAR + mention.to.slice(4) });
    else if (mention) found.push(mention.inferred && !AHEAD.test(text) ? behind(mention, reference) : mention);
  }
  for (const match of text.matchAll(/(?<![\d,.$€£-])(?:in|since|of|by|during|until|from) ((?:19|20)\d\d)(?![\d,.]\d|-\d)/gi)) {
    const at = match.index + match[0].length - 4;
    if (found.some((mention) => mention.span.start < at + 4 && at < mention.span.end)) continue;
    found.push({ span: { start: at, end: at + 4 }, from: iso(utc(Number(match[1]), 0)), to: iso(utc(Number(match[1]) + 1, 0)), grain: 'year', inferred: false });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Can two mentions speak of one time? Where the year of one is unknown, day and month decide. */
export function datesMeet(a: Pick<DateMention, 'from' | 'to' | 'grain'>, b: Pick<DateMention, 'from' | 'to' | 'grain'>): boolean {
  if (a.from.startsWith(UNKNOWN_YEAR) || b.from.startsWith(UNKNOWN_YEAR)) return (a.grain !== 'day' || b.grain !== 'day') || a.from.slice(4) === b.from.slice(4);
  return a.from < b.to && b.from < a.to;
}

/** The same day or month a year earlier, when it lies more than two months ahead of a report that does not look ahead. */
function behind(mention: DateMention, reference: number): DateMention {
  if (Date.parse(mention.from) <= reference + FAR_AHEAD * DAY) return mention;
  const earlier = (date: string): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return { ...mention, from: earlier(mention.from), to: earlier(mention.to) };
}

function add(found: DateMention[], match: RegExpMatchArray, from: number, to: number, grain: DateMention['grain'], inferred: boolean): void {
  found.push({ span: { start: match.index!, end: match.index! + match[0].length }, from: iso(from), to: iso(to), grain, inferred });
}

function mentionOf(
  start: Components,
  end: Components | null | undefined,
  words: string,
  reference: number,
  span: { start: number; end: number },
): DateMention | undefined {
  const year = start.get('year')!;
  const month = start.get('month')! - 1;
  let from = utc(year, month, start.get('day') ?? 1);
  const inferred = !/\d{4}/.test(words);
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    if (from > reference && !/\b(?:next|coming|this)\b/i.test(words)) from -= 7 * DAY;
    return { span, from: iso(from), to: iso(from + DAY), grain: 'day', inferred: true };
  }
  if (/\bweek\b/i.test(words)) {
    const day = /\b(?:this|last|next|past)\b/i.test(words) ? reference + (/\b(?:last|past)\b/i.test(words) ? -7 : /\bnext\b/i.test(words) ? 7 : 0) * DAY : from;
    const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
    return { span, from: iso(monday), to: iso(monday + 7 * DAY), grain: 'week', inferred: true };
  }
  if (/\bmonths?\b/i.test(words) || (start.isCertain('month') && !start.isCertain('day'))) {
    return { span, from: iso(utc(year, month)), to: iso(utc(year, month + 1)), grain: 'month', inferred };
  }
  if (/\byears?\b/i.test(words)) return { span, from: iso(utc(year, 0)), to: iso(utc(year + 1, 0)), grain: 'year', inferred };
  if (!start.isCertain('day') && !start.isCertain('hour')) return undefined;
  if (/^\d{1,2}(?::\d\d)?$|^(?:now|then)$/i.test(words.trim())) return undefined;
  if (start.isCertain('hour') && !start.isCertain('day') && !/today|yesterday|tonight|night|morning|evening/i.test(words)) return undefined;
  const last = end && end.isCertain('day') ? utc(end.get('year')!, end.get('month')! - 1, end.get('day')!) : from;
  return { span, from: iso(from), to: iso(Math.max(last, from) + DAY), grain: 'day', inferred };
}
