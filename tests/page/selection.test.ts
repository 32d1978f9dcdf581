// What is selected: paragraphs as they are shown, what stands around, and nothing where nothing is selected.
import { afterEach, expect, test } from 'vitest';
import { LONGEST_SELECTION, selected, takeText } from '../../lib/page/selection';
import { rendered } from './documents';

afterEach(() => getSelection()?.removeAllRanges());

function select(from: string, start: number, to: string, end: number): void {
  const at = (id: string): Node => document.getElementById(id)!.firstChild!;
  getSelection()!.setBaseAndExtent(at(from), start, at(to), end);
}

test('takes the words, what stands around them, and what the page says of itself', () => {
  rendered('<head><title>Rain</title></head><p id="one">It was said that rain fell on the island all day.</p><p id="two">Snow  fell\n on the coast.</p>');
  select('one', 17, 'one', 46);
  expect(selected(document)).toMatchObject({ whole: true, quote: { exact: 'rain fell on the island all d', prefix: 'It was said that ', suffix: 'ay.' }, draft: { blocks: [{ kind: 'paragraph', text: 'rain fell on the island all d' }] } });
  select('one', 0, 'two', 10);
  const both = selected(document);
  if (both === null || both === 'in-field') throw new Error('nothing was taken');
  expect(both.draft.blocks.map(({ text }) => text)).toEqual(['It was said that rain fell on the island all day.', 'Snow fell']);
});

test('null where nothing is selected', () => {
  rendered('<p id="one">Rain fell.</p>');
  expect(selected(document)).toBeNull();
  select('one', 3, 'one', 3);
  expect(selected(document)).toBeNull();
});

const fields: [string, string, () => void][] = [
  ['an editable box', '<p>Before</p><div contenteditable="true" id="one">Rain fell on my letter.</div>', () => select('one', 0, 'one', 9)],
  ['a part of one', '<div contenteditable><p>Dear all, <b id="one">rain fell</b></p></div>', () => select('one', 0, 'one', 4)],
  ['a text that reaches over one', '<p id="one">Rain fell.</p><div contenteditable>My answer</div><p id="two">Snow fell.</p>', () => select('one', 0, 'two', 4)],
  ['a box by its role', '<div role="textbox" id="one">Rain fell on my letter.</div>', () => select('one', 0, 'one', 9)],
  [
    'a textarea',
    '<p>Before</p><textarea id="one">Rain fell on my letter.</textarea>',
    () => {
      select('one', 0, 'one', 9);
      document.querySelector('textarea')!.select();
    },
  ],
];
for (const [what, html, choose] of fields) {
  test(`takes nothing that somebody writes: ${what}`, () => {
    rendered(html);
    choose();
    expect(selected(document)).toBe('in-field');
  });
}

test('takes what stands beside a field', () => {
  rendered('<p id="one">Rain fell on the island.</p><textarea>My letter</textarea><div contenteditable="false">Set.</div>');
  select('one', 0, 'one', 9);
  expect(selected(document)).toMatchObject({ draft: { blocks: [{ text: 'Rain fell' }] } });
});

test('takes the beginning of what is too long, up to a word, and says so', () => {
  const { paragraphs, whole } = takeText('snow '.repeat(10_000));
  expect(whole).toBe(false);
  expect(paragraphs[0]!.length).toBeLessThanOrEqual(LONGEST_SELECTION);
  expect(paragraphs[0]).toMatch(/snow$/);
  expect(takeText(' \n\n ')).toEqual({ paragraphs: [], whole: true });
});
