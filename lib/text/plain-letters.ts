// A text → the same text, unit for unit, in small letters, with one letter standing for all letters beyond ASCII and one figure for all
// such figures: a pattern looked for in it need not heed case and names any letter by a short class. Compiling a class of all of
// Unicode's letters takes half a millisecond, a long list without heed of case twenty, and a page's first reading compiles a hundred
// patterns. Knows no words.

/** Any letter of such a text, to be put into a class of a pattern's source. */
export const LETTER = 'a-z\u00aa';
/** The same of any figure: "5", "٥", "½". */
export const FIGURE = '\\d\u00b2';

const BEYOND = /[^\0-\x7f]+/g;
const LETTERS = /\p{L}/giu;
const FIGURES = /\p{N}/giu;
/** The long s and the Kelvin sign are an s and a k to a pattern that does not heed case. */
const FOLDED: Record<string, string> = { '\u017f': 's', '\u212a': 'k' };

/** Example: "Im März 2022 für ½" → "im mªrz 2022 fªr ²". */
export function plainLetters(text: string): string {
  return text.replace(BEYOND, (run) => run.replace(LETTERS, (letter) => FOLDED[letter] ?? '\u00aa'.repeat(letter.length)).replace(FIGURES, (figure) => '\u00b2'.repeat(figure.length))).toLowerCase();
}
