// One claim, one stored statement → stance, confidence and the reason. The gate asks whether the two speak of the same
// matter; the signals then look for witnesses. No stance without one; unsure means related, or nothing.
import type { Reason, Span, Stance, Statement } from '../model';
import { align } from './align';
import { combiner, combinerInWordings, type Weights } from './combine';
import fitted from './combiner.json' with { type: 'json' };
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
import { otherDoer } from './told-apart';
import { witnessesOf, alignedOf } from './witnesses';
import { said, type Finding, type Pair, type Signal } from './signals/signal';

const oddsOf = combinerInWordings(fitted.weights as unknown as Partial<Weights>);
const gateOf = combiner(fitted.gate as unknown as Partial<Weights>);

/** From which likelihoods on a stance is shown plainly; set for precision by cross-validation (combiner.json, docs/decisions/0009-judging.md). */
export interface Point {
  /** Of being of one matter. */
  gate: number;
  conflicts: number;
  corroborates: number;
  /** Enough for agreement where the rule by words alone finds it too. */
  ruled: number;
  /** So much more is asked where the witness is a weak one. */
  weakly: number;
  /** Of being of one matter, to be shown as related at least, unless a rule finds that too. */
  related: number;
  /** From this likelihood of being unrelated on nothing is shown. */
  unrelated: number;
}

/** For two statements that somebody puts side by side. */
export const GIVEN: Point = fitted.points.given;
/** For what a search brings, one of many: most of it is of another matter. */
export const FOUND: Point = fitted.points.found;

/** With fewer words in common than LEAST_MATCH, sentences this unlike are of two matters. Of our own fit half's agreeing or differing pairs 3 in 100 lie below. */
const LEAST_COSINE = 0.45;
/** A rule with a witness of its own stands unless the pair looks less than so much like one matter, or its stance less likely than VETO. */
const RULED_GATE = 0.3;
const VETO = 0.3;
/** Where a rule found what tells the two apart (another period, another measure), a stance asks for so much more. */
const TOLD_APART = 0.1;
/** A weaker witness only says where the two part, not that they can't both hold: with it alone a stance asks for `weakly` more. */
const OWN_WITNESS = 0.25;

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
  /** How surely the two are of one matter, 0 to 1: by this the nearest of several is told. */
  same: number;
  /** Did a rule with a witness of its own decide, rather than the likelihoods? */
  byRule: boolean;
}

/** A pair as the signals see it. `cosine` is that of the two sentences' short vectors, null without an encoder. */
export function pairOf(claim: Statement, evidence: Statement, cosine: number | null): Pair {
  const alignment = align(claim, evidence);
  return { claim, evidence, alignment, match: Math.sqrt(alignment.claimCoverage * alignment.evidenceCoverage), cosine };
}

/** Judges what a stored statement says of a claim. Without `cosine` (no encoder) the rules decide alone. */
export function judge(claim: Statement, evidence: Statement, cosine: number | null = null, point: Point = GIVEN): Judgement {
  const pair = pairOf(claim, evidence, cosine);
  const judgement = decide(pair, cosine, point);
  const apart = judgement.stance === 'corroborates' ? otherDoer(pair) : null;
  if (!apart) return judgement;
  const reason: Reason = { signal: 'actor', kind: 'other-aspect', words: apart.words, claim: [apart.claim], evidence: [apart.evidence] };
  return { ...judgement, stance: 'related', reason, byRule: false };
}

/** Of two undated statements this much likeness, and a name in common, are asked before one contradicts the other. */
const UNDATED_GATE = 0.9;

/** Without any date nobody knows whether two statements speak of one time: what is said of a matter in general is seldom contradicted by a finding. */
function mayDiffer(pair: Pair, same: number): boolean {
  const { claim, evidence, alignment } = pair;
  if (isDated(pair)) return true;
  return same >= UNDATED_GATE && alignment.pairs.some(({ claim: ours, evidence: theirs }) => isNameAt(claim, ours.span) && isNameAt(evidence, theirs.span));
}

function isDated({ claim, evidence }: Pair): boolean {
  return claim.reported !== null || evidence.reported !== null;
}

function isNameAt({ names }: Statement, { start, end }: Span): boolean {
  return names.some(({ span }) => span.start <= start && end <= span.end);
}

function decide(pair: Pair, cosine: number | null, point: Point): Judgement {
  if (cosine === null) return { ...byRules(pair), same: pair.match, byRule: true };
  if (cosine < LEAST_COSINE && pair.match < LEAST_MATCH) return { stance: 'unrelated', confidence: 1 - cosine, reason: null, same: 0, byRule: false };
  const inputs = inputsOf(pair);
  const odds = oddsOf(inputs.numbers);
  const same = gateOf(inputs.numbers).related;
  const ruled = byRules(pair);
  const own = (ruled.stance === 'conflicts' || ruled.stance === 'corroborates') && ruled.reason?.signal !== 'agreement' ? ruled.stance : null;
  const differ = mayDiffer(pair, same);
  if (own && same >= RULED_GATE && odds[own] >= VETO && (own !== 'conflicts' || differ)) return { ...ruled, confidence: Math.max(ruled.confidence, odds[own]), same, byRule: true };
  if (ruled.stance === 'corroborates' && same >= point.gate && odds.corroborates >= Math.max(point.ruled, odds.conflicts)) return { ...ruled, confidence: Math.max(ruled.confidence, odds.corroborates), same, byRule: false };
  const likely = odds.conflicts > odds.corroborates ? 'conflicts' : 'corroborates';
  const toldApart = ruled.stance === 'related' && ruled.reason?.signal !== 'same-matter';
  const surplus = odds[likely] - point[likely] - (toldApart ? TOLD_APART : 0);
  if (same >= point.gate && surplus >= 0) {
    const witness = ruled.stance === likely ? ruled : witnessesOf(pair, inputs, likely).find(({ strength }) => strength >= OWN_WITNESS || (isDated(pair) && surplus >= point.weakly));
    if (witness?.reason && (likely !== 'conflicts' || differ)) return { stance: likely, confidence: odds[likely], reason: { ...witness.reason, aligned: alignedOf(pair) }, same, byRule: false };
  }
  const near = same >= point.related || ruled.stance === 'related';
  if (odds.unrelated >= point.unrelated || !near) return { stance: 'unrelated', confidence: odds.unrelated, reason: null, same, byRule: false };
  return { stance: 'related', confidence: 1 - odds.unrelated, reason: toldApart ? ruled.reason : sameMatter(pair), same, byRule: false };
}

type Ruled = Omit<Judgement, 'same' | 'byRule'>;

/** What the rules alone say: each silent unless its witness and every guard stand. This is all there is without an encoder. */
function byRules(pair: Pair): Ruled {
  const { claim, alignment } = pair;
  if (alignment.pairs.length === 0 && claim.quantities.length === 0) return { stance: 'unrelated', confidence: 1, reason: null };
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

function shown(pair: Pair, { stance, strength, reason }: Finding): Ruled {
  return { stance, confidence: strength, reason: { ...reason, aligned: alignedOf(pair) } };
}

function sameMatter({ claim, alignment }: Pair): Reason {
  const shared = [...alignment.pairs].sort((a, b) => b.weight - a.weight).slice(0, 4);
  return {
    signal: 'same-matter',
    words: shared.length > 0 ? `both mention ${shared.map(({ claim: term }) => said(claim, term.span)).join(', ')}` : 'close in meaning',
    claim: shared.map((p) => p.claim.span),
    evidence: shared.map((p) => p.evidence.span),
  };
}
