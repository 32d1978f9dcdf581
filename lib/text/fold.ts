// A name's words → one spelling for the ways that newspapers write it: accents off, the usual transliterations from
// Slavic and Arabic scripts folded together. General rules only; names that no rule joins (Kiev, Kyiv) stand in the tables.

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' };
const PLAIN = /^[a-z0-9 ]*$/;

/** A name as the tables are asked for it: lower case, plain letters, one space where marks or spaces stand. Example: "Port-au-Prince" → "port au prince". */
export function nameKey(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return unaccented(lower)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function unaccented(lower: string): string {
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[ıøłđðþßæœ]/g, (letter) => LETTERS[letter]!);
}

const folded = new Map<string, string>();
/** Enough for the names of a long reading session; then it starts afresh. */
const MOST_KEPT = 20_000;
/** In UTF-16 units. */
const LONGEST_KEPT = 40;

/** One spelling of one lower-case word: "Cherniak" and "Chernyak", "Garčević" and "Garcevic", "Haniyeh" and "Haniya" each meet. */
export function fold(word: string): string {
  let spelling = folded.get(word);
  if (spelling === undefined) {
    if (folded.size > MOST_KEPT) folded.clear();
    spelling = spelled(word);
    if (word.length <= LONGEST_KEPT) folded.set(word, spelling);
  }
  return spelling;
}

function spelled(word: string): string {
  return unaccented(word)
    .replace(/^y(?=[eu])/, '')
    .replace(/y(?=[aeou])/g, 'i')
    .replace(/(?:e[iyj]|yy|iy|yi|ij|ii|y)$/, 'y')
    .replace(/(?<=.)(?:off|of)$/, 'ov')
    .replace(/kh/g, 'h')
    .replace(/ks/g, 'x')
    .replace(/q/g, 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/(?:ie|i)?[ae]h$/, 'a')
    .replace(/(\p{L})\1+/gu, '$1');
}
