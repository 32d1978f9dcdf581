// How a block splits into sentences: cases as data, and linear time on hostile text.
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../lib/text/sentences';

const CASES: [string, string[]][] = [
  ['A plain pair', ['The bridge fell.', 'Nobody was hurt.']],
  ['titles', ['Mr. Ortiz met Gen. Hale on Monday.', 'They spoke for an hour.']],
  ['initials', ['The novel by J. R. Marsh won.', 'It sold well.']],
  ['acronyms before a name', ['The U.S. Senate voted.', 'It failed.']],
  ['an acronym at the end', ['He moved to the U.S. in May.', 'The rest stayed.']],
  ['decimals and money', ['Prices rose 3.5% to $4.20 a litre.', 'Demand fell.']],
  ['a quoted exclamation inside', ['“Leave now!” she told them.', 'They left.']],
  ['a closing quotation mark', ['He said: “It is over.”', 'The crowd cheered.']],
  ['an ellipsis', ['We waited… and waited.', 'Then it came.']],
  ['times of day', ['It began at 5 p.m. on Friday.', 'Few came.']],
];

describe('splitSentences', () => {
  it.each(CASES)('keeps %s whole', (_, sentences) => {
    const text = sentences.join(' ');
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it('gives nothing for nothing, and one span for text without an end', () => {
    expect(splitSentences('   ')).toEqual([]);
    expect(splitSentences('no full stop here')).toEqual([{ start: 0, end: 17 }]);
  });

  it.each([
    ['full stops', (n: number) => '. '.repeat(n)],
    ['initials', (n: number) => 'A. '.repeat(n)],
    ['no stop at all', (n: number) => 'word '.repeat(n)],
    ['quotation marks', (n: number) => '".'.repeat(n)],
  ])('takes time in proportion to length on %s', (_, make) => {
    const time = (n: number): number => {
      const text = make(n);
      const runs = Array.from({ length: 5 }, () => {
        const from = performance.now();
        splitSentences(text);
        return performance.now() - from;
      });
      return Math.min(...runs);
    };
    time(5_000);
    const once = time(20_000);
    expect(time(40_000) / Math.max(once, 0.5)).toBeLessThan(4);
  });
});
