// Words are found all at once and their places afterwards: both must be what the pattern itself finds, one by one, in any script.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from '../../lib/text/tokens';

const ONE_BY_ONE = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const PIECES = ['a', 'the', 'Leeds', "it's", "'", '5', '10', ',', '. ', ' ', '-', 'é', 'Ł', '中', '½', '🌍', '🄁', '𝔘', '\ud835', '\udc00', "it's5"];

it('puts every word where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const expected = [...text.matchAll(ONE_BY_ONE)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
      expect(tokenise(text).map(({ text: word, start, end }) => ({ text: word, start, end }))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
