// What is read off a page, and what is not. On a rendered page and on a parsed one; see also tests/read-file.test.ts.
import { expect, test } from 'vitest';
import { CAP, read } from '../../lib/page/read';
import { isRendered } from '../../lib/page/visible';
import { article, paragraph, parsed, rendered } from './documents';
import broadcaster from './fixtures/broadcaster.html?raw';
import blocks from './fixtures/broadcaster.blocks.json';

const texts = (doc: Document, layout = false): string[] => read(doc, layout ? { visible: isRendered } : {}).draft.blocks.map(({ text }) => text);
const DOG = 'The dog of the house barked at eleven.';
const CAT = 'The cat of the house slept until noon.';

test('reads a rendered page: article only, characters as they are', () => {
  const { draft } = read(rendered(broadcaster), { visible: isRendered });
  expect(draft.blocks.map(({ kind, text }) => [kind, text])).toEqual(blocks);
});

test('asks the layout what is drawn, and heeds hiding mark-up without it', () => {
  const html = `<style>.x { display: none } .y { visibility: hidden } .z { display: contents }</style>${article(
    `<p>${DOG} <span class="x">Hidden by rule.</span><span class="y">Invisible.</span><b class="z">Shown in contents.</b> ${CAT}</p>`,
    `<p style="display:none">${CAT} By style.</p><div aria-hidden="true">${paragraph('For the eye only.')}</div><details><summary>More</summary>${paragraph('Folded away.')}</details>`,
    paragraph('Seen.'),
  )}`;
  const shown = texts(rendered(html), true).join('\n');
  for (const gone of ['Hidden by rule', 'Invisible', 'By style', 'For the eye', 'Folded away']) expect(shown).not.toContain(gone);
  expect(shown).toContain(`${DOG} Shown in contents. ${CAT}`);
  const file = texts(parsed(html)).join('\n');
  for (const gone of ['By style', 'For the eye']) expect(file).not.toContain(gone);
});

const left = {
  navigation: `<nav>${paragraph('Elsewhere.')}</nav>`,
  caption: `<figure><img><figcaption>${paragraph('Elsewhere.')}</figcaption></figure>`,
  'caption by class': '<div class="photoCaption">Elsewhere is a place that one can see in this picture, taken on a Monday.</div>',
  'related links': `<div class="related"><h3>Related</h3><a href="/1">Elsewhere, something else has happened that may be of use to you.</a></div>`,
  'list of links without a name': '<ul><li><a href="/1">Elsewhere, something else has happened that may be of use to you.</a></li></ul>',
  'cookie banner': `<div id="CookieConsent">${paragraph('Elsewhere.')}</div>`,
  comments: `<section class="comments-area">${paragraph('Elsewhere.')}</section>`,
  form: `<form>${paragraph('Elsewhere.')}<input></form>`,
  'editable text': `<div contenteditable>${paragraph('Elsewhere.')}</div>`,
  script: '<script>const elsewhere = "Elsewhere, a script says a whole sentence that reads like text, does it not.";</script>',
  newsletter: `<div class="c-newsletterSignup">${paragraph('Elsewhere.')}</div>`,
  'share box': '<p class="social-share">Elsewhere you can share this story with all the people whom you know.</p>',
  'photo line': '<p>Photo: Elsewhere, by somebody who was there when it happened on that Monday.</p>',
  'label without a sentence': '<div>Elsewhere</div>',
};

for (const [name, html] of Object.entries(left)) {
  test(`leaves out: ${name}`, () => {
    const doc = parsed(article(paragraph(DOG), html, paragraph(CAT), paragraph('A third one.')));
    expect(texts(doc).join('\n')).not.toMatch(/elsewhere/i);
    expect(texts(doc)).toHaveLength(4);
  });
}

test('keeps an article whose container has the name of something else', () => {
  const doc = parsed(`<div class="sponsor-free content comments-open">${paragraph(DOG)}${paragraph(CAT)}</div>`);
  expect(texts(doc).join()).toContain(CAT);
});

