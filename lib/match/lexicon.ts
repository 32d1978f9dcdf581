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

const MOST_STEPS = { noun: 4, verb: 2, adjective: 1, adverb: 0 };
/** What is known of a stem is kept, up to the vocabulary of a long reading session. */
const MOST_KEPT = 20_000;
function kept<T>(cache: Map<string, T>, stem: string, make: () => T): T {
  let value = cache.get(stem);
  if (value === undefined) {
    if (cache.size >= MOST_KEPT) cache.clear();
    value = make();
    cache.set(stem, value);
  }
  return value;
}

const ancestors = new Map<string, Map<number, number>>();
/** The senses above a stem's first two, each with the least steps up to it. */
function ancestorsOf(stem: string): Map<number, number> {
  return kept(ancestors, stem, () => {
    const above = new Map<number, number>();
    for (const { synset, rank } of SENSES.get(stem) ?? []) {
      if (rank > 2) continue;
      let level = [synset];
      for (let steps = 1; steps <= MOST_STEPS[partOf(synset)]; steps++) {
        level = level.flatMap((each) => PARENTS[each]!);
        for (const each of level) if (!above.has(each) || above.get(each)! > steps) above.set(each, steps);
      }
    }
    return above;
  });
}

/** Is the thing or act that `wide` names a wider word for `narrow`: "vehicle" for "lorry", "kill" for "shoot dead"? In steps up, 0 for no. */
export function stepsWider(wide: string, narrow: string): number {
  const senses = SENSES.get(wide);
  if (!senses) return 0;
  const above = ancestorsOf(narrow);
  if (above.size === 0) return 0;
  let best = 0;
  for (const { synset, rank } of senses) {
    const steps = rank > 2 || (partOf(synset) === 'noun' && depthOf(synset) < TOPMOST) ? undefined : above.get(synset);
    if (steps !== undefined && (best === 0 || steps < best)) best = steps;
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

const groups = new Map<string, ReadonlySet<number>>();
/** What a stem's first senses are narrow kinds of, two steps up for nouns. */
function groupsOf(stem: string): ReadonlySet<number> {
  return kept(groups, stem, () => {
    const above = (SENSES.get(stem) ?? []).filter(({ rank, synset }) => rank === 1 && partOf(synset) !== 'adverb').flatMap(({ synset }) => [...PARENTS[synset]!, ...(partOf(synset) === 'noun' ? PARENTS[synset]!.flatMap((parent) => PARENTS[parent]!) : [])]);
    return new Set(above.filter((synset) => partOf(synset) !== 'noun' || depthOf(synset) >= TOPMOST));
  });
}

/** Are the two different kinds of one narrow thing: "guitar" and "piano"? Only the first senses, the wider thing at most two steps up. */
export function areSiblings(a: string, b: string): boolean {
  const ours = groupsOf(a);
  if (a === b || ours.size === 0) return false;
  const theirs = groupsOf(b);
  let meet = false;
  for (const group of theirs) if (ours.has(group)) meet = true;
  return meet && !areSynonyms(a, b) && stepsWider(a, b) === 0 && stepsWider(b, a) === 0;
}
