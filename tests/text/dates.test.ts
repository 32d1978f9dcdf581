// What dates a sentence names, seen from its article's date. Cases as data.
import { describe, expect, it } from 'vitest';
import { findDates } from '../../lib/text/dates';

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
];

describe('findDates', () => {
  it.each(CASES)('reads “%s” from %s', (text, published, from, grain) => {
    const found = findDates(text, published);
    expect(found.map((date) => date.from)).toEqual(from === null ? [] : [from]);
    if (grain) expect(found[0]!.grain).toBe(grain);
  });
});
