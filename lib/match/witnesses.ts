// What the inputs of a pair rest on → findings a reader can check: figures that agree or clash, predicates that say the same or
// the opposite, days that differ. One finding a witness; the combiner has said how much to believe.
import type { Name, Reason, Span, Statement, Term } from '../model';
import { unsettled } from './figures';
import { isNounHere } from './grammar';
import { partsOf } from './lexicon';
import { differingDays } from './occasion';
import type { AlignedPair } from './align';
import type { AlignedPredicate } from './predicates';
import { qualifiersDiffer } from './qualifiers';
import { rarity } from './rarity';
import { negatorsBeside, sameLack, type SameLack } from './same-lack';
import { DENIALS } from '../claims/attribution';
import type { Inputs } from './inputs';
import { said, wordsOf, type Finding, type Pair } from './signals/signal';

/** Aligned words as common as this make no receipt. */
const LEAST_RARITY = 0.35;
const MOST_ALIGNED = 5;
/** A predicate this sure may decide: a strong frame, or a verb that both use. */
const LEAST_PREDICATE = 0.7;

/** In longer sentences, in UTF-16 units, any two words may be what is left over; those of our own pairs that differ are shorter. */
const LONGEST_PARTED = 160;

/** The witnesses of conflict or agreement in a pair, the surest first; strengths are those of the inputs, 0 to 1. */
export function witnessesOf(pair: Pair, { numbers, predicates, figures: compared }: Inputs, stance: 'conflicts' | 'corroborates'): Finding[] {
  const { claim, evidence } = pair;
  const found: Finding[] = [];
  const add = (strength: number, signal: Reason['signal'], words: string, ours: Span, theirs: Span): void => {
    found.push({ stance, strength, reason: { signal, words, claim: [ours], evidence: [theirs] } });
  };
  const sign = stance === 'conflicts' ? -1 : 1;
  const fitting = sign < 0 ? unsettled(compared.pairs) : compared.pairs.filter(({ verdict }) => verdict === 'agree');
  const figures = fitting.sort((a, b) => b.weight - a.weight)[0];
  if (figures) {
    const [here, there] = [said(claim, figures.claim.span), said(evidence, figures.evidence.span)];
    const words = sign < 0 ? `${here} here, ${there} there` : here === there ? `both give ${here}` : `${here} here, ${there} there: figures that fit`;
    add(sign < 0 ? Math.max(numbers['figuresClash']!, numbers['figuresClashAlone']!) : Math.max(numbers['figuresAgree']! * 0.8, numbers['figuresAgreeTelling']!), 'quantity', words, figures.claim.span, figures.evidence.span);
  }
  const lack = sign < 0 ? sameLack(pair) : null;
  const predicate = predicates.find((each) => each.sign === sign && each.weight >= LEAST_PREDICATE && !(sign < 0 && each.negated && (isThing(pair, each) || tellsApart(pair, each) || isOf(lack, each))));
  if (predicate) {
    const [ours, theirs] = [widened(claim, predicate.claim), widened(evidence, predicate.evidence)];
    const [here, there] = [said(claim, ours), said(evidence, theirs)];
    const words = sign < 0 ? `“${here}” here, “${there}” there` : here === there ? `both say “${here}”` : `“${here}” and “${there}”`;
    // The same words on both sides let nobody check in what the two differ.
    if (sign > 0 || here.toLowerCase() !== there.toLowerCase()) add(predicate.weight * 0.7, sign > 0 ? 'agreement' : predicate.negated ? 'negation' : 'opposite-outcome', words, ours, theirs);
  }
  if (sign < 0) {
    const [a, b] = differingDays(claim, evidence)?.map(({ span }) => span) ?? [];
    if (a && b) add(0.3 + numbers['dayApart']! / 2, 'date', `${said(claim, a)} here, ${said(evidence, b)} there`, a, b);
    const denier = [claim, evidence].find((statement) => DENIALS.has(statement.attribution?.cue ?? ''));
    const cue = denier?.attribution;
    if (denier && cue && numbers['denied']! > 0 && predicates.some(({ weight }) => weight >= LEAST_PREDICATE)) {
      const words = `${cue.speaker ?? 'one side'} denies it ${denier === claim ? 'here' : 'there'}`;
      found.push({ stance, strength: numbers['denied']!, reason: { signal: 'denial', words, claim: denier === claim ? [cue.span] : [], evidence: denier === evidence ? [cue.span] : [] } });
    }
    const parts = Math.max(claim.text.length, evidence.text.length) <= LONGEST_PARTED ? differingParts(pair, lack) : null;
    if (parts) add(0.2, parts.signal, `“${said(claim, parts.claim)}” here, “${said(evidence, parts.evidence)}” there (where the two part)`, parts.claim, parts.evidence);
  } else if (!predicate) {
    const shared = sharedOf(pair);
    if (shared.length > 0) found.push({ stance, strength: 0.3, reason: { signal: 'agreement', words: `both speak of ${shared.map((each) => said(claim, each.claim.span)).join(', ')}`, claim: shared.map((each) => each.claim.span), evidence: shared.map((each) => each.evidence.span) } });
  }
  return found.sort((a, b) => b.strength - a.strength);
}

