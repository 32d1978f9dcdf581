// A pair of statements → inputs of the combiner from their wording alone, each 0 to 1: how alike they are as plain text, how far
// each stands behind what it tells, what their negators come to, and which words name one thing. Decides nothing.
import { likenessOf } from './likeness';
import { namedAlike } from './noun-groups';
import type { Pair } from '../signals/signal';
import { standingOf } from './standing';
import { turnsOf } from './turns';

const clip = (value: number): number => Math.max(0, Math.min(1, value));
const flag = (value: boolean): number => (value ? 1 : 0);

/** The inputs by name. `…There` holds of the evidence and not of the claim. */
export function wordingOf({ claim, evidence, alignment, match, cosine }: Pair): Record<string, number> {
  const likeness = likenessOf(claim, evidence, alignment);
  const [ours, theirs] = [standingOf(claim), standingOf(evidence)];
  const turns = turnsOf(claim, evidence, alignment);
  const named = namedAlike(claim, evidence, alignment);
  const anchoring = clip(0.5 * clip(((cosine ?? 0.6) - 0.35) / 0.45) + 0.5 * clip(match / 0.6));
  return {
    letters: likeness.letters,
    order: likeness.order,
    neighbours: likeness.neighbours,
    clause: likeness.clause,
    ourClause: likeness.ourClause,
    refutedThere: flag(theirs.refuted && !ours.refuted),
    refutedHere: flag(ours.refuted && !theirs.refuted),
    upheldThere: flag(theirs.upheld),
    wonderedThere: flag(theirs.wondered),
    doubtedThere: flag(theirs.doubted && !ours.doubted),
    toldThere: flag(theirs.told && !ours.told),
    settledThere: flag(theirs.settled && !ours.settled),
    askedThere: flag(theirs.asked && !ours.asked),
    negationBridged: flag(turns.bridged) * anchoring,
    negationBare: flag(turns.bare) * anchoring,
    negationBoth: flag(turns.both),
    negationInside: flag(turns.inside) * anchoring,
    negationInsideThere: flag(turns.theirs),
    namedAlike: clip(named.same / 2),
    matchNamed: clip(match + named.same / 4),
    namedWider: clip(named.wider),
    namedNarrower: clip(named.narrower),
  };
}
