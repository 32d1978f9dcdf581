// The lossless file: the same bytes after export, import, export; refused whole when it is damaged, foreign or not ours in one field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryOf, parseLibrary } from '../../lib/exchange/library';
import { Failure } from '../../lib/failure';
import type { Correction } from '../../lib/model';
import { EMPTY, LIBRARY } from './fixtures';
import { library } from './library-arbitraries';

/** What a text is refused with; fails when it is not refused, or not with the right code. */
function refusal(text: string): string {
  try {
    parseLibrary(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('bad-import');
    return (error as Failure).message;
  }
  throw new Error('it was taken');
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (from: Uint8Array): string => new TextDecoder().decode(from);

describe('a library', () => {
  it('is the same to the byte after export, import and export', () => {
    fc.assert(
      fc.property(library, (any) => {
        const first = libraryOf(any);
        const through = parseLibrary(text(bytes(first)));
        // Compared as one value: matchers take a second for each large array.
        expect(Buffer.compare(bytes(libraryOf(through)), bytes(first))).toBe(0);
        const byId = <T extends { id: string }>(records: T[]): T[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(through.articles).toEqual(byId(any.articles));
        expect(through.verdicts).toEqual(byId(any.verdicts));
        expect(through.labels).toEqual([...any.labels].sort((a, b) => (a.article < b.article ? -1 : 1)));
        // The sign of a zero is no figure.
        expect(through.corrections).toEqual(byId(JSON.parse(JSON.stringify(any.corrections)) as Correction[]));
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of its records or their fields', () => {
    const [article] = LIBRARY.articles;
    const turned = Object.fromEntries(Object.entries(article!).reverse()) as unknown as typeof article;
    const other = { ...article!, id: '0'.repeat(32) };
    expect(libraryOf({ ...LIBRARY, articles: [turned!, other] })).toBe(libraryOf({ ...LIBRARY, articles: [other, article!] }));
  });

  it('leaves out what is derived', () => {
    const record = { ...LIBRARY.articles[0]!, statements: [{ text: 'derived' }], extraction: 3, fingerprint: 'f' };
    expect(libraryOf({ ...LIBRARY, articles: [record] })).toBe(libraryOf(LIBRARY));
  });

  it('may be empty, and may begin with a byte-order mark', () => {
    expect(parseLibrary(`\ufeff${libraryOf(EMPTY)}`)).toEqual(EMPTY);
  });

  it('is refused when it is cut off at any byte', () => {
    const whole = bytes(libraryOf({ ...LIBRARY, articles: LIBRARY.articles.map((article) => ({ ...article, title: 'Їжак 𝒳' })) }));
    for (let length = 0; length < whole.length; length++) expect(refusal(text(whole.subarray(0, length)))).toMatch(length === 0 ? /empty/ : /^line \d+: the text is no JSON/);
  });

  it('is refused, not half taken, when any one byte of it is another', () => {
    const whole = bytes(libraryOf(LIBRARY));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        try {
          const taken = parseLibrary(text(damaged));
          // A letter within a text may be another one: then it is a library all the same, and a whole one.
          expect(parseLibrary(libraryOf(taken))).toStrictEqual(taken);
          expect([taken.articles.length, taken.verdicts.length, taken.corrections.length, taken.labels.length]).toEqual([1, 1, 1, 1]);
        } catch (error) {
          expect((error as Failure).code).toBe('bad-import');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file that is not ours in one place is refused, with the place', () => {
  const planted: { what: string; from: string; to: string; says: RegExp }[] = [
    { what: 'an address that is a script', from: '"https://gazette.example/ferry?id=7"', to: '"javascript:alert(1)"', says: /^line 3, articles\[0\]\.url: an http\(s\) address/ },
    { what: 'an address that is too long once it is encoded', from: 'gazette.example/ferry?id=7', to: `gazette.example/${'я'.repeat(3_000)}`, says: /articles\[0\]\.url: the text is longer than 8192/ },
    { what: 'a date that is none', from: '"2023-01-04"', to: '"2023-13-44"', says: /articles\[0\]\.published: an ISO 8601 date/ },
    { what: 'a saving without a time', from: '"2026-11-01T10:00:00.000Z"', to: '"2026-11-01"', says: /articles\[0\]\.retrieved: an ISO 8601 instant/ },
    { what: 'a block of another kind', from: '"kind":"paragraph"', to: '"kind":"script"', says: /articles\[0\]\.blocks\[1\]\.kind: one of title/ },
    { what: 'a text that is a number', from: '"text":"Ferry sinks"', to: '"text":7', says: /articles\[0\]\.blocks\[0\]\.text: a text/ },
    { what: 'a field too many', from: '"file":null', to: '"file":null,"html":"<b>"', says: /articles\[0\]\.html: a field of no known name/ },
    { what: 'a field that would be a prototype', from: '"file":null', to: '"file":null,"__proto__":{"hidden":true}', says: /articles\[0\]\.__proto__: a field of no known name/ },
    { what: 'a field at the top that would be a prototype', from: '"version": 1', to: '"version": 1,"__proto__":{}', says: /__proto__: a field/ },
    { what: 'a field missing', from: '"file":null,', to: '', says: /articles\[0\]: the field file is missing/ },
    { what: 'a field that only a prototype has', from: '"hidden":false,', to: '', says: /corrections\[0\]: the field hidden is missing/ },
    { what: 'a title without end', from: '"title":"Ferry sinks"', to: `"title":"${'x'.repeat(1_001)}"`, says: /articles\[0\]\.title: the text is longer than 1000/ },
    { what: 'an id that is a path', from: `"id":"${'v'.repeat(32)}"`, to: '"id":"../../../../etc"', says: /verdicts\[0\]\.id: an id/ },
    { what: 'a figure beyond numbers', from: '"min":11', to: '"min":1e999', says: /corrections\[0\]\.figures\[0\]\.min: a number/ },
    { what: 'a verdict of another kind', from: '"agreed"', to: '"true"', says: /verdicts\[0\]\.verdict: one of wrong-match/ },
    { what: 'tags that are a text', from: '["sea"]', to: '"sea"', says: /labels\[0\]\.tags: a list/ },
    { what: 'a tag of 10,000 characters', from: '["sea"]', to: `["${'x'.repeat(10_000)}"]`, says: /labels\[0\]\.tags\[0\]: the text is longer than 100/ },
    { what: 'a later version', from: '"version": 1', to: '"version": 2', says: /version: the file is of version 2, made by a newer/ },
    { what: 'another format', from: '"second-source-library"', to: '"bookmarks"', says: /format: one of second-source-library/ },
  ];
  it.each(planted)('$what', ({ from, to, says }) => {
    const whole = libraryOf(LIBRARY);
    expect(whole).toContain(from);
    expect(refusal(whole.replace(from, to))).toMatch(says);
  });

  it('two records of one id', () => {
    const [article] = LIBRARY.articles;
    expect(refusal(libraryOf({ ...LIBRARY, articles: [article!, { ...article!, title: 'Another' }] }))).toMatch(/^line 4, articles\[1\]: a second record/);
  });

  it('too much text in all', () => {
    const blocks = Array.from({ length: 9 }, () => ({ kind: 'paragraph' as const, text: 'x'.repeat(1_000_000) }));
    expect(refusal(libraryOf({ ...LIBRARY, articles: [{ ...LIBRARY.articles[0]!, blocks }] }))).toMatch(/articles\[0\]\.blocks: the text is too long/);
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an empty record', '{}'],
    ['half of the fields', '{"articles":[]}'],
    ['a list that never ends', '['.repeat(100_000)],
    ['lists in lists', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['a web page', '<html></html>'],
    ['no text at all', '\u0000\u0001'],
  ])('%s', (_, any) => {
    expect(refusal(any)).toMatch(/./);
  });
});
