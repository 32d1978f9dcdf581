// The made-up corpus: the same each time, words as often as Zipf has them, statements as extraction reads them, and queries whose
// known sources can be found.
import { beforeAll, describe, expect, it } from 'vitest';
import { statementOf } from '../../../lib/claims/extract';
import { cosine128 } from '../../../lib/match/encoder/encoder';
import { stemOf } from '../../../lib/text/tokens';
import { ExhaustiveBm25 } from '../finding/exhaustive-bm25';
import { Ours } from '../finding/ours';
import { mostWork, recallOf } from '../stages/retrieval';
import { articlesOf, claimAt, contentAt, corpusOf, mattersIn, numberOf } from './claims';
import { contentWords, pageAt, queryAt, type Query } from './queries';
import { randomAt } from './random';
import { vectorQueryAt, vectorsOf } from './vectors';
import { OFFSET, VOCABULARY, wordOf, zipf } from './words';

describe('the made-up corpus', () => {
  const spec = corpusOf(10_000);

  it('is the same each time, whatever was made before', () => {
    const later = claimAt(corpusOf(10_000), 7_777);
    for (let at = 0; at < 50; at++) claimAt(spec, at);
    expect(claimAt(spec, 7_777)).toEqual(later);
    expect(queryAt(spec, 12)).toEqual(queryAt(corpusOf(10_000), 12));
    expect(claimAt({ ...spec, seed: spec.seed + 1 }, 7_777).text).not.toBe(later.text);
  });

  it('gives every claim once, with its number, in articles of thirty', () => {
    const articles = [...articlesOf(corpusOf(100))];
    expect(articles.map(({ statements }) => statements.length)).toEqual([30, 30, 30, 10]);
    expect(articles.flatMap(({ statements }) => statements.map(({ id }) => numberOf(id)))).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('says of its sentences what extraction reads in them', () => {
    for (let at = 0; at < 60; at++) {
      const claim = claimAt(spec, at * 151);
      const { names, quantities, terms } = statementOf(claim.text, claim.reported);
      const spans = (named: typeof names): string[] => named.map(({ canonical, span }) => `${canonical} ${span.start}`);
      expect(spans(names), claim.text).toEqual(spans(claim.names));
      expect(quantities, claim.text).toEqual(claim.quantities);
      expect(terms, claim.text).toEqual(claim.terms);
    }
  });

  it('has words as often as Zipf and Mandelbrot say', () => {
    const random = randomAt(1, 'shape', 0);
    const counts = new Map<number, number>();
    const draws = 400_000;
    for (let i = 0; i < draws; i++) {
      const rank = zipf(random);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    const all = Math.log((VOCABULARY + OFFSET) / OFFSET);
    for (const [from, to] of [[0, 10], [100, 200], [1_000, 2_000], [20_000, 40_000]] as const) {
      let found = 0;
      for (let rank = from; rank < to; rank++) found += counts.get(rank) ?? 0;
      const expected = (draws * Math.log((to + OFFSET) / (from + OFFSET))) / all;
      expect(found / expected).toBeGreaterThan(0.95);
      expect(found / expected).toBeLessThan(1.05);
    }
  });

  it('has words of which each is one stem', () => {
    const ranks = Array.from({ length: 30_000 }, (_, i) => i * 9);
    expect(new Set(ranks.map((rank) => stemOf(wordOf(rank)))).size).toBe(ranks.length);
  });

  it('clusters: claims crowd into matters, and those of one share words', () => {
    const matters = new Map<number, string[][]>();
    for (let at = 0; at < spec.claims; at++) {
      const { matter, words } = contentAt(spec, at);
      matters.set(matter, [...(matters.get(matter) ?? []), words]);
    }
    const early = [...matters].filter(([number]) => number < mattersIn(spec) / 2).flatMap(([, claims]) => claims);
    expect(early.length / spec.claims).toBeGreaterThan(0.58);
    const shared = (a: string[], b: string[]): number => a.filter((word) => b.includes(word)).length;
    const [first, second] = [...matters.values()].filter(({ length }) => length > 20) as [string[][], string[][]];
    const pairs = (one: string[][], other: string[][]): number => one.slice(0, 10).reduce((sum, words, i) => sum + shared(words, other[i + 10]!), 0);
    expect(pairs(first, first)).toBeGreaterThan(2 * pairs(first, second));
  });

  it('has vectors whose nearest neighbour is known', () => {
    const small = corpusOf(2_000);
    const packed = vectorsOf(small, 0, 2_000);
    for (let at = 0; at < 20; at++) {
      const { vector, source } = vectorQueryAt(small, at);
      let best = -1;
      let likeness = -1;
      for (let i = 0; i < 2_000; i++) {
        const cosine = cosine128(vector, packed.subarray(i * 128, (i + 1) * 128));
        if (cosine > likeness) [best, likeness] = [i, cosine];
      }
      expect(best).toBe(source);
    }
  });
});

describe.each([{ claims: 10_000, least: 0.98 }, { claims: 100_000, least: 0.96 }])('at $claims claims', ({ claims, least }) => {
  const spec = corpusOf(claims);
  const queries: Query[] = [0, 1, 2, 3].flatMap((at) => pageAt(spec, at));
  const exhaustive = new ExhaustiveBm25();
  const ours = new Ours();

  beforeAll(() => {
    for (const { id, statements } of articlesOf(spec)) {
      exhaustive.add(id, statements);
      ours.add(id, statements);
    }
    exhaustive.ready();
    ours.ready();
  }, 600_000);

  it('queries share some of the words of their source, and hardly ever all', () => {
    let whole = 0;
    for (const { words, source } of queries) {
      const said = contentWords(claimAt(spec, source)).split(' ');
      const shared = said.filter((word) => words.split(' ').includes(word));
      expect(shared.length).toBeGreaterThan(0);
      if (shared.length === said.length) whole++;
    }
    // A few only change the order.
    expect(whole / queries.length).toBeLessThan(0.05);
  });

  it(`exhaustive BM25 finds the known source among 20 for ${least * 100} in 100, and not for all`, () => {
    const recall = recallOf(exhaustive, queries);
    expect(recall).toBeGreaterThanOrEqual(least);
    expect(recall).toBeLessThan(1);
  });

  it('our index reads at most 12,000 postings and scores at most 48 candidates anew for any sentence', () => {
    const { touched, rescored } = mostWork(ours, queries);
    expect(touched).toBeLessThanOrEqual(12_000);
    expect(touched).toBeGreaterThan(1_000);
    expect(rescored).toBeLessThanOrEqual(48);
  });

  it('our index finds the known source nearly as often as exhaustive BM25', () => {
    expect(recallOf(ours, queries) / recallOf(exhaustive, queries)).toBeGreaterThanOrEqual(0.95);
  });
});
