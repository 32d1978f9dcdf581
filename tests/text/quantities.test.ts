// What figures a sentence gives: value, bounds, unit and what is counted. Cases as data.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { normalForm } from '../../lib/text/normal-form';
import { findQuantities } from '../../lib/text/quantities';
import { tokenise } from '../../lib/text/tokens';
import { inBaseUnit } from '../../lib/text/units';
import { growthOf } from '../growth';

type Expected = [min: number | null, max: number | null, unit: string, of: string];
const CASES: [string, Expected[]][] = [
  ['more than 700 attacks on clinics', [[700, null, 'count', 'attack']]],
  ['up to 70,000 people in the next 4-5 months', [[null, 70_000, 'count', 'person'], [4, 5, 'month', '']]],
  ['losses are mounting, passing 85,000 this week', [[85_000, null, 'count', 'loss']]],
  ['a further 2.5billion Euros of aid', [[2.5e9, 2.5e9, 'EUR', 'aid']]],
  ['€18bn was promised', [[18e9, 18e9, 'EUR', '']]],
  ['18bn euros were promised', [[18e9, 18e9, 'EUR', '']]],
  ['half a million men', [[500_000, 500_000, 'count', 'man']]],
  ['tens of thousands of their own citizens', [[20_000, 99_999, 'count', 'citizen']]],
  ['dozens of villages', [[24, 99, 'count', 'villag']]],
  ['a few hundred farmers', [[200, 900, 'count', 'farmer']]],
  ['between 10 and 20 people', [[10, 20, 'count', 'person']]],
  ['unemployment rose to 5.5%', [[5.5, 5.5, 'percent', '']]],
  ['the toll stands at 63', [[63, 63, 'count', 'toll']]],
  ['a strike that killed 89 soldiers', [[89, 89, 'count', 'soldier']]],
  ['70\u00A0000 men', [[70_000, 70_000, 'count', 'man']]],
  ['１２ ships', [[12, 12, 'count', 'ship']]],
  // Numbers in words, and mixed ones.
  ['one hundred and twenty-six homes', [[126, 126, 'count', 'home']]],
  ['three and a half million voters', [[3.5e6, 3.5e6, 'count', 'voter']]],
  ['two-and-a-half years in prison', [[2.5, 2.5, 'year', '']]],
  ['35 lakh rupees', [[3.5e6, 3.5e6, 'INR', '']]],
  // Bounds and hedges, before and after the figure.
  ['85-odd pupils', [[85, 85, 'count', 'pupil']]],
  ['50 or more houses', [[50, null, 'count', 'hous']]],
  ['at most 12 seats', [[null, 12, 'count', 'seat']]],
  ['no fewer than 300 arrests', [[300, null, 'count', 'arrest']]],
  ['as many as 40 boats', [[null, 40, 'count', 'boat']]],
  ['a sub-500 sq m office', [[null, 500, 'm2', 'offic']]],
  // Shares and fractions.
  ['one in five households', [[0.2, 0.2, 'share', 'household']]],
  ['three out of 10 drivers', [[0.3, 0.3, 'share', 'driver']]],
  ['a third of those voters', [[1 / 3, 1 / 3, 'share', 'voter']]],
  ['two-thirds of the passengers', [[2 / 3, 2 / 3, 'share', 'passeng']]],
  ['half an hour later', [[0.5, 0.5, 'hour', '']]],
  ['scored three in 10 games', [[3, 3, 'count', ''], [10, 10, 'count', 'game']]],
  // Measures.
  ['0.75 percentage points', [[0.75, 0.75, 'percentage-point', '']]],
  ['a 50mph wind over 2,000km of coast', [[50, 50, 'mph', 'wind'], [2000, null, 'km', 'coast']]],
  ['216,000 square kilometres', [[216_000, 216_000, 'km2', '']]],
  ['minus 12 degrees Celsius', [[-12, -12, 'Celsius', '']]],
  ['a 1.8 billion-mile journey', [[1.8e9, 1.8e9, 'mile', 'journei']]],
  ['1.2m tonnes of grain, 1.2 m deep', [[1.2e6, 1.2e6, 't', 'grain'], [1.2, 1.2, 'm', '']]],
  ['a baby weighing 7 pounds', [[7, 7, 'lb', '']]],
  ['fined 700 pounds', [[700, 700, 'GBP', '']]],
  ['a tenfold rise', [[10, 10, 'times', 'rise']]],
  // Money.
  ['C $6 (US $4.46) per share', [[6, 6, 'CAD', ''], [4.46, 4.46, 'USD', '']]],
  ['$US113 trillion of debt', [[113e12, 113e12, 'USD', '']]],
  ['8.99 New Zealand dollars or EUR50m', [[8.99, 8.99, 'NZD', ''], [50e6, 50e6, 'EUR', '']]],
  ['a $5 bill and 164p', [[5, 5, 'USD', ''], [164, 164, 'penny', '']]],
  ['twelve dollars fifty cents', [[12.5, 12.5, 'USD', '']]],
  // Ranges and lists.
  ['33-35 billion euros', [[33e9, 35e9, 'EUR', '']]],
  ['US $89 to $93 billion', [[89e9, 93e9, 'USD', '']]],
  ['between 5% and 6%', [[5, 6, 'percent', '']]],
  ['prices range from $370,000 to $5.5 million', [[370_000, 5.5e6, 'USD', '']]],
  ['24 hours, 39 minutes', [[24, 24, 'hour', ''], [39, 39, 'minute', '']]],
  // What is counted stands elsewhere, or is one.
  ['four people were killed and 30 were injured', [[4, 4, 'count', 'person'], [30, 30, 'count', 'person']]],
  ['30 Turks remain in the mosque', [[30, 30, 'count', 'turk']]],
  ['a worker was killed at the plant', [[1, 1, 'count', 'worker']]],
  ['one police officer was hurt', [[1, 1, 'count', 'offic']]],
  ['Ann Lee, 25, was elected', [[25, 25, 'year', '']]],
];
const NONE = [
  'on February 24, 2022, at dawn', 'in 2023 and 2024', 'the second wave', 'one of the reasons', 'at 10:30 on 9 November', 'the AMX-10 vehicle',
  'the twenty-first century', 'won 2-1 on Sunday', 'the 1990s', 'Section 427 of the Act', 'the FTSE 100 is down', 'key events, day 81', 'Week five of the war',
  'a 24/7 service', 'version 192.168.1.2', 'ALL solutions are wrong', 'a man was seen', 'one day he left', '22 Baker Street', 'by 1.36.6 at 5 a.m.', 'the latter half of 2023',
];

