// A pair of statements in like words → who or what each speaks of, where that is plainly another: another who does it (then the two don't
// agree, see judge.ts), another kind of the same thing (an input of the combiner). Decides no stance.
import type { Span, Statement } from '../model';
import { acting } from '../text/names';
import type { Token } from '../text/tokens';
import { BEFORE_NOUN, isNounHere } from './grammar';
import { areAkin, areSynonyms, partsOf, stepsWider } from './lexicon';
import { said, tokenWithin, wordsOf, type Pair } from './signals/signal';

/** What tells the two apart: one span a side, and the same in words. */
export interface Apart {
  words: string;
  claim: Span;
  evidence: Span;
}

/** From so many words in common on (see Pair.match) two statements put one thing beside another; below, wording differs anyhow. */
const LEAST_MATCH = 0.35;
/** A doer stands so few words before the verb, a negator and adverbs between them. */
const REACH = 6;
const SKIPPED = new Set(['also', 'now', 'then', 'already', 'still', 'just', 'not', 'never', 'reportedly', 'again', 'first', 'only', 'even']);
const AUXILIARY = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'has', 'have', 'had', 'will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'did', 'does', 'do', 'to']);
const PRONOUN = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you', 'who', 'which', 'that', 'this', 'these', 'those', 'one', 'there', 'what']);
/** What two do to each other: who is named first tells nothing. */
const MUTUAL = new Set(['meet', 'met', 'talk', 'speak', 'discuss', 'agre', 'negoti', 'marri', 'divorc', 'merg', 'join', 'collid', 'fight', 'clash', 'sign', 'share', 'plai']);
const BREAK = /[,;:.!?"“”()–—]/;

/** One verb, one voice, and two who are said to have done it: "Arsenal beat Chelsea", "Chelsea beat Arsenal". Else null. */
export function otherDoer({ claim, evidence, alignment, match }: Pair): Apart | null {
  if (match < LEAST_MATCH) return null;
  for (const { claim: x, evidence: y } of alignment.pairs) {
    if (x.stem !== y.stem || !partsOf(x.stem).has('verb') || MUTUAL.has(x.stem)) continue;
    const [ours, theirs] = [doerOf(claim, x.span), doerOf(evidence, y.span)];
    if (!ours || !theirs || ours.passive !== theirs.passive || !areOthers(claim, ours.head, evidence, theirs.head)) continue;
    return { words: `“${ours.head.text}” here, “${theirs.head.text}” there`, claim: ours.head, evidence: theirs.head };
  }
  return null;
}

interface Doer {
  head: Token;
  passive: boolean;
}

/** The last noun before a verb in its clause; null where the word is no verb here, or none can be told. */
function doerOf(statement: Statement, verb: Span): Doer | null {
  const { tokens } = wordsOf(statement);
  const at = tokenWithin(tokens, verb);
  if (at < 1 || isNounHere(statement, verb)) return null;
  let passive = false;
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    const token = tokens[i]!;
    if (BREAK.test(statement.text.slice(token.end, tokens[i + 1]!.start))) return null;
    if (AUXILIARY.has(token.lower)) {
      passive ||= i === at - 1 && /^(?:is|are|was|were|be|been|being)$/.test(token.lower);
      continue;
    }
    if (SKIPPED.has(token.lower) || (token.lower.endsWith('ly') && !token.capital)) continue;
    if (PRONOUN.has(token.lower) || token.stop || /^\d/.test(token.lower)) return null;
    return { head: token, passive };
  }
  return null;
}

function nameAt({ names }: Statement, { start, end }: Span): Statement['names'][number] | undefined {
  return names.find(({ span }) => span.start <= start && end <= span.end);
}

/** Are two heads other names? "Officers fired" and "the police fired" may be the same. */
function areOthers(claim: Statement, a: Token, evidence: Statement, b: Token): boolean {
  const [ours, theirs] = [nameAt(claim, a), nameAt(evidence, b)];
  return Boolean(ours && theirs && acting(ours.canonical) !== acting(theirs.canonical) && !theirs.canonical.includes(ours.canonical) && !ours.canonical.includes(theirs.canonical));
}

function isLike(a: string, b: string): boolean {
  return areSynonyms(a, b) || areAkin(a, b) || stepsWider(a, b) > 0 || stepsWider(b, a) > 0;
}

function mentions(statement: Statement, stem: string): boolean {
  return wordsOf(statement).tokens.some((token) => token.stem === stem && !isSpeaker(statement, token));
}

function isSpeaker({ attribution }: Statement, { start, end }: Span): boolean {
  return attribution !== null && attribution.span.start <= start && end <= attribution.span.end;
}

/** One noun, and before it on each side a word that the other side lacks: "petrol cars" and "electric cars", "the old mayor" and "the new". Else null. */
export function otherKind({ claim, evidence, alignment, match }: Pair): Apart | null {
  if (match < LEAST_MATCH) return null;
  for (const { claim: x, evidence: y } of alignment.pairs) {
    if (x.stem !== y.stem || !partsOf(x.stem).has('noun')) continue;
    const [a, b] = [modifierOf(claim, x.span), modifierOf(evidence, y.span)];
    if (!a || !b || a.stem === b.stem || isLike(a.stem, b.stem) || mentions(evidence, a.stem) || mentions(claim, b.stem)) continue;
    const [ours, theirs] = [nameAt(claim, a), nameAt(evidence, b)];
    if (ours && theirs ? acting(ours.canonical) === acting(theirs.canonical) : Boolean(ours) !== Boolean(theirs)) continue;
    return { words: `“${a.text} ${said(claim, x.span)}” here, “${b.text} ${said(evidence, y.span)}” there`, claim: { start: a.start, end: x.span.end }, evidence: { start: b.start, end: y.span.end } };
  }
  return null;
}

/** The word of content right before a noun, if it is no figure and no verb in front of its object. */
function modifierOf(statement: Statement, noun: Span): Token | null {
  const { tokens } = wordsOf(statement);
  const at = tokenWithin(tokens, noun);
  const [before, modifier] = [tokens[at - 2], tokens[at - 1]];
  if (!modifier || modifier.stop || /^\d/.test(modifier.lower) || BREAK.test(statement.text.slice(modifier.end, noun.start))) return null;
  if (statement.quantities.some(({ span }) => span.start <= modifier.start && modifier.end <= span.end)) return null;
  const parts = partsOf(modifier.stem);
  // "cut jobs": a verb, unless an article before it says otherwise.
  if (parts.has('verb') && !(before && BEFORE_NOUN.has(before.lower)) && (!parts.has('adjective') || (before && AUXILIARY.has(before.lower)))) return null;
  return modifier;
}
