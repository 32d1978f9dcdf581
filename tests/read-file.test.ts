// The same page read from a file, without a browser: linkedom must give the blocks that Chromium gives (tests/page/read.test.ts).
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { selectorsOf } from '../lib/page/anchor';
import { clip } from '../lib/page/clip';
import { read } from '../lib/page/read';

const folder = new URL('./page/fixtures/', import.meta.url);
const html = readFileSync(new URL('broadcaster.html', folder), 'utf8').replace('<span class="off">', '<span hidden>');
const blocks = JSON.parse(readFileSync(new URL('broadcaster.blocks.json', folder), 'utf8')) as [string, string][];
const open = (): Document => parseHTML(html).document as unknown as Document;

test('a file gives the same blocks as the rendered page, and no address', () => {
  const { draft } = read(open());
  expect(draft.blocks.map(({ kind, text }) => [kind, text])).toEqual(blocks);
  expect(draft).toMatchObject({ url: null, title: 'Ferry service resumes after eleven days', outlet: 'Coast Radio', author: 'Ida Holm, Per Lund', published: '2024-03-07T08:15:00+01:00', language: 'en-GB' });
});

test('selectors from a file quote the document', () => {
  const doc = open();
  const page = read(doc);
  const block = page.draft.blocks.findIndex(({ text }) => text.includes('eleven days after'));
  const start = page.draft.blocks[block]!.text.indexOf('eleven');
  const selectors = selectorsOf(page, block, { start, end: start + 'eleven days after'.length })!;
  expect(selectors.quote.exact).toBe('eleven days after');
  expect(doc.body.textContent!.slice(selectors.position.start, selectors.position.end)).toBe('eleven days after');
});

test('a clip from a file holds the article and nothing beside it', () => {
  const text = clip(open()).blocks.map((block) => block.text).join('\n');
  expect(text).toContain('two million crowns');
  for (const gone of ['cookies', 'quay, seen', 'northern islands', 'nobody told us', 'Get our news']) expect(text).not.toContain(gone);
});
