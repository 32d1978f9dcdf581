// The figures of two statements → which of them measure one thing, and whether they agree or clash. One pairing for all: the
// combiner takes its numbers from it, the quantity signal its witnesses. Decides no stance.
import type { Quantity, Statement } from '../model';
import { sameConcept } from './concepts';
import { areSynonyms, stepsWider } from './lexicon';
import { isSum, isThing, measuresAt } from './measures';
import { areCompatible, areComplements, inOneUnit, overlap, sameFigure, sizeOf } from './values';

/** A figure of at least so much is unlikely to recur by chance with the same measure. */
export const TELLING = 1000;
/** So far apart, two figures can't be meant for one thing: two passports, 40 million passports. */
const UNLIKE = 100;
/** Figures up to this recur everywhere, and so do their sums. */
const SMALL = 12;
const TIME = /^(?:day|month|year)$/;

export interface FigurePair {
  claim: Quantity;
  evidence: Quantity;
  /** `other`: one unit, but another thing measured, a part beside the whole, or values that neither agree nor exclude each other. */
  verdict: 'agree' | 'clash' | 'other';
  /** 0 to 1: how surely both measure one thing. */
  weight: number;
  /** Do the words alone say whether both measure one thing? Only such a pair is a witness by itself. */
  sure: boolean;
  /** Does each side give only this one figure of its unit? */
  lone: boolean;
}

export interface FigureComparison {
  agree: number;
  /** Agreement of figures that hardly recur by chance. */
  telling: number;
  clash: number;
  /** Figures of one unit that count different things. */
  other: number;
  /** The claim gives a figure, the evidence gives none of its unit. */
  missing: number;
  /** One counts over a day or week, the other over another stretch. */
  periods: number;
  /** A side says that the count rose, or goes on. */
  grows: number;
  pairs: FigurePair[];
}

