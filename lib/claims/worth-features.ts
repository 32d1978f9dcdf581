// A sentence → the features by which its worth is scored: figures, comparisons, past actions, opinions, greetings, length,
// and its words. Knows neither the weights nor what they were fitted on.
import type { Token } from '../text/tokens';
import lists from './worth-features.json' with { type: 'json' };

/** First word of a listed phrase → the phrases that begin with it, each with the feature that it stands for. */
const PHRASES = new Map<string, { feature: string; rest: string[] }[]>();
for (const [feature, phrases] of Object.entries(lists)) {
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.split(' ') as [string, ...string[]];
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { feature, rest }]);
  }
}
/** Centre of the logarithm of a sentence's length in words: about 14 words, the middle of the set that was fitted on. */
const USUAL_LENGTH = 2.7;
/** More than this of one kind adds nothing. */
const MOST_FIGURES = 3;
const MOST_NAMES = 4;

/**
 * The features of a sentence by name, each with its value, mostly 0 to 2; a word's own feature is "=word" (figures count as "=#").
 * Example: "Taxes fell by 3%." → { figures: .5, "any-figure": 1, change: 1, "action-past": 1, "=taxes": 1, … }.
 */
export function worthFeatures(text: string, tokens: Token[]): Map<string, number> {
  const found = new Map<string, number>();
  let figures = 0;
  let names = 0;
  let pasts = 0;
  tokens.forEach((token, i) => {
    const figure = /^\d/.test(token.lower);
    if (figure) figures++;
    if (i > 0 && token.capital && !/^i(?:'|$)/.test(token.lower)) names++;
    if (i > 0 && /[a-z]{2}ed$/.test(token.lower)) pasts++;
    if (/^(?:19|20)\d\d$/.test(token.lower)) found.set('year', 1);
    found.set(figure ? '=#' : `=${token.lower}`, 1);
    for (const { feature, rest } of PHRASES.get(token.lower) ?? []) {
      if (rest.every((word, n) => tokens[i + 1 + n]?.lower === word)) found.set(feature, 1);
    }
  });
  if (/[%$€£]/.test(text)) found.set(/%/.test(text) ? 'percent' : 'money', 1);
  const size = Math.log(1 + tokens.length) - USUAL_LENGTH;
  const shaped: [string, number][] = [
    ['figures', Math.min(MOST_FIGURES, figures) / 2],
    ['any-figure', figures > 0 ? 1 : 0],
    ['names', Math.min(MOST_NAMES, names) / 2],
    ['any-name', names > 0 ? 1 : 0],
    ['past', Math.min(3, pasts) / 2],
    ['length', size],
    ['length-off', size * size],
    ['short', tokens.length < 6 ? 1 : 0],
    ['question', /\?\W*$/.test(text.slice(-8)) ? 1 : 0],
    ['exclamation', /!\W*$/.test(text.slice(-8)) ? 1 : 0],
    ...opening(tokens),
  ];
  for (const [name, value] of shaped) if (value !== 0) found.set(name, value);
  return found;
}

/** Who or what a sentence begins with, after "and", "but", "so", "well", "now". */
function opening(tokens: Token[]): [string, number][] {
  const first = tokens.find(({ lower }) => !/^(?:and|but|so|well|now)$/.test(lower))?.lower.replace(/'.*/, '') ?? '';
  if (/^(?:i|we|you|they)$/.test(first)) return [[`opens-${first}`, 1]];
  if (/^(?:he|she)$/.test(first)) return [['opens-he', 1]];
  if (/^(?:it|that|this)$/.test(first)) return [['opens-it', 1]];
  return /^(?:what|why|how|who|when|where|do|does|did|are|is|can|would|will)$/.test(first) ? [['opens-asking', 1]] : [];
}
