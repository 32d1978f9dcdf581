// A name's words → whom or what the tables know under them, and the state or body that a seat or an office stands for.
// Three tables, written by hand: states with their peoples, seats and cities; bodies and companies; people in the news.
import type { Name } from '../model';
import bodies from './bodies.json' with { type: 'json' };
import { fold, nameKey } from './fold';
import places from './names.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };

/** What a name stands for. */
export interface Known {
  canonical: string;
  kind: Name['kind'];
  /** True for an acronym that spells a common word, too: a name only in capitals throughout ("WHO", "US", "SEC"). */
  shouted: boolean;
}

interface Row {
  name: string;
  kind: Name['kind'];
  aliases?: string[];
  seats?: string[];
  /** The state or body that this person or office speaks and acts for, in the years that the product covers. */
  actsFor?: string;
}

const KNOWN = new Map<string, Known>();
/** Transliterations that the tables do not list, by their folded spelling; null where two names fold into one. */
const FOLDED = new Map<string, Known | null>();
/** Seat of government or office holder → the state it may stand for: "Moscow said" speaks of Russia. */
const GOVERNS = new Map<string, string>();
/** First word of a known name → words in the longest one that begins with it. */
const LONGEST = new Map<string, number>();
/** Canonical name of a person → the first names that the table has for them. */
const FIRST_NAMES = new Map<string, string[]>();
/** Shorter words fold together by chance. */
const LEAST_FOLDED = 6;

for (const { name, kind, aliases = [], seats = [], actsFor } of [...places, ...bodies, ...people] as Row[]) {
  for (const alias of [name, ...aliases]) enter(alias, name, kind);
  for (const seat of seats) {
    enter(seat, seat, 'place');
    GOVERNS.set(seat, name);
  }
  if (actsFor) GOVERNS.set(name, actsFor);
  if (kind === 'person') FIRST_NAMES.set(name, [name, ...aliases].flatMap((alias) => (alias.includes(' ') ? nameKey(alias).split(' ')[0]! : [])));
}

function enter(alias: string, canonical: string, kind: Name['kind']): void {
  const key = nameKey(alias);
  const known = { canonical, kind, shouted: alias === alias.toUpperCase() };
  KNOWN.set(key, known);
  const words = key.split(' ');
  LONGEST.set(words[0]!, Math.max(words.length, LONGEST.get(words[0]!) ?? 0));
  if (words.length > 1 || key.length < LEAST_FOLDED || known.shouted) return;
  const folded = fold(key);
  const other = FOLDED.get(folded);
  FOLDED.set(folded, other === undefined || other?.canonical === canonical ? known : null);
}

/** What stands in the tables under a key of `nameKey`; a single long word also in other transliterations. */
export function knownName(key: string): Known | undefined {
  return KNOWN.get(key) ?? (key.length >= LEAST_FOLDED && !key.includes(' ') ? (FOLDED.get(fold(key)) ?? undefined) : undefined);
}

/** How many words the longest known name has that begins with this word; 1 when there is none. */
export function longestFrom(word: string): number {
  return LONGEST.get(word) ?? 1;
}

/** The state or body that a seat of government or an office holder stands for, by canonical name; undefined for any other. */
export function standsFor(canonical: string): string | undefined {
  return GOVERNS.get(canonical);
}

/** The first names under which the table has a person, lower case; none for those it knows by one name. */
export function firstNamesOf(canonical: string): readonly string[] {
  return FIRST_NAMES.get(canonical) ?? [];
}
