// What dates a sentence names, seen from its article's date. Cases as data.
import { describe, expect, it } from 'vitest';
import { findDates } from '../../lib/text/dates';
import { growthOf } from '../growth';

const CASES: [text: string, published: string | null, from: string | null, grain?: string][] = [
  ['launched on February 24, 2022', '2023-01-04', '2022-02-24', 'day'],
  ['invaded on February 2', '2022-09-21', '2022-02-02', 'day'],
  ['blamed on Wednesday', '2023-01-04', '2023-01-04', 'day'],
  ['a speech on Tuesday night', '2023-01-04', '2023-01-03', 'day'],
  ['the recall in September', '2023-01-04', '2022-09-01', 'month'],
  ['planned for January', '2022-11-22', '2023-01-01', 'month'],
  ['in the first quarter of the year', '2023-01-04', '2023-01-01', 'quarter'],
  ['on New Year’s Eve'.replace('’', "'"), '2023-01-04', '2022-12-31', 'day'],
  ['said last month', '2023-01-04', '2022-12-01', 'month'],
  ['aid of 18bn in 2023', '2022-11-22', '2023-01-01', 'year'],
  ['this week', '2023-01-04', '2023-01-02', 'week'],
  ['on February 24, 2022', null, '2022-02-24', 'day'],
  ['on Wednesday', null, null],
  ['the army may fall in line', '2023-01-04', null],
  ['a march through town', '2023-01-04', null],
  ['24 hours a day', '2023-01-04', null],
  ['the 4th of July of 1995', '2023-01-04', '1995-07-04', 'day'],
  ['sold on Dec. 31 , 1994', '2023-01-04', '1994-12-31', 'day'],
  ['the twenty third day of September', '2023-10-04', '2023-09-23', 'day'],
  ['a birthday on Feb 29', '2023-03-04', '2020-02-29', 'day'],
  ['no such day as Feb 30', '2023-03-04', null],
  ['on 2022-02-24', null, '2022-02-24', 'day'],
  ['on 24/02/2022', null, '2022-02-24', 'day'],
  ['on 24 February', null, '0000-02-24', 'day'],
  ['signed in 05/05/71', '2023-01-04', '1971-05-05', 'day'],
  ['Wednesday, 4 January', '2023-01-10', '2023-01-04', 'day'],
  ['Thursday the 21st', '2017-09-27', '2017-09-21', 'day'],
  ['on Wednesday of last week', '2023-01-13', '2023-01-04', 'day'],
  ['last Wednesday', '2023-01-13', '2023-01-04', 'day'],
  ['this past Wednesday', '2023-01-13', '2023-01-11', 'day'],
  ['next Monday', '2023-01-04', '2023-01-09', 'day'],
  ['the second Monday of next month', '2018-03-20', '2018-04-09', 'day'],
  ['the first Friday of July', '2023-08-01', '2023-07-07', 'day'],
  ['the 15th day of next month', '2020-07-01', '2020-08-15', 'day'],
  ['was shut on the 27th', '2023-01-04', '2022-12-27', 'day'],
  ['the 27th amendment', '2023-01-04', null],
  ['will meet on Friday', '2023-01-04', '2023-01-06', 'day'],
  ['who will leave, said on Friday', '2023-01-04', '2022-12-30', 'day'],
  ['yesterday', '2023-01-04', '2023-01-03', 'day'],
  ['the day before yesterday', '2023-01-04', '2023-01-02', 'day'],
  ['fell overnight', '2023-01-04', '2023-01-03', 'day'],
  ['three days ago', '2023-01-04', '2023-01-01', 'day'],
  ['two days from tomorrow', '2023-01-04', '2023-01-07', 'day'],
  ['came the day before', '2023-01-04', '2023-01-03', 'day'],
  ['left the day before the vote', '2023-01-04', null],
  ['was arrested the next day', '2023-01-04', null],
  ['in the past 24 hours', '2023-01-04', '2023-01-03', 'day'],
  ['the last three weeks of the war', '2023-01-04', null],
  ['last weekend', '2023-01-04', '2022-12-31', 'day'],
  ['earlier this month', '2023-01-14', '2023-01-01', 'month'],
  ['by the end of the year', '2023-01-14', '2023-01-01', 'year'],
  ['in March last year', '2023-08-14', '2022-03-01', 'month'],
  ['last March', '2023-02-14', '2022-03-01', 'month'],
  ['in Sept 2021', null, '2021-09-01', 'month'],
  ['from January to March 2022', null, '2022-01-01', 'month'],
  ['in the third quarter', '2023-02-14', '2022-07-01', 'quarter'],
  ['in Q3 2022', '2023-02-14', '2022-07-01', 'quarter'],
  ['the third quarter of the game', '2023-02-14', null],
  ['the second half of 2021', null, '2021-07-01', 'quarter'],
  ['the summer of 2021', null, '2021-06-01', 'quarter'],
  ['the 2022-23 season', null, '2022-01-01', 'year'],
  ['in the 1990s', null, '1990-01-01', 'year'],
  ['on Good Friday 2023', null, '2023-04-07', 'day'],
  ['on Black Friday 2010', null, '2010-11-26', 'day'],
  ['won 3-2 and open 24/7', '2023-01-04', null],
  ['5 may die', '2023-01-04', null],
  ['the May report', '2023-01-04', null],
  ['paid $12 of it', '2023-01-04', null],
  ['gone by the 32nd', '2023-01-04', null],
];

