// A sentence → the features by which its worth is scored: figures, comparisons, past actions, opinions, greetings, length,
// and its words. Does not know what they were fitted on.
import type { Token } from '../text/tokens';
import { featureNamed, forgetWords, worthWord, type Feature } from './worth-words';

/** Centre of the logarithm of a sentence's length in words: about 14 words, the middle of the set that was fitted on. */
const USUAL_LENGTH = 2.7;
/** More than this of one kind adds nothing. */
const MOST_FIGURES = 3;
const MOST_NAMES = 4;
const MOST_PASTS = 3;
/** So many units at the end tell a question or an exclamation, behind whatever quotation marks. */
const ENDING = 8;

const LEADS_IN = new Set(['and', 'but', 'so', 'well', 'now']);
const OPENINGS = new Map<string, Feature>();
for (const [name, words] of Object.entries({ i: 'i', we: 'we', you: 'you', they: 'they', he: 'he she', it: 'it that this', asking: 'what why how who when where do does did are is can would will' })) {
  for (const word of words.split(' ')) OPENINGS.set(word, featureNamed(`opens-${name}`));
}
const YEAR = featureNamed('year');
const [FIGURES, ANY_FIGURE, NAMES, ANY_NAME, PAST] = [featureNamed('figures'), featureNamed('any-figure'), featureNamed('names'), featureNamed('any-name'), featureNamed('past')];
const [LENGTH, LENGTH_OFF, SHORT, QUESTION, EXCLAMATION] = [featureNamed('length'), featureNamed('length-off'), featureNamed('short'), featureNamed('question'), featureNamed('exclamation')];

let sentence = 0;

/**
 * Tells the features of a sentence one by one, each once and with its value, mostly 0 to 2; a word's own feature is "=word"
 * (figures count as "=#"). Example: "Taxes fell by 3%." → figures .5, any-figure 1, change 1, action-past 1, =taxes 1, …
 */
export function eachFeature(text: string, tokens: Token[], tell: (feature: Feature, value: number) => void): void {
  forgetWords();
  sentence++;
  let figures = 0;
  let names = 0;
  let pasts = 0;
  const has = (feature: Feature): void => {
    if (isNew(feature)) tell(feature, 1);
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const word = worthWord(token.lower);
    if (token.capital && i > 0 && !word.i) names++;
    if (word.past && i > 0) pasts++;
    if (word.figure) figures++;
    if (word.year) has(YEAR);
    has(word.own);
    if (word.phrases !== null) for (const { feature, rest } of word.phrases) if (follows(rest, tokens, i + 1)) has(feature);
  }
  if (/[%$€£]/.test(text)) has(featureNamed(text.includes('%') ? 'percent' : 'money'));
  const size = Math.log(1 + tokens.length) - USUAL_LENGTH;
  const ends = text.slice(-ENDING);
  const shaped = (feature: Feature, value: number): void => {
    if (value !== 0) tell(feature, value);
  };
  shaped(FIGURES, Math.min(MOST_FIGURES, figures) / 2);
  shaped(ANY_FIGURE, figures > 0 ? 1 : 0);
  shaped(NAMES, Math.min(MOST_NAMES, names) / 2);
  shaped(ANY_NAME, names > 0 ? 1 : 0);
  shaped(PAST, Math.min(MOST_PASTS, pasts) / 2);
  shaped(LENGTH, size);
  shaped(LENGTH_OFF, size * size);
  shaped(SHORT, tokens.length < 6 ? 1 : 0);
  shaped(QUESTION, /\?\W*$/.test(ends) ? 1 : 0);
  shaped(EXCLAMATION, /!\W*$/.test(ends) ? 1 : 0);
  const opens = opening(tokens);
  if (opens) tell(opens, 1);
}

function isNew(feature: Feature): boolean {
  if (feature.sentence === sentence) return false;
  feature.sentence = sentence;
  return true;
}

function follows(words: string[], tokens: Token[], at: number): boolean {
  return words.length === 0 || words.every((word, n) => tokens[at + n]?.lower === word);
}

/** The same by name. */
export function worthFeatures(text: string, tokens: Token[]): Map<string, number> {
  const found = new Map<string, number>();
  eachFeature(text, tokens, ({ name }, value) => found.set(name, value));
  return found;
}

/** Who or what a sentence begins with, after "and", "but", "so", "well", "now". */
function opening(tokens: Token[]): Feature | undefined {
  const first = tokens.find(({ lower }) => !LEADS_IN.has(lower))?.lower.replace(/'.*/, '') ?? '';
  return OPENINGS.get(first);
}
