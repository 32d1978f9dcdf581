// A pair of statements → the combiner's inputs that come of comparing the two word by word: in their places (substitutions.ts) and in
// whatever order (support.ts). Decides nothing.
import type { Pair } from '../signals/signal';
import { substitutionsOf } from './substitutions';
import { supportOf } from './support';

/** Named numbers of a pair, each 0 to 1. */
export function wordByWord(pair: Pair): Record<string, number> {
  return { ...substitutionsOf(pair), ...supportOf(pair) };
}