const WINDOW = /\b(?:(?:past|last|previous) (?:\d+ |\p{L}+ )?(?:hours?|days?|night|weeks?|months?|years?|quarter)|(?:per|a|each|every) (?:day|week|month|year)|daily|weekly|monthly|annual\w*|overnight|(?:first|second|third|fourth) quarter|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/iu;
const GROWS = /\b(?:r(?:ise|isen|ose|ises|ising) to|climb\w* to|reach\w*|so far|already|to date|as of|now (?:stands?|at)|stands? at|since|mount\w* to|up from|increas\w* to|jump\w* to|grown? to|grew to|still (?:missing|rising)|latest|toll)\b/iu;

const told = new WeakMap<Statement, { window: boolean; grows: boolean }>();

/** Does a statement count over a stretch of time, and does it say that the count rose? Kept while the statement lives. */
function tellsOf(statement: Statement): { window: boolean; grows: boolean } {
  let tells = told.get(statement);
  if (!tells) {
    tells = { window: WINDOW.test(statement.text), grows: GROWS.test(statement.text) };
    told.set(statement, tells);
  }
  return tells;
}

/** Compares the figures of a claim with those of the evidence. */
export function compareFigures(claim: Statement, evidence: Statement): FigureComparison {
  const pairs = pairFigures(claim, evidence);
  const best = (verdict: FigurePair['verdict']): number => pairs.reduce((most, pair) => (pair.verdict === verdict ? Math.max(most, pair.weight) : most), 0);
  return {
    agree: best('agree'),
    telling: pairs.reduce((most, { verdict, claim: figure, weight }) => (verdict === 'agree' ? Math.max(most, weight * telling(figure)) : most), 0),
    clash: unsettled(pairs).reduce((most, { weight }) => Math.max(most, weight), 0),
    other: best('other'),
    missing: claim.quantities.some((a) => !pairs.some((pair) => pair.claim === a)) ? 1 : 0,
    periods: tellsOf(claim).window !== tellsOf(evidence).window ? 1 : 0,
    grows: tellsOf(claim).grows || tellsOf(evidence).grows ? 1 : 0,
    pairs,
  };
}

/** Clashes of figures that agree with no other: in "89 of 400" against "400" nothing clashes. */
export function unsettled(pairs: readonly FigurePair[]): FigurePair[] {
  return pairs.filter((pair) => pair.verdict === 'clash' && !pairs.some((other) => other.verdict === 'agree' && (other.claim === pair.claim || other.evidence === pair.evidence)));
}

/** Every figure of the one side beside every one of the other that is given in the same unit, or can be. */
export function pairFigures(claim: Statement, evidence: Statement): FigurePair[] {
  const last = kept.get(claim);
  if (last?.evidence === evidence) return last.pairs;
  const pairs = pairAll(claim, evidence);
  kept.set(claim, { evidence, pairs });
  return pairs;
}

/** The last pairing of a claim's figures: the signal and the inputs both ask for it. */
const kept = new WeakMap<Statement, { evidence: Statement; pairs: FigurePair[] }>();

function pairAll(claim: Statement, evidence: Statement): FigurePair[] {
  const found: (FigurePair & { values: [Quantity, Quantity] })[] = [];
  for (const ours of claim.quantities) {
    for (const theirs of evidence.quantities) {
      const values = inOneUnit(claim, ours, evidence, theirs);
      if (values) found.push({ claim: ours, evidence: theirs, ...compare(claim, ours, evidence, theirs, values), lone: false, values });
    }
  }
  for (const pair of found) {
    pair.lone = found.every((other) => other === pair || other.values[0].unit !== pair.values[0].unit);
    if (pair.verdict === 'clash' && addsUp(pair, found)) Object.assign(pair, { verdict: 'agree', weight: 0.6, sure: false });
  }
  return found.map(({ values: _, ...pair }) => pair);
}

type Likeness = Pick<FigurePair, 'verdict' | 'weight' | 'sure'>;
const OTHER: Likeness = { verdict: 'other', weight: 0.5, sure: true };

/** Do two figures measure the same thing, and can both hold? `values` are the two in one unit. */
function compare(claim: Statement, ours: Quantity, evidence: Statement, theirs: Quantity, values: [Quantity, Quantity]): Likeness {
  const [a, b] = values;
  const [near, far] = [measuresAt(claim, ours), measuresAt(evidence, theirs)];
  const shared = near.some((measure) => far.includes(measure));
  const same = sameFigure(a, b);
  if (near.length > 0 && far.length > 0 && !shared && !(near.concat(far).includes('losses') && same)) return OTHER;
  if ((isSum(claim, ours) !== isSum(evidence, theirs) && !same) || areComplements(a, b)) return OTHER;
  const verdict = areCompatible(a, b) ? (ours.implied && theirs.implied ? 'other' : 'agree') : overlap(a, b) || isUnlike(a, b) ? 'other' : 'clash';
  const alike = ours.of !== '' && (ours.of === theirs.of || areSynonyms(ours.of, theirs.of) || sameConcept(ours.of, theirs.of));
  const wider = !alike && ours.of !== '' && theirs.of !== '' ? (stepsWider(ours.of, theirs.of) > 0 ? 1 : stepsWider(theirs.of, ours.of) > 0 ? -1 : 0) : 0;
  // A part is no larger than the whole: 16 children may be among 42 people, 42 children are not among 16.
  const part = verdict === 'clash' && wider !== 0 && (sizeOf(a) > sizeOf(b)) === (wider === 1);
  if (a.unit !== 'count') return measured(a, verdict, alike || wider !== 0, shared, same, isThing(ours) && isThing(theirs));
  const bothTold = near.length > 0 === far.length > 0;
  const telling = same && sizeOf(a) >= TELLING;
  if (alike) return { verdict, weight: shared ? 1 : 0.9, sure: shared || bothTold || telling };
  if (wider !== 0) return { verdict, weight: part ? 0.6 : shared ? 1 : 0.9, sure: verdict === 'agree' && shared && same };
  if (shared) return { verdict, weight: 0.8, sure: !(isThing(ours) && isThing(theirs)) || (verdict === 'agree' && Math.min(sizeOf(a), sizeOf(b)) >= TELLING) };
  return ours.of === '' || theirs.of === '' ? { verdict, weight: 0.5, sure: verdict === 'agree' && telling } : { verdict, weight: 0.25, sure: false };
}

/** Measures, money and shares: the unit itself says half of what is measured. Durations recur everywhere. */
function measured(a: Quantity, verdict: Likeness['verdict'], alike: boolean, shared: boolean, same: boolean, things: boolean): Likeness {
  if (TIME.test(a.unit)) return { verdict, weight: alike || shared ? 1 : 0.7, sure: false };
  if (a.unit === 'percent' && things && !alike && !shared) return { verdict, weight: 0.7, sure: false };
  return { verdict, weight: alike || shared ? 1 : 0.7, sure: alike || shared || (verdict === 'agree' && same) };
}

function isUnlike(a: Quantity, b: Quantity): boolean {
  return Math.max(sizeOf(a), sizeOf(b)) > UNLIKE * Math.min(sizeOf(a), sizeOf(b));
}

/** "Some 300 captives" beside "112 men to the one and 188 to the other": does the larger figure count two of the other side's together? */
function addsUp(pair: FigurePair & { values: [Quantity, Quantity] }, all: readonly (FigurePair & { values: [Quantity, Quantity] })[]): boolean {
  const [whole, part] = sizeOf(pair.values[0]) > sizeOf(pair.values[1]) ? [0, 1] as const : [1, 0] as const;
  const key = whole === 0 ? 'claim' : 'evidence';
  return all.some((other) => other !== pair && other[key] === pair[key] && other.values[part] !== pair.values[part] && sizeOf(pair.values[part]) + sizeOf(other.values[part]) === sizeOf(pair.values[whole]) && sizeOf(pair.values[whole]) > SMALL);
}

/** How telling a value is: round small ones recur everywhere. */
function telling({ min, max }: Quantity): number {
  const value = Math.abs(min ?? max ?? 0);
  const digits = String(value).replace(/0+$/, '').replace('.', '').length;
  return Math.min(1, 0.2 + 0.25 * (digits - 1) + 0.1 * Math.log10(value + 1));
}
