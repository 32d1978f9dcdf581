// Two words or short phrases that stand in each other's place → how one relates to the other: alike, wider, narrower, opposite, another of
// one kind, another name or number, or nothing known. Reads the reviewed contrasts first, then WordNet. Knows no sentence.
import numbers from '../../text/numbers.json' with { type: 'json' };
import { stemOf } from '../../text/tokens';
import { conceptsOf, type Concept } from '../concepts';
import contrasts from './contrasts.json' with { type: 'json' };
import { entriesAreAkin, entriesAreContrary, entriesAreSiblings, entriesAreSynonyms, entryFor, entryStepsWider, type Entry } from '../lexicon';

/** How the claim's word stands to the evidence's: `wider` says less than the evidence does. */
export type Relation = 'alike' | 'akin' | 'wider' | 'narrower' | 'opposite' | 'kind' | 'sibling' | 'number' | 'name' | 'other';

/** A word or a folded phrase as compared: a stem, and what it counts or names. */
export interface Word {
  key: string;
  /** Value of a cardinal or ordinal number; null for anything else. */
  value: number | null;
  ordinal: boolean;
  /** Kind of a name, or null. */
  name: string | null;
}

const put = (map: Map<string, Places[]>, key: string, group: number, side: number): void => {
  map.set(key, [...(map.get(key) ?? []), { group, side }]);
};
/** A word alone by its stem, a phrase by its words in lower case. */
export const keyOf = (phrase: string): string => (phrase.includes(' ') ? phrase : stemOf(phrase));

const OPPOSITES = new Map<string, Places[]>();
contrasts.opposites.forEach((sides, group) => sides.forEach((words, side) => words.forEach((word) => put(OPPOSITES, keyOf(word), group, side))));
const KINDS = new Map<string, Places[]>();
Object.values(contrasts.kinds).forEach((members, group) => members.split(' ').forEach((words, side) => words.split('/').forEach((word) => put(KINDS, keyOf(word), group, side))));

/** Every phrase of more than one word in the table, by its first word: read as one. Longest first. */
export const PHRASES: ReadonlyMap<string, string[][]> = phrasesOf(contrasts.opposites.flat(2));
function phrasesOf(words: string[]): Map<string, string[][]> {
  const map = new Map<string, string[][]>();
  for (const phrase of words.filter((word) => word.includes(' ')).map((word) => word.split(' ')).sort((a, b) => b.length - a.length)) map.set(phrase[0]!, [...(map.get(phrase[0]!) ?? []), phrase]);
  return map;
}

/** All that is known of a key, so that each is looked up once and not once a question; null where nothing is, as of most names. */
interface Meaning {
  opposites: Places[] | null;
  kinds: Places[] | null;
  entry: Entry | undefined;
  concepts: Concept[];
}
type Places = { group: number; side: number };

const meanings = new Map<string, Meaning | null>();
/** Enough for the vocabulary of a long reading session; then it starts afresh. */
const MOST_KEPT = 50_000;

function meaningOf(key: string): Meaning | null {
  let meaning = meanings.get(key);
  if (meaning === undefined) {
    if (meanings.size > MOST_KEPT) meanings.clear();
    const [opposites, kinds, entry, concepts] = [OPPOSITES.get(key) ?? null, KINDS.get(key) ?? null, entryFor(key), conceptsOf(key)];
    meaning = opposites || kinds || entry || concepts.length > 0 ? { opposites, kinds, entry, concepts } : null;
    meanings.set(key, meaning);
  }
  return meaning;
}

function meet(ours: Places[] | null, theirs: Places[] | null, same: boolean): boolean {
  return ours !== null && theirs !== null && ours.some((x) => theirs.some((y) => x.group === y.group && (x.side === y.side) === same));
}

const CARDINALS = new Map(Object.entries({ ...numbers.units, ...numbers.teens, ...numbers.tens, dozen: 12, hundred: 100, thousand: 1000, million: 1e6 } as Record<string, number>));
const ORDINALS = new Map(Object.entries(numbers.ordinals as Record<string, number>));
const DIGITS = /^(\d+)(st|nd|rd|th)?s?$/;

/** A lower-case word read as a number: "two", "2", "2nd". */
export function numberIn(lower: string): { value: number | null; ordinal: boolean } {
  const digits = DIGITS.exec(lower);
  if (digits) return { value: Number(digits[1]), ordinal: digits[2] !== undefined };
  const ordinal = ORDINALS.get(lower);
  return ordinal === undefined ? { value: CARDINALS.get(lower) ?? null, ordinal: false } : { value: ordinal, ordinal: true };
}

/** How the claim's word stands to the evidence's. */
export function relationOf(ours: Word, theirs: Word, steps?: number): Relation {
  const byForm = relationByForm(ours, theirs);
  if (byForm !== null) return byForm;
  const x = meaningOf(ours.key);
  const y = x && meaningOf(theirs.key);
  return y ? (nearIn(x!, y, steps) ?? farIn(x!, y, steps)) : 'other';
}

/** The same, where it is one of the more telling ones, `wider` the last of them; null for all others, which cost more to tell from each other. */
export function nearRelationOf(ours: Word, theirs: Word): Relation | null {
  const byForm = relationByForm(ours, theirs);
  if (byForm !== null) return byForm;
  const x = meaningOf(ours.key);
  const y = x && meaningOf(theirs.key);
  return y ? nearIn(x!, y) : null;
}

function relationByForm(ours: Word, theirs: Word): Relation | null {
  if (ours.key === theirs.key) return 'alike';
  if (ours.value !== null && theirs.value !== null && ours.ordinal === theirs.ordinal) return ours.value === theirs.value ? 'alike' : 'number';
  return ours.name && theirs.name ? 'name' : null;
}

function nearIn(x: Meaning, y: Meaning, steps?: number): Relation | null {
  if (meet(x.opposites, y.opposites, false)) return 'opposite';
  if (meet(x.opposites, y.opposites, true) || meet(x.kinds, y.kinds, true)) return 'alike';
  if (meet(x.kinds, y.kinds, false)) return 'kind';
  const [ours, theirs] = [x.entry, y.entry];
  const known = ours !== undefined && theirs !== undefined;
  if (known && entriesAreSynonyms(ours, theirs)) return 'alike';
  if (known && entriesAreContrary(ours, theirs)) return 'opposite';
  if (x.concepts.length > 0 && y.concepts.some((concept) => x.concepts.includes(concept))) return 'alike';
  return known && entryStepsWider(ours, theirs, steps) > 0 ? 'wider' : null;
}

function farIn({ entry: ours }: Meaning, { entry: theirs }: Meaning, steps?: number): Relation {
  if (!ours || !theirs) return 'other';
  if (entryStepsWider(theirs, ours, steps) > 0) return 'narrower';
  if (entriesAreAkin(ours, theirs)) return 'akin';
  return entriesAreSiblings(ours, theirs) ? 'sibling' : 'other';
}
