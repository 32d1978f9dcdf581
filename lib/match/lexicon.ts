// Stems → how WordNet relates them: same sense, a kind of, opposite, derived, two kinds of one thing. Works on the first senses
// only (scripts/compile-lexicon.ts); far senses lead astray. Knows no statements.
import lexicon from './lexicon.json' with { type: 'json' };

/** What is known of a stem; what costs to gather is gathered when first asked for and stays with it. */
export interface Entry {
  stem: string;
  senses: { synset: number; rank: number }[];
  /** Its two commonest senses. */
  close: number[];
  antonyms: ReadonlySet<string>;
  derived: ReadonlySet<string>;
  /** What WordNet says to see also, of adjectives. */
  akin: ReadonlySet<string>;
  above?: Map<number, number>;
  groups?: Set<number>;
  likeOpposites?: Set<string>;
  circle?: Set<string>;
  contraries?: Set<string>;
  adjectives?: Set<number>;
  parts?: ReadonlySet<PartOfSpeech>;
}

const { n: NOUNS, r: ADVERBS, v: VERBS } = lexicon.firstOf;
const RELATIONS = ['antonyms', 'derived', 'akin'] as const;

/** The entries that were asked for so far: most of 20,000 never are, and opening must not wait for them. The file's lines stay as they are. */
const entries = new Map<string, Entry>();
/** Stems that nothing is known of. A text may bring any number of them. */
const unknown = new Set<string>();
const MOST_UNKNOWN = 5_000;

/** What follows a stem in the line that begins with it, by halving: the lines stand in order of their stems. Undefined where there is none. */
function after(lines: readonly string[], stem: string): string | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle]!;
    const end = line.indexOf(' ');
    const first = line.slice(0, end);
    if (first === stem) return line.slice(end + 1);
    if (first < stem) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** What is known of a stem, for whoever asks several things of it; undefined where nothing is. */
export function entryFor(stem: string): Entry | undefined {
  const known = entries.get(stem);
  if (known || unknown.has(stem)) return known;
  const senses = sensesOf(after(lexicon.stems, stem));
  const [antonyms, derived, akin] = RELATIONS.map((relation) => setOf(after(lexicon[relation], stem))) as [ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>];
  if (senses.length === 0 && antonyms.size === 0 && derived.size === 0 && akin.size === 0) {
    if (unknown.size >= MOST_UNKNOWN) unknown.clear();
    unknown.add(stem);
    return undefined;
  }
  const entry: Entry = { stem, senses, close: senses.filter(({ rank }) => rank <= 2).map(({ synset }) => synset), antonyms, derived, akin };
  entries.set(stem, entry);
  return entry;
}

function setOf(stems: string | undefined): ReadonlySet<string> {
  return stems === undefined ? NONE : new Set(stems.split(' '));
}

function sensesOf(numbers: string | undefined): Entry['senses'] {
  if (numbers === undefined) return [];
  return numbers.split(' ').map((sense) => ({ synset: parseInt(sense, 36), rank: Number(sense.split('.')[1] ?? 1) }));
}

const PARENTS: (number[] | undefined)[] = [];

/** Numbers of what a synset is a kind of; of an adjective's, of the head that it resembles. */
function parentsOf(synset: number): number[] {
  return (PARENTS[synset] ??= lexicon.parents[synset] === '' ? [] : lexicon.parents[synset]!.split(' ').map((parent) => parseInt(parent, 36)));
}

/** The words for which an adjective's synset is the first sense. */
function membersOf(synset: number): string[] {
  const members = lexicon.firsts[synset];
  return members ? members.split(' ') : [];
}

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb';
function partOf(synset: number): PartOfSpeech {
  if (synset >= VERBS) return 'verb';
  if (synset >= ADVERBS) return 'adverb';
  return synset >= NOUNS ? 'noun' : 'adjective';
}

/** Does WordNet know the stem at all? Example: "coalit" → true, "zelenskyy" → false. */
export function isKnown(stem: string): boolean {
  return (entryFor(stem)?.senses.length ?? 0) > 0;
}

const NO_PARTS: ReadonlySet<PartOfSpeech> = new Set();

/** The parts of speech in which a stem's first senses stand. Example: "fall" → verb and noun. */
export function partsOf(stem: string): ReadonlySet<PartOfSpeech> {
  const entry = entryFor(stem);
  return entry ? (entry.parts ??= new Set(entry.senses.map(({ synset }) => partOf(synset)))) : NO_PARTS;
}

/** Asks a question of two stems' entries; of a stem that is not known nothing holds. */
function ofBoth(a: string, b: string, holds: (ours: Entry, theirs: Entry) => boolean): boolean {
  const ours = entryFor(a);
  const theirs = ours && entryFor(b);
  return theirs !== undefined && holds(ours!, theirs);
}

/** Do two stems share one of their two commonest senses, or is one derived from the other ("destroy", "destruction")? */
export const areSynonyms = (a: string, b: string): boolean => ofBoth(a, b, entriesAreSynonyms);

/** The same of two entries. */
export function entriesAreSynonyms(ours: Entry, theirs: Entry): boolean {
  if (ours.derived.size > 0 && ours.derived.has(theirs.stem)) return true;
  for (let i = 0; i < ours.close.length; i++) if (theirs.close.includes(ours.close[i]!)) return true;
  return false;
}

/** Senses so close to the root ("entity", "object", "act") are kinds of anything. Counted in steps from the root. */
const TOPMOST = 3;
const depths = new Map<number, number>();
function depthOf(synset: number): number {
  let depth = depths.get(synset);
  if (depth === undefined) {
    const parents = parentsOf(synset);
    depths.set(synset, 0);
    depth = parents.length === 0 ? 0 : 1 + Math.min(...parents.map(depthOf));
    depths.set(synset, depth);
  }
  return depth;
}

