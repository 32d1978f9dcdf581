// What the inputs of a pair rest on → findings a reader can check: figures that agree or clash, predicates that say the same or
// the opposite, days that differ. One finding a witness; the combiner has said how much to believe.
import type { Reason, Span, Statement } from '../model';
import { compareFigures } from './figures';
import { named } from './occasion';
import { rarity } from './rarity';
import { datesMeet } from '../text/dates';
import { DENIALS } from '../claims/attribution';
import type { Inputs } from './inputs';
import { said, type Finding, type Pair } from './signals/signal';

/** Aligned words as common as this make no receipt. */
const LEAST_RARITY = 0.35;
const MOST_ALIGNED = 5;
/** A predicate this sure may decide: a strong frame, or a verb that both use. */
const LEAST_PREDICATE = 0.7;

/** The witnesses of conflict or agreement in a pair, the surest first; strengths are those of the inputs, 0 to 1. */
export function witnessesOf(pair: Pair, { numbers, predicates }: Inputs, stance: 'conflicts' | 'corroborates'): Finding[] {
  const { claim, evidence } = pair;
  const found: Finding[] = [];
  const add = (strength: number, signal: Reason['signal'], words: string, ours: Span, theirs: Span): void => {
    found.push({ stance, strength, reason: { signal, words, claim: [ours], evidence: [theirs] } });
  };
  const sign = stance === 'conflicts' ? -1 : 1;
  const verdict = stance === 'conflicts' ? 'clash' : 'agree';
  const figures = compareFigures(claim, evidence).pairs.filter((each) => each.verdict === verdict).sort((a, b) => b.weight - a.weight)[0];
  if (figures) {
    const [here, there] = [said(claim, figures.claim.span), said(evidence, figures.evidence.span)];
    const words = sign < 0 ? `${here} here, ${there} there` : here === there ? `both give ${here}` : `${here} here, ${there} there: figures that fit`;
    add(sign < 0 ? Math.max(numbers['figuresClash']!, numbers['figuresClashAlone']!) : Math.max(numbers['figuresAgree']! * 0.8, numbers['figuresAgreeTelling']!), 'quantity', words, figures.claim.span, figures.evidence.span);
  }
  const predicate = predicates.find((each) => each.sign === sign && each.weight >= LEAST_PREDICATE);
  if (predicate) {
    const [here, there] = [said(claim, widened(claim, predicate.claim)), said(evidence, widened(evidence, predicate.evidence))];
    const words = sign < 0 ? `“${here}” here, “${there}” there` : here === there ? `both say “${here}”` : `“${here}” and “${there}”`;
    add(predicate.weight * 0.7, sign > 0 ? 'agreement' : predicate.negated ? 'negation' : 'opposite-outcome', words, widened(claim, predicate.claim), widened(evidence, predicate.evidence));
  }
  if (sign < 0) {
    const [a, b] = apart(claim, evidence);
    if (a && b) add(0.3 + numbers['dayApart']! / 2, 'date', `${said(claim, a)} here, ${said(evidence, b)} there`, a, b);
    const denier = [claim, evidence].find((statement) => DENIALS.has(statement.attribution?.cue ?? ''));
    const cue = denier?.attribution;
    if (denier && cue && numbers['denied']! > 0 && predicates.some(({ weight }) => weight >= LEAST_PREDICATE)) {
      const main = { start: 0, end: 0 };
      const words = `${cue.speaker ?? 'one side'} denies it ${denier === claim ? 'here' : 'there'}`;
      found.push({ stance, strength: numbers['denied']!, reason: { signal: 'denial', words, claim: denier === claim ? [cue.span] : [main].slice(1), evidence: denier === evidence ? [cue.span] : [main].slice(1) } });
    }
  } else if (!predicate && numbers['match']! > 0) {
    const shared = sharedOf(pair);
    const first = shared[0];
    if (first) found.push({ stance, strength: 0.3, reason: { signal: 'agreement', words: `both speak of ${shared.map((each) => said(claim, each.claim.span)).join(', ')}`, claim: shared.map((each) => each.claim.span), evidence: shared.map((each) => each.evidence.span) } });
  }
  return found.sort((a, b) => b.strength - a.strength);
}

/** The telling words that both sides share, as parts that speak alike. */
export function alignedOf(pair: Pair): NonNullable<Reason['aligned']> {
  const shared = sharedOf(pair);
  return { claim: shared.map((each) => each.claim.span), evidence: shared.map((each) => each.evidence.span) };
}

function sharedOf({ alignment }: Pair): Pair['alignment']['pairs'] {
  return [...alignment.pairs].filter((each) => rarity(each.claim.stem) >= LEAST_RARITY).sort((a, b) => b.weight - a.weight).slice(0, MOST_ALIGNED);
}

/** With the negator that governs it, if one stands close before: "did not sign". */
function widened(statement: Statement, span: Span): Span {
  const before = /(?:\b(?:not|never|no|n['’]t|without|no longer|fail(?:s|ed)? to|refus(?:es?|ed) to)\s+)(?:\p{L}+\s+){0,2}$/iu.exec(statement.text.slice(Math.max(0, span.start - 40), span.start));
  return before ? { start: span.start - before[0].length, end: span.end } : span;
}

/** A day on each side when no day of theirs meets. */
function apart(claim: Statement, evidence: Statement): [Span | null, Span | null] {
  const [ours, theirs] = [claim, evidence].map((statement) => named(statement).filter(({ grain }) => grain === 'day' || grain === 'month'));
  if (!ours?.[0] || !theirs?.[0] || ours.some((x) => theirs.some((y) => datesMeet(x, y)))) return [null, null];
  return [ours[0].span, theirs[0].span];
}
