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
  const like = likeWording(inputs);
  const both: Record<string, number> = { like };
  for (const [name, value] of Object.entries(inputs)) {
    both[`${name} like`] = value * like;
    both[`${name} other`] = value * (1 - like);
  }
  return both;
}

function likeWording(inputs: Readonly<Record<string, number>>): number {
  return Math.max(0, Math.min(1, ((inputs['match'] ?? 0) - LEAST) / (MOST - LEAST)));
}

/** Likelihood of each stance, adding up to 1. A stance whose weights are absent gets 0. */
export function combine(inputs: Readonly<Record<string, number>>, weights: Partial<Weights>): Record<Stance, number> {
  return combiner(weights)(inputs);
}

/** From a pair's inputs the likelihood of each stance. */
export type Combiner = (inputs: Readonly<Record<string, number>>) => Record<Stance, number>;

/** One stance's weights, each with the place of its input in the list of those that are asked for. */
interface Row {
  bias: number;
  places: Int32Array;
  weights: Float64Array;
}

/** The same as `combine` with these weights, which must not change: names are looked up once here rather than for every pair. */
export function combiner(weights: Partial<Weights>): Combiner {
  const { names, rows } = laidOut(weights);
  const values = new Float64Array(names.length);
  return (inputs) => {
    for (let i = 0; i < names.length; i++) values[i] = inputs[names[i]!] ?? 0;
    return likelihoods(rows, values);
  };
}

/** The same as `combine` of the inputs twice (`inWordings`), without making a table of them for every pair. */
export function combinerInWordings(weights: Partial<Weights>): Combiner {
  const { names, rows } = laidOut(weights);
  const values = new Float64Array(names.length);
  const from = names.map((name) => ({ input: /^(.*) (?:like|other)$/.exec(name)?.[1] ?? '', forLike: name.endsWith(' like'), itself: name === 'like' }));
  return (inputs) => {
    const like = likeWording(inputs);
    for (let i = 0; i < from.length; i++) {
      const { input, itself, forLike } = from[i]!;
      values[i] = itself ? like : (inputs[input] ?? 0) * (forLike ? like : 1 - like);
    }
    return likelihoods(rows, values);
  };
}

/** All inputs that any stance weighs, and for each stance in the order of STANCES what it makes of them. */
function laidOut(weights: Partial<Weights>): { names: string[]; rows: (Row | null)[] } {
  const names = [...new Set(STANCES.flatMap((stance) => Object.keys(weights[stance]?.inputs ?? {})))];
  const places = new Map(names.map((name, i) => [name, i]));
  const rows = STANCES.map((stance): Row | null => {
    const of = weights[stance];
    return of ? { bias: of.bias, places: Int32Array.from(Object.keys(of.inputs), (name) => places.get(name)!), weights: Float64Array.from(Object.values(of.inputs)) } : null;
  });
  return { names, rows };
}

function likelihoods(rows: (Row | null)[], values: Float64Array): Record<Stance, number> {
  const [a, b, c, d] = rows.map((row) => scoreOf(row, values)) as [number, number, number, number];
  const most = Math.max(a, b, c, d);
  const powers = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most), Math.exp(d - most)] as const;
  const total = powers[0] + powers[1] + powers[2] + powers[3];
  const [corroborates, conflicts, related, unrelated] = powers;
  return { corroborates: corroborates / total, conflicts: conflicts / total, related: related / total, unrelated: unrelated / total };
}

function scoreOf(row: Row | null, values: Float64Array): number {
  if (row === null) return -Infinity;
  const { bias, places, weights } = row;
  let sum = bias;
  for (let i = 0; i < places.length; i++) sum += weights[i]! * values[places[i]!]!;
  return sum;
}
