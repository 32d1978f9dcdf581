// A lower-case word → what it tells of a sentence's worth wherever it stands: its own feature, those of the listed phrases that
// begin with it, whether it is a figure. Kept by word, since most words of a text have been seen before. Knows no sentence.
import lists from './worth-features.json' with { type: 'json' };
import fitted from './worth.json' with { type: 'json' };

/** A feature with its weight (worth.json; 0 for most words), and which sentence had it last: so none need be collected to count each once. */
export interface Feature {
  name: string;
  weight: number;
  sentence: number;
}

export interface Word {
  own: Feature;
  figure: boolean;
  year: boolean;
  /** "I" and its short forms are capitals, but no names. */
  i: boolean;
  past: boolean;
  /** Null for most: cheaper to ask than whether a list is empty. */
  phrases: Phrase[] | null;
}

interface Phrase {
  feature: Feature;
  /** What must follow the word. */
  rest: string[];
}

/** Weight of each feature and word; the file groups words by weight to stay small. */
const WEIGHTS = new Map<string, number>(Object.entries(fitted.features));
for (const [weight, words] of Object.entries(fitted.words)) for (const word of words.split(' ')) WEIGHTS.set(`=${word}`, Number(weight));

const features = new Map<string, Feature>();

/** The feature of this name, one and the same each time. For names of a closed list. */
export function featureNamed(name: string): Feature {
  let feature = features.get(name);
  if (feature === undefined) features.set(name, (feature = made(name)));
  return feature;
}

function made(name: string): Feature {
  return { name, weight: WEIGHTS.get(name) ?? 0, sentence: 0 };
}

const PHRASES = new Map<string, Phrase[]>();
for (const [name, phrases] of Object.entries(lists)) {
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.split(' ') as [string, ...string[]];
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { feature: featureNamed(name), rest }]);
  }
}

const seen = new Map<string, Word>();
/** Enough for the vocabulary of a long reading session; then it starts afresh rather than grow. */
const MOST_KEPT = 50_000;
/** A longer word is looked at each time: a page of hostile ones would fill the memory. In UTF-16 units. */
const LONGEST_KEPT = 40;

/** What this word tells. */
export function worthWord(lower: string): Word {
  let word = seen.get(lower);
  if (word === undefined) {
    const figure = /^\d/.test(lower);
    word = {
      own: figure ? featureNamed('=#') : made(`=${lower}`),
      figure,
      year: /^(?:19|20)\d\d$/.test(lower),
      i: /^i(?:'|$)/.test(lower),
      past: /[a-z]{2}ed$/.test(lower),
      phrases: PHRASES.get(lower) ?? null,
    };
    if (lower.length <= LONGEST_KEPT) seen.set(lower, word);
  }
  return word;
}

/** Forgets the words seen where there are too many. Between sentences only: a word that is read anew would count twice. */
export function forgetWords(): void {
  if (seen.size > MOST_KEPT) seen.clear();
}
