// A ledger's entries → where they stand in a plot: seconds along, values up, with the ends of ranges and bounds. Pure; knows no canvas.
import type { LedgerEntry } from '../../lib/messages';

/** An entry with a day, as it is drawn. */
export interface Plotted {
  entry: LedgerEntry;
  /** Seconds since 1970, UTC midnight of its day. */
  at: number;
  /** Where the shape stands: the value, the middle of a range, the given end of a bound. */
  value: number;
  /** Ends of the bar; equal to `value` where there is none, null where the bar runs on to the edge of the plot. */
  low: number | null;
  high: number | null;
  /** Place among the entries of one day, around 0: those are drawn side by side. */
  aside: number;
}

const DAY = 86_400;
/** Values further apart than this are drawn on a scale of tens: else all but the largest would lie on the ground. */
const FAR = 40;

/** The entries that can be drawn, by day. */
export function plotted(entries: readonly LedgerEntry[]): Plotted[] {
  const points = entries.flatMap((entry): Plotted[] => {
    const at = entry.day === null ? NaN : Date.parse(`${entry.day}T00:00:00Z`) / 1000;
    const { min, max } = entry;
    if (Number.isNaN(at) || (min === null && max === null)) return [];
    return [{ entry, at, value: min === null ? max! : max === null ? min : (min + max) / 2, low: min, high: max, aside: 0 }];
  });
  points.sort((a, b) => a.at - b.at);
  for (const day of new Set(points.map(({ at }) => at))) {
    const same = points.filter(({ at }) => at === day);
    same.forEach((point, i) => (point.aside = i - (same.length - 1) / 2));
  }
  return points;
}

/** The ends of both scales, with room around; `tens` when the values lie far apart. */
export function scalesOf(points: readonly Plotted[]): { x: [number, number]; y: [number, number]; tens: boolean } {
  const days = points.map(({ at }) => at);
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const tens = least > 0 && most / least > FAR;
  const span = Math.max(Math.max(...days) - Math.min(...days), 2 * DAY);
  const x: [number, number] = [Math.min(...days) - span * 0.15, Math.max(...days) + span * 0.15];
  if (tens) return { x, y: [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most * 1.2))], tens };
  return { x, y: [Math.min(0, least * 1.15), Math.max(0, most * 1.15) || 1], tens };
}
