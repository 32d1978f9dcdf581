// What is stored of a page: the article, as it is drawn, and the page left as it was.
import { expect, test } from 'vitest';
import { clip } from '../../lib/page/clip';
import { isArticle } from '../../lib/page/is-article';
import { isRendered } from '../../lib/page/visible';
import { article, paragraph, parsed, rendered } from './documents';
import broadcaster from './fixtures/broadcaster.html?raw';
import blocks from './fixtures/broadcaster.blocks.json';

test('clips the article of a rendered page, without a change to it', async () => {
  const doc = rendered(broadcaster);
  const before = doc.documentElement.outerHTML;
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
  const draft = clip(doc, { visible: isRendered });
  expect([...seen, ...observer.takeRecords()]).toEqual([]);
  expect(doc.documentElement.outerHTML).toBe(before);
  observer.disconnect();
  const text = draft.blocks.map((block) => block.text).join('\n');
  for (const [kind, kept] of blocks) if (kind === 'paragraph') expect(text).toContain(kept);
  for (const gone of ['not shown to anybody', 'cookies', 'quay, seen', 'nobody told us', 'taken out again', 'Seal']) expect(text).not.toContain(gone);
});

test('describes what it clips', () => {
  expect(clip(parsed(broadcaster, '/islands/ferry-resumes#top'))).toMatchObject({
    url: `${location.origin}/islands/ferry-resumes`,
    title: 'Ferry service resumes after eleven days',
    outlet: 'Coast Radio',
    author: 'Ida Holm, Per Lund',
    published: '2024-03-07T08:15:00+01:00',
    language: 'en-GB',
  });
});

test('keeps its own reading where Readability finds no article: all of it in a shadow root', () => {
  const doc = rendered('<div id="host"></div>');
  const from = parsed(article(paragraph('Rain fell.'), paragraph('Snow fell.')));
  doc.getElementById('host')!.attachShadow({ mode: 'open' }).append(...from.body.childNodes);
  expect(clip(doc, { visible: isRendered }).blocks.map((block) => block.text).join()).toContain('Snow fell.');
});

test('clips above 2 MB of HTML as well, with its own blocks', () => {
  const doc = parsed(article(...Array.from({ length: 20_000 }, (_, i) => paragraph(`Number ${i} of a long list.`))));
  const { blocks: own } = clip(doc);
  expect(own.length).toBeGreaterThan(9_000);
  expect(own.at(-1)!.text).toContain('of a long list');
});

test('keeps what stands in a shadow root, which Readability cannot see', () => {
  const doc = rendered(article(paragraph('Rain fell.'), paragraph('Snow fell.'), paragraph('Hail fell.'), '<div id="host"></div>'));
  const shadow = Object.assign(doc.createElement('p'), { textContent: 'Said in a shadow root, at a length that makes it running text, was this very sentence.' });
  doc.getElementById('host')!.attachShadow({ mode: 'open' }).append(shadow);
  expect(clip(doc, { visible: isRendered }).blocks.map((block) => block.text)).toContain(shadow.textContent);
});

test('an empty page gives no blocks', () => {
  expect(clip(parsed('')).blocks).toEqual([]);
});

const enough = paragraph('Rain fell on the islands all day.').repeat(8);
const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><body><article>${enough}</article></body></html>`;
const notHtml: Record<string, [DOMParserSupportedType, string]> = { 'an XML file with XHTML in it': ['application/xml', xhtml], 'another XML file': ['text/xml', xhtml] };
for (const [what, [type, text]] of Object.entries(notHtml)) {
  test(`${what} is no article, and nothing of it is saved`, () => {
    const doc = new DOMParser().parseFromString(text, type);
    expect(isArticle(doc)).toBe(false);
    expect(clip(doc).blocks).toEqual([]);
  });
}

test('HTML is an article, and so is XHTML', () => {
  const doc = parsed(`<article>${enough}</article>`);
  expect(isArticle(doc)).toBe(true);
  const other = new DOMParser().parseFromString(xhtml, 'application/xhtml+xml');
  expect(isArticle(other)).toBe(true);
  expect(clip(other).blocks.length).toBeGreaterThan(3);
});