/** How far up a kind is looked for. Nouns go all the way, but callers ask for so many steps at most. */
const MOST_STEPS = { noun: 12, verb: 2, adjective: 1, adverb: 0 };
/** So far up two nouns in like sentences are surely one thing; farther only where one stands in the other's place. */
const NEAR_STEPS = 4;

/** The senses above a stem's first two, each with the least steps up to it. */
function aboveOf(entry: Entry): Map<number, number> {
  if (entry.above) return entry.above;
  const above = (entry.above = new Map<number, number>());
  for (const synset of entry.close) {
    let level = [synset];
    for (let steps = 1; steps <= MOST_STEPS[partOf(synset)] && level.length > 0; steps++) {
      level = [...new Set(level.flatMap(parentsOf))];
      for (const each of level) if (!above.has(each) || above.get(each)! > steps) above.set(each, steps);
    }
  }
  return above;
}

/** Is the thing or act that `wide` names a wider word for `narrow`: "vehicle" for "lorry", "kill" for "shoot dead"? In steps up, at most `most`; 0 for no. */
export function stepsWider(wide: string, narrow: string, most = NEAR_STEPS): number {
  const ours = entryFor(wide);
  const theirs = ours && entryFor(narrow);
  return theirs ? entryStepsWider(ours!, theirs, most) : 0;
}

/** The same of two entries. */
export function entryStepsWider(ours: Entry, theirs: Entry, most = NEAR_STEPS): number {
  const { close } = ours;
  if (close.length === 0) return 0;
  const above = aboveOf(theirs);
  if (above.size === 0) return 0;
  let best = 0;
  for (let i = 0; i < close.length; i++) {
    const synset = close[i]!;
    const steps = above.get(synset);
    if (steps === undefined || steps > most || (partOf(synset) === 'noun' && depthOf(synset) < TOPMOST)) continue;
    if (best === 0 || steps < best) best = steps;
  }
  return best;
}

/** Are the two listed opposites ("hot", "cold"), or does one resemble the other's opposite ("boiling", "cold")? */
export function entriesAreAntonyms(ours: Entry, theirs: Entry): boolean {
  return ours.antonyms.has(theirs.stem) || likeOppositesOf(ours).has(theirs.stem) || likeOppositesOf(theirs).has(ours.stem);
}

/** The opposites of the heads that an adjective's first sense resembles. */
function likeOppositesOf(entry: Entry): Set<string> {
  return (entry.likeOpposites ??= new Set(
    entry.senses
      .filter(({ synset, rank }) => rank === 1 && partOf(synset) === 'adjective')
      .flatMap(({ synset }) => parentsOf(synset).flatMap(membersOf))
      .flatMap((word) => [...(entryFor(word)?.antonyms ?? [])]),
  ));
}

/** A stem with the words of its first adjective senses and of the heads that these resemble. */
function circleOf(entry: Entry): Set<string> {
  return (entry.circle ??= new Set([entry.stem, ...[...adjectivesOf(entry)].flatMap(membersOf)]));
}

/** Are the two opposites, or words like two that are, on either side: "giant" and "tiny"? Wider than `areAntonyms`: for words in one place. */
export function entriesAreContrary(ours: Entry, theirs: Entry): boolean {
  const against = (ours.contraries ??= new Set([...circleOf(ours)].flatMap((word) => [...(entryFor(word)?.antonyms ?? [])])));
  if (against.size === 0) return false;
  for (const word of circleOf(theirs)) if (against.has(word)) return true;
  return false;
}

/** The first adjective senses and the heads that they resemble. */
function adjectivesOf(entry: Entry): Set<number> {
  return (entry.adjectives ??= new Set(entry.close.filter((synset) => partOf(synset) === 'adjective').flatMap((synset) => [synset, ...parentsOf(synset)])));
}

/** Do two adjectives resemble one another or the same third, or does WordNet name one beside the other: "glad" and "happy"? */
export const areAkin = (a: string, b: string): boolean => ofBoth(a, b, entriesAreAkin);

/** The same of two entries. */
export function entriesAreAkin(ours: Entry, theirs: Entry): boolean {
  if (ours.akin.has(theirs.stem)) return true;
  return haveCommon(adjectivesOf(ours), adjectivesOf(theirs));
}

function haveCommon(a: Set<number>, b: Set<number>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** What a stem's first senses are narrow kinds of, two steps up for nouns. */
function groupsOf(entry: Entry): Set<number> {
  if (entry.groups) return entry.groups;
  const above = entry.senses
    .filter(({ rank, synset }) => rank === 1 && partOf(synset) !== 'adverb')
    .flatMap(({ synset }) => [...parentsOf(synset), ...(partOf(synset) === 'noun' ? parentsOf(synset).flatMap(parentsOf) : [])]);
  return (entry.groups = new Set(above.filter((synset) => partOf(synset) !== 'noun' || depthOf(synset) >= TOPMOST)));
}

/** Are the two different kinds of one narrow thing: "guitar" and "piano"? Only the first senses, the wider thing at most two steps up. */
export function entriesAreSiblings(ours: Entry, theirs: Entry): boolean {
  return ours !== theirs && haveCommon(groupsOf(ours), groupsOf(theirs)) && !entriesAreSynonyms(ours, theirs) && entryStepsWider(ours, theirs) === 0 && entryStepsWider(theirs, ours) === 0;
}
