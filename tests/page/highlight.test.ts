// Underlines without a trace: the page's own observer sees nothing, and after the undo nothing is left.
import { afterEach, expect, test } from 'vitest';
import { rangeOf } from '../../lib/page/anchor';
import { emphasise, highlight } from '../../lib/page/highlight';
import type { Marked } from '../../lib/page/highlight';
import { Marks } from '../../lib/page/marks';
import { read } from '../../lib/page/read';
import { article, paragraph, pause, rendered } from './documents';

afterEach(() => CSS.highlights.clear());

function marks(html: string, ...kinds: Marked['mark'][]): Marked[] {
  const page = read(rendered(html));
  return kinds.map((mark, i) => ({ mark, range: rangeOf(page, i + 1, { start: 0, end: 12 })! }));
}
const four = article(paragraph('Rain fell.'), paragraph('Snow fell.'), paragraph('Hail fell.'), paragraph('Dew fell.'));
const rules = (): string => document.adoptedStyleSheets.map((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n')).join('\n');

test('four looks, of different shape, under random names; no mutation', async () => {
  const list = marks(four, 'corroborated', 'conflicting', 'both', 'related');
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const drawing = highlight(document, list);
  const names = [...CSS.highlights.keys()];
  expect(names).toHaveLength(4);
  expect(Array.from(CSS.highlights.values(), (one) => one.size)).toEqual([1, 1, 1, 1]);
  for (const [name, shape] of names.map((name, i) => [name, ['solid', 'wavy', 'double', 'dotted'][i]!] as const)) {
    expect(rules()).toMatch(shape === 'solid' ? new RegExp(`highlight\\(${name}\\) {[^}]*underline (?:solid )?(?:2px|rgb)`) : new RegExp(`highlight\\(${name}\\) {[^}]*${shape}`));
  }
  drawing.undo();
  expect(CSS.highlights.size).toBe(0);
  expect(document.adoptedStyleSheets).toHaveLength(0);
  const another = highlight(document, list);
  expect([...CSS.highlights.keys()].filter((name) => names.includes(name))).toEqual([]);
  another.undo();
  await pause(20);
  expect(seen).toEqual([]);
  observer.disconnect();
});

test('styles the elements that hold what is underlined, each of those that a sentence runs through, and no other', () => {
  const page = read(rendered(article('<p>Rain fell <em>on <b>the</b></em> plain, and it went on to fall until the evening of the next day.</p>', paragraph('Snow fell.'))));
  const drawing = highlight(document, [{ mark: 'both', range: rangeOf(page, 1, { start: 0, end: 24 })! }]);
  const [name] = CSS.highlights.keys();
  expect(rules().match(/[^{}()\n]*(?=::highlight)/g)?.map((one) => one.replace(/^, /, '').trim()).filter(Boolean)).toEqual(expect.arrayContaining(['p', 'em', 'b']));
  const drawn = (selector: string): string => getComputedStyle(document.querySelector(selector)!, `::highlight(${name!})`).textDecorationLine;
  expect(['p', 'em', 'b', 'h1'].map(drawn)).toEqual(['underline', 'underline', 'underline', 'none']);
  drawing.undo();
});

test('leaves the page’s own highlights and sheets alone', () => {
  const own = new CSSStyleSheet();
  document.adoptedStyleSheets = [own];
  CSS.highlights.set('theirs', new Highlight());
  highlight(document, marks(four, 'both')).undo();
  expect([...CSS.highlights.keys()]).toEqual(['theirs']);
  expect(document.adoptedStyleSheets).toEqual([own]);
  document.adoptedStyleSheets = [];
});

test('what is drawn a second time stays as it is; what has changed is drawn anew', () => {
  const marked = marks(four, 'both', 'conflicting').map((one, index) => ({ ...one, index }));
  const drawn = new Marks(document);
  drawn.draw(marked);
  const [names, sheets] = [[...CSS.highlights.keys()], [...document.adoptedStyleSheets]];
  drawn.draw(marked.map(({ range, mark, index }) => ({ range: new StaticRange(range), mark, index: index + 1 })));
  expect([[...CSS.highlights.keys()], document.adoptedStyleSheets]).toEqual([names, sheets]);
  expect(document.adoptedStyleSheets[0]).toBe(sheets[0]);
  expect(drawn.list.map(({ index }) => index)).toEqual([1, 2]);
  CSS.highlights.clear();
  drawn.draw(marked);
  expect([...CSS.highlights.keys()]).toEqual(names);
  drawn.draw(marked.slice(1));
  expect(CSS.highlights.size).toBe(1);
  expect(document.adoptedStyleSheets[0]).not.toBe(sheets[0]);
  drawn.clear();
  expect(CSS.highlights.size).toBe(0);
});

test('takes other colours on a dark ground', () => {
  const list = marks(`<style>.night { background: #111; color: #eee }</style>${article(paragraph('Rain fell.'), `<div class="night">${paragraph('Snow fell.')}</div>`)}`, 'both', 'both');
  const drawing = highlight(document, list);
  expect(CSS.highlights.size).toBe(2);
  drawing.undo();
});

test('one name for what looks alike, and other colours once the page has changed its own', () => {
  const list = marks(`<style>body.night { background: #111; color: #eee }</style>${four}`, 'both', 'both', 'conflicting');
  const drawing = highlight(document, list);
  const names = [...CSS.highlights.keys()];
  expect(Array.from(CSS.highlights.values(), (one) => one.size)).toEqual([2, 1]);
  drawing.repair();
  expect([...CSS.highlights.keys()]).toEqual(names);
  document.body.className = 'night';
  drawing.repair();
  document.body.className = '';
  expect(Array.from(CSS.highlights.values(), (one) => one.size)).toEqual([2, 1]);
  expect(rules()).toContain('rgb(198, 166, 238)');
  expect(document.adoptedStyleSheets).toHaveLength(1);
  drawing.undo();
});

test('keeps the shapes, in the reader’s colours, where colours are forced; thicker with more contrast', () => {
  const drawing = highlight(document, marks(four, 'both', 'conflicting'));
  expect(rules()).toMatch(/forced-colors: active\) {[^}]*2px double canvastext/i);
  expect(rules()).toMatch(/forced-colors: active\) {[^}]*1\.5px wavy canvastext/i);
  expect(rules()).toMatch(/prefers-contrast: more\) {[^}]*3px double/);
  drawing.undo();
});

