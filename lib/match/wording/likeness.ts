// Two statements and their alignment → how alike they are as plain text, without any lexicon: letters in common, words in the same order, and the
// claim beside the best clause of the evidence. What a long sentence says besides the claim then counts for nothing.
import type { Statement } from '../../model';
import type { Token } from '../../text/tokens';
import type { Alignment } from '../align';
import { rarity } from '../rarity';
import { wordsOf } from '../signals/signal';

export interface Likeness {
  /** Share of letter trigrams of content words in common, 0 to 1 (Dice). */
  letters: number;
  /** Longest run of content words in the same order on both sides, gaps allowed, by the shorter side, 0 to 1. */
  order: number;
  /** Share of neighbouring content words that are neighbours there too, by the shorter side, 0 to 1. */
  neighbours: number;
  /** Share of the claim's rarity that the best clause of the evidence covers, 0 to 1, and the other way round. */
  clause: number;
  ourClause: number;
}

/** Sentences longer than this are compared by their first words only, so that time stays bounded: tokens, and content words in order. */
const MOST_TOKENS = 200;
const MOST_WORDS = 80;
const MOST_LETTERS = 24;

/** What one statement is compared by. */
interface Plain {
  trigrams: ReadonlySet<string>;
  /** Stems of its first content words in order, and each with its neighbour. */
  stems: string[];
  neighbours: string[];
  neighbourSet: ReadonlySet<string>;
  /** Where its clauses end. */
  ends: number[];
  /** Summed rarity of its distinct terms. */
  total: number;
}

const kept = new WeakMap<Statement, Plain>();

/** Kept while the statement lives. */
function plainOf(statement: Statement): Plain {
  let plain = kept.get(statement);
  if (!plain) {
    const { tokens } = wordsOf(statement);
    const stems = tokens.filter(({ stop }) => !stop).slice(0, MOST_WORDS).map(({ stem }) => stem);
    const neighbours = stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
    plain = { trigrams: trigramsOf(tokens), stems, neighbours, neighbourSet: new Set(neighbours), ends: clauseEnds(statement.text), total: totalOf(statement) };
    kept.set(statement, plain);
  }
  return plain;
}

function trigramsOf(tokens: Token[]): Set<string> {
  const grams = new Set<string>();
  for (const { lower, stop } of tokens.slice(0, MOST_TOKENS)) {
    if (stop) continue;
    const padded = ` ${lower.slice(0, MOST_LETTERS)} `;
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  }
  return grams;
}

const CLAUSE = /[,;:"\u201C\u201D\u2013\u2014]|\.\s|\s(?:and|but|who|which|while|when|as|after|before|that|where|because|although)\s/g;

function clauseEnds(text: string): number[] {
  return [...[...text.matchAll(CLAUSE)].map((match) => match.index), text.length];
}

function totalOf({ terms }: Statement): number {
  let total = 0;
  for (const stem of new Set(terms.map((term) => term.stem))) total += rarity(stem);
  return total;
}

/** How alike the two are. */
export function likenessOf(claim: Statement, evidence: Statement, alignment: Alignment): Likeness {
  const [ours, theirs] = [plainOf(claim), plainOf(evidence)];
  const [a, b] = [ours.stems, theirs.stems];
  let common = 0;
  for (const gram of ours.trigrams) if (theirs.trigrams.has(gram)) common++;
  let met = 0;
  for (const pair of ours.neighbours) if (theirs.neighbourSet.has(pair)) met++;
  return {
    letters: (2 * common) / Math.max(1, ours.trigrams.size + theirs.trigrams.size),
    order: longestRun(a, b) / Math.max(1, Math.min(a.length, b.length)),
    neighbours: met / Math.max(1, Math.min(a.length, b.length) - 1),
    clause: bestClause(theirs.ends, alignment, 'evidence', ours.total),
    ourClause: bestClause(ours.ends, alignment, 'claim', theirs.total),
  };
}

function longestRun(a: string[], b: string[]): number {
  let [row, next] = [new Uint8Array(b.length + 1), new Uint8Array(b.length + 1)];
  for (const stem of a) {
    for (let j = 1; j <= b.length; j++) next[j] = stem === b[j - 1] ? row[j - 1]! + 1 : row[j]! > next[j - 1]! ? row[j]! : next[j - 1]!;
    [row, next] = [next, row];
  }
  return row[b.length]!;
}

/** Share of the other side's rarity that the best single clause of a statement covers. */
function bestClause(ends: number[], { pairs }: Alignment, side: 'claim' | 'evidence', total: number): number {
  if (total === 0) return 0;
  const weights = new Float64Array(ends.length);
  let at = 0;
  for (const pair of [...pairs].sort((a, b) => a[side].span.start - b[side].span.start)) {
    while (at < ends.length - 1 && pair[side].span.start >= ends[at]!) at++;
    weights[at]! += pair.weight;
  }
  return Math.min(1, weights.reduce((most, weight) => Math.max(most, weight), 0) / total);
}
