// From a span of a block back to the page: the range must say what the span says, whatever the mark-up in between.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf, selectorsOf } from '../../lib/page/anchor';
import { read } from '../../lib/page/read';
import type { PageText } from '../../lib/page/read';
import { article, paragraph, rendered } from './documents';

/** What a range says, white space collapsed as the reading does. */
function says(range: StaticRange): string {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString().replace(/[ \t\n\r\f]+/g, ' ');
}

function reading(html: string): PageText {
  return read(rendered(html));
}

const words = fc.constantFrom('rain', 'fell', 'on\u00a0the', 'is\u00adlands', '👩‍🚒', 'é́', '\u200b', '1,200', 'd’Ivoire', '  two \n\t blanks  ', '\n', ' ');
const piece = fc.tuple(words, fc.constantFrom('', 'em', 'b', 'a', 'span')).map(([word, tag]) => (tag ? `<${tag}>${word}</${tag}>` : word));

test('every span of every block comes back as the same text', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (parts, a, b) => {
      const page = reading(article(`<p>${parts.join('')} A last sentence makes this paragraph long enough to be kept by all means.</p>`));
      const block = page.draft.blocks.length - 1;
      const { text } = page.draft.blocks[block]!;
      const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const range = rangeOf(page, block, { start, end });
      if (start === end) {
        expect(range).toBeNull();
        return;
      }
      expect(says(range!)).toBe(text.slice(start, end));
      const { quote, position } = selectorsOf(page, block, { start, end })!;
      const whole = document.body.textContent!;
      expect(quote.exact.replace(/[ \t\n\r\f]+/g, ' ')).toBe(text.slice(start, end));
      expect(whole.slice(position.start, position.end)).toBe(quote.exact);
      expect(whole.slice(0, position.start).endsWith(quote.prefix)).toBe(true);
      expect(whole.slice(position.end).startsWith(quote.suffix)).toBe(true);
      expect(quote.prefix.length).toBeGreaterThanOrEqual(Math.min(31, position.start));
    }),
    { numRuns: 150 },
  );
});

test('a span over a line break and over 400 inline tags is found', () => {
  const many = Array.from({ length: 400 }, (_, i) => `<i>w${i}</i>`).join(' ');
  const page = reading(article(`<p>First line of two<br>second line, then ${many} and the end of it all.</p>`));
  const { text } = page.draft.blocks[1]!;
  const whole = rangeOf(page, 1, { start: 0, end: text.length })!;
  expect(says(whole).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  const start = text.indexOf('two second');
  expect(says(rangeOf(page, 1, { start, end: start + 10 })!)).toBe('twosecond');
});

test('there is no range for what the page no longer says', () => {
  const page = reading(article(paragraph('Rain fell on the islands.'), paragraph('The ferry sailed.')));
  const [first, second] = document.querySelectorAll('p');
  expect(rangeOf(page, 1, { start: 0, end: 10 })).not.toBeNull();
  first!.firstChild!.nodeValue = 'Snow fell on the islands.';
  second!.remove();
  expect(rangeOf(page, 1, { start: 0, end: 10 })).toBeNull();
  expect(rangeOf(page, 2, { start: 0, end: 10 })).toBeNull();
  expect(selectorsOf(page, 2, { start: 0, end: 10 })).toBeNull();
});

test('spans that are out of the text, empty or of no block give nothing', () => {
  const page = reading(article(paragraph('Rain fell.')));
  for (const [block, start, end] of [[1, 5, 5], [1, 9_999, 10_000], [7, 0, 3], [-1, 0, 3]] as const) expect(rangeOf(page, block, { start, end })).toBeNull();
});

test('a sentence in a shadow root is quoted from that root', () => {
  rendered(article(paragraph('Rain fell.'), '<div id="host"></div>'));
  document.getElementById('host')!.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: 'Said in a shadow root, at a length that makes it running text, was this very sentence.' }));
  const page = read(document);
  const block = page.draft.blocks.findIndex(({ text }) => text.startsWith('Said in'));
  expect(selectorsOf(page, block, { start: 0, end: 4 })).toMatchObject({ quote: { exact: 'Said', prefix: '' }, position: { start: 0, end: 4 } });
});