const read = (text: string) => findQuantities(normalForm(text).text, tokenise(normalForm(text).text));
const find = (text: string): Expected[] => read(text).map(({ min, max, unit, of }) => [min, max, unit, of]);

describe('findQuantities', () => {
  it.each(CASES)('reads “%s”', (text, expected) => expect(find(text)).toEqual(expected));
  it.each(NONE)('finds no quantity in “%s”', (text) => expect(find(text)).toEqual([]));

  it('marks hedged and magnitude figures as approximate', () => {
    const approximate = (text: string): boolean[] => read(text).map((quantity) => quantity.approximate);
    for (const hedged of ['about 300 men', 'hundreds of men', '85-odd men', 'nearly 300 men', '300 or so men', '~300 men']) expect(approximate(hedged), hedged).toEqual([true]);
    expect(approximate('300 men')).toEqual([false]);
  });

  it('counts a change by its end and keeps where it stood before', () => {
    expect(read('the rate fell from 5.2 to 4.8 percent')).toMatchObject([{ min: 4.8, max: 4.8, from: 5.2, unit: 'percent' }]);
    expect(read('the rate fell to 4.8 percent')[0]).not.toHaveProperty('from');
  });

  it('tells the one that an article implies', () => {
    expect(read('a worker was killed')[0]?.implied).toBe(true);
    expect(read('one worker was killed')[0]).not.toHaveProperty('implied');
  });

  it('gives spans into the original, over what the normal form leaves out', () => {
    const text = 'At\u200B least 7\u00AD00 “units” and €\u00A05\u00A0000';
    expect(statementOf(text, null).quantities.map(({ span }) => text.slice(span.start, span.end))).toEqual(['7\u00AD00', '€\u00A05\u00A0000']);
  });
});

describe('inBaseUnit', () => {
  const base = (text: string): [number | null, string][] => read(text).map(inBaseUnit).map(({ min, unit }) => [min === null ? null : Number(min.toPrecision(6)), unit]);
  it.each<[string, [number | null, string][]]>([
    ['100 miles', [[160.934, 'km']]],
    ['48 hours', [[2, 'day']]],
    ['32 degrees Fahrenheit', [[0, 'Celsius']]],
    ['250 pence', [[2.5, 'GBP']]],
    ['up to 5 tonnes', [[null, 'kg']]],
    ['12 goals', [[12, 'count']]],
  ])('converts “%s”', (text, expected) => expect(base(text)).toEqual(expected));
});

describe('bad input', () => {
  it.each(['', '7', '9'.repeat(5000), '1'.repeat(400) + ' men', '- -+-3--4 %', '$', '$$ 5 $$', '1/0 of it', '5e999 men', 'one and and a half point', '½½½', 'a hundred hundred hundred'])('does not trip over “%.20s”', (text) => {
    for (const { min, max } of read(text)) for (const bound of [min, max]) if (bound !== null) expect(Number.isFinite(bound)).toBe(true);
  });

  it.each([
    ['digits', '7 12 300 '],
    ['number words', 'one hundred and three and two thirds '],
    ['figures with units', 'from 5 to 7 km, a worker was killed by 12 men '],
    ['one long numeral', '123,'],
    ['a list without blanks', '1,21,'],
    ['words without an end', 'hundred and '],
  ])('takes no more than linear time up to 10,000 words: %s', { timeout: 60_000 }, async (_, piece) => {
    const words = Math.ceil(1250 / piece.trim().split(' ').length);
    const [short, long] = [piece.repeat(words), piece.repeat(8 * words)];
    // Linear time would be eightfold, quadratic 64-fold.
    expect(await growthOf(() => read(short), () => read(long), { below: 24, floor: 2 })).toBeLessThan(24);
  });
});
