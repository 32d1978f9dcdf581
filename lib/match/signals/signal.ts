// What every signal takes and gives. A signal looks at one pair of statements for one kind of witness and stays silent
// (null) unless it finds it on both sides.
import type { Reason, Span, Stance, Statement } from '../../model';
import { DENIALS } from '../../claims/attribution';
import { findNegators, modalityOf, type Negator } from '../../claims/polarity';
import { normalForm } from '../../text/normal-form';
import { tokenise, type Token } from '../../text/tokens';
import type { Alignment } from '../align';

export interface Pair {
  claim: Statement;
  evidence: Statement;
  alignment: Alignment;
  /** How far the two speak of the same matter, 0 to 1: the geometric mean of the two coverages. */
  match: number;
  /** Likeness of the two sentences' vectors (encoder/encoder.ts, cosine128); null without an encoder. */
  cosine: number | null;
}

export interface Finding {
  stance: Exclude<Stance, 'unrelated'>;
  /** 0 to 1: how sure this witness is, given the match. */
  strength: number;
  reason: Reason;
}

export type Signal = (pair: Pair) => Finding | null;

export interface Words {
  tokens: Token[];
  negators: Negator[];
}

const cache = new WeakMap<Statement, Words>();

/** The words of a statement and its negators, spans into the statement's text; kept while the statement lives. */
export function wordsOf(statement: Statement): Words {
  let words = cache.get(statement);
  if (!words) {
    const form = normalForm(statement.text);
    const tokens = tokenise(form.text).map((token) => ({ ...token, ...form.back(token) }));
    words = { tokens, negators: findNegators(tokens, statement.attribution?.span ?? null) };
    cache.set(statement, words);
  }
  return words;
}

/** Index of the first token that lies within the span; -1 for none. Tokens stand in order, so half of them is passed over at each step. */
export function tokenWithin(tokens: Token[], { start, end }: Span): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length && tokens[low]!.end <= end ? low : -1;
}

/** The words of a span as the reader sees them, invisible characters left out. */
export function said(statement: Statement, span: Span): string {
  return normalForm(statement.text.slice(span.start, span.end)).text;
}

/** Modalities that say a thing is still to come, or may. */
export const PROSPECTIVE: ReadonlySet<string> = new Set(['planned', 'future', 'possible', 'necessary', 'called-for', 'conditional']);

/** What was tried, ordered or nearly done is no outcome, and its failure no denial. */
export const TRIED = /\b(?:tr(?:y|ies|ied|ying) (?:in vain )?to|attempt\w*|unsuccessful\w*|despite|order\w*|in vain|almost|nearly)\b/i;

/** A negator governs what follows within so many words, up to the next comma or "but". */
const SCOPE = 8;

/** Is the word at `span` under a negator of its statement, or the whole statement denied? */
export function isNegated(statement: Statement, span: Span): boolean {
  const { tokens, negators } = wordsOf(statement);
  const at = tokens.findIndex((token) => token.start === span.start);
  const under = negators.filter((negator) => {
    if (negator.at >= at || at - negator.at > SCOPE) return false;
    const between = statement.text.slice(negator.span.end, span.start);
    return !/[,;:"\u201C\u201D]|\b(?:but|and then|although|while|because)\b/.test(between);
  }).length;
  return (under + (DENIALS.has(statement.attribution?.cue ?? '') ? 1 : 0)) % 2 === 1;
}

/** Clause by clause, roughly: what is said of one clause is not said of the next. */
const CLAUSE = /[,;:"\u201C\u201D]|\s(?:and|but|who|which|while|when|as|after|before|that)\s/g;

/** Are the words at `spans` put as still to come, or as possible? Looks only at the clauses they stand in. */
export function isProspective(statement: Statement, spans: Span[]): boolean {
  if (!PROSPECTIVE.has(statement.modality)) return false;
  let start = 0;
  const ends = [...[...statement.text.matchAll(CLAUSE)].map((match) => match.index), statement.text.length];
  return ends.some((end) => {
    const from = start;
    start = end;
    return spans.some((span) => span.start >= from && span.start < end) && PROSPECTIVE.has(modalityOf(statement.text.slice(from, end)));
  });
}
