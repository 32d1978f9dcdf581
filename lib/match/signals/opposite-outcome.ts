// Opposite outcomes of one event: one side advanced, the other says they were driven back. Silent unless actor, place and
// further words tie both to the same event, and neither side is still to come.
import { predicatesOf } from '../../claims/predicates';
import type { Statement } from '../../model';
import { stemOf } from '../../text/tokens';
import { areOpposite } from '../concepts';
import { reportsDiffer, shareDay, timesApart } from '../occasion';
import { elsewhere } from '../places';
import { rarity } from '../rarity';
import { PROSPECTIVE, said, TRIED, wordsOf, type Finding, type Pair } from './signal';
import { sameActor } from './negation';
import { sidesSwapped } from '../places';

/** Opposites are common words; only plainly the same matter may be judged by them. */
const LEAST_MATCH = 0.5;
const LEAST_ANCHORS = 3;


export function oppositeOutcome(pair: Pair): Finding | null {
  const { claim, evidence, alignment, match } = pair;
  if (match < LEAST_MATCH || alignment.anchors < LEAST_ANCHORS || !sameActor(claim, evidence)) return null;
  if (PROSPECTIVE.has(claim.modality) || PROSPECTIVE.has(evidence.modality)) return null;
  if (claim.polarity !== evidence.polarity || timesApart(claim, evidence, true) || elsewhere(pair)) return null;
  if (reportsDiffer(claim, evidence) && !shareDay(claim, evidence)) return null;
  if (TRIED.test(claim.text) || TRIED.test(evidence.text)) return null;
  const place = alignment.pairs.some(({ claim: ours }) => rarity(ours.stem) > 0.5 && claim.names.some((name) => name.canonical === ours.stem));
  if (!place) return null;
  const ours = wordsOf(claim).tokens;
  const theirs = wordsOf(evidence).tokens;
  for (const a of ours) {
    const b = theirs.find((token) => areOpposite(a.stem, token.stem));
    if (!b || theirs.some((token) => token.stem === a.stem) || ours.some((token) => token.stem === b.stem) || !isDone(claim, a.stem) || !isDone(evidence, b.stem) || sidesSwapped(pair)) continue;
    const words = `“${said(claim, a)}” here, “${said(evidence, b)}” there`;
    return { stance: 'conflicts', strength: Math.min(0.8, 0.4 + match / 2), reason: { signal: 'opposite-outcome', words, claim: [a], evidence: [b] } };
  }
  return null;
}

/** Is it said as a verb of the sentence, and not denied? "Captured defenders" are not a capture. */
function isDone(statement: Statement, stem: string): boolean {
  return predicatesOf(said(statement, { start: 0, end: statement.text.length })).some(({ root, negated }) => !negated && stemOf(root.split(' ')[0]!) === stem);
}
