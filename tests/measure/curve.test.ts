// Precision–recall curves of a few cases whose numbers can be worked out by hand.
import { describe, expect, test } from 'vitest';
import { areaUnder, curveOf, precisionAtRecall, thinned } from './curve';

const cases = [
  { likely: 0.9, is: true },
  { likely: 0.2, is: true },
  { likely: 0.7, is: false },
  { likely: 0.5, is: true },
  { likely: 0.5, is: false },
  { likely: 0.1, is: false },
];
const curve = curveOf(cases);

describe('a curve', () => {
  test('has a point for each likelihood, the surest first, cases of one likelihood together', () => {
    expect(curve.map(({ least }) => least)).toEqual([0.9, 0.7, 0.5, 0.2, 0.1]);
    expect(curve.map(({ precision }) => precision)).toEqual([1, 1 / 2, 2 / 4, 3 / 5, 3 / 6]);
    expect(curve.map(({ recall }) => recall)).toEqual([1 / 3, 1 / 3, 2 / 3, 1, 1]);
  });
  test('has its area from the steps of recall alone', () => {
    expect(areaUnder(curve)).toBeCloseTo((1 + 1 / 2 + 3 / 5) / 3);
  });
  test('gives the best precision that still reaches a recall', () => {
    expect([0.3, 0.5, 1].map((least) => precisionAtRecall(curve, least))).toEqual([1, 3 / 5, 3 / 5]);
  });
  test('is empty where nothing is of the outcome, and then says nothing', () => {
    const none = curveOf([{ likely: 1, is: false }]);
    expect([none, areaUnder(none), precisionAtRecall(none, 0.1)]).toEqual([[], null, null]);
  });
  test('is written out by some forty points and keeps its last', () => {
    const long = curveOf(Array.from({ length: 1000 }, (_, i) => ({ likely: 1 - i / 1000, is: i % 3 === 0 && i < 600 })));
    const short = thinned(long);
    expect(short.length).toBeGreaterThan(35);
    expect(short.length).toBeLessThan(45);
    expect(short.at(-1)).toEqual({ least: 0.001, precision: 0.2, recall: 1 });
  });
});
