// Which first names may be one person's: cases as data, both ways round.
import { describe, expect, it } from 'vitest';
import { firstNamesClash } from '../../lib/text/first-names';

const CASES: [string, string, boolean][] = [
  ['joe', 'joseph', false],
  ['bill', 'william', false],
  ['alex', 'alexander', false],
  ['dmitry', 'dmytro', false],
  ['vladimir', 'volodymyr', false],
  ['yevgeny', 'evgeny', false],
  ['j', 'john', false],
  ['john', 'john', false],
  ['george', 'jeb', true],
  ['jane', 'john', true],
  ['daniil', 'dmitry', true],
  ['daniel', 'daniela', true],
  ['julia', 'julian', true],
  ['paul', 'pauline', true],
  ['k', 'john', true],
];

describe('firstNamesClash', () => {
  it.each(CASES)('of %s and %s: %s', (a, b, clash) => {
    expect([firstNamesClash(a, b), firstNamesClash(b, a)]).toEqual([clash, clash]);
  });
});
