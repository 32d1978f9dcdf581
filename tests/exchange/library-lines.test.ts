// A library read line by line as it comes: the same as read whole, however it is sliced; what is laid out otherwise is told, not guessed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryOf, parseLibrary } from '../../lib/exchange/library';
import type { Library } from '../../lib/exchange/library';
import { Departure, LibraryLines } from '../../lib/exchange/library-lines';
import { Failure } from '../../lib/failure';
import { EMPTY, LIBRARY } from './fixtures';
import { library } from './library-arbitraries';

function read(slices: string[]): Library {
  const lines = new LibraryLines();
  const found: Library = { articles: [], verdicts: [], corrections: [], labels: [] };
  for (const slice of slices) {
    for (const { kind, record, text } of lines.add(slice)) {
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(record)));
      (found[kind] as unknown[]).push(record);
    }
  }
  lines.end();
  return found;
}

describe('a library in slices', () => {
  it('is read as it is read whole, wherever it is cut', () => {
    fc.assert(
      fc.property(library, fc.array(fc.nat(2_000), { maxLength: 12 }), (any, lengths) => {
        const text = libraryOf(any);
        const slices: string[] = [];
        let at = 0;
        for (const length of lengths) slices.push(text.slice(at, (at += length)));
        slices.push(text.slice(at));
        expect(libraryOf(read(slices))).toBe(text);
      }),
      { numRuns: 40 },
    );
    expect(read([...libraryOf(LIBRARY)])).toEqual(parseLibrary(libraryOf(LIBRARY)));
    expect(read([libraryOf(EMPTY)])).toEqual(EMPTY);
  });

  it('is a departure when it is cut off anywhere', () => {
    const text = libraryOf(LIBRARY);
    for (let length = 0; length < text.length; length++) {
      expect(() => read([text.slice(0, length)])).toThrow(Departure);
      expect(() => read([text.slice(0, length)])).toThrow(/^line \d+ (?:is the last one: the text )?ends too early/);
    }
  });

  it('with one other byte is told to be damaged, or is the same as read whole', () => {
    const whole = new TextEncoder().encode(libraryOf(LIBRARY));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        const text = new TextDecoder().decode(damaged);
        let taken: Library;
        try {
          taken = read([text]);
        } catch (error) {
          expect(error instanceof Departure || (error instanceof Failure && error.code === 'bad-import')).toBe(true);
          return;
        }
        expect(taken).toEqual(parseLibrary(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['says where what is no article stands', (text: string) => text.replace('"kind":"paragraph"', '"kind":"script"'), /^line 3, articles\[0\]\.blocks\[1\]\.kind: one of title/],
    ['says where a second record of one id stands', (text: string) => text.replace(/^(\{"author".*\})$/m, '$1,\n$1'), /^line 4, articles\[1\]: a second record/],
    ['takes no comma before the end of a list', (text: string) => text.replace(/^(\{"author".*\})$/m, '$1,'), /^line 4 is not laid out/],
    ['takes no records without a comma between', (text: string) => text.replace(/^(\{"author".*\})$/m, '$1\n$1'), /^line 4 is not laid out/],
    ['takes no later version', (text: string) => text.replace('"version": 1', '"version": 2'), /is not laid out/],
    ['takes nothing behind the end', (text: string) => `${text}\n{`, /is not laid out/],
  ])('%s', (_, damage, says) => {
    const text = damage(libraryOf(LIBRARY));
    expect(text).not.toBe(libraryOf(LIBRARY));
    expect(() => read([text])).toThrow(says);
  });
});
