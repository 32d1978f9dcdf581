// The library's addresses: a hash names a view, and a view its hash; what names none is the articles.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, routeOf } from '../../entrypoints/library/route';
import type { Route } from '../../entrypoints/library/route';

const CASES: { hash: string; route: Route }[] = [
  { hash: '#articles', route: { view: 'articles', query: {} } },
  { hash: '#articles?text=ferry+disaster&tag=war', route: { view: 'articles', query: { text: 'ferry disaster', tag: 'war' } } },
  { hash: '#articles?figure=300%2C000&from=2023-01-01&to=2023-02-28&stance=conflicts', route: { view: 'articles', query: { figure: '300,000', from: '2023-01-01', to: '2023-02-28', stance: 'conflicts' } } },
  { hash: '#article/sha-1', route: { view: 'article', id: 'sha-1', at: null } },
  { hash: '#article/a%2Fb?at=a.0.1', route: { view: 'article', id: 'a/b', at: 'a.0.1' } },
  { hash: '#matters', route: { view: 'matters', text: '' } },
  { hash: '#matters?text=grain', route: { view: 'matters', text: 'grain' } },
  { hash: '#matter/m1', route: { view: 'matter', id: 'm1' } },
  { hash: '#inbox', route: { view: 'inbox' } },
  { hash: '#verdicts', route: { view: 'verdicts' } },
  { hash: '#exchange', route: { view: 'exchange' } },
];

describe('an address', () => {
  it.each(CASES)('$hash names its view, and the view it', ({ hash, route }) => {
    const read = routeOf(hash);
    expect(read).toEqual(route);
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it.each(['', '#', '#nonsense', '#article', '#article/', '#matter/', '#inboxes'])('%j is the articles', (hash) => {
    expect(routeOf(hash)).toEqual({ view: 'articles', query: {} });
  });

  it.each(['#articles?from=yesterday', '#articles?stance=related', '#articles?password=x', '#articles?text='])('%s narrows by nothing', (hash) => {
    expect(routeOf(hash)).toEqual({ view: 'articles', query: {} });
  });

  it('with a broken escape is taken as it stands, and a very long one is cut', () => {
    expect(routeOf('#article/%E0%A4%A')).toEqual({ view: 'article', id: '%E0%A4%A', at: null });
    expect(routeOf(`#articles?text=${'x'.repeat(5000)}`)).toEqual({ view: 'articles', query: { text: 'x'.repeat(200) } });
  });

  it('carries whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((text) => text.length <= 200 && !/\p{Surrogate}/u.test(text)), (text) => {
        expect(routeOf(hashOf({ view: 'articles', query: { text, tag: text } }))).toEqual({ view: 'articles', query: { text, tag: text } });
        expect(routeOf(hashOf({ view: 'article', id: text, at: text }))).toEqual({ view: 'article', id: text, at: text });
      }),
    );
  });
});
