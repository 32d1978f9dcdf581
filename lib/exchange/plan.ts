// How a record that a file brings stands to the one here: the two go in, whether it is new, the same or another comes out, and which of
// the two stays when both are merged. Pure; writes nothing.
import { canonical } from './library';
import type { Library } from './library';

/** Records of one kind in a file: new here, the same here, and here with other contents. */
export interface Counts {
  added: number;
  same: number;
  differing: number;
}

/** The counts of an import by kind of record. */
export type Preview = { [K in keyof Library]: Counts };

/** One record beside the one here. */
export interface Standing {
  standing: keyof Counts;
  /** A merge keeps the one brought. */
  wins: boolean;
}

/**
 * A merge adds what is new, and of differing records keeps the one that was saved or made later (of the same instant, the one here).
 * Records that differ in nothing but that instant count as the same.
 */
export function weigh<K extends keyof Library>(kind: K, here: Library[K][number] | null, brought: Library[K][number]): Standing {
  if (here === null) return { standing: 'added', wins: true };
  if (contents(kind, here) === contents(kind, brought)) return { standing: 'same', wins: false };
  return { standing: 'differing', wins: Date.parse(instantOf(brought)) > Date.parse(instantOf(here)) };
}

/** Counts of nothing. */
export function noCounts(): Preview {
  const counts = (): Counts => ({ added: 0, same: 0, differing: 0 });
  return { articles: counts(), verdicts: counts(), corrections: counts(), labels: counts() };
}

function instantOf(record: Library[keyof Library][number]): string {
  return 'retrieved' in record ? record.retrieved : record.at;
}

/** A record but for when it was saved or made. */
function contents<K extends keyof Library>(kind: K, record: Library[K][number]): string {
  return canonical(kind, { ...record, ...('retrieved' in record ? { retrieved: '' } : { at: '' }) });
}
