// Cases with a likelihood of one outcome → the precision–recall curve of that outcome, and what is read off it. Knows numbers only.

/** What comes of showing every case from the likelihood `least` on. */
export interface CurvePoint {
  least: number;
  precision: number;
  recall: number;
}

/** Points of a curve that are written out; between two of them recall moves by some hundredths. */
const POINTS = 40;

/** The curve, from the surest case down; cases of one likelihood fall together. Empty when no case is of the outcome. */
export function curveOf(cases: readonly { likely: number; is: boolean }[]): CurvePoint[] {
  const all = cases.filter(({ is }) => is).length;
  const sorted = [...cases].sort((a, b) => b.likely - a.likely);
  const points: CurvePoint[] = [];
  let right = 0;
  sorted.forEach(({ likely, is }, i) => {
    if (is) right++;
    if (sorted[i + 1]?.likely !== likely) points.push({ least: likely, precision: right / (i + 1), recall: right / all });
  });
  return all === 0 ? [] : points;
}

/** Average precision: the curve's precision, each step of recall weighing as much as it is long; null of an empty curve. */
export function areaUnder(curve: readonly CurvePoint[]): number | null {
  return curve.length === 0 ? null : curve.reduce((sum, { precision, recall }, i) => sum + precision * (recall - (curve[i - 1]?.recall ?? 0)), 0);
}

/** The best precision at any threshold that still finds at least this share; null when none does. */
export function precisionAtRecall(curve: readonly CurvePoint[], recall: number): number | null {
  const reaching = curve.filter((point) => point.recall >= recall);
  return reaching.length === 0 ? null : Math.max(...reaching.map(({ precision }) => precision));
}

/** The curve by some forty points for writing out, the first at each step of recall, with four digits. */
export function thinned(curve: readonly CurvePoint[]): CurvePoint[] {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  let next = 0;
  return curve.flatMap(({ least, precision, recall }, i) => {
    if (recall < next && i < curve.length - 1) return [];
    next = recall + 1 / POINTS;
    return [{ least: round(least), precision: round(precision), recall: round(recall) }];
  });
}
