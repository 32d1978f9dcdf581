// Files of a drop that were not taken → what is drawn of them: those that are no pages at all as one line for each kind of file, so that
// the pictures beside saved pages don't bury the page that failed; every other file by its name. Pure.
import type { FailedFile, FileTrouble } from './imports';

/** One line: a file by its name, or all files with one ending ('' for those without). */
export type FailedLine = { name: string; why: FileTrouble } | { ending: string; files: number; why: FileTrouble };

/** From so many files of one ending on they are told together. */
const TOGETHER = 3;

/** The lines, single files first, then kinds, the most files first. */
export function failedLines(failed: readonly FailedFile[]): FailedLine[] {
  const kinds = new Map<string, FailedFile[]>();
  for (const file of failed) {
    if (file.why !== 'not-html') continue;
    const ending = endingOf(file.name);
    const kind = kinds.get(ending);
    if (kind) kind.push(file);
    else kinds.set(ending, [file]);
  }
  const together = [...kinds].filter(([, files]) => files.length >= TOGETHER).sort(([, a], [, b]) => b.length - a.length);
  const told = new Set(together.flatMap(([, files]) => files));
  return [...failed.filter((file) => !told.has(file)), ...together.map(([ending, files]) => ({ ending, files: files.length, why: 'not-html' as const }))];
}

/** The ending of a file's name, in lower case: "jpg"; '' for a name without one, or with one that is none. */
function endingOf(name: string): string {
  return /[^/.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
