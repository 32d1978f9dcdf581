// Keeps the last scores on the check half of our own pairs: they may rise, not fall. After a rise, or a fall that is worth it,
// `node scripts/run.mjs tests/measure/keep-scores.ts` writes them anew.
import { describe, expect, test } from 'vitest';
import { fallen, readLastScores, scoresOfCheckHalf, TOLERANCE, type LastScores } from './last-scores';

/** Encoding 1,700 sentences and judging 840 pairs takes some 15 s on an idle core; shared machines have taken six times as long. */
const TIMEOUT_MS = 240_000;

const LAST: LastScores = { date: '2026-11-22', pairs: 839, macroF1: 0.5, conflicts: { precision: 0.9, recall: 0.2 }, corroborates: { precision: 0.8, recall: 0.3 } };
const CASES: [string, Partial<LastScores>, RegExp | null][] = [
  ['are as they were', {}, null],
  ['rise', { macroF1: 0.6, conflicts: { precision: 0.95, recall: 0.4 } }, null],
  ['fall by less than the tolerance', { macroF1: 0.5 - TOLERANCE * 0.9 }, null],
  ['lose recall of one stance only', { conflicts: { precision: 0.9, recall: 0.19 } }, null],
  ['show no conflict at all', { conflicts: { precision: null, recall: 0 } }, null],
  ['lose macro-F1', { macroF1: 0.48 }, /^macro-F1 fell from 0.5 to 0.48$/],
  ['lose precision of conflicts', { conflicts: { precision: 0.88, recall: 0.5 } }, /^precision of conflicts fell from 0.9 to 0.88$/],
  ['lose precision of corroborates', { corroborates: { precision: 0.7, recall: 0.5 } }, /^precision of corroborates fell/],
];

describe('the keeper of scores', () => {
  test.each(CASES)('when they %s', (_, change, says) => {
    const falls = fallen(LAST, { ...LAST, ...change });
    expect(falls).toHaveLength(says ? 1 : 0);
    if (says) expect(falls[0]).toMatch(says);
  });
});

test('on the check half of our own pairs nothing has fallen', { timeout: TIMEOUT_MS }, async () => {
  const last = readLastScores();
  const now = await scoresOfCheckHalf();
  expect(now.pairs).toBe(last?.pairs);
  expect(fallen(last!, now)).toEqual([]);
});
