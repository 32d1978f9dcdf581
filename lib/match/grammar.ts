// Small facts of English grammar about a word where it stands, read off its neighbours. No parse.
import type { Span, Statement } from '../model';
import { wordsOf } from './signals/signal';

/** Words right after which a noun or an adjective follows, and no verb. */
export const BEFORE_NOUN: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'these', 'those', 'its', 'their', 'his', 'her', 'our', 'my', 'your', 'of', 'in', 'on', 'for', 'at', 'by', 'with', 'from', 'no', 'any', 'some', 'about', 'after', 'before', 'during', 'against', 'without', 'over', 'near']);

/** Does the word at `span` stand as a noun: behind an article, a preposition or a possessive? */
export function isNounHere(statement: Statement, { start }: Span): boolean {
  const { tokens } = wordsOf(statement);
  const before = tokens[tokens.findIndex((token) => token.start >= start) - 1];
  return before !== undefined && (BEFORE_NOUN.has(before.lower) || /['’]s?$/.test(before.lower));
}
