// Named numbers of a pair (inputs.ts) and a few reviewed weights (combiner.json) → how likely each stance is. A softmax over
// linear scores; the signs of the weights are constrained when they are fitted (scripts/fit-combiner.ts), so that no witness of
// conflict can ever speak for agreement. Knows no text.
import type { Stance } from '../model';

export const STANCES = ['corroborates', 'conflicts', 'related', 'unrelated'] as const satisfies readonly Stance[];

/** For each stance its bias and the weight of each input by name. */
export type Weights = Record<Stance, { bias: number; inputs: Record<string, number> }>;

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
