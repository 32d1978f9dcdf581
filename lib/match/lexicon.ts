// Stems → how WordNet relates them: same sense, a kind of, opposite, derived, two kinds of one thing. Works on the first senses
// only (scripts/compile-lexicon.ts); far senses lead astray. Knows no statements.
import lexicon from './lexicon.json' with { type: 'json' };

/** Synsets as read: numbers of what each is a kind of, and stem → synsets with the rank of the sense. */
const PARENTS: number[][] = [];
const SENSES = new Map<string, { synset: number; rank: number }[]>();
lexicon.synsets.forEach((line, synset) => {
  const colon = line.indexOf(':');
  PARENTS.push(colon === 0 ? [] : line.slice(0, colon).split(',').map((parent) => parseInt(parent, 36)));
  if (colon + 1 === line.length) return;
  for (const word of line.slice(colon + 1).split(' ')) {
    const rank = /\d$/.test(word) ? Number(word.at(-1)) : 1;
    const stem = /\d$/.test(word) ? word.slice(0, -1) : word;
    const senses = SENSES.get(stem);
    if (senses) senses.push({ synset, rank });
    else SENSES.set(stem, [{ synset, rank }]);
  }
});

const pairs = (list: string[]): ReadonlySet<string> => new Set(list);
const ANTONYMS = pairs(lexicon.antonyms);
const DERIVED = pairs(lexicon.derived);
const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const { n: NOUNS, r: ADVERBS, v: VERBS } = lexicon.firstOf;

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb';
function partOf(synset: number): PartOfSpeech {
  if (synset >= VERBS) return 'verb';
  if (synset >= ADVERBS) return 'adverb';
  return synset >= NOUNS ? 'noun' : 'adjective';
}

/** Does WordNet know the stem at all? Example: "coalit" → true, "zelenskyy" → false. */
export function isKnown(stem: string): boolean {
  return SENSES.has(stem);
}

/** The parts of speech in which a stem's first senses stand. Example: "fall" → verb and noun. */
export function partsOf(stem: string): Set<PartOfSpeech> {
  return new Set((SENSES.get(stem) ?? []).map(({ synset }) => partOf(synset)));
}

/** Do two stems share one of their two commonest senses, or is one derived from the other ("destroy", "destruction")? */
export function areSynonyms(a: string, b: string): boolean {
  if (DERIVED.has(key(a, b))) return true;
  const others = SENSES.get(b);
  return others !== undefined && (SENSES.get(a) ?? []).some((sense) => sense.rank <= 2 && others.some((other) => other.rank <= 2 && other.synset === sense.synset));
}

/** Senses so close to the root ("entity", "object", "act") are kinds of anything. Counted in steps from the root. */
const TOPMOST = 3;
const depths = new Map<number, number>();
function depthOf(synset: number): number {
  let depth = depths.get(synset);
  if (depth === undefined) {
    const parents = PARENTS[synset]!;
    depths.set(synset, 0);
    depth = parents.length === 0 ? 0 : 1 + Math.min(...parents.map(depthOf));
    depths.set(synset, depth);
  }
  return depth;
}

/** Steps up from a sense at which another is met; 0 when it is the same or not above within `most` steps. */
function stepsUp(from: number, to: number, most: number): number {
  let level = [from];
  for (let steps = 1; steps <= most; steps++) {
    level = level.flatMap((synset) => PARENTS[synset]!);
    if (level.includes(to)) return steps;
  }
  return 0;
}
const MOST_STEPS = { noun: 4, verb: 2, adjective: 1, adverb: 0 };

/** Is the thing or act that `wide` names a wider word for `narrow`: "vehicle" for "lorry", "kill" for "shoot dead"? In steps up, 0 for no. */
export function stepsWider(wide: string, narrow: string): number {
  let best = 0;
  for (const { synset: to, rank } of SENSES.get(wide) ?? []) {
    if (rank > 2 || (partOf(to) === 'noun' && depthOf(to) < TOPMOST)) continue;
    for (const { synset: from, rank: other } of SENSES.get(narrow) ?? []) {
      if (other > 2 || partOf(from) !== partOf(to)) continue;
      const steps = stepsUp(from, to, MOST_STEPS[partOf(to)]);
      if (steps > 0 && (best === 0 || steps < best)) best = steps;
    }
  }
  return best;
}

/** Are the two listed opposites ("hot", "cold"), or do they resemble two that are ("boiling", "icy")? */
export function areAntonyms(a: string, b: string): boolean {
  if (ANTONYMS.has(key(a, b))) return true;
  return headsOf(a).some((x) => ANTONYMS.has(key(x, b))) || headsOf(b).some((x) => ANTONYMS.has(key(a, x)));
}

const MEMBERS: Map<number, string[]> = new Map();
for (const [stem, senses] of SENSES) for (const { synset, rank } of senses) if (partOf(synset) === 'adjective' && rank === 1) MEMBERS.set(synset, [...(MEMBERS.get(synset) ?? []), stem]);
function headsOf(stem: string): string[] {
  return (SENSES.get(stem) ?? []).filter(({ synset, rank }) => rank === 1 && partOf(synset) === 'adjective').flatMap(({ synset }) => PARENTS[synset]!.flatMap((head) => MEMBERS.get(head) ?? []));
}

/** Are the two different kinds of one narrow thing: "guitar" and "piano"? Only the first senses, the wider thing at most two steps up. */
export function areSiblings(a: string, b: string): boolean {
  if (a === b || areSynonyms(a, b) || stepsWider(a, b) > 0 || stepsWider(b, a) > 0) return false;
  const above = (stem: string): number[] => (SENSES.get(stem) ?? []).filter(({ rank, synset }) => rank === 1 && partOf(synset) !== 'adverb').flatMap(({ synset }) => [...PARENTS[synset]!, ...(partOf(synset) === 'noun' ? PARENTS[synset]!.flatMap((parent) => PARENTS[parent]!) : [])]);
  const ours = above(a).filter((synset) => partOf(synset) !== 'noun' || depthOf(synset) >= TOPMOST);
  return ours.length > 0 && above(b).some((synset) => ours.includes(synset));
}
