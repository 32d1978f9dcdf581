// A set's pairs as inputs and outcomes → what the combiner would decide on them with its weights fitted anew, for measurement
// only: on the pairs of another file of the set, or, without one, on four fifths of the same pairs at a time.
import { combine, type Weights } from '../../lib/match/combine';
import { fit, likeliestOf, type Example } from './fit';
import type { Judged } from './judged-pairs';
import { sampled } from './scores';
import { SIGNS } from './signs';
import type { Decision } from './stance-scores';

/** Examples fitted on at most, evenly spread over the file. Of 150, 300, 600 and 900 on four sets the scores rise no more from 600 on. */
export const MOST_FITTED = 1500;
export const FOLDS = 5;
/** The penalty is so much over the number of examples: a prior of one width. Between 0.5 and 2 five sets' scores moved by .015 at most. */
const PENALTY = 1;
/** Where macro-F1 counts, rare outcomes are weighted half way up to the common ones: of 0, ½ and 1 the best or within .01 of it on five sets. */
const BALANCE = 0.5;
/** Steps of the fit; the loss after 3,000 is lower by less than .0002. */
const STEPS = 400;

/** Decides on every pair with refitted weights; `decided` is the likeliest stance, `odds` the likelihoods, and there is no signal. */
export function refitted(pairs: readonly Judged[], examples: readonly Example[], byAccuracy: boolean): Decision[] {
  const options = { balance: byAccuracy ? 0 : BALANCE };
  if (examples.length > 0) {
    const weights = weightsOf(examples, options.balance);
    return pairs.map((pair) => decision(pair, weights));
  }
  const groups = new Map([...new Set(pairs.map(({ group }) => group))].map((group, i) => [group, i % FOLDS]));
  const decisions: Decision[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = ({ group }: Judged): boolean => groups.get(group) === fold;
    const others = pairs.filter((pair) => !isHeld(pair)).map(({ inputs, expected }) => ({ inputs, stance: expected }));
    const weights = weightsOf(others, options.balance);
    pairs.forEach((pair, i) => {
      if (isHeld(pair)) decisions[i] = decision(pair, weights);
    });
  }
  return decisions;
}

function weightsOf(examples: readonly Example[], balance: number): Partial<Weights> {
  const some = sampled([...examples], MOST_FITTED);
  return fit(some, Object.keys(some[0]?.inputs ?? {}), SIGNS, { penalty: PENALTY / some.length, balance, steps: STEPS });
}

function decision({ expected, inputs, labelled }: Judged, weights: Partial<Weights>): Decision {
  const odds = combine(inputs, weights);
  return { expected, decided: likeliestOf(odds), signal: null, odds, labelled };
}
