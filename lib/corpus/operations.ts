// Save, remove, restore: each one strict transaction with an operation id, so that a retry changes nothing. A record goes in;
// what is stored afterwards comes out. Knows no index.
import { Failure } from '../failure';
import { UNDO_MS } from '../model';
import { read, write } from './database';
import type { Database, OperationRecord, Writing } from './database';
import { deleteArticle, putArticle } from './heads';
import { forgetLinks, statementsChanged, textChanged } from './links';
import type { ArticleRecord } from './records';
import { together } from './together';

/** How long operation ids are remembered, in ms. A retry follows within seconds; a day covers a machine put to sleep in between. */
const REMEMBERED_MS = 24 * 3_600_000;

/** What an operation left behind. */
export interface Done {
  /** What is stored of the article now; null when nothing is. */
  record: ArticleRecord | null;
  /** True when the article was stored just so before. */
  already: boolean;
}

/** An operation as asked for: `id` made by the asker, `at` in ms since 1970. */
export interface Operation {
  id: string;
  at: number;
}

/** Stores an article. One with the same id is replaced when its text has changed, and stays as it is otherwise. */
export function save(db: Database, record: ArticleRecord, operation: Operation): Promise<Done> {
  return once(db, operation, 'save', record.id, async (tx) => {
    const before = await tx.objectStore('articles').get(record.id);
    if (before?.fingerprint === record.fingerprint) return { record: before, already: true };
    await put(tx, record);
    return { record, already: false };
  });
}

/** Puts an article into its store; what is derived of an earlier text of it goes. */
export async function put(tx: Writing, record: ArticleRecord): Promise<void> {
  await together(
    () => putArticle(tx, record),
    () => tx.objectStore('tombstones').delete(record.id),
    () => textChanged(tx, record.id, new Set(record.statements.map(({ text }) => text))),
  );
}

/** Removes an article and leaves a tombstone that still holds it. @throws Failure 'gone' when it is not stored. */
export function remove(db: Database, article: string, operation: Operation): Promise<Done> {
  return once(db, operation, 'remove', article, async (tx) => {
    const record = await tx.objectStore('articles').get(article);
    if (!record) throw new Failure('gone', 'no such article');
    await deleteArticle(tx, article);
    await tx.objectStore('tombstones').put({ id: article, at: operation.at, undo: { until: operation.at + UNDO_MS, article: record } });
    return { record: null, already: false };
  });
}

/** Brings a removed article back. @throws Failure 'gone' when its removal can no longer be undone. */
export function restore(db: Database, article: string, operation: Operation): Promise<Done> {
  return once(db, operation, 'restore', article, async (tx) => {
    const stored = await tx.objectStore('articles').get(article);
    if (stored) return { record: stored, already: true };
    const record = (await tx.objectStore('tombstones').get(article))?.undo?.article;
    if (!record) throw new Failure('gone', 'this removal can no longer be undone');
    await putArticle(tx, record);
    await tx.objectStore('tombstones').delete(article);
    // Others may have been compared while it was away.
    await statementsChanged(tx, article, new Set());
    return { record, already: false };
  });
}

/** Carries `work` out, which says what it stored, unless this very operation was before; either way says what is stored now. */
function once(
  db: Database,
  { id, at }: Operation,
  kind: OperationRecord['kind'],
  article: string,
  work: (tx: Writing) => Promise<Done>,
): Promise<Done> {
  return write(db, async (tx) => {
    const operations = tx.objectStore('operations');
    const before = await operations.get(id);
    if (before && (before.kind !== kind || before.article !== article)) throw new Failure('bad-message', 'this operation was another one');
    if (!before) {
      const done = await work(tx);
      await together(
        () => operations.put({ id, at, kind, article, already: done.already }),
        () => forget(tx, at),
      );
      return done;
    }
    const record = (await tx.objectStore('articles').get(article)) ?? null;
    if (record === null && kind !== 'remove') throw new Failure('gone', 'it has been removed since');
    return { record, already: before.already };
  });
}

/** Removes an article beyond undoing, with what the reader wrote on it and what was derived of it. */
export async function purgeArticle(tx: Writing, id: string, at: number): Promise<void> {
  await deleteArticle(tx, id);
  await tx.objectStore('tombstones').put({ id, at });
  await letGo(tx, id);
}

async function letGo(tx: Writing, article: string, until = Infinity): Promise<void> {
  await forgetLinks(tx, article);
  const made = tx.objectStore('made');
  for (const record of await made.index('article').getAll(article)) if ((record.brought ?? 0) <= until) await made.delete(record.key);
}

/** Lets go of operation ids that nobody will retry; `now` in ms since 1970. */
export async function forget(tx: Writing, now: number): Promise<void> {
  const operations = tx.objectStore('operations');
  for (const key of await operations.index('at').getAllKeys(IDBKeyRange.upperBound(now - REMEMBERED_MS))) await operations.delete(key);
}

/**
 * Lets go of removed articles whose undo has run out, with what was written on them, but not with what an import brought after the removal;
 * `now` in ms since 1970. True when there were any: then what is held in memory of them must go too.
 */
export async function letGoOfRemoved(db: Database, now: number): Promise<boolean> {
  const due = IDBKeyRange.upperBound(now);
  if ((await read(() => db.countFromIndex('tombstones', 'until', due))) === 0) return false;
  await write(db, async (tx) => {
    const tombstones = tx.objectStore('tombstones');
    for (const { id, at } of await tombstones.index('until').getAll(due)) {
      await tombstones.put({ id, at });
      await letGo(tx, id, at);
    }
  });
  return true;
}
