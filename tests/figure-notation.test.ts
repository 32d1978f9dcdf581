// Figures as readers type them, in their own notation and in the articles': what they are read as, and what is refused or may be either.
import { expect, it } from 'vitest';
import { figureIn, readingsOf, type DecimalMark } from '../lib/figure-notation';

it.each<[string, number | null | undefined]>([
  ['', null],
  ['  ', null],
  ['17', 17],
  ['300,000', 300_000],
  ['1 234 567', 1_234_567],
  ['3.5', 3.5],
  ['-4', -4],
  ['−4', -4],
  ['3,5', undefined],
  ['1,00', undefined],
  ['some', undefined],
  ['1e9', undefined],
  ['9'.repeat(400), undefined],
])('%j is read as %s', (typed, value) => expect(figureIn(typed)).toBe(value));

it.each<[string, number | null | undefined]>([
  ['', null],
  ['300.000', 300_000],
  ['1.234.567,25', 1_234_567.25],
  ['3,5', 3.5],
  ['3.5', undefined],
  ['300,000', undefined],
  ['1,1250', 1.125],
  ['300.00', undefined],
])('with a decimal comma %j is read as %s', (typed, value) => expect(figureIn(typed, ',')).toBe(value));

it.each<[string, DecimalMark, number[]]>([
  ['300,000', '.', [300_000]],
  ['300.000', '.', [300]],
  ['300.000', ',', [300_000]],
  ['300,000', ',', [300, 300_000]],
  ['1,500', ',', [1.5, 1_500]],
  ['1.234,500', ',', [1_234.5]],
  ['1,234,567', ',', [1_234_567]],
  ['3,5', ',', [3.5]],
  ['3.5', ',', []],
  ['many', ',', []],
  ['', ',', []],
])('%j looked for with decimals behind %j may be %j', (typed, decimal, values) => expect(readingsOf(typed, decimal)).toEqual(values));
