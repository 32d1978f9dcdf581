// What was measured goes in, one line of the results comes out, with the figure that was asked for; and the table of them.
// Knows nothing of how anything is measured.
import goals from './goals.json' with { type: 'json' };

/** By the row's name what it must reach and what to reach for. Whether more or less is better, `must` and `reach` tell. */
const GOALS = new Map(Object.entries(goals as unknown as Record<string, [number, number]>));

/** One measured figure. `must` and `reach` are null where none was set. */
export interface Row {
  name: string;
  value: number | null;
  unit: string;
  must: number | null;
  reach: number | null;
  /** Repetitions, pages or queries behind it. */
  n: number;
  /** By what it was measured: where, against which peer, in how many repetitions. */
  by: string;
}

/** A row with the goals set for its name. A value of NaN is one that could not be measured. */
export function row(name: string, value: number, unit: string, n: number, by: string): Row {
  const [must, reach] = GOALS.get(name) ?? [null, null];
  return { name, value: Number.isFinite(value) ? Number(value.toPrecision(4)) : null, unit, must, reach, n, by };
}

/** Did a row come as far as asked? Null where nothing was asked, or nothing measured. */
export function verdictOf({ value, must, reach }: Row): 'reached' | 'met' | 'missed' | null {
  if (value === null || must === null || reach === null) return null;
  // Where both are the same, as with "0 mutations", less is better.
  const good = (goal: number): boolean => (reach > must ? value >= goal : value <= goal);
  return good(reach) ? 'reached' : good(must) ? 'met' : 'missed';
}

/** A size in claims as it is written: "10k", "1M". */
export function sizeName(claims: number): string {
  return claims >= 1_000_000 ? `${claims / 1_000_000}M` : claims >= 1_000 ? `${claims / 1_000}k` : String(claims);
}

const COLUMNS = ['figure', 'must', 'reach for', 'measured', 'unit', '', 'by what'];

/** The cells of the rows, one list a row, as text. */
export function cells(rows: Row[]): string[][] {
  const number = (value: number | null): string => (value === null ? '–' : String(value));
  return rows.map((each) => [each.name, number(each.must), number(each.reach), number(each.value), each.unit, verdictOf(each) ?? '', `${each.by}, n ${each.n}`]);
}

/** The rows as a table in plain text. */
export function table(rows: Row[]): string {
  const all = [COLUMNS, ...cells(rows)];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  const isNumber = (column: number): boolean => column >= 1 && column <= 3;
  return all.map((line) => line.map((text, column) => (isNumber(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!))).join('  ').trimEnd()).join('\n');
}

/** The rows as a Markdown table. */
export function markdown(rows: Row[]): string {
  const line = (texts: string[]): string => `| ${texts.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map((_, column) => (column >= 1 && column <= 3 ? '--:' : '---'))), ...cells(rows).map(line)].join('\n');
}
