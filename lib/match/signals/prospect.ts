// Two statements of what is to come: the same step, by the same actor, once more ("a second wave", "another round"), at
// dates that meet: they agree. Silent when either side is negated, already done, or gives no such tie.
import { datesMeet } from '../../text/dates';
import { conceptsOf, isAgain, tellApart } from '../concepts';
import { rarity } from '../rarity';
import { sameActor } from './negation';
import { alike } from '../qualifiers';
import { PROSPECTIVE, said, wordsOf, type Finding, type Pair } from './signal';
import type { Span, Statement } from '../../model';

/** The word for "once more" stands this close before the step. */
const REACH = 4;

export function prospect({ claim, evidence, alignment, match }: Pair): Finding | null {
  if (claim.polarity !== 'affirmed' || evidence.polarity !== 'affirmed') return null;
  if (!PROSPECTIVE.has(claim.modality) || !PROSPECTIVE.has(evidence.modality)) return null;
  if (claim.modality === 'called-for' || evidence.modality === 'called-for' || claim.modality === 'conditional' || evidence.modality === 'conditional') return null;
  if (!sameActor(claim, evidence)) return null;
  for (const { claim: ours, evidence: theirs, weight } of alignment.pairs) {
    if (weight < 0.4 || rarity(ours.stem) < 0.4 || claim.names.some((name) => name.canonical === ours.stem)) continue;
    if (!alike(ours.stem, theirs.stem) || !(alignment.sameSpeaker || conceptsOf(ours.stem).some(({ event }) => event))) continue;
    const here = againBefore(claim, ours.span);
    const there = againBefore(evidence, theirs.span);
    if (!here || !there || tellApart(here.word, there.word) || datesApart(claim, evidence)) continue;
    const words = `both expect ${said(evidence, { start: there.span.start, end: theirs.span.end })}`;
    return { stance: 'corroborates', strength: Math.min(0.8, 0.5 + match / 2), reason: { signal: 'modality', words, claim: [{ start: here.span.start, end: ours.span.end }], evidence: [{ start: there.span.start, end: theirs.span.end }] } };
  }
  return null;
}

function againBefore(statement: Statement, step: Span): { word: string; span: Span } | null {
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.start === step.start);
  const found = tokens.slice(Math.max(0, at - REACH), Math.max(0, at)).find((token) => isAgain(token.lower));
  return found ? { word: found.lower, span: found } : null;
}

function datesApart(claim: Statement, evidence: Statement): boolean {
  const later = ({ grain }: Statement['dates'][number]): boolean => grain === 'month' || grain === 'quarter' || grain === 'year';
  const ours = claim.dates.filter(later);
  const theirs = evidence.dates.filter(later);
  return ours.length > 0 && theirs.length > 0 && !ours.some((a) => theirs.some((b) => datesMeet(a, b)));
}
