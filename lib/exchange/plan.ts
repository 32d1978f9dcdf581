// What an import would do: the library here and the one in the file go in; counts for the reader and the records to write come
// out. Pure; writes nothing.
import { canonical, keyOf } from './library';
import type { Library } from './library';

/** Records of one kind in a file: new here, the same here, and here with other contents. */
export interface Counts {
  added: number;
  same: number;
  differing: number;
}

/** The counts of an import by kind of record. */
export type Preview = { [K in keyof Library]: Counts };

/** What is to be written in one transaction. With `clear`, everything of these kinds goes first. */
export interface Writes extends Library {
  clear: boolean;
}

/**
 * Plans an import. `merge` adds what is new, and of differing records keeps the one that was saved or made later (of the same instant, the
 * one here); `replace` puts the file in the place of everything. Records that differ in nothing but that instant count as the same.
 */
export function planImport(current: Library, incoming: Library, mode: 'merge' | 'replace'): { preview: Preview; writes: Writes } {
  const articles = compare('articles', current, incoming);
  const verdicts = compare('verdicts', current, incoming);
  const corrections = compare('corrections', current, incoming);
  const labels = compare('labels', current, incoming);
  const preview = { articles: articles.counts, verdicts: verdicts.counts, corrections: corrections.counts, labels: labels.counts };
  if (mode === 'replace') return { preview, writes: { clear: true, ...incoming } };
  return { preview, writes: { clear: false, articles: articles.wins, verdicts: verdicts.wins, corrections: corrections.wins, labels: labels.wins } };
}

function compare<K extends keyof Library>(kind: K, current: Library, incoming: Library): { counts: Counts; wins: Library[K] } {
  const here = new Map((current[kind] as Library[K][number][]).map((record) => [keyOf(record), record]));
  const counts: Counts = { added: 0, same: 0, differing: 0 };
  const wins = (incoming[kind] as Library[K][number][]).filter((record) => {
    const before = here.get(keyOf(record));
    if (before === undefined) return ++counts.added > 0;
    if (contents(kind, before) === contents(kind, record)) {
      counts.same++;
      return false;
    }
    counts.differing++;
    return Date.parse(instantOf(record)) > Date.parse(instantOf(before));
  });
  return { counts, wins: wins as Library[K] };
}

function instantOf(record: Library[keyof Library][number]): string {
  return 'retrieved' in record ? record.retrieved : record.at;
}

/** A record but for when it was saved or made. */
function contents<K extends keyof Library>(kind: K, record: Library[K][number]): string {
  return canonical(kind, { ...record, ...('retrieved' in record ? { retrieved: '' } : { at: '' }) });
}
