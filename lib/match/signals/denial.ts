// A denial beside a statement of what is denied, by or about the same actor. The denied act and the reported one share a
// news concept ("targeting", "struck") and its object. Silent when neither side denies, or both do.
import { DENIALS } from '../../claims/attribution';
import type { Span, Statement } from '../../model';
import { conceptsOf } from '../concepts';
import { sameActor } from './negation';
import type { Finding, Pair } from './signal';

export function denial({ claim, evidence, alignment }: Pair): Finding | null {
  const weDeny = denies(claim);
  if (weDeny === denies(evidence) || (weDeny ? evidence : claim).polarity !== 'affirmed') return null;
  if (!sameActor(claim, evidence)) return null;
  const acts = alignment.pairs.filter(({ claim: ours, evidence: theirs }) => conceptsOf(ours.stem).some((concept) => conceptsOf(theirs.stem).includes(concept)) || ours.stem === theirs.stem).filter(({ claim: ours }) => !claim.names.some((name) => name.canonical === ours.stem));
  if (acts.length < 2) return null;
  const cue = weDeny ? claim.attribution! : evidence.attribution!;
  const who = cue.speaker ?? 'one side';
  const ours: Span[] = acts.map((act) => act.claim.span);
  const theirs: Span[] = acts.map((act) => act.evidence.span);
  return {
    stance: 'related',
    strength: 0.6,
    reason: {
      signal: 'denial',
      words: weDeny ? `${who} denies it here; such an act is stated there` : `stated here; ${who} denies such acts there`,
      claim: weDeny ? [cue.span, ...ours] : ours,
      evidence: weDeny ? theirs : [cue.span, ...theirs],
    },
  };
}

function denies(statement: Statement): boolean {
  return DENIALS.has(statement.attribution?.cue ?? '');
}