test('reads a page that is wrapped in one form, whatever its fields are called', () => {
  const names = ['parentNode', 'firstChild', 'nextSibling', 'localName', 'getAttribute', 'attributes', 'nodeType', 'shadowRoot', 'textContent'];
  const inner = `${names.map((name) => `<input name="${name}">`).join('')}${article(paragraph(DOG), paragraph(CAT))}`;
  const doc = parsed(`<body><img name="body"><img name="querySelector"><img name="querySelectorAll"><img name="URL"><form>${inner}</form></body>`);
  expect(texts(doc)).toHaveLength(3);
  expect(read(doc).draft.url).toMatch(/^http/);
});

test('joins a sentence that is split over 400 inline tags', () => {
  const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
  const doc = parsed(article(`<p>${words.map((word, i) => (i % 2 ? `<em>${word}</em>` : `<b><i>${word}</i></b>`)).join(' ')}.</p>`));
  expect(texts(doc)).toContain(`${words.join(' ')}.`);
});

test('keeps no-break spaces, soft hyphens and zero-width characters', () => {
  const odd = 'A\u00a0b\u00adc\u200bd\u2009e \u2028f and some more words to make it long enough for anybody.';
  expect(texts(parsed(article(`<p>${odd}</p>`)))).toContain(odd);
});

test('splits at a doubled line break, and puts a space for a single one', () => {
  const doc = parsed(article(`<div>${DOG}<br>${CAT}<br> <br>${DOG} Again.</div>`));
  expect(texts(doc).slice(1)).toEqual([`${DOG} ${CAT}`, `${DOG} Again.`]);
});

test('reads open shadow roots, slots in their place', () => {
  const doc = rendered(article(paragraph(DOG), '<div id="host"><span slot="middle">in the middle</span></div>', paragraph(CAT)));
  const root = doc.getElementById('host')!.attachShadow({ mode: 'open' });
  const [before, slot, after] = [doc.createElement('p'), doc.createElement('slot'), ' of a sentence that is long enough to be taken for running text.'];
  slot.name = 'middle';
  before.append('We stand ', slot, after);
  root.append(before);
  expect(texts(doc, true)).toContain(`We stand in the middle${after}`);
});

test('reads at most its cap of a page of 5 MB, quickly', () => {
  const doc = parsed(article(...Array.from({ length: 40_000 }, (_, i) => paragraph(`Number ${i} of the list, as was to be expected.`))));
  const start = performance.now();
  const page = read(doc);
  expect(page.cut).toBe(true);
  expect(page.draft.blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(CAP);
  expect(page.draft.blocks.length).toBeGreaterThan(5_000);
  expect(performance.now() - start).toBeLessThan(1_500);
});

test('takes one text node of 10 MB, and elements 50,000 deep', () => {
  const doc = parsed(article());
  const box = doc.querySelector('article')!;
  box.append('A sentence of one enormous text node. '.repeat(270_000));
  expect(read(doc).draft.blocks.at(-1)!.text.length).toBeLessThanOrEqual(CAP);
  const deep = parsed(article(paragraph(DOG), paragraph(CAT)));
  let inner: Element = deep.querySelector('article')!;
  for (let i = 0; i < 50_000; i++) inner = inner.appendChild(deep.createElement('div'));
  inner.textContent = 'At the very bottom there is a sentence which is long enough to be taken for text.';
  expect(texts(deep).length).toBeGreaterThan(2);
});

test('gives no blocks for an empty page, and for one without a body', () => {
  expect(read(parsed('')).draft.blocks).toEqual([]);
  const doc = parsed('');
  doc.documentElement.remove();
  expect(read(doc).draft.blocks).toEqual([]);
});

test('a live blog keeps its posts, a page of an article leaves the teasers of others', () => {
  const post = (n: number): string => `<article class="post"><h2>Update number ${n}</h2>${paragraph(`Post ${n} of the day.`)}</article>`;
  expect(texts(parsed(`<main><h1>Live: the day as it happened</h1>${[1, 2, 3, 4, 5].map(post).join('')}</main>`)).filter((text) => text.startsWith('Post'))).toHaveLength(5);
  const teaser = `<article><h3><a href="/x">Another</a></h3><p>Another story of the same day, told in a few words only.</p></article>`;
  expect(texts(parsed(`<main>${article(paragraph(DOG), paragraph(CAT), paragraph('Third.'))}<div>${teaser}${teaser}</div></main>`)).join()).not.toContain('Another');
});
