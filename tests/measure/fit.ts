// Labelled inputs → the combiner's weights: softmax regression by full-batch Adam with an L2 penalty, classes weighted alike, the
// signs of the weights held (projection after every step). Deterministic; knows no text and no set.
import { combine, STANCES, type Weights } from '../../lib/match/combine';
import type { Stance } from '../../lib/model';

export interface Example {
  inputs: Readonly<Record<string, number>>;
  stance: Stance;
  /** 1 unless told otherwise. */
  weight?: number;
}

/** Which way an input may speak for a stance: 1 only for it, −1 only against it; absent: either way. */
export type Signs = Partial<Record<Stance, Record<string, 1 | -1>>>;

export interface FitOptions {
  /** Penalty on the squared weights, per example. */
  penalty?: number;
  steps?: number;
  /** How far the classes are weighted to count alike: 0 as they come, 1 all alike. */
  balance?: number;
}

const RATE = 0.05;

/** Fits weights for the stances that the examples have. */
export function fit(examples: Example[], names: readonly string[], signs: Signs, { penalty = 0.002, steps = 600, balance = 1 }: FitOptions = {}): Partial<Weights> {
  const stances = STANCES.filter((stance) => examples.some((example) => example.stance === stance));
  const [k, d] = [stances.length, names.length];
  const xs = examples.map(({ inputs }) => Float64Array.from(names, (name) => inputs[name] ?? 0));
  const ys = examples.map(({ stance }) => stances.indexOf(stance as (typeof STANCES)[number]));
  const own = examples.map(({ weight = 1 }) => weight);
  const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
  const counts = stances.map((_, c) => sum(own.filter((_, i) => ys[i] === c)));
  const all = sum(own);
  const ws = own.map((weight, i) => weight * Math.pow(all / (k * counts[ys[i]!]!), balance));
  const mass = sum(ws);
  const size = k * (d + 1);
  const [theta, m, v, grad] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const allowed = stances.map((stance) => names.map((name) => signs[stance]?.[name] ?? 0));
  const scores = new Float64Array(k);
  for (let step = 1; step <= steps; step++) {
    grad.fill(0);
    for (let n = 0; n < xs.length; n++) {
      const x = xs[n]!;
      let most = -Infinity;
      for (let c = 0; c < k; c++) {
        let score = theta[c * (d + 1) + d]!;
        for (let j = 0; j < d; j++) score += theta[c * (d + 1) + j]! * x[j]!;
        scores[c] = score;
        if (score > most) most = score;
      }
      let total = 0;
      for (let c = 0; c < k; c++) total += scores[c] = Math.exp(scores[c]! - most);
      for (let c = 0; c < k; c++) {
        const error = (scores[c]! / total - (ys[n] === c ? 1 : 0)) * (ws[n]! / mass);
        const at = c * (d + 1);
        for (let j = 0; j < d; j++) grad[at + j]! += error * x[j]!;
        grad[at + d]! += error;
      }
    }
    for (let i = 0; i < size; i++) {
      const j = i % (d + 1);
      const g = grad[i]! + (j === d ? 0 : penalty * theta[i]!);
      m[i] = 0.9 * m[i]! + 0.1 * g;
      v[i] = 0.999 * v[i]! + 0.001 * g * g;
      theta[i]! -= (RATE * (m[i]! / (1 - 0.9 ** step))) / (Math.sqrt(v[i]! / (1 - 0.999 ** step)) + 1e-8);
      const sign = j === d ? 0 : allowed[Math.floor(i / (d + 1))]![j]!;
      if (sign !== 0 && theta[i]! * sign < 0) theta[i] = 0;
    }
  }
  return Object.fromEntries(stances.map((stance, c) => [stance, { bias: theta[c * (d + 1) + d]!, inputs: Object.fromEntries(names.map((name, j) => [name, theta[c * (d + 1) + j]!])) }])) as Partial<Weights>;
}

/** The likeliest stance by some weights. */
export function likeliest(inputs: Readonly<Record<string, number>>, weights: Partial<Weights>): Stance {
  const odds = combine(inputs, weights);
  return STANCES.reduce((best, stance) => (odds[stance] > odds[best] ? stance : best), 'related' as Stance);
}
