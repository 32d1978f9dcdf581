// A figure's place among a sentence's words → what it counts: the head noun after it ("700 attacks"), else before it ("the
// toll stands at 63"). Time does not grow with the sentence. Knows nothing of values or units.
import type { Span } from '../model';
import data from './counted.json' with { type: 'json' };
import { stemOf, type Token } from './tokens';

const HEADS = new Set(data.heads);
const COLLECTIVE = new Set(data.collective);
/** Stop words inside what is counted ("one of the", "two more"). */
const PASSED_OVER = new Set(data.passedOver);
/** Words that say where or when, not what. */
const BREAKS = new Set(data.breaks);
const PERSONS = new Set(data.persons);
const PERSON_STEMS = new Set([...data.persons, ...data.people].map(stemOf));
const REACH_ONE = 3;
const REACH_AFTER = 5;
const REACH_BEFORE = 7;

/** Index of the first token that starts at or after an offset; the number of tokens when there is none. */
export function tokenFrom(tokens: Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is the word a plural or a collective noun, as far as its form tells? */
export function isPlural(token: Token): boolean {
  return !token.capital ? COLLECTIVE.has(token.lower) || endsAsPlural(token) : COLLECTIVE.has(token.lower);
}

function endsAsPlural({ lower, stop }: Token): boolean {
  return !stop && /[^s]s$/.test(lower) && !/(?:'s|ous|us|is)$/.test(lower);
}

/** Stem of what a figure counts, or '' when the words near it don't say. `from` is the first token after it and its unit. */
export function countedBy(text: string, tokens: Token[], figure: Span, from: number): string {
  return headAfter(text, tokens, from, figure.end) || headBefore(text, tokens, figure);
}

/** Up to five words on: the first plural or collective noun, else the last word before a break. */
export function headAfter(text: string, tokens: Token[], from: number, after = tokens[from - 1]?.end ?? 0): string {
  let last = '';
  let end = after;
  let words = 0;
  for (let i = from, n = 0; i < tokens.length && n < REACH_AFTER; i++, n++) {
    const token = tokens[i]!;
    if (/[,.;:"()]|- | -/.test(text.slice(end, token.start))) break;
    end = token.end;
    if (BREAKS.has(token.lower) || /^\d/.test(token.lower)) break;
    if (token.stop || PASSED_OVER.has(token.lower)) {
      if (PASSED_OVER.has(token.lower) && last === '') continue;
      break;
    }
    if (isPlural(token)) return token.stem;
    const next = tokens[i + 1];
    const joined = next !== undefined && text.slice(token.end, next.start) === ' ';
    if (token.capital && endsAsPlural(token) && !(joined && (next.capital || isPlural(next)))) return token.stem;
    if (last === '' && /[^e]ed$/.test(token.lower) && (HEADS.has(token.lower) || !joined || next.stop)) return token.stem;
    if (words++ < 2 && !token.capital) last = token.stem;
  }
  return last;
}

/** Stem of what "one" counts: a person named by the next words, else the word right after it. */
export function countedByOne(text: string, tokens: Token[], from: number): string {
  const first = tokens[from]!;
  for (let i = from; i < Math.min(tokens.length, from + REACH_ONE); i++) {
    if (i > from && text.slice(tokens[i - 1]!.end, tokens[i]!.start) !== ' ') break;
    if (isPerson(tokens[i]!)) return tokens[i]!.stem;
  }
  const next = tokens[from + 1];
  const ends = next === undefined || next.stop || next.capital || isPlural(next) || text.slice(first.end, next.start) !== ' ';
  return ends ? first.stem : headAfter(text, tokens, from, first.start);
}

/** Is it a noun for a single person: worker, child, soldier? */
export function isPerson({ lower }: Token): boolean {
  return PERSONS.has(lower);
}

/** Is it the stem of such a noun, or of one for people together? */
export function countsPersons(of: string): boolean {
  return PERSON_STEMS.has(of);
}

function headBefore(text: string, tokens: Token[], figure: Span): string {
  for (let i = tokenFrom(tokens, figure.start) - 1, n = 0; i >= 0 && n < REACH_BEFORE; i--, n++) {
    const token = tokens[i]!;
    if (/[.;:"]/.test(text.slice(token.end, figure.start))) break;
    if (HEADS.has(token.lower) || COLLECTIVE.has(token.lower)) return stemOf(token.lower);
  }
  return '';
}