test('adopts the sheet in each open shadow root concerned, and takes it back', () => {
  rendered(article(paragraph('Rain fell.'), '<div id="host"></div>'));
  const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
  root.append(Object.assign(document.createElement('p'), { textContent: 'Said in a shadow root, at a length that makes it running text, was this very sentence.' }));
  const page = read(document);
  const drawing = highlight(document, [{ mark: 'both', range: rangeOf(page, 2, { start: 0, end: 9 })! }]);
  expect(root.adoptedStyleSheets).toHaveLength(1);
  drawing.undo();
  expect(root.adoptedStyleSheets).toHaveLength(0);
});

test('the claim jumped to is tinted above the underlines, until the undo', () => {
  const [mark] = marks(four, 'both');
  const drawing = emphasise(document, mark!.range);
  const [one] = CSS.highlights.values();
  expect(one!.priority).toBe(1);
  expect(rules()).toContain('background-color');
  drawing.undo();
  expect(CSS.highlights.size).toBe(0);
});

test('puts back what the page took away, once, and leaves the page’s own alone', () => {
  const drawing = highlight(document, marks(four, 'both', 'conflicting'));
  const names = [...CSS.highlights.keys()];
  const own = new CSSStyleSheet();
  CSS.highlights.clear();
  document.adoptedStyleSheets = [own];
  drawing.repair();
  drawing.repair();
  expect([...CSS.highlights.keys()]).toEqual(names);
  expect(document.adoptedStyleSheets).toHaveLength(2);
  expect(document.adoptedStyleSheets[0]).toBe(own);
  drawing.undo();
  drawing.repair();
  expect(CSS.highlights.size).toBe(0);
  expect(document.adoptedStyleSheets).toEqual([own]);
  document.adoptedStyleSheets = [];
});
