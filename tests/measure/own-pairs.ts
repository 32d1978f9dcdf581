// Our own labelled pairs (tests/pairs), fit half and check half → the shipped engine's scores on them. Gives numbers only: the
// check half is not to be read while anything is tuned.
import { cosines } from './cosines';
import { judgeAll, newClock, type Clock, type Judged } from './judged-pairs';
import { readPairs } from './pairs';
import type { Score } from './scores';
import { stanceScores } from './stance-scores';

/** What the engine decides on the pairs of a half on which both labels agree. */
export async function judgeOwn(half: 'fit' | 'check', clock: Clock = newClock()): Promise<Judged[]> {
  const cases = readPairs(half).kept.map(({ s, s_date, e, e_date, stance, reason, matter }) => ({ s, sDate: s_date, e, eDate: e_date, expected: stance, labelled: reason, group: matter }));
  return judgeAll(cases, await cosines(), clock);
}

/** Scores both halves: what the weights were fitted on, and what nothing was. */
export async function scoreOwnPairs(clock: Clock): Promise<Score[]> {
  const scores: Score[] = [];
  for (const half of ['fit', 'check'] as const) scores.push(...stanceScores(await judgeOwn(half, clock), { set: `own pairs (${half})`, suffix: '' }));
  return scores;
}
