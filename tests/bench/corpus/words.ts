// The made-up vocabulary: a rank goes in, a word comes out; and ranks as often as Zipf has it. Words are made of syllables and
// end in letters that the stemmer leaves alone, so that one word is one stem. Knows no sentences.
import type { Random } from './random';

const SYLLABLES = [...'bdfgjklmnprstvz'].flatMap((consonant) => [...'aiou'].map((vowel) => consonant + vowel));

/** Words of content in the language of the corpus. News in English has some 300,000 in a million sentences, misspellings included. */
export const VOCABULARY = 300_000;
/**
 * Mandelbrot's offset: a word of rank r is found 1 ÷ (r + offset) times as often. Without the function words the first of a language
 * are all about equally frequent; 10 gives the first one 1 in 100 words, as "said" or "people" have in news.
 */
export const OFFSET = 10;

/** The rank of a random word, from 0, by Zipf and Mandelbrot with exponent 1: the inverse of its cumulated frequency. */
export function zipf(random: Random): number {
  const rank = Math.floor(OFFSET * ((VOCABULARY + OFFSET) / OFFSET) ** random() - OFFSET);
  return Math.min(rank, VOCABULARY - 1);
}

/** The word of a rank: "babak", "fobidok". No two ranks have the same. */
export function wordOf(rank: number): string {
  return `${syllables(rank)}k`;
}

/** A name of its own number, capitalised: "Babam", "Fobidom". No word is a name. */
export function nameOf(number: number): string {
  const name = `${syllables(number)}m`;
  return name[0]!.toUpperCase() + name.slice(1);
}

function syllables(number: number): string {
  let left = number;
  let text = SYLLABLES[left % SYLLABLES.length]!;
  left = Math.floor(left / SYLLABLES.length);
  do {
    text += SYLLABLES[left % SYLLABLES.length]!;
    left = Math.floor(left / SYLLABLES.length);
  } while (left > 0);
  return text;
}
