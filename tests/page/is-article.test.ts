// Our own check for articles against the one that @mozilla/readability ships: on our demo and test pages, and on random ones.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReadable } from '../../lib/page/is-article';
import { parsed } from './documents';

const pages = import.meta.glob<string>(['../demo/pages/*.html', '../demo/odd/*.html', '../pages-own/pages/*.html'], { query: '?raw', import: 'default', eager: true });

test('says of our pages what Readability says', () => {
  const said = Object.entries(pages).map(([name, html]) => ({ name, doc: parsed(html) }));
  expect(said.map(({ name, doc }) => [name, isReadable(doc)])).toEqual(said.map(({ name, doc }) => [name, isProbablyReaderable(doc)]));
  expect(new Set(said.map(({ doc }) => isReadable(doc)))).toEqual(new Set([true, false]));
});

test('says of random pages what Readability says', () => {
  const text = fc.integer({ min: 0, max: 420 }).map((length) => 'word '.repeat(length / 5));
  const names = fc.constantFrom('', 'class="sidebar"', 'id="related"', 'class="article-footer"', 'hidden', 'style="display: none"', 'aria-hidden="true"', 'class="fallback-image" aria-hidden="true"');
  const tag = fc.constantFrom('p', 'pre', 'article', 'div', 'section');
  const node = fc.tuple(tag, names, text, fc.boolean()).map(([name, attributes, words, broken]) => `<${name} ${attributes}>${words}${broken ? '<br>' : ''}${words}</${name}>`);
  const item = node.map((one) => `<ul><li>${one}</li></ul>`);
  fc.assert(
    fc.property(fc.array(fc.oneof(node, item), { maxLength: 8 }), (nodes) => {
      const doc = parsed(`<body>${nodes.join('')}</body>`);
      expect(isReadable(doc)).toBe(isProbablyReaderable(doc));
    }),
    { numRuns: 400 },
  );
});
