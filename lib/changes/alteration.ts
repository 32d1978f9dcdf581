// Two versions of a sentence → what it says otherwise now, in words: a figure, a date, a name, the speaker, yes or no, or else several
// of its words. Null where nothing of consequence has changed. Knows nothing of the rest of the text.
import { statementOf } from '../claims/extract';
import { sameConcept } from '../match/concepts';
import { areSynonyms, stepsWider } from '../match/lexicon';
import { measuresAt } from '../match/measures';
import type { Quantity, Span, Statement } from '../model';
import { nameKey } from '../text/fold';
import { acting } from '../text/names';
import { inBaseUnit } from '../text/units';
import { tokenise, type Token } from '../text/tokens';

/** So many content words must be other ones for a rewording to be of consequence. */
const LEAST_WORDS = 3;
/** Of a long rewording so many words are told on each side. */
const MOST_TOLD = 12;

/** In words for the reader: "figure: 11 was 7". `published` is the saved article's date for both, so that "on Tuesday" stays that Tuesday. */
export function alterationOf(before: string, now: string, published: string | null): string | null {
  const [old, young] = [statementOf(before, published), statementOf(now, published)];
  const told = [
    inWords('figure', figuresOf(old), figuresOf(young), sameCount),
    inWords('date', datesOf(old), datesOf(young), (a, b) => a.key === b.key),
    inWords('name', namesOf(old, young), namesOf(young, old), (a, b) => a.key === b.key),
    speakerIn(old, young),
    old.polarity === young.polarity ? null : young.polarity === 'negated' ? 'negation: now it says that it is not so' : 'negation: now it says that it is so',
  ].filter((one) => one !== null);
  return told.length > 0 ? told.join('; ') : wording(before, now);
}

interface Part {
  key: string;
  words: string;
}

/** What stands on one side only, as "11 was 7"; null when the parts are the same. */
function inWords<P extends Part>(kind: string, before: P[], now: P[], same: (a: P, b: P) => boolean): string | null {
  const free = [...now];
  const gone = before.filter((part) => {
    const at = free.findIndex((other) => same(part, other));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  if (gone.length === 0 && free.length === 0) return null;
  const list = (parts: P[]): string => parts.map(({ words }) => words).join(', ');
  if (gone.length === 0) return `${kind}: ${list(free)} is new`;
  return free.length === 0 ? `${kind}: ${list(gone)} is gone` : `${kind}: ${list(free)} was ${list(gone)}`;
}

interface Figure extends Part {
  of: string;
  measures: string[];
}

function figuresOf(statement: Statement): Figure[] {
  return statement.quantities.flatMap((quantity): Figure[] => {
    if (quantity.implied) return [];
    const { min, max, approximate, unit } = inBaseUnit(quantity);
    const measures = measuresAt(statement, quantity);
    return [{ key: [min, max, approximate, unit].join('|'), words: hedged(statement.text, quantity), of: quantity.of, measures }];
  });
}

/** One value of one thing to which one thing was done: 12 killed are not 12 hurt, 12 soldiers are 12 troops. */
function sameCount(a: Figure, b: Figure): boolean {
  if (a.key !== b.key) return false;
  if (a.measures.length > 0 && b.measures.length > 0 && !a.measures.some((measure) => b.measures.includes(measure))) return false;
  return a.of === b.of || a.of === '' || b.of === '' || areSynonyms(a.of, b.of) || sameConcept(a.of, b.of) || stepsWider(a.of, b.of) > 0 || stepsWider(b.of, a.of) > 0;
}

/** A figure with the hedge or bound before it and the word behind it: "at least 63 soldiers". */
function hedged(text: string, { span, of }: Quantity): string {
  const before = /(?:\b(?:at least|at most|more than|less than|fewer than|up to|as many as|over|under|about|around|some|nearly|almost|roughly|approximately|an estimated) )?$/i.exec(text.slice(Math.max(0, span.start - 24), span.start))?.[0] ?? '';
  const [next] = tokenise(text.slice(span.end, span.end + 24));
  const noun = next && of !== '' && next.stem === of && next.start === 1 ? ` ${next.text}` : '';
  return `${before}${text.slice(span.start, span.end)}${noun}`.trim();
}

function datesOf({ dates, text }: Statement): Part[] {
  return unique(dates.map(({ from, to, span }) => ({ key: `${from} ${to}`, words: cut(text, span) })));
}

/** Names by whom they stand for, since the other side may call them otherwise; a word that the other side has too is no other name. */
function namesOf({ names, text }: Statement, other: Statement): Part[] {
  const parts = unique(names.map(({ canonical, span }) => ({ key: acting(canonical), words: cut(text, span) })));
  const keys = new Set(other.names.map(({ canonical }) => acting(canonical)));
  const words = new Set(tokenise(other.text).map(({ lower }) => lower));
  return parts.filter(({ key, words: own }) => keys.has(key) || !tokenise(own).every(({ lower }) => words.has(lower)));
}

/** A speaker who is named, or another's words; a name that stands anywhere in both was told of already. */
function speakerIn(old: Statement, young: Statement): string | null {
  const [was, is] = [old.attribution?.speaker ?? null, young.attribution?.speaker ?? null];
  if (was === is || (was !== null && is !== null && alikeSpeakers(was, is))) return null;
  if (was === null) return `speaker: ${is} is new`;
  return is === null ? `speaker: ${was} is gone` : `speaker: ${is} was ${was}`;
}

function alikeSpeakers(a: string, b: string): boolean {
  const [short, long] = [nameKey(a).split(' '), nameKey(b).split(' ')].sort((x, y) => x.length - y.length) as [string[], string[]];
  return short.every((word) => long.includes(word));
}

/** From so many other content words on, the stretch that is worded otherwise. */
function wording(before: string, now: string): string | null {
  const [old, young] = [tokenise(before), tokenise(now)];
  if (Math.max(missing(old, young), missing(young, old)) < LEAST_WORDS) return null;
  let head = 0;
  while (head < Math.min(old.length, young.length) && old[head]!.stem === young[head]!.stem) head++;
  let tail = 0;
  while (tail < Math.min(old.length, young.length) - head && old.at(-1 - tail)!.stem === young.at(-1 - tail)!.stem) tail++;
  const [was, is] = [stretch(before, old, head, tail), stretch(now, young, head, tail)];
  if (was === '') return `wording: “${is}” is new`;
  return is === '' ? `wording: “${was}” is gone` : `wording: “${is}” was “${was}”`;
}

function missing(from: Token[], among: Token[]): number {
  const counts = new Map<string, number>();
  for (const { stem } of among) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return from.filter(({ stem, stop }) => {
    const left = counts.get(stem) ?? 0;
    counts.set(stem, left - 1);
    return !stop && left <= 0;
  }).length;
}

function stretch(text: string, tokens: Token[], head: number, tail: number): string {
  const own = tokens.slice(head, tokens.length - tail);
  if (own.length === 0) return '';
  const told = own.slice(0, MOST_TOLD);
  return `${text.slice(told[0]!.start, told.at(-1)!.end)}${own.length > told.length ? ' …' : ''}`;
}

function unique(parts: Part[]): Part[] {
  return [...new Map(parts.map((part) => [part.key, part])).values()];
}

function cut(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
