// Two statements and their alignment → how alike they are as plain text, without any lexicon: letters in common, words in the same order, and the
// claim beside the best clause of the evidence. What a long sentence says besides the claim then counts for nothing.
import type { Statement } from '../../model';
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

const trigrams = new WeakMap<Statement, Set<string>>();

function lettersOf(statement: Statement): Set<string> {
  let grams = trigrams.get(statement);
  if (!grams) {
    grams = new Set();
    for (const { lower, stop } of wordsOf(statement).tokens.slice(0, MOST_TOKENS)) {
      if (stop) continue;
      const padded = ` ${lower.slice(0, MOST_LETTERS)} `;
      for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
    }
    trigrams.set(statement, grams);
  }
  return grams;
}

/** How alike the two are. */
export function likenessOf(claim: Statement, evidence: Statement, alignment: Alignment): Likeness {
  const [ours, theirs] = [lettersOf(claim), lettersOf(evidence)];
  let common = 0;
  for (const gram of ours.keys()) if (theirs.has(gram)) common++;
  const [a, b] = [claim, evidence].map((statement) => wordsOf(statement).tokens.filter(({ stop }) => !stop).slice(0, MOST_WORDS).map(({ stem }) => stem)) as [string[], string[]];
  const bigrams = new Set(b.slice(1).map((stem, i) => `${b[i]} ${stem}`));
  const met = a.slice(1).filter((stem, i) => bigrams.has(`${a[i]} ${stem}`)).length;
  return {
    letters: (2 * common) / Math.max(1, ours.size + theirs.size),
    order: longestRun(a, b) / Math.max(1, Math.min(a.length, b.length)),
    neighbours: met / Math.max(1, Math.min(a.length, b.length) - 1),
    clause: bestClause(evidence, alignment, 'evidence', claim),
    ourClause: bestClause(claim, alignment, 'claim', evidence),
  };
}

function longestRun(a: string[], b: string[]): number {
  let row = new Uint8Array(b.length + 1);
  for (const stem of a) {
    const next = new Uint8Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) next[j] = stem === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}

const CLAUSE = /[,;:"\u201C\u201D\u2013\u2014]|\.\s|\s(?:and|but|who|which|while|when|as|after|before|that|where|because|although)\s/g;

/** Share of the other side's rarity that the best single clause of `statement` covers. */
function bestClause(statement: Statement, { pairs }: Alignment, side: 'claim' | 'evidence', other: Statement): number {
  const ends = [...[...statement.text.matchAll(CLAUSE)].map((match) => match.index), statement.text.length];
  const weights = new Float64Array(ends.length);
  let at = 0;
  for (const pair of [...pairs].sort((a, b) => a[side].span.start - b[side].span.start)) {
    while (at < ends.length - 1 && pair[side].span.start >= ends[at]!) at++;
    weights[at]! += pair.weight;
  }
  let total = 0;
  const seen = new Set<string>();
  for (const { stem } of other.terms) {
    if (seen.has(stem)) continue;
    seen.add(stem);
    total += rarity(stem);
  }
  return total === 0 ? 0 : Math.min(1, weights.reduce((most, weight) => Math.max(most, weight), 0) / total);
}
