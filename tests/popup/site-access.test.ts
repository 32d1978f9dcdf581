// Hosts into match patterns and back; what a reader may type as a site.
import { describe, expect, it } from 'vitest';
import { coversAll, covering, hostFromInput, hostOf, originsOf } from '../../entrypoints/popup/site-access';
import { summarise } from '../../entrypoints/welcome/choices';

const ORIGINS = [
  ['news.example.org', ['https://*.news.example.org/*', 'http://*.news.example.org/*']],
  ['www.example.org', ['https://*.example.org/*', 'http://*.example.org/*']],
  ['127.0.0.1', ['https://127.0.0.1/*', 'http://127.0.0.1/*']],
  ['localhost', ['https://localhost/*', 'http://localhost/*']],
] as const;

const TYPED: [string, string | null][] = [
  ['news.example.org', 'news.example.org'],
  ['  https://News.Example.org/a?b#c ', 'news.example.org'],
  ['example.org.', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['example.org:8080', 'example.org'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['', null],
  ['com', null],
  ['*.example.org', null],
  ['two words.org', null],
  ['ftp://example.org', null],
  ['javascript:alert(1)', null],
  ['somebody@example.org', null],
  ['..', null],
];

const COVERS: [string, string, string, boolean][] = [
  ['*://*.example.org/*', 'news.example.org', 'https:', true],
  ['*://*.example.org/*', 'example.org', 'http:', true],
  ['*://*.example.org/*', 'badexample.org', 'https:', false],
  ['https://example.org/*', 'example.org', 'https:', true],
  ['https://example.org/*', 'example.org', 'http:', false],
  ['https://example.org/*', 'news.example.org', 'https:', false],
  ['http://127.0.0.1/*', '127.0.0.1', 'http:', true],
  ['http://127.0.0.1:*/*', '127.0.0.1', 'http:', true],
  ['*://*/*', 'example.org', 'https:', true],
  ['<all_urls>', 'example.org', 'https:', true],
  ['file:///*', 'example.org', 'https:', false],
  ['nonsense', 'example.org', 'https:', false],
];

describe('site access', () => {
  it.each(ORIGINS)('asks for %s as %s', (host, origins) => expect(originsOf(host)).toEqual(origins));
  it.each(TYPED)('reads "%s" as %s', (typed, host) => expect(hostFromInput(typed)).toBe(host));
  it.each(COVERS)('%s covers %s over %s: %s', (origin, host, protocol, covers) => expect(covering([origin], host, protocol).length === 1).toBe(covers));
  it('covers what it asks for', () => {
    for (const [host, origins] of ORIGINS) expect(['https:', 'http:'].flatMap((scheme) => covering([...origins], host, scheme))).toEqual(origins);
  });
  it('knows patterns for every site', () => {
    expect(['<all_urls>', '*://*/*', 'https://*/*', '*://*.example.org/*'].map(coversAll)).toEqual([true, true, true, false]);
  });
  it('finds a host in web addresses only', () => {
    expect(['https://a.example/x', 'about:blank', 'nonsense', null].map((url) => hostOf(url))).toEqual(['a.example', null, null, null]);
  });
});

describe('what granted origins amount to', () => {
  const hosts = ['a.example', 'b.example'];
  it('leaves out what came with the build', () => {
    expect(summarise(['http://127.0.0.1/*'], ['http://127.0.0.1/*'], hosts)).toEqual({ everywhere: false, news: 0, own: [], chosen: 0 });
  });
  it('counts the listed hosts and names the others once, whatever their schemes', () => {
    const granted = ['https://*.a.example/*', 'http://*.c.example/*', 'https://*.c.example/*'];
    expect(summarise(granted, [], hosts)).toEqual({ everywhere: false, news: 1, own: ['c.example'], chosen: 3 });
  });
  it('sees that every site is granted', () => {
    expect(summarise(['*://*/*'], [], hosts)).toMatchObject({ everywhere: true, news: 2, own: [] });
  });
});
