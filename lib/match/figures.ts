// The figures of two statements → how surely some of them agree, clash, or count different things, each 0 to 1. A pairing of
// figures first: same unit, same thing counted. Numbers for the combiner; the signal gives the witness and the reason.
import type { Quantity, Statement } from '../model';
import { inBaseUnit } from '../text/units';
import { conceptsOf } from './concepts';
import { areSynonyms, stepsWider } from './lexicon';
import { areCompatible } from './signals/quantity';
import { wordsOf } from './signals/signal';

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
  pairs: { claim: Quantity; evidence: Quantity; verdict: 'agree' | 'clash' | 'other'; weight: number }[];
}

const WINDOW = /\b(?:(?:past|last|previous) (?:\d+ |\p{L}+ )?(?:hours?|days?|night|weeks?|months?|years?|quarter)|(?:per|a|each|every) (?:day|week|month|year)|daily|weekly|monthly|annual\w*|overnight|(?:first|second|third|fourth) quarter|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/iu;
const GROWS = /\b(?:r(?:ise|isen|ose|ises|ising) to|climb\w* to|reach\w*|so far|already|to date|as of|now (?:stands?|at)|stands? at|since|mount\w* to|up from|increas\w* to|jump\w* to|grown? to|grew to|still (?:missing|rising)|latest|toll)\b/iu;
/** Words this near a figure say what is done to what it counts. */
const REACH = 6;

/** Compares the figures of a claim with those of the evidence. */
export function compareFigures(claim: Statement, evidence: Statement): FigureComparison {
  const pairs: FigureComparison['pairs'] = [];
  for (const a of claim.quantities) {
    for (const b of evidence.quantities) {
      const [x, y] = [inBaseUnit(a), inBaseUnit(b)].map(asPercent) as [Quantity, Quantity];
      if (x.unit !== y.unit) continue;
      const alike = likeness(claim, a, evidence, b);
      if (alike === 0) pairs.push({ claim: a, evidence: b, verdict: 'other', weight: 0.5 });
      else pairs.push({ claim: a, evidence: b, verdict: areCompatible(x, y) ? (a.implied && b.implied ? 'other' : 'agree') : 'clash', weight: alike });
    }
  }
  const best = (verdict: 'agree' | 'clash' | 'other'): number => pairs.reduce((most, pair) => (pair.verdict === verdict ? Math.max(most, pair.weight) : most), 0);
  // A figure that agrees with one of the other side's clashes with none: "89 of 400".
  const settled = pairs.filter(({ verdict }) => verdict === 'agree');
  const clash = pairs.reduce((most, pair) => (pair.verdict === 'clash' && !settled.some((other) => other.claim === pair.claim || other.evidence === pair.evidence) ? Math.max(most, pair.weight) : most), 0);
  return {
    agree: best('agree'),
    telling: settled.reduce((most, { claim: figure, weight }) => Math.max(most, weight * telling(figure)), 0),
    clash,
    other: best('other'),
    missing: claim.quantities.some((a) => !pairs.some((pair) => pair.claim === a)) ? 1 : 0,
    periods: WINDOW.test(claim.text) !== WINDOW.test(evidence.text) ? 1 : 0,
    grows: GROWS.test(claim.text) || GROWS.test(evidence.text) ? 1 : 0,
    pairs,
  };
}

/** A share ("one in five") is so many percent. */
function asPercent(quantity: Quantity): Quantity {
  if (quantity.unit !== 'share') return quantity;
  return { ...quantity, unit: 'percent', min: quantity.min === null ? null : quantity.min * 100, max: quantity.max === null ? null : quantity.max * 100 };
}

/** How telling a value is: round small ones recur everywhere. */
function telling({ min, max }: Quantity): number {
  const value = Math.abs(min ?? max ?? 0);
  const digits = String(value).replace(/0+$/, '').replace('.', '').length;
  return Math.min(1, 0.2 + 0.25 * (digits - 1) + 0.1 * Math.log10(value + 1));
}

/** Do two figures of one unit measure the same thing, 0 to 1? */
function likeness(claim: Statement, a: Quantity, evidence: Statement, b: Quantity): number {
  const [near, far] = [measuresAt(claim, a), measuresAt(evidence, b)];
  const shared = near.some((measure) => far.includes(measure));
  if (near.length > 0 && far.length > 0 && !shared) return 0;
  const same = a.of !== '' && (a.of === b.of || areSynonyms(a.of, b.of) || stepsWider(a.of, b.of) > 0 || stepsWider(b.of, a.of) > 0);
  if (a.unit === 'count') {
    if (same) return shared ? 1 : 0.9;
    if (shared) return 0.8;
    return a.of === '' || b.of === '' ? 0.5 : 0.25;
  }
  return shared || same ? 1 : 0.7;
}

function measuresAt(statement: Statement, { span, of }: Quantity): string[] {
  const own = conceptsOf(of).filter(({ measure }) => measure).map(({ name }) => name);
  if (own.length > 0) return own;
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.end > span.start);
  let nearest: string[] = [];
  let least = REACH + 1;
  for (let i = Math.max(0, at - REACH); i < Math.min(tokens.length, at + REACH + 1); i++) {
    const names = conceptsOf(tokens[i]!.stem).filter(({ measure }) => measure).map(({ name }) => name);
    if (names.length > 0 && Math.abs(i - at) < least) {
      least = Math.abs(i - at);
      nearest = names;
    }
  }
  return nearest;
}
