// Two first names → may they be one person's? Short forms ("Joe", "Joseph"), initials and transliterations ("Dmitry",
// "Dmytro") agree; "George" and "Jeb" clash. Knows nothing of surnames.
import { fold } from './fold';
import table from './given-names.json' with { type: 'json' };

const GIVEN = new Set(table.given.split(' '));
const SHORT = new Map(Object.entries(table.short));

/** Is this lower-case word a common first name? */
export function isGivenName(word: string): boolean {
  return GIVEN.has(word) || SHORT.has(word);
}

/** Do two lower-case first names clash, so that one surname means two people? Example: "jane", "john" → true; "joe", "joseph" → false. */
export function firstNamesClash(a: string, b: string): boolean {
  if (a === b || a.length === 1 || b.length === 1) return a[0] !== b[0];
  const [x, y] = [full(a), full(b)];
  return x !== y && !isShortOf(x, y) && !isShortOf(y, x) && !soundsLike(x, y);
}

function full(name: string): string {
  return fold(SHORT.get(name) ?? name);
}

/** "alex" of "alexander"; not "julia" of "julian", "paul" of "pauline". */
function isShortOf(short: string, long: string): boolean {
  return short.length >= 3 && long.startsWith(short) && long.length - short.length >= 3 && !/^(?:in[ae]|et+[ae])$/.test(long.slice(short.length));
}

/** Transliterations keep the consonants in order. Two consonants are too few to tell, and a final a makes another name of most. */
function soundsLike(a: string, b: string): boolean {
  const [x, y] = [skeleton(a), skeleton(b)];
  return x === y && x.length >= 3 && a.endsWith('a') === b.endsWith('a');
}

function skeleton(name: string): string {
  return name.charAt(0) + name.slice(1).replace(/ph/g, 'f').replace(/ck|c/g, 'k').replace(/w/g, 'v').replace(/[aeiouyhj]/g, '');
}
