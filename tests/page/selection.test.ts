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
  expect(selected(document)?.draft.blocks.map(({ text }) => text)).toEqual(['It was said that rain fell on the island all day.', 'Snow fell']);
});

test('null where nothing is selected', () => {
  rendered('<p id="one">Rain fell.</p>');
  expect(selected(document)).toBeNull();
  select('one', 3, 'one', 3);
  expect(selected(document)).toBeNull();
});

test('takes the beginning of what is too long, up to a word, and says so', () => {
  const { paragraphs, whole } = takeText('snow '.repeat(10_000));
  expect(whole).toBe(false);
  expect(paragraphs[0]!.length).toBeLessThanOrEqual(LONGEST_SELECTION);
  expect(paragraphs[0]).toMatch(/snow$/);
  expect(takeText(' \n\n ')).toEqual({ paragraphs: [], whole: true });
});
