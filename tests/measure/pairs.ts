// Our own pairs of statements (tests/pairs) with their two labels → those on which both agree. Knows no engine.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stance } from '../../lib/model';

/** One labelled pair: what the evidence `e` says of the claim `s`, each with the ISO day of its article or null. */
export interface LabelledPair {
  id: string;
  s: string;
  e: string;
  s_date: string | null;
  e_date: string | null;
  stance: Stance;
  /** The deciding signal, or the kind of related or unrelated, as the writer had it. */
  reason: string;
  matter: string;
}

const FOLDER = fileURLToPath(new URL('../pairs', import.meta.url));
const rowsOf = (path: string): unknown[] => readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

/** The two halves, told in as different words as could be, and the plain pairs, as pages restate each other: those are fitted on too. */
export type Part = 'fit' | 'check' | 'plain';

/** The pairs of a part whose first and second label agree, and how many were dropped. */
export function readPairs(part: Part): { kept: LabelledPair[]; dropped: number } {
  const second = new Map((rowsOf(join(FOLDER, 'second', `${part}.jsonl`)) as { id: string; stance: Stance }[]).map(({ id, stance }) => [id, stance]));
  const all = readdirSync(join(FOLDER, part)).sort().flatMap((file) => (rowsOf(join(FOLDER, part, file)) as LabelledPair[]).map((pair) => ({ ...pair, matter: file.replace(/\.jsonl$/, '') })));
  const kept = all.filter(({ id, stance }) => second.get(id) === stance);
  return { kept, dropped: all.length - kept.length };
}
