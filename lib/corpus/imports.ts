// Storing what an import brings: one strict transaction with an operation id, all of it or nothing. Knows no file and no index.
import type { Correction, Label, Verdict } from '../model';
import { write } from './database';
import type { Database, ImportCounts } from './database';
import { uncompared } from './links';
import { firstTime, madeRecord } from './made';
import type { MadeKind, MadeKinds, MadeRecord } from './made';
import { purgeArticle, put } from './operations';
import type { Operation } from './operations';
import type { ArticleRecord } from './records';

/** What is to be written; with `clear`, everything that is here goes first. */
export interface Writes {
  clear: boolean;
  articles: ArticleRecord[];
  verdicts: Verdict[];
  corrections: Correction[];
  labels: Label[];
}

/** What an import left behind: ids that are no longer stored, records that are, and the counts it answers. */
export interface Imported {
  removed: string[];
  stored: ArticleRecord[];
  counts: ImportCounts;
}

/** Imports, unless this very operation did before. Imported articles are no news to the inbox. */
export function importAll(db: Database, writes: Writes, counts: ImportCounts, operation: Operation): Promise<Imported> {
  return write(db, async (tx) => {
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'import', ''))) return { removed: [], stored: [], counts: before?.counts ?? counts };
    await tx.objectStore('operations').put({ ...operation, kind: 'import', article: '', already: false, counts });
    const removed = writes.clear ? await tx.objectStore('articles').getAllKeys() : [];
    for (const id of removed) await purgeArticle(tx, id, operation.at);
    if (writes.clear) await tx.objectStore('made').clear();
    for (const record of writes.articles) {
      await put(tx, record);
      await tx.objectStore('links').put(uncompared(record.id));
    }
    const made = tx.objectStore('made');
    const keep = async <K extends MadeKind>(kind: K, values: MadeKinds[K][]): Promise<void> => {
      for (const value of values) await made.put(madeRecord(kind, value, null) as MadeRecord);
    };
    await keep('verdict', writes.verdicts);
    await keep('correction', writes.corrections);
    await keep('label', writes.labels);
    return { removed, stored: writes.articles, counts };
  });
}
