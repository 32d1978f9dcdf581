// The arithmetic of the yardsticks: known counts and rankings with their known scores.
import { describe, expect, test } from 'vitest';
import { averagePrecision, countsOf, f1, precision, recall, recallAt, sampled, score, table } from './scores';

describe('counts', () => {
  const pairs = [
    { expected: 'a', decided: 'a' },
    { expected: 'a', decided: 'b' },
    { expected: 'b', decided: 'a' },
    { expected: 'a', decided: 'a' },
    { expected: 'b', decided: 'b' },
  ];
  test('take an outcome decided wrongly as wrong and one not decided as missed', () => {
    expect(countsOf(pairs, 'a')).toEqual({ right: 2, wrong: 1, missed: 1 });
    expect(countsOf(pairs, 'b')).toEqual({ right: 1, wrong: 1, missed: 1 });
  });
  test('give precision, recall and F1', () => {
    const counts = { right: 3, wrong: 1, missed: 3 };
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([0.75, 0.5, 0.6]);
  });
  test('give no precision where nothing was decided, and an F1 of 0', () => {
    const counts = { right: 0, wrong: 0, missed: 4 };
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([null, 0, 0]);
  });
});

describe('rankings', () => {
  const ranked = ['x', 'r1', 'y', 'r2', 'r3'];
  test('average precision counts each relevant one at its rank, over all that is relevant', () => {
    expect(averagePrecision(ranked, new Set(['r1', 'r2', 'far']), 5)).toBeCloseTo((1 / 2 + 2 / 4) / 3);
  });
  test('nothing beyond the depth counts', () => {
    expect(averagePrecision(ranked, new Set(['r3']), 4)).toBe(0);
    expect(recallAt(ranked, new Set(['r1', 'r3']), 4)).toBe(0.5);
  });
});

describe('a sample', () => {
  test('is spread over all rows and always the same', () => {
    const rows = Array.from({ length: 10 }, (_, i) => i);
    expect(sampled(rows, 4)).toEqual([0, 2, 5, 7]);
    expect(sampled(rows, 10)).toBe(rows);
  });
});

describe('a score', () => {
  test('carries the goals set for it, and only those', () => {
    expect(score('newsquant value F1', 0.71234567, 'F1', 10)).toEqual({ name: 'newsquant value F1', value: 0.7123, unit: 'F1', must: 0.85, reach: 0.92, n: 10 });
    expect(score('newsquant value F1, so', 0.7, 'F1', 10, 'newsquant value F1')).toMatchObject({ must: 0.85, reach: 0.92 });
    expect(score('no such thing', NaN, 'F1', 0)).toEqual({ name: 'no such thing', value: null, unit: 'F1', must: null, reach: null, n: 0 });
  });
  test('is a line of the table unless it is a detail', () => {
    const [head, line] = table([{ ...score('a detail', 0.5, 'F1', 10), detail: true }, score('newsquant value F1', 0.7, 'F1', 10)]).split('\n');
    expect(head?.split(/\s{2,}/)).toEqual(['name', 'value', 'unit', 'must', 'reach', 'n']);
    expect(line?.split(/\s{2,}/)).toEqual(['newsquant value F1', '0.7', 'F1', '0.85', '0.92', '10']);
  });
});
