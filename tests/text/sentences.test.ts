// How a block splits into sentences: cases as data, and linear time on hostile text.
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../lib/text/sentences';
import { growthOf } from '../growth';

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
  ['a time zone after the time', ['It began at 5 p.m. Moscow time.', 'Few came.']],
  ['a weekday after the time', ['It began at 5 p.m. Friday.', 'Few came.']],
  ['a time at the end', ['They met at 6 p.m.', 'Ministers left at once.']],
  ['a time at the beginning', ['By 5 a.m. Mr. Ortiz was gone.', 'Nobody knew.']],
  ['a company', ['Harrow Inc. Chairman Lee Marsh quit.', 'Shares fell.']],
  ['a state', ['He spoke in Austin, Tex. Governor Hale did not.', 'It rained.']],
  ['a number', ['See No. 5 on the list.', 'The answer is no.', 'It always was.']],
  ['a pronoun at the end', ['It was only you and I.', 'Did Edgar I. Marsh come?']],
  ['a count after an acronym', ['She flew to the U.S.', 'Thousands met her.']],
  ['an address', ['Read it at https://www.example.org/new.html.', 'Please do.']],
  ['an omission in brackets', ['“The plan [...] was dropped [...]” (Hale 12).', 'It was.']],
  ['an omission with spaces', ['He said . . . I forget.', 'So did she.']],
  ['a name with an exclamation mark', ['She works at Yahoo! News in Leeds.', 'He does not.']],
  ['a footnote in brackets', ['The town fell in May.[4]', 'The siege had lasted.']],
  ['a footnote of figures', ['The town fell in the summer.11', 'The siege had lasted.']],
  ['a bulleted list run on', ['• The road is shut', '• The bridge is open']],
  ['a numbered list run on', ['1. Shut the gate', '2. Call the guard', '3. Wait']],
  ['a numbered list in brackets', ['1) Shut the gate.', '2) Call the guard.']],
  ['a lettered list run on', ['a) shut the gate', 'b) call the guard']],
  ['a list in Roman numerals', ['i) Shut it.', 'ii) Call them.', 'iii) Wait.']],
  ['numbers that are no list', ['He scored in game 1.', 'They lost in game 2.', 'It was over.']],
  ['letters that are no list', ['They may (a) stay or (b) leave.', 'Both did.']],
  ['a bracket in a sentence', ['The minister (b. 1950) spoke.', 'He left.']],
];

describe('splitSentences', () => {
  it.each(CASES)('keeps %s whole', (_, sentences) => {
    const text = sentences.join(' ');
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it.each([
    ['a missing space', 'The bridge fell.Nobody was hurt.', ['The bridge fell.', 'Nobody was hurt.']],
    ['line breaks in a text without stops', 'roads\nbridges, tunnels', ['roads', 'bridges, tunnels']],
    ['a line break in a sentence', 'The bridge\nfell.', ['The bridge\nfell.']],
    ['an address and a file', 'See example.com/Report.pdf for Node.js users.', ['See example.com/Report.pdf for Node.js users.']],
    ['unbalanced quotation marks', '“It fell. “Nobody was hurt.', ['“It fell.', '“Nobody was hurt.']],
  ])('reads through %s', (_, text, sentences) => {
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
    ['list markers', (n: number) => 'a. '.repeat(n)],
    ['numbered items', (n: number) => Array.from({ length: n / 10 }, (_, i) => `${(i % 90) + 1}. item`).join(' ')],
    ['spaced stops', (n: number) => ' .'.repeat(n)],
    ['brackets and stops', (n: number) => '[...]'.repeat(n / 2)],
    ['footnotes', (n: number) => 'a.1 2 3 '.repeat(n / 4)],
  ])('takes time in proportion to length on %s', async (_, make) => {
    const [shorter, longer] = [make(10_000), make(40_000)];
    expect(await growthOf(() => splitSentences(shorter), () => splitSentences(longer), { below: 10, floor: 5 })).toBeLessThan(10);
  });
});
