// A pair of statements → what is said to have happened on both sides, aligned, each with the sign in which the two stand: +1 when
// both say the same, −1 when one says what the other negates or its opposite. Parities, not stances; the signals judge.
import type { Span, Statement, Term } from '../model';
import type { Token } from '../text/tokens';
import type { Alignment } from './align';
import { findFrames, type FrameMatch } from './frames';
import { entriesAreAntonyms, entriesAreSynonyms, entryFor, partsOf, type Entry } from './lexicon';
import { rarity } from './rarity';
import { tokenWithin, wordsOf } from './signals/signal';

export interface AlignedPredicate {
  claim: Span;
  evidence: Span;
  sign: 1 | -1;
  /** 0 to 1: how surely the two words tell of one thing. */
  weight: number;
  by: 'frame' | 'word' | 'synonym' | 'antonym';
  /** Is it a negator that turns the sign, rather than opposite words? */
  negated: boolean;
  frame: string | null;
}

const FRAME = 1;
const WEAK_FRAME = 0.5;
const WORD = 0.8;
const SYNONYM = 0.6;
const ANTONYM = 0.6;
/** A noun tells less of what happened than a verb. */
const NOUN = 0.5;

/** Verbs that say of no other what happened. */
const MODALS = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'shall', 'should']);

const framesKept = new WeakMap<Statement, FrameMatch[]>();

/** The frames of a statement, outside its attribution and outside titles. Kept while the statement lives. */
export function framesOf(statement: Statement): FrameMatch[] {
  let frames = framesKept.get(statement);
  if (!frames) {
    const skip = statement.attribution?.span;
    frames = findFrames(wordsOf(statement).tokens).filter(({ span, tokens }) => !isInTitle(statement, span) && !(tokens.length === 1 && isModal(statement, tokens[0]!)) && (!skip || skip.end === skip.start || span.end <= skip.start || span.start >= skip.end));
    framesKept.set(statement, frames);
  }
  return frames;
}

/** The aligned predicates of a pair, surest first. */
export function alignPredicates(claim: Statement, evidence: Statement, alignment: Alignment): AlignedPredicate[] {
  const ours = framesOf(claim);
  const theirs = framesOf(evidence);
  const found: AlignedPredicate[] = [];
  const inFrames: [Set<number>, Set<number>] = [new Set(), new Set()];
  const bestFor = new Map<string, AlignedPredicate & { a: FrameMatch; b: FrameMatch }>();
  for (const a of ours) {
    for (const b of theirs) {
      if (a.frame !== b.frame) continue;
      const weight = (a.weak || b.weak) && !sameWords(claim, a, evidence, b) ? WEAK_FRAME : FRAME;
      const turned = isTurned(claim, a.tokens, a.tokens) !== isTurned(evidence, b.tokens, b.tokens);
      const sign = a.side === b.side ? (turned ? -1 : 1) : turned ? 1 : -1;
      const key = `${a.span.start}`;
      const before = bestFor.get(key);
      // Words that share a frame on one side and oppose each other in another mean the same rather than not.
      if (before && (before.weight > weight || (before.weight === weight && before.sign >= sign))) continue;
      bestFor.set(key, { claim: a.span, evidence: b.span, sign, weight, by: 'frame', negated: turned, frame: a.frame, a, b });
    }
  }
  for (const { a, b, ...predicate } of bestFor.values()) {
    found.push(predicate);
    for (const i of a.tokens) inFrames[0].add(i);
    for (const i of b.tokens) inFrames[1].add(i);
  }
  const [ourTokens, theirTokens] = [wordsOf(claim).tokens, wordsOf(evidence).tokens];
  for (const { claim: x, evidence: y } of alignment.pairs) {
    const [i, j] = [tokenWithin(ourTokens, x.span), tokenWithin(theirTokens, y.span)];
    if (i < 0 || j < 0 || isName(claim, x.span) || isModal(claim, i) || inFrames[0].has(i) || inFrames[1].has(j)) continue;
    const same = x.stem === y.stem;
    const weight = (same ? WORD : SYNONYM) * partWeight(x.stem) * Math.min(1, 0.3 + rarity(x.stem));
    const turned = isTurned(claim, [i], inFrames[0]) !== isTurned(evidence, [j], inFrames[1]);
    found.push({ claim: x.span, evidence: y.span, sign: turned ? -1 : 1, weight, by: same ? 'word' : 'synonym', negated: turned, frame: null });
  }
  const others = alignment.evidenceRest.map((term) => ({ term, entry: entryFor(term.stem) }));
  for (const x of alignment.claimRest) {
    const y = oppositeOf(x, others);
    const [i, j] = y ? [tokenWithin(ourTokens, x.span), tokenWithin(theirTokens, y.span)] : [-1, -1];
    if (!y || i < 0 || j < 0 || inFrames[0].has(i) || inFrames[1].has(j)) continue;
    const turned = isTurned(claim, [i], inFrames[0]) !== isTurned(evidence, [j], inFrames[1]);
    found.push({ claim: x.span, evidence: y.span, sign: turned ? 1 : -1, weight: ANTONYM, by: 'antonym', negated: turned, frame: null });
  }
  return found.sort((p, q) => q.weight - p.weight);
}

