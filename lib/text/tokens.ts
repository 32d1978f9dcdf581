// Text in normal form → its words, each with its stem and whether it carries meaning of its own. Knows no grammar.
import { stemmer } from 'stemmer';
import type { Span } from '../model';
import words from './words.json' with { type: 'json' };

const STOP = new Set(words.stop);
const IRREGULAR = new Map(Object.entries(words.irregular));
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
/** The same for text of ASCII only, in half the time. */
const ASCII_WORD = /[a-z\d]+(?:'[a-z]+)?/gi;
const BEYOND_ASCII = /[^\u0000-\u007F]/;

export interface Token extends Span {
  text: string;
  lower: string;
  /** Porter stem of the regularised, Americanised word: "mobilisation" and "mobilized" both give "mobil". */
  stem: string;
  /** Function words, pronouns, auxiliaries. */
  stop: boolean;
  capital: boolean;
}

const stems = new Map<string, string>();
/** Enough for the vocabulary of a long reading session; then it starts afresh rather than grow. */
const MOST_KEPT = 50_000;
/** A longer word is looked up by itself each time: a page of hostile ones would fill the memory. In UTF-16 units. */
const LONGEST_KEPT = 40;

/** The stem of one lower-case word. Porter's algorithm after irregular forms and British spellings are folded. */
export function stemOf(lower: string): string {
  let stem = stems.get(lower);
  if (stem === undefined) {
    if (stems.size > MOST_KEPT) stems.clear();
    stem = stemmer(american(IRREGULAR.get(lower) ?? lower));
    if (lower.length <= LONGEST_KEPT) stems.set(lower, stem);
  }
  return stem;
}

/** British to American spelling, by ending: -ise, -isation, -our, -re, -ence; enough for stems to meet. */
function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|ed|es|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|ite|able)?$/, 'or$1')
    .replace(/(?<=[^aeiou])re(s|d)?$/, 'er$1')
    .replace(/([ei])nce(s)?$/, '$1nse$2');
}

/** From here on a unit may be half of a letter. */
const SURROGATES = 0xd800;

type Word = Omit<Token, 'start' | 'end'>;
const seen = new Map<string, Word>();

/** What a word not seen yet is by itself, wherever it stands: most words of a text have been seen before. */
function wordOf(text: string): Word {
  if (seen.size > MOST_KEPT) seen.clear();
  const lower = text.toLowerCase();
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const word = { text, lower, stem: stemOf(base), stop: STOP.has(base) || /n't$|'(?:ll|re|ve|d|m)$/.test(lower), capital: /^\p{Lu}/u.test(text) };
  if (text.length <= LONGEST_KEPT) seen.set(text, word);
  return word;
}

/** The words of a text in normal form, in order. "Russia's" is one token whose stem is that of "russia". */
export function tokenise(text: string): Token[] {
  // All matches at once, and their places looked for afterwards: to run the pattern word by word takes twice as long.
  const words = text.match(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD) ?? [];
  const tokens: Token[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const word = seen.get(words[i]!) ?? wordOf(words[i]!);
    const start = placeOf(word.text, text, from);
    from = start + word.text.length;
    tokens.push({ start, end: from, text: word.text, lower: word.lower, stem: word.stem, stop: word.stop, capital: word.capital });
  }
  return tokens;
}

/** The next word begins where its first unit stands next, for what lies between words is neither letter nor figure. Half of a pair of units tells nothing. */
function placeOf(word: string, text: string, from: number): number {
  const first = word.charCodeAt(0);
  if (first >= SURROGATES) return text.indexOf(word, from);
  let at = from;
  while (text.charCodeAt(at) !== first) at++;
  return at;
}
