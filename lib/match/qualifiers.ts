// Words before a shared step that single out which one is meant: "general" or "partial", "first" or "second", "no further".
import type { Span, Statement } from '../model';
import type { Token } from '../text/tokens';
import { isAgain, isQualifier, sameConcept, tellApart } from './concepts';
import { wordsOf } from './signals/signal';

/** Qualifiers stand so close before what they qualify. */
const REACH = 3;

/** Same stem, or the same news concept. */
export function alike(a: string, b: string): boolean {
  return a === b || sameConcept(a, b);
}

/** Do the qualifiers of the shared step `stem` tell the two statements apart? "No general mobilisation" does not deny a partial one. */
export function qualifiersDiffer(a: Statement, b: Statement, stem: string): boolean {
  const ours = qualifiersOf(a, stem);
  const theirs = qualifiersOf(b, stem);
  if (ours.some((x) => theirs.some((y) => tellApart(x.stem, y.stem) && !(again(x) && again(y))))) return true;
  return ours.some(again) !== theirs.some(again);
}

/** Does the negated phrase at `span` of `no` single out a kind that `yes` does not mention? */
export function narrower(no: Statement, yes: Statement, span: Span): boolean {
  const theirs = new Set(wordsOf(yes).tokens.map((token) => token.stem));
  const after = wordsOf(no).tokens.filter((token) => token.start >= span.start).slice(0, 2 * REACH + 1);
  return after.some((word) => isQualifier(word.stem) && !again(word) && !theirs.has(word.stem));
}

const ORDINAL = /\b(?:\d+(?:st|nd|rd|th)|(?:\p{L}+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b/giu;

/** Do both count off which one it was, and differently: the twenty-second title and the twenty-third? */
export function ordinalsApart(claim: Statement, evidence: Statement): boolean {
  const ordinals = ({ text }: Statement): string[] => (text.match(ORDINAL) ?? []).map((word) => word.toLowerCase());
  const ours = ordinals(claim);
  const theirs = ordinals(evidence);
  return ours.length > 0 && theirs.length > 0 && !ours.some((word) => theirs.includes(word));
}

/** "New" in a name (New Year, New York) is no word for once more. */
function again({ lower, capital }: Token): boolean {
  return !capital && isAgain(lower);
}

function qualifiersOf(statement: Statement, stem: string) {
  const { tokens } = wordsOf(statement);
  const at = tokens.findIndex((token) => alike(token.stem, stem));
  return at < 0 ? [] : tokens.slice(Math.max(0, at - REACH), at);
}