function oppositeOf({ stem }: Term, others: { term: Term; entry: Entry | undefined }[]): Term | undefined {
  const ours = entryFor(stem);
  return ours && others.find(({ entry }) => entry !== undefined && entriesAreAntonyms(ours, entry) && !entriesAreSynonyms(ours, entry))?.term;
}

function sameWords(claim: Statement, a: FrameMatch, evidence: Statement, b: FrameMatch): boolean {
  const stems = (statement: Statement, { tokens }: FrameMatch): string => tokens.map((i) => wordsOf(statement).tokens[i]!.stem).join(' ');
  return stems(claim, a) === stems(evidence, b);
}

function partWeight(stem: string): number {
  const parts = partsOf(stem);
  return parts.has('verb') ? 1 : parts.has('adjective') ? 0.7 : NOUN;
}

/** "Will leave" is no word on who is willing. */
function isModal(statement: Statement, at: number): boolean {
  return MODALS.has(wordsOf(statement).tokens[at]!.lower);
}

/** One capitalised word before another: "New" of "New Year's Eve" says nothing of what is new. */
function isInTitle({ text }: Statement, { start, end }: Span): boolean {
  return start > 0 && /^\p{Lu}[\p{L}'’]*$/u.test(text.slice(start, end)) && /^ \p{Lu}/u.test(text.slice(end, end + 2));
}

function isName(statement: Statement, span: Span): boolean {
  return statement.names.some((name) => span.start >= name.span.start && span.end <= name.span.end);
}

/** A negator reaches so many words, within its clause. */
const SCOPE = 9;
const BREAK = /[,;:"\u201C\u201D\u2013\u2014]|\b(?:but|although|though|while|because|after|which|who)\b/;
const BE = /^(?:be|been|being|is|are|was|were|get|got)$/;

/** Do the negators of a statement turn the words at these tokens, an odd number of times? Implicit ones in `own` are words of an aligned frame themselves. */
export function isTurned(statement: Statement, at: number[], own: Iterable<number>): boolean {
  const { tokens, negators } = wordsOf(statement);
  const mine = new Set(own);
  const [first, last] = [at[0]!, at.at(-1)!];
  let turns = 0;
  for (const negator of negators) {
    if (at.includes(negator.at) || (negator.implicit && mine.has(negator.at)) || (!negator.implicit && mine.has(negator.at) && mine.has(negator.to) && at.length > 1 && negator.at >= first && negator.to <= last)) continue;
    if (negator.at < first && first - negator.to <= SCOPE && !BREAK.test(statement.text.slice(tokens[negator.to]!.end, tokens[first]!.start))) turns++;
    else if (negator.at > last && negator.at - last <= SCOPE && isPassive(tokens, negator.at) && !BREAK.test(statement.text.slice(tokens[last]!.end, tokens[negator.at]!.start))) turns++;
  }
  return turns % 2 === 1;
}

/** "The match was called off", "a draft is not needed": what stands before is turned. */
function isPassive(tokens: Token[], at: number): boolean {
  return [at - 1, at - 2, at - 3].some((i) => BE.test(tokens[i]?.lower ?? ''));
}
