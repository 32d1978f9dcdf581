// One UTF-16 unit → is it a space, a letter, a digit, a capital? By arithmetic for ASCII, which nearly all text is made of; a
// regular expression is asked of the rest alone, since starting one costs more than the scan of a word. Knows no words.

const SPACE = /\s/;
const LETTER = /\p{L}/u;
const NUMBER = /\p{N}/u;
const CAPITAL = /\p{Lu}/u;

/** The first unit that is no ASCII. */
const BEYOND = 0x80;

/** Is this unit white space, as `\s` has it? */
export function isSpace(code: number): boolean {
  return code < BEYOND ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : SPACE.test(String.fromCharCode(code));
}

/** Is it one of 0 to 9? */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Is it a letter of any script? Half of a pair of units is none. */
export function isLetter(code: number): boolean {
  if (code >= BEYOND) return LETTER.test(String.fromCharCode(code));
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Is it a figure of any script: "5", "٥", "½"? */
export function isNumber(code: number): boolean {
  return code < BEYOND ? isDigit(code) : NUMBER.test(String.fromCharCode(code));
}

/** Is it a capital letter? */
export function isCapital(code: number): boolean {
  return code < BEYOND ? code >= 0x41 && code <= 0x5a : CAPITAL.test(String.fromCharCode(code));
}
