// Stems → the news concepts they report, and which words oppose which. Two small reviewed lists; WordNet's own opposites
// and siblings lead astray in news (docs/decisions/0004-matching.md).
import { stemOf } from '../text/tokens';
import concepts from './concepts.json' with { type: 'json' };
import opposites from './opposites.json' with { type: 'json' };

export interface Concept {
  name: string;
  /** Tells counts apart: killed is not wounded. */
  measure: boolean;
  /** Happens once to a given actor and place, so that two dates clash. */
  once: boolean;
  /** A step that may come once more: a second call-up is not the first. */
  event: boolean;
}

const BY_STEM = new Map<string, Concept[]>();
for (const { name, measure = false, once = false, event = false, words } of concepts.concepts as { name: string; measure?: boolean; once?: boolean; event?: boolean; words: string[] }[]) {
  const concept = { name, measure, once, event };
  for (const word of words) BY_STEM.set(stemOf(word), [...(BY_STEM.get(stemOf(word)) ?? []), concept]);
}

const NONE: Concept[] = [];

/** The concepts a stem reports; most stems report none. */
export function conceptsOf(stem: string): Concept[] {
  return BY_STEM.get(stem) ?? NONE;
}

/** Do two stems report the same concept? */
export function sameConcept(a: string, b: string): boolean {
  const of = conceptsOf(a);
  return of.length > 0 && conceptsOf(b).some((concept) => of.includes(concept));
}

type Sides = Map<string, { pair: number; side: number }[]>;
function sides(pairs: string[][][]): Sides {
  const map: Sides = new Map();
  pairs.forEach((pair, i) =>
    pair.forEach((words, side) => {
      for (const word of words) map.set(stemOf(word), [...(map.get(stemOf(word)) ?? []), { pair: i, side }]);
    }),
  );
  return map;
}
const OUTCOMES = sides(opposites.pairs);
const QUALIFIERS = sides(opposites.qualifiers);

function opposed(map: Sides, a: string, b: string): boolean {
  const of = map.get(a);
  const other = of && map.get(b);
  return other !== undefined && of!.some((x) => other.some((y) => x.pair === y.pair && x.side !== y.side));
}

/** Can the two outcomes not both hold? "advance" and "retreat". */
export const areOpposite = (a: string, b: string): boolean => opposed(OUTCOMES, a, b);

/** Do the two words single out different things of one kind? A "general" mobilisation is not a "partial" one. */
export const tellApart = (a: string, b: string): boolean => opposed(QUALIFIERS, a, b);

/** Does this stem single out one of several kinds? */
export const isQualifier = (stem: string): boolean => QUALIFIERS.has(stem);

const AGAIN = new Set(opposites.again);
/** Is this lower-case word one for "once more"? "a second wave", "no further mobilisation". */
export const isAgain = (lower: string): boolean => AGAIN.has(lower);
