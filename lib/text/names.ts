// Words → the names among them, each folded to one canonical form: transliterations (Zelensky, Zelenskiy), demonyms
// (Russian), acronyms (IAEA) and surnames of full names. A table of well-known aliases, and rules for the rest.
import type { Name } from '../model';
import table from './names.json' with { type: 'json' };
import type { Token } from './tokens';

interface Known {
  canonical: string;
  kind: Name['kind'];
}

const KNOWN = new Map<string, Known>();
/** Seat of government or office holder → the state it may stand for: "Moscow said" speaks of Russia. */
const GOVERNS = new Map<string, string>();
interface Row {
  name: string;
  kind: Name['kind'];
  aliases?: string[];
  seats?: string[];
  /** The state or body that this person or office speaks and acts for, in the years that the product covers. */
  actsFor?: string;
}
for (const { name, kind, aliases = [], seats = [], actsFor } of table as Row[]) {
  for (const alias of [name, ...aliases]) KNOWN.set(alias, { canonical: name, kind });
  for (const seat of seats) {
    KNOWN.set(seat, { canonical: seat, kind: 'place' });
    GOVERNS.set(seat, name);
  }
  if (actsFor) GOVERNS.set(name, actsFor);
}
/** Longest alias in the table, in words. */
const LONGEST = 6;
/** Aliases that are also common words, known as names only in capitals throughout ("WHO", "US", "UN"). */
const SHOUTED = new Set(['who', 'us', 'un', 'eu', 'ec', 'uk', 'imf', 'xi']);
const TITLES = new Set('mr mrs ms dr prof president prime minister chancellor general gen colonel col captain senator governor secretary ambassador king queen pope sir lady lord defence defense foreign interior deputy commander admiral chief spokesman spokeswoman spokesperson premier'.split(' '));
const MONTHS = new Set('january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday new year eve christmas easter'.split(' '));
const ORGANISATION = /^(?:ministry|department|agency|organi[sz]ation|union|party|bank|court|commission|council|army|navy|university|company|corporation|group|association|office|police|parliament|committee|institute|federation|league|service|staff|fund|church|affairs|defence|defense|ministers|office|administration|congress|senate|society|foundation|council|times|news|media)$/;
const PLACE = /^(?:ocean|sea|river|base|island|islands|street|square|region|oblast|province|bay|gulf|mountains?|airport|bridge|plant|city|county|district|peninsula|state|valley|lake|port|north|south|east|west)$/;

/** The state that a seat of government or an office holder stands for; undefined for any other name. */
export function governedBy(canonical: string): string | undefined {
  return GOVERNS.get(canonical);
}

/** Is this lower-case word a country, its people or its capital, as the table has them? */
export function isPlace(lower: string): boolean {
  return KNOWN.get(lower)?.kind === 'place';
}

/**
 * The names among a sentence's tokens, left to right, not overlapping. `capitals` holds words seen capitalised inside
 * sentences of the same text, which tells a sentence-initial name from an ordinary first word.
 */
export function findNames(tokens: Token[], capitals: ReadonlySet<string>): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const known = longestKnown(tokens, i);
    const run = known ? 0 : capitalRun(tokens, i, capitals);
    const length = known?.length ?? run;
    if (length === 0) {
      i++;
      continue;
    }
    const span = { start: tokens[i]!.start, end: tokens[i + length - 1]!.end };
    const { canonical, kind } = known ?? foldRun(tokens.slice(i, i + length));
    names.push({ span, canonical, kind });
    i += length;
  }
  return names;
}

function base(token: Token): string {
  return token.lower.endsWith("'s") ? token.lower.slice(0, -2) : token.lower;
}

function longestKnown(tokens: Token[], at: number): (Known & { length: number }) | undefined {
  const first = tokens[at]!;
  if (!first.capital) return undefined;
  let key = '';
  let best: (Known & { length: number }) | undefined;
  for (let n = 0; n < LONGEST && at + n < tokens.length; n++) {
    const token = tokens[at + n]!;
    if (n > 0 && token.start - tokens[at + n - 1]!.end > 2) break;
    key += (n === 0 ? '' : token.start - tokens[at + n - 1]!.end === 1 && token.text.length === 1 ? '.' : ' ') + base(token);
    const found = KNOWN.get(key) ?? KNOWN.get(key.replaceAll('.', ' '));
    if (!found || (n === 0 && SHOUTED.has(key) && first.text !== first.text.toUpperCase())) continue;
    if (found.kind === 'person' || tokens[at + n]!.capital || n === 0) best = { ...found, length: n + 1 };
  }
  return best;
}

/** How many capitalised words stand together from `at` on, as a name; 0 when the first is only a sentence's first word. */
function capitalRun(tokens: Token[], at: number, capitals: ReadonlySet<string>): number {
  const first = tokens[at]!;
  if (!first.capital || first.stop || MONTHS.has(base(first)) || TITLES.has(base(first))) return 0;
  let length = 1;
  while (at + length < tokens.length) {
    const token = tokens[at + length]!;
    const gap = token.start - tokens[at + length - 1]!.end;
    if (!token.capital || gap > 2 || MONTHS.has(base(token)) || tokens[at + length - 1]!.lower.endsWith("'s")) break;
    if (longestKnown(tokens, at + length)?.kind === 'person') break;
    length++;
  }
  if (at === 0 && length === 1 && !capitals.has(base(first)) && first.text !== first.text.toUpperCase()) return 0;
  if (/^\d/.test(first.text)) return 0;
  return length;
}

function foldRun(run: Token[]): Known {
  const words = run.map(base);
  const organisation = words.some((word) => ORGANISATION.test(word));
  if (organisation) return { canonical: words.filter((w) => w.length > 2).join(' '), kind: 'organisation' };
  if (run.length > 1 && PLACE.test(words.at(-1)!)) return { canonical: words.join(' '), kind: 'place' };
  if (run.length === 1) return { canonical: fold(words[0]!), kind: /^[A-Z]{2,6}$/.test(run[0]!.text) ? 'organisation' : 'other' };
  return { canonical: fold(words.at(-1)!), kind: 'person' };
}

/** One spelling for the usual transliterations of Slavic and accented names: "Cherniak" and "Chernyak", "Garčević" and "Garcevic". */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/y(?=[aeou])/g, 'i')
    .replace(/(?:yy|iy|yi|ij|ii|y)$/, 'y')
    .replace(/kh/g, 'h')
    .replace(/ks/g, 'x');
}
