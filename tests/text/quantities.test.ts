// What figures a sentence gives: value, bounds, unit and what is counted. Cases as data.
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../lib/text/quantities';
import { tokenise } from '../../lib/text/tokens';

type Expected = [min: number | null, max: number | null, unit: string, of: string];
const CASES: [string, Expected[]][] = [
  ['more than 700 attacks on clinics', [[700, null, 'count', 'attack']]],
  ['up to 70,000 people in the next 4-5 months', [[null, 70_000, 'count', 'person'], [4, 5, 'month', '']]],
  ['losses are mounting, passing 85,000 this week', [[85_000, null, 'count', 'loss']]],
  ['a further 2.5billion Euros of aid', [[2.5e9, 2.5e9, 'EUR', 'aid']]],
  ['€18bn was promised', [[18e9, 18e9, 'EUR', '']]],
  ['half a million men', [[500_000, 500_000, 'count', 'man']]],
  ['tens of thousands of their own citizens', [[20_000, 99_999, 'count', 'citizen']]],
  ['between 10 and 20 people', [[10, 20, 'count', 'person']]],
  ['unemployment rose to 5.5%', [[5.5, 5.5, 'percent', '']]],
  ['the toll stands at 63', [[63, 63, 'count', 'toll']]],
  ['a strike that killed 89 soldiers', [[89, 89, 'count', 'soldier']]],
  ['70\u00A0000 men', [[70_000, 70_000, 'count', 'man']]],
];
const NONE = ['on February 24, 2022, at dawn', 'in 2023 and 2024', 'the second wave', 'one of the reasons', 'at 10:30 on 9 November', 'the AMX-10 vehicle'];

const find = (text: string): Expected[] => {
  const plain = text.replace(/\u00A0/g, ' ');
  return findQuantities(plain, tokenise(plain)).map(({ min, max, unit, of }) => [min, max, unit, of]);
};

describe('findQuantities', () => {
  it.each(CASES)('reads “%s”', (text, expected) => expect(find(text)).toEqual(expected));
  it.each(NONE)('finds no quantity in “%s”', (text) => expect(find(text)).toEqual([]));
  it('marks hedged and magnitude figures as approximate', () => {
    const approximate = (text: string): boolean[] => findQuantities(text, tokenise(text)).map((quantity) => quantity.approximate);
    expect(approximate('about 300 men')).toEqual([true]);
    expect(approximate('hundreds of men')).toEqual([true]);
    expect(approximate('300 men')).toEqual([false]);
  });
});
