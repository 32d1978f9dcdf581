// Counts go in, scores come out: precision, recall, F1, average precision; one line of the results, and the table of them.
// Knows no data set and nothing of the engine.
import type { CurvePoint } from './curve';
import goals from './goals.json' with { type: 'json' };

/** By the score's name what it must reach and what to reach for, as the issue has them; whether more or less is better, the name tells. */
const GOALS = new Map(Object.entries(goals as unknown as Record<string, [number | null, number | null]>));

/** One measured value. `must` and `reach` are null where nobody asked for any; `value` is null when there was nothing to measure. */
export interface Score {
  name: string;
  value: number | null;
  unit: string;
  must: number | null;
  reach: number | null;
  /** Cases it was measured on. */
  n: number;
  /** For the JSON only: the table leaves it out. */
  detail?: boolean;
  /** The points behind an average precision. */
  curve?: CurvePoint[];
}

/** A score with the goals set for it by name (goals.json), or by `goal` instead. Values are rounded to four digits after the point. */
export function score(name: string, value: number | null, unit: string, n: number, goal = name): Score {
  const [must, reach] = GOALS.get(goal) ?? [null, null];
  return { name, value: value === null || Number.isNaN(value) ? null : Math.round(value * 10_000) / 10_000, unit, must, reach, n };
}

/** Decisions on one outcome, counted. */
export interface Counts {
  right: number;
  /** Decided so, wrongly. */
  wrong: number;
  missed: number;
}

/** Share of what was decided that was right; null when nothing was. */
export function precision({ right, wrong }: Counts): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

/** Share of what there was that was found; null when there was nothing. */
export function recall({ right, missed }: Counts): number | null {
  return right + missed === 0 ? null : right / (right + missed);
}

/** Harmonic mean of precision and recall; 0 when nothing is right. */
export function f1({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** Counts for one outcome out of pairs of what was expected and what was decided. */
export function countsOf<T>(pairs: readonly { expected: T; decided: T }[], outcome: T): Counts {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const { expected, decided } of pairs) {
    if (decided === outcome) counts[expected === outcome ? 'right' : 'wrong']++;
    else if (expected === outcome) counts.missed++;
  }
  return counts;
}

/** Mean; NaN of nothing, which `score` turns into null. */
export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Average precision of the first `depth` of a ranking, over all that is relevant (trec_eval's map_cut). */
export function averagePrecision(ranked: string[], relevant: ReadonlySet<string>, depth: number): number {
  let hits = 0;
  let sum = 0;
  ranked.slice(0, depth).forEach((id, i) => {
    if (relevant.has(id)) sum += ++hits / (i + 1);
  });
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

/** Share of what is relevant among the first `depth` of a ranking. */
export function recallAt(ranked: string[], relevant: ReadonlySet<string>, depth: number): number {
  return relevant.size === 0 ? 0 : ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

/** At most `most` rows, evenly spread over all of them: the same ones each time. */
export function sampled<T>(rows: T[], most: number): T[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)]!);
}

/** The scores as a table in plain text, one line each; details are left to the JSON. */
export function table(scores: Score[]): string {
  const cell = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))));
  const rows = scores.filter(({ detail }) => !detail).map((s) => [s.name, cell(s.value), s.unit, cell(s.must), cell(s.reach), String(s.n)]);
  const all = [['name', 'value', 'unit', 'must', 'reach', 'n'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) => row.map((text, column) => (column === 0 || column === 2 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}