/** The telling words that both sides share, as parts that speak alike. */
export function alignedOf(pair: Pair): NonNullable<Reason['aligned']> {
  const shared = sharedOf(pair);
  return { claim: shared.map((each) => each.claim.span), evidence: shared.map((each) => each.evidence.span) };
}

function sharedOf({ alignment }: Pair): AlignedPair[] {
  return sharedTelling(alignment.pairs).slice(0, MOST_ALIGNED);
}

function sharedTelling(pairs: AlignedPair[]): AlignedPair[] {
  return pairs.filter((each) => rarity(each.claim.stem) >= LEAST_RARITY).sort((a, b) => b.weight - a.weight);
}

/** An object's head stands so few words behind its verb. */
const OBJECT_REACH = 5;

/** Is what the one side negates another than what the other says: "did not order a general mobilisation", "ordered a partial mobilisation"? */
function tellsApart({ claim, evidence }: Pair, { claim: span }: AlignedPredicate): boolean {
  const { tokens } = wordsOf(claim);
  const last = tokens.findLastIndex((token) => token.end <= span.end);
  return tokens.slice(0, last + 1 + OBJECT_REACH).some((token) => token.start >= span.start && !token.stop && qualifiersDiffer(claim, evidence, token.stem));
}

/** A negator stands so few words before what it negates, to be named with it: "not found", "no plans to sign". */
const NEGATOR_REACH = 5;

/** With the negator that governs it, if one stands close before in its clause: "did not sign". */
function widened(statement: Statement, span: Span): Span {
  const { tokens, negators } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.start >= span.start);
  const negator = negators.findLast((each) => each.to < at && at - each.to <= NEGATOR_REACH && !/[,;:“”"]/.test(statement.text.slice(each.span.end, span.start)));
  return negator ? { start: negator.span.start, end: span.end } : span;
}

/** Is what one side is said to negate a thing there, rather than something that happens: "not tested", "accusations of testing"? */
function isThing({ claim, evidence }: Pair, { claim: ours, evidence: theirs, frame }: AlignedPredicate): boolean {
  return frame === null && (isNounHere(claim, ours) || isNounHere(evidence, theirs));
}

/** Is it what both lack, or the word by which one side says so? */
function isOf(lack: SameLack | null, { claim, evidence }: AlignedPredicate): boolean {
  return lack !== null && (touches(lack.claim, claim) || touches(lack.evidence, evidence));
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * What each side says that the other does not, where the two differ: names of one kind, else the most telling words, else a negator and
 * what it turns. A lack that both tell of is no difference.
 */
function differingParts({ claim, evidence, alignment }: Pair, lack: SameLack | null): { signal: Reason['signal']; claim: Span; evidence: Span } | null {
  const [ourNames, theirNames] = [namesAmong(claim, alignment.claimRest), namesAmong(evidence, alignment.evidenceRest)];
  for (const a of ourNames) {
    const b = theirNames.find(({ kind }) => kind === a.kind && kind !== 'other');
    if (b) return { signal: a.kind === 'place' ? 'place' : 'actor', claim: a.span, evidence: b.span };
  }
  const apart = (rest: Term[], side: 'claim' | 'evidence'): Term[] => (lack ? rest.filter(({ span }) => !touches(span, lack[side])) : rest);
  const [ours, theirs] = [mostTelling(claim, apart(alignment.claimRest, 'claim')), mostTelling(evidence, apart(alignment.evidenceRest, 'evidence'))];
  if (ours && theirs && plain(claim, ours.span) !== plain(evidence, theirs.span)) return { signal: 'opposite-outcome', claim: widened(claim, ours.span), evidence: widened(evidence, theirs.span) };
  const [no, yes] = [claim, evidence].map((statement) => negatorsBeside(statement, lack).length % 2);
  const shared = sharedTelling(alignment.pairs)[0];
  if (no === yes || !shared) return null;
  const turned = (statement: Statement, span: Span): Span => {
    const { tokens } = wordsOf(statement);
    const negators = negatorsBeside(statement, lack);
    const [first, last] = [tokens[negators[0]!.at]!, tokens[negators[0]!.to]!];
    return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
  };
  return { signal: 'negation', claim: no === 1 ? turned(claim, shared.claim.span) : shared.claim.span, evidence: yes === 1 ? turned(evidence, shared.evidence.span) : shared.evidence.span };
}

/** In small letters and one spelling: "mobilization" is no other word than "mobilisation". */
function plain(statement: Statement, span: Span): string {
  return said(statement, span).toLowerCase().replaceAll('z', 's');
}

function namesAmong(statement: Statement, rest: Term[]): Name[] {
  return statement.names.filter(({ canonical }) => rest.some(({ stem }) => stem === canonical));
}

/** Of the words that found no partner the one that tells most of what happened: verbs before nouns, rare ones before common ones. */
function mostTelling(statement: Statement, rest: Term[]): Term | null {
  const skip = statement.attribution?.span;
  const weight = ({ stem }: Term): number => rarity(stem) * (partsOf(stem).has('verb') ? 1 : 0.6);
  const among = rest.filter(({ stem, span }) => !stem.startsWith('on:') && !statement.names.some(({ canonical }) => canonical === stem) && !(skip && span.start < skip.end && span.end > skip.start));
  return among.sort((a, b) => weight(b) - weight(a))[0] ?? null;
}
