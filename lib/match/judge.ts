// One claim, one stored statement → stance, confidence and the reason. The gate asks whether the two speak of the same
// matter; the signals then look for witnesses. No stance without one; unsure means related, or nothing.
import type { Reason, Stance, Statement } from '../model';
import { align } from './align';
import { combine, type Weights } from './combine';
import combiner from './combiner.json' with { type: 'json' };
import { inputsOf } from './inputs';
import { actor } from './signals/actor';
import { agreement } from './signals/agreement';
import { date } from './signals/date';
import { denial } from './signals/denial';
import { modality } from './signals/modality';
import { negation } from './signals/negation';
import { oppositeOutcome } from './signals/opposite-outcome';
import { place } from './signals/place';
import { prospect } from './signals/prospect';
import { quantity } from './signals/quantity';
import { witnessesOf, alignedOf } from './witnesses';
import { said, type Finding, type Pair, type Signal } from './signals/signal';

const WEIGHTS = combiner.weights as unknown as Partial<Weights>;
const GATE = combiner.gate as unknown as Partial<Weights>;
/** From these likelihoods on a stance is shown plainly; set for precision on our own fit half, cross-validated (combiner.json). */
const THRESHOLDS = combiner.thresholds;
/** The gate: with fewer words in common than LEAST_MATCH, sentences this unlike are of two matters. Of our own fit half's agreeing or differing pairs 3 in 100 lie below. */
const LEAST_COSINE = 0.45;
/** Agreement by words alone, which the rules take from topics too, is dropped below this likelihood; a rule with a witness of its own stands. */
const VETO = 0.15;
/** No stance without a witness that stands on its own: a strong frame, a word that both use, a figure of the same measure. */
const LEAST_WITNESS = 0.4;
/** And so is one whose pair looks less than so much like one matter. */
const RULED_GATE = 0.15;
/** Where a rule found what tells the two apart (another period, another measure), a stance asks for so much more. */
const TOLD_APART = 0.15;

/** In the order they are asked. A finding that makes a pair merely related silences `agreement`. */
const SIGNALS: readonly Signal[] = [quantity, date, place, actor, denial, negation, modality, prospect, oppositeOutcome];

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

/** A pair as the signals see it. `cosine` is that of the two sentences' short vectors, null without an encoder. */
export function pairOf(claim: Statement, evidence: Statement, cosine: number | null): Pair {
  const alignment = align(claim, evidence);
  return { claim, evidence, alignment, match: Math.sqrt(alignment.claimCoverage * alignment.evidenceCoverage), cosine };
}

/** Judges what a stored statement says of a claim. */
export function judge(claim: Statement, evidence: Statement, cosine: number | null = null): Judgement {
  const pair = pairOf(claim, evidence, cosine);
  const { alignment } = pair;
  if (alignment.pairs.length === 0 && claim.quantities.length === 0) return { stance: 'unrelated', confidence: 1, reason: null };
  if (cosine !== null && cosine < LEAST_COSINE && pair.match < LEAST_MATCH) return { stance: 'unrelated', confidence: 1 - cosine, reason: null };
  const ruled = byRules(pair);
  if (cosine === null) return ruled;
  const inputs = inputsOf(pair);
  const odds = combine(inputs.numbers, WEIGHTS);
  const { stance } = ruled;
  const same = combine(inputs.numbers, GATE).related;
  if ((stance === 'conflicts' || stance === 'corroborates') && (ruled.reason?.signal !== 'agreement' || (odds[stance] >= VETO && same >= RULED_GATE))) return { ...ruled, confidence: Math.max(ruled.confidence, odds[stance]) };
  const likely = odds.conflicts > odds.corroborates ? 'conflicts' : 'corroborates';
  const told = ruled.reason !== null && ruled.reason.signal !== 'same-matter' && stance === 'related';
  if (same >= THRESHOLDS.gate && odds[likely] >= THRESHOLDS[likely] + (told ? TOLD_APART : 0)) {
    const witness = witnessesOf(pair, inputs, likely)[0];
    if (witness && witness.strength >= LEAST_WITNESS && (alignment.anchors >= LEAST_ANCHORS || likely === 'corroborates')) return shown(pair, { ...witness, strength: odds[likely] });
  }
  if (odds.unrelated >= THRESHOLDS.unrelated) return { stance: 'unrelated', confidence: odds.unrelated, reason: null };
  return stance === 'related' || same < THRESHOLDS.gate ? ruled : { stance: 'related', confidence: 1 - odds.unrelated, reason: sameMatter(pair) };
}

/** What the rules alone say: each silent unless its witness and every guard stand. This is all there is without an encoder. */
function byRules(pair: Pair): Judgement {
  const { alignment } = pair;
  const findings = SIGNALS.flatMap((signal) => signal(pair) ?? []);
  const conflict = strongest(findings, 'conflicts');
  const silenced = strongest(findings, 'related');
  if (conflict && conflict.strength >= LEAST_CONFLICT) return shown(pair, conflict);
  const support = strongest(findings, 'corroborates') ?? (silenced ? null : agreement(pair));
  if (support && !conflict) return shown(pair, support);
  if (silenced) return shown(pair, silenced);
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

function shown(pair: Pair, { stance, strength, reason }: Finding): Judgement {
  return { stance, confidence: strength, reason: { ...reason, aligned: alignedOf(pair) } };
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