const SPANS: [text: string, published: string | null, found: [words: string, from: string, to: string][]][] = [
  ['between 3 and 12 September', '2023-10-04', [['3 and 12 September', '2023-09-03', '2023-09-13']]],
  ['May 5-7', '2023-06-04', [['May 5-7', '2023-05-05', '2023-05-08']]],
  ['from 2014 to 2018', null, [['from 2014 to 2018', '2014-01-01', '2019-01-01']]],
  ['two weeks ago', '2023-01-20', [['two weeks ago', '2023-01-03', '2023-01-10']]],
  ['signed on 3 March, in force the next day', '2023-05-15', [['3 March', '2023-03-03', '2023-03-04'], ['the next day', '2023-03-04', '2023-03-05']]],
  ['caught on 3 March and freed two weeks later', '2023-05-15', [['3 March', '2023-03-03', '2023-03-04'], ['two weeks later', '2023-03-17', '2023-03-18']]],
  ['cost $12 December 27', '2023-01-04', [['December 27', '2022-12-27', '2022-12-28']]],
  ['next Monday or Tuesday', '2018-11-15', [['next Monday', '2018-11-19', '2018-11-20'], ['Tuesday', '2018-11-13', '2018-11-14']]],
];

describe('findDates', () => {
  it.each(CASES)('reads “%s” from %s', (text, published, from, grain) => {
    const found = findDates(text, published);
    expect(found.map((date) => date.from)).toEqual(from === null ? [] : [from]);
    if (grain) expect(found[0]!.grain).toBe(grain);
  });

  it.each(SPANS)('finds where “%s” names them, and how long they last', (text, published, expected) => {
    expect(findDates(text, published).map(({ span, from, to }) => [text.slice(span.start, span.end), from, to])).toEqual(expected);
  });

  it.each([
    ['dates', (n: number) => 'may 1 '.repeat(n)],
    ['years', (n: number) => '2022 '.repeat(n)],
    ['figures and dashes', (n: number) => `${'1-'.repeat(n)} today`],
    ['relative days', (n: number) => 'the next day '.repeat(n)],
    ['one long word', (n: number) => `${'x'.repeat(n)} may 1`],
  ])('takes time in proportion to length on %s', async (_, make) => {
    const [shorter, longer] = [make(2_000), make(8_000)];
    expect(await growthOf(() => findDates(shorter, '2023-01-04'), () => findDates(longer, '2023-01-04'), { below: 10, floor: 20 })).toBeLessThan(10);
  });
});
