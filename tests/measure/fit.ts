// Labelled inputs → the combiner's weights, with the signs of the weights held and the classes weighted alike unless told
// otherwise. Deterministic; knows no text and no set.
import { combine, STANCES, type Weights } from '../../lib/match/combine';
import type { Stance } from '../../lib/model';
import { softmaxRegression } from './softmax';

export interface Example {
  inputs: Readonly<Record<string, number>>;
  stance: Stance;
  /** 1 unless told otherwise. */
  weight?: number;
}

/** Which way an input may speak for a stance: 1 only for it, −1 only against it; absent: either way. */
export type Signs = Partial<Record<Stance, Record<string, 1 | -1>>>;

export interface FitOptions {
  /** Penalty on the squared weights, beside the mean loss of an example. */
  penalty?: number;
  steps?: number;
  /** How far the classes are weighted to count alike: 0 as they come, 1 all alike. */
  balance?: number;
}

/** Fits weights for the stances that the examples have. */
export function fit(examples: readonly Example[], names: readonly string[], signs: Signs, { penalty = 0.002, steps = 600, balance = 1 }: FitOptions = {}): Partial<Weights> {
  const stances = STANCES.filter((stance) => examples.some((example) => example.stance === stance));
  const massOf = (of: readonly Example[]): number => of.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const share = new Map(stances.map((stance) => [stance as Stance, massOf(examples) / (stances.length * massOf(examples.filter((example) => example.stance === stance)))]));
  const rows = examples.map(({ inputs, stance, weight = 1 }) => {
    const at = names.flatMap((name, j) => (inputs[name] ? [j] : []));
    return { at, values: at.map((j) => inputs[names[j]!]!), label: stances.indexOf(stance as (typeof STANCES)[number]), weight: weight * share.get(stance)! ** balance };
  });
  const held = stances.flatMap((stance) => names.map((name) => signs[stance]?.[name] ?? 0));
  const theta = softmaxRegression(rows, stances.length, names.length, { penalty, steps, signs: held });
  const stride = names.length + 1;
  return Object.fromEntries(
    stances.map((stance, c) => [stance, { bias: theta[c * stride + names.length]!, inputs: Object.fromEntries(names.map((name, j) => [name, theta[c * stride + j]!])) }]),
  ) as Partial<Weights>;
}

/** The likeliest stance by some weights. */
export function likeliest(inputs: Readonly<Record<string, number>>, weights: Partial<Weights>): Stance {
  return likeliestOf(combine(inputs, weights));
}

/** The likeliest of four likelihoods; `related` where two are alike. */
export function likeliestOf(odds: Readonly<Record<Stance, number>>): Stance {
  return STANCES.reduce((best, stance) => (odds[stance] > odds[best] ? stance : best), 'related' as Stance);
}
