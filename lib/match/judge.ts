// One claim, one stored statement → stance, confidence and the reason. The gate asks whether the two speak of the same
// matter; the signals then look for witnesses. No stance without one; unsure means related, or nothing.
import type { Reason, Stance, Statement } from '../model';
import { align } from './align';
import { agreement } from './signals/agreement';
import { date } from './signals/date';
import { denial } from './signals/denial';
import { negation } from './signals/negation';
import { oppositeOutcome } from './signals/opposite-outcome';
import { prospect } from './signals/prospect';
import { quantity } from './signals/quantity';
import { said, type Finding, type Pair, type Signal } from './signals/signal';

/** In the order they are asked. A finding that makes a pair merely related silences `agreement`. */
const SIGNALS: readonly Signal[] = [quantity, date, denial, negation, prospect, oppositeOutcome];

/** Below this two statements share words, not a matter. Random pairs within one topic reach it in 2 of 100 cases. */
const LEAST_MATCH = 0.27;
const LEAST_ANCHORS = 2;
/** A conflict is shown from this strength on; a weaker one is only related. */
const LEAST_CONFLICT = 0.55;

export interface Judgement {
  stance: Stance;
  /** 0 to 1. */
  confidence: number;
  reason: Reason | null;
}

/** Judges what a stored statement says of a claim. */
export function judge(claim: Statement, evidence: Statement, cosine: number | null = null): Judgement {
  const alignment = align(claim, evidence);
  if (alignment.pairs.length === 0 && claim.quantities.length === 0) return { stance: 'unrelated', confidence: 1, reason: null };
  const pair: Pair = { claim, evidence, alignment, match: Math.sqrt(alignment.claimCoverage * alignment.evidenceCoverage), cosine };
  const findings = SIGNALS.flatMap((signal) => signal(pair) ?? []);
  const conflict = strongest(findings, 'conflicts');
  const silenced = strongest(findings, 'related');
  if (conflict && conflict.strength >= LEAST_CONFLICT) return shown(conflict);
  const support = strongest(findings, 'corroborates') ?? (silenced ? null : agreement(pair));
  if (support && !conflict) return shown(support);
  if (silenced) return shown(silenced);
  if (pair.match < LEAST_MATCH || alignment.anchors < LEAST_ANCHORS || !(sharesName(pair) || plainlyAlike(pair))) return { stance: 'unrelated', confidence: 1 - pair.match, reason: null };
  return { stance: 'related', confidence: pair.match, reason: sameMatter(pair) };
}

/** Without a name or a day in common, words alone make two statements of one matter only when there are many of them. */
const PLAIN_MATCH = 0.45;
const PLAIN_ANCHORS = 3;

function plainlyAlike({ match, alignment }: Pair): boolean {
  return match >= PLAIN_MATCH && alignment.anchors >= PLAIN_ANCHORS;
}

function sharesName({ claim, alignment }: Pair): boolean {
  return alignment.pairs.some(({ claim: { stem } }) => stem.startsWith('on:') || claim.names.some(({ canonical }) => canonical === stem));
}

function strongest(findings: Finding[], stance: Stance): Finding | null {
  return findings.filter((finding) => finding.stance === stance).sort((a, b) => b.strength - a.strength)[0] ?? null;
}

function shown({ stance, strength, reason }: Finding): Judgement {
  return { stance, confidence: strength, reason };
}

function sameMatter({ claim, alignment }: Pair): Reason {
  const shared = [...alignment.pairs].sort((a, b) => b.weight - a.weight).slice(0, 4);
  return {
    signal: 'same-matter',
    words: `both mention ${shared.map(({ claim: term }) => said(claim, term.span)).join(', ')}`,
    claim: shared.map((p) => p.claim.span),
    evidence: shared.map((p) => p.evidence.span),
  };
}
