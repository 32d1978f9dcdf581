// A folder of yardsticks → its files by family, and their rows. Knows the naming (set.split.jsonl), not what is in a row.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A `.jsonl` file of a family; `parts` are its name cut at the points: ["ecbplus", "dev", "queries"]. */
export interface DataFile {
  path: string;
  name: string;
  set: string;
  parts: string[];
}

/** What every family's scoring is given. */
export interface Family {
  folder: string;
  /** The `.jsonl` files directly in the folder, by name. */
  files: DataFile[];
  /** Score all rows of the big sets too. */
  full: boolean;
  /** For what is not a result: progress, what is left out. */
  say: (line: string) => void;
}

/** The files of one family, or null when the folder has none of that name. */
export function familyOf(data: string, name: string, full: boolean, say: (line: string) => void): Family | null {
  const folder = join(data, name);
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
  const files = names
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => ({ path: join(folder, file), name: file, set: file.split('.')[0]!, parts: file.split('.').slice(0, -1) }));
  return { folder, files, full, say };
}

/** The rows of a file. A line that is no JSON object is reported and left out. */
export function rowsOf(file: DataFile, say: (line: string) => void): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  readFileSync(file.path, 'utf8').split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new SyntaxError('no object');
      rows.push(row as Record<string, unknown>);
    } catch (error) {
      say(`${file.name}:${i + 1}: left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return rows;
}

/** A field that should be text; '' when it is not. */
export function text(row: Record<string, unknown>, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}
