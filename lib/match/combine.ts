// Named numbers of a pair (inputs.ts) and a few reviewed weights (combiner.json) → how likely each stance is. A softmax over
// linear scores; the signs of the weights are constrained when they are fitted (scripts/fit-combiner.ts), so that no witness of
// conflict can ever speak for agreement. Knows no text.
import type { Stance } from '../model';

export const STANCES = ['corroborates', 'conflicts', 'related', 'unrelated'] as const satisfies readonly Stance[];

/** For each stance its bias and the weight of each input by name. */
export type Weights = Record<Stance, { bias: number; inputs: Record<string, number> }>;

/** From LEAST to MOST of the words in common a pair passes from being told in other words to being told in like words. */
const [LEAST, MOST] = [0.3, 0.7];

/**
 * The inputs twice, so that they may weigh differently in a pair told in like words ("name like", with `like` itself) and in one told in
 * other words ("name other"): shared words tell little of an agreement between two outlets' own wordings, and nearly all between two
 * copies of an agency's. The share of each is by `match`, 0 to 1.
 */
export function inWordings(inputs: Readonly<Record<string, number>>): Record<string, number> {
  const like = Math.max(0, Math.min(1, ((inputs['match'] ?? 0) - LEAST) / (MOST - LEAST)));
  const both: Record<string, number> = { like };
  for (const [name, value] of Object.entries(inputs)) {
    both[`${name} like`] = value * like;
    both[`${name} other`] = value * (1 - like);
  }
  return both;
}

/** Likelihood of each stance, adding up to 1. A stance whose weights are absent gets 0. */
export function combine(inputs: Readonly<Record<string, number>>, weights: Partial<Weights>): Record<Stance, number> {
  const scores = STANCES.map((stance) => {
    const of = weights[stance];
    if (!of) return -Infinity;
    let sum = of.bias;
    for (const [name, weight] of Object.entries(of.inputs)) sum += weight * (inputs[name] ?? 0);
    return sum;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return Object.fromEntries(STANCES.map((stance, i) => [stance, powers[i]! / total])) as Record<Stance, number>;
}
