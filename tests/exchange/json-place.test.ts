// Lines of values and of breaks in JSON text, against what stands there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../lib/exchange/json-place';

const TEXT = '{\n"a": [\n1,\n{"b":\n"x\\"y",\n"c": null}\n],\n"d": -1.5e3\n}';

describe('the line of a value', () => {
  it.each([
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 1], 4],
    [['a', 1, 'b'], 5],
    [['a', 1, 'c'], 6],
    [['d'], 8],
  ])('%j is %i', (path, line) => {
    expect(lineOf(TEXT, path)).toBe(line);
  });

  it('that is missing is that of what holds it', () => {
    expect(lineOf(TEXT, ['a', 1, 'z'])).toBe(4);
    expect(lineOf(TEXT, ['a', 7])).toBe(2);
  });
});

describe('the line of a break', () => {
  it.each([
    ['{\n"a": 1,\n}', 3],
    ['{\n"a" 1}', 2],
    ['[1\n2]', 2],
    ['["a\nb"]', 1],
    ['[\n"\\x"]', 2],
    ['[\n01]', 2],
    ['{"a":1}\n}', 2],
    ['[1,\n\n', 3],
  ])('in %j is %i', (text, line) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(lineOf(text, null)).toBe(line);
  });

  it('is where a text is cut off, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ value }, null, 1);
        const cut = text.slice(0, -1).trimEnd();
        expect(lineOf(cut, null)).toBe(cut.split('\n').length);
        expect(lineOf(`${text}\n\n?`, null)).toBe(text.split('\n').length + 2);
      }),
    );
  });
});
