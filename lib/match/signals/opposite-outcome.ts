// Opposite outcomes of one event: one side advanced, the other says they were driven back. Silent unless actor, place and
// further words tie both to the same event, and neither side is still to come.
import { areOpposite } from '../concepts';
import { rarity } from '../rarity';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';
import { sameActor } from './negation';

/** Opposites are common words; only plainly the same matter may be judged by them. */
const LEAST_MATCH = 0.42;
const LEAST_ANCHORS = 3;

export function oppositeOutcome({ claim, evidence, alignment, match }: Pair): Finding | null {
  if (match < LEAST_MATCH || alignment.anchors < LEAST_ANCHORS || !sameActor(claim, evidence)) return null;
  if (PROSPECTIVE.has(claim.modality) || PROSPECTIVE.has(evidence.modality)) return null;
  if (claim.polarity !== evidence.polarity) return null;
  const place = alignment.pairs.some(({ claim: ours }) => rarity(ours.stem) > 0.5 && claim.names.some((name) => name.canonical === ours.stem));
  if (!place) return null;
  const ours = wordsOf(claim).tokens;
  const theirs = wordsOf(evidence).tokens;
  for (const a of ours) {
    const b = theirs.find((token) => areOpposite(a.stem, token.stem));
    if (!b || theirs.some((token) => token.stem === a.stem) || ours.some((token) => token.stem === b.stem)) continue;
    const words = `“${said(claim, a)}” here, “${said(evidence, b)}” there`;
    return { stance: 'conflicts', strength: Math.min(0.8, 0.4 + match / 2), reason: { signal: 'opposite-outcome', words, claim: [a], evidence: [b] } };
  }
  return null;
}
