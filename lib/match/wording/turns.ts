// A pair of statements → what their negators come to: is a plain negation on one side met by a word with a negation inside on the
// other ("will not resume", "has dropped for good"), or by nothing? Words that both share turn neither. Knows no stances.
import type { Statement } from '../../model';
import { stemOf } from '../../text/tokens';
import type { Alignment } from '../align';
import { wordsOf } from '../signals/signal';
import data from './turns.json' with { type: 'json' };

const INSIDE: ReadonlySet<string> = new Set(data.words.map(stemOf));

export interface Turns {
  /** One side negates and the other has a word with a negation inside: they may well say the same. */
  bridged: boolean;
  /** One side negates and the other has nothing of the kind. */
  bare: boolean;
  /** Both negate, an odd number of times or an even one alike. */
  both: boolean;
  /** Neither negates more than the other, but only one has a word with a negation inside; and is it the evidence? */
  inside: boolean;
  theirs: boolean;
}

/** What the negators of both sides come to. */
export function turnsOf(claim: Statement, evidence: Statement, { pairs }: Alignment): Turns {
  const [ours, theirs] = [claim, evidence].map((statement) => wordsOf(statement).negators.length) as [number, number];
  const [here, there] = [hasInside(claim, pairs.map((pair) => pair.claim.span.start)), hasInside(evidence, pairs.map((pair) => pair.evidence.span.start))];
  const odd = (ours + theirs) % 2 === 1;
  const bridged = odd && (ours % 2 === 0 ? here : there);
  return { bridged, bare: odd && !bridged, both: !odd && ours > 0 && theirs > 0, inside: !odd && here !== there, theirs: there && !here };
}

/** Has the statement a word with a negation inside, besides its negators and what it shares with the other side? */
function hasInside(statement: Statement, aligned: number[]): boolean {
  const { tokens, negators } = wordsOf(statement);
  const shared = new Set(aligned);
  return tokens.some((token, i) => INSIDE.has(token.stem) && !shared.has(token.start) && !negators.some(({ at, to }) => at <= i && i <= to));
}
