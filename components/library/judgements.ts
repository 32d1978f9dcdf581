// Verdicts go in; how often the reader found a shown match right comes out. Pure.
import type { Verdict } from '../../lib/model';

/** How many judgements are looked back on, as the product says it: "your last 50 judgements: 46 right". */
export const LOOK_BACK = 50;

/** Of the latest judgements of matches (`never` judges a claim, not a match), how many there are and how many said "agreed". */
export function judgements(verdicts: Verdict[]): { judged: number; right: number } {
  const latest = verdicts
    .filter(({ verdict }) => verdict !== 'never')
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, LOOK_BACK);
  return { judged: latest.length, right: latest.filter(({ verdict }) => verdict === 'agreed').length };
}
