// Which addresses are the same article, and which are not.
import { describe, expect, it } from 'vitest';
import { cleanUrl, fingerprintOf, idOf, idOfUrl, normalUrl } from '../../lib/corpus/identity';
import type { Draft } from '../../lib/model';

const PAGE = 'https://news.example/2023/harbour';

const same: [string, string][] = [
  ['a campaign', `${PAGE}?utm_source=mail&utm_medium=x&UTM_Campaign=y`],
  ['a click id', `${PAGE}?fbclid=abc`],
  ['an advertisement', `${PAGE}?gclid=1&gbraid=2`],
  ['a fragment', `${PAGE}#comments`],
  ['a text fragment', `${PAGE}#:~:text=harbour`],
  ['a trailing slash', `${PAGE}/`],
  ['the default port', 'https://news.example:443/2023/harbour'],
  ['a host in capitals', 'https://NEWS.example/2023/harbour'],
  ['credentials', 'https://user:secret@news.example/2023/harbour'],
  ['an empty query', `${PAGE}?`],
  ['an encoded tracker', `${PAGE}?%75tm_source=x`],
];
const other: [string, string][] = [
  ['a query that chooses the page', `${PAGE}?id=7`],
  ['another path', `${PAGE}-2`],
  ['another host', 'https://m.news.example/2023/harbour'],
  ['another port', 'https://news.example:8443/2023/harbour'],
  ['an AMP copy', `${PAGE}/amp`],
  ['a path in other capitals', 'https://news.example/2023/Harbour'],
  ['a broken escape', `${PAGE}?%E0%A4%A=1`],
];

describe('an address', () => {
  it.each(same)('stays the same article with %s', async (_what, url) => {
    expect(normalUrl(url)).toBe(PAGE);
    expect(await idOfUrl(url)).toBe(await idOfUrl(PAGE));
  });

  it.each(other)('is another article with %s', async (_what, url) => {
    expect(await idOfUrl(url)).not.toBe(await idOfUrl(PAGE));
  });

  it('is stored as it was but for trackers, fragment and credentials', () => {
    expect(cleanUrl('https://u:p@news.example/a/?b=%20x&utm_id=3&c&gclid=#d')).toBe('https://news.example/a/?b=%20x&c');
    expect(cleanUrl('https://news.example/?reference=utm_source')).toBe('https://news.example/?reference=utm_source');
  });
});

describe('an id', () => {
  const draft = (url: string | null, text: string): Draft => ({
    url,
    title: 'T',
    outlet: null,
    author: null,
    published: null,
    language: null,
    blocks: [{ kind: 'paragraph', text }],
  });

  it('comes from the address whatever the text, and from the text where there is no address', async () => {
    expect(await idOf(draft(PAGE, 'one'), null)).toBe(await idOf(draft(PAGE, 'two'), null));
    expect(await idOf(draft(null, 'one'), null)).not.toBe(await idOf(draft(null, 'two'), null));
    expect(await idOf(draft(null, 'one'), null)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('comes from the file name for a seed', async () => {
    expect(await idOf(draft(null, 'one'), 'a.txt')).toBe(await idOf(draft(null, 'two'), 'a.txt'));
    expect(await idOf(draft(null, 'one'), 'a.txt')).not.toBe(await idOf(draft(null, 'one'), 'b.txt'));
  });

  it('has beside it a fingerprint that sees words but not white space', async () => {
    expect(await fingerprintOf(draft(PAGE, 'one  two\n'))).toBe(await fingerprintOf(draft(null, 'one two')));
    expect(await fingerprintOf(draft(PAGE, 'one two'))).not.toBe(await fingerprintOf(draft(PAGE, 'one too')));
  });
});
