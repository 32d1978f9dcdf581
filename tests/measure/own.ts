// Our own pairs and pages, which lie in the repository → their scores; every run of the yardsticks has them.
import { newClock } from './judged-pairs';
import { scoreOwnPages } from './own-page-marks';
import { scoreOwnPairs } from './own-pairs';
import type { Score } from './scores';
import { timesOf } from './stance';

/** The scores of our own material, with the times of reading and judging it. */
export async function scoreOwn(): Promise<Score[]> {
  const clock = newClock();
  const pairs = await scoreOwnPairs(clock);
  return [...pairs, ...timesOf(clock, 'own pairs: '), ...(await scoreOwnPages())];
}
