// Reading less finds the same: terms that cannot lift a statement among the best are only looked for, and the ranking stays exhaustive BM25's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex, MOST_POSTINGS, MOST_RESCORED } from '../../lib/match/finding/lexical-index';
import { Segments, type Indexed } from '../../lib/match/finding/segments/segments';
import { Best } from '../../lib/match/finding/words/best';
import { exhaustively, type Plain } from './segments/exhaustive';

/** Random numbers below 1, the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Articles of ten statements of words, the first of which are in many: enough for bits, some said more than once. */
function made(articles: number, seed: number): { id: string; statements: Indexed[] }[] {
  const random = randomFrom(seed);
  return Array.from({ length: articles }, (_, at) => ({
    id: `a${at}`,
    statements: Array.from({ length: 10 }, (_, i): Indexed => {
      const terms = new Map<string, number>();
      for (let n = 3 + Math.floor(random() * 12); n > 0; n--) terms.set(`w${Math.floor(1000 ** random() - 1)}`, random() < 0.06 ? 2 + Math.floor(random() * 3) : 1);
      return { id: `a${at}.${i}.0`, length: [...terms.values()].reduce((sum, count) => sum + count, 0), terms };
    }),
  }));
}

const filled = (articles: { id: string; statements: Indexed[] }[]): Segments => {
  const segments = new Segments();
  for (const { id, statements } of articles) segments.add(id, statements, null, 1);
  return segments;
};
const plainOf = (articles: { id: string; statements: Indexed[] }[]): Plain[] => articles.flatMap(({ id, statements }) => statements.map((statement) => ({ ...statement, article: id })));

describe('reading less', () => {
  const articles = made(260, 7);
  const segments = filled(articles);
  segments.remove('a3');
  const all = plainOf(articles);
  const left = all.filter(({ article }) => article !== 'a3');
  const lexical = new LexicalIndex(segments);
  const word = fc.oneof(fc.nat(12), fc.nat(60), fc.nat(999)).map((rank) => `w${rank}`);

  it('ranks as exhaustive BM25 does, for as many as are asked for', () => {
    let less = 0;
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 64 }), (wanted, most) => {
        const expected = exhaustively(left, wanted, 'a5', all).slice(0, most);
        const ranked = lexical.search(wanted, 'a5', most);
        expect(ranked.map(({ held, statement }) => held.segment.id(statement))).toEqual(expected.map(({ id }) => id));
        ranked.forEach(({ score }, i) => expect(score).toBeCloseTo(expected[i]!.score, 9));
        expect(lexical.rescored).toBe(0);
        const postings = all.reduce((sum, { terms }) => sum + wanted.filter((term) => terms.has(term)).length, 0);
        expect(lexical.touched).toBeLessThanOrEqual(postings);
        if (lexical.touched < postings * 0.7) less++;
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(less).toBeGreaterThan(20);
  });

  it('stops at the budget, scores few anew, and still puts what shares most first', () => {
    const many = made(2600, 11);
    const index = new LexicalIndex(filled(many));
    const random = randomFrom(5);
    let rescored = 0;
    for (let i = 0; i < 40; i++) {
      const { statements } = many[Math.floor(random() * many.length)]!;
      const { id, terms } = statements.reduce((most, one) => (one.terms.size > most.terms.size ? one : most));
      const [first] = index.search([...terms.keys(), 'w0', 'w1', 'w2', 'w3', 'w4'], null);
      expect(first!.held.segment.id(first!.statement)).toBe(id);
      expect(index.touched).toBeLessThanOrEqual(MOST_POSTINGS);
      expect(index.rescored).toBeLessThanOrEqual(MOST_RESCORED);
      rescored = Math.max(rescored, index.rescored);
    }
    expect(rescored).toBeGreaterThan(0);
  }, 120_000);
});

describe('the best', () => {
  it('are what sorting finds, of equals those with the lower number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 12 }), (scores, most) => {
        const best = new Best(12);
        best.clear(most);
        scores.forEach((score, number) => best.offer(score, number));
        best.sort();
        const expected = scores.map((score, number) => ({ score, number })).sort((a, b) => b.score - a.score || a.number - b.number).slice(0, most);
        expect(Array.from(best.numbers.subarray(0, best.length))).toEqual(expected.map(({ number }) => number));
        expect(Array.from(best.scores.subarray(0, best.length))).toEqual(expected.map(({ score }) => score));
      }),
    );
  });
});
