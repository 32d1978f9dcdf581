// The only door to IndexedDB: opens the corpus's database, runs one strict transaction per operation, and names what can go
// wrong. Knows what a record is, not what it says.
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { Failure } from '../failure';
import type { Dispute } from '../model';
import type { LinksRecord } from './links';
import type { MadeRecord } from './made';
import type { FacetRecord, Head } from './heads';
import type { KeptRecord } from './kept-index';
import { migrate } from './migrations';
import type { ArticleRecord } from './records';

/** Version of the schema below; raised with every change to the stores, each with its step in migrations.ts. */
export const SCHEMA = 3;

/** How long an upgrade may wait for older connections to close before the reader is told, in ms. */
const BLOCKED_MS = 3_000;

/** An operation that was carried out, kept so that a retry changes nothing. Holds no text and no address. */
export interface OperationRecord {
  /** Made by the asker. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  kind: 'save' | 'remove' | 'restore' | 'verdict' | 'correction' | 'label' | 'seen' | 'seeds' | 'purge' | 'import';
  /** What it was done to: the id of an article, or of what the reader made. */
  article: string;
  already: boolean;
  /** How many records it changed, for operations that answer that. */
  changed?: number;
  /** Counts of an import, by kind of record. */
  counts?: ImportCounts;
}

/** Records that an import found new, the same, and differing. */
interface Counts {
  added: number;
  same: number;
  differing: number;
}
/** What an import did, by kind of record. */
export type ImportCounts = Record<'articles' | 'verdicts' | 'corrections' | 'labels', Counts>;

/** What is left of a removed article. */
export interface Tombstone {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The article itself while its removal can be undone: until then, in ms since 1970. Gone afterwards. */
  undo?: { until: number; article: ArticleRecord };
}

/** Facts about the corpus as a whole; one record, under the key 'corpus'. */
export interface Meta {
  epoch: string;
  /** File names of the seeds that were installed once, so that a removed one stays away. */
  seeds: string[];
}

/** A line of the inbox as it is stored. */
export interface DisputeRecord extends Dispute {
  /** Ids of its two articles. */
  articles: string[];
  /** When its two statements, older first, were corrected as they no longer differ; null for one that was not. The line is not shown while these corrections stand. */
  settled?: (string | null)[];
}

/** The stores. */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRecord };
  operations: { key: string; value: OperationRecord; indexes: { at: number } };
  tombstones: { key: string; value: Tombstone; indexes: { until: number } };
  meta: { key: string; value: Meta };
  /** What the reader made: verdicts, corrections, labels. */
  made: { key: string; value: MadeRecord; indexes: { article: string } };
  /** Derived: how an article's statements stand to those of others. */
  links: { key: string; value: LinksRecord; indexes: { touches: string; engine: string } };
  /** Derived: the inbox. Whether a line was seen is the reader's. */
  disputes: { key: string; value: DisputeRecord; indexes: { articles: string } };
  /** Derived: what is kept of each article in short, changed with it in one transaction. */
  heads: { key: string; value: Head };
  facets: { key: string; value: FacetRecord };
  /** Derived: the index (kept-index.ts, in transactions of its own). */
  segments: { key: string; value: KeptRecord };
}

const STORES = ['articles', 'operations', 'tombstones', 'meta', 'made', 'links', 'disputes', 'heads', 'facets'] as const;

/** An open connection. */
export type Database = IDBPDatabase<Schema>;
/** A transaction over all stores but the kept index. */
export type Writing = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Opens the database; a new one and one of an older schema are brought up to this one first, all or nothing. `closed` is called when the connection has had to close: for a newer
 * version elsewhere, or because the browser ended it.
 * @throws Failure 'corpus-unreadable' when it can't be opened, is of a newer version, or stays blocked for 3 s.
 */
export async function openDatabase(name: string, closed: () => void): Promise<Database> {
  let waited: ReturnType<typeof setTimeout> | undefined;
  let given = false;
  const opening = openDB<Schema>(name, SCHEMA, {
    upgrade(db, from, _to, tx) {
      // A step that fails must not leave half of itself under the new version's name.
      migrate(db, from, tx).catch(() => abort(tx));
      // The opening fails with it, and says so.
      tx.done.catch(() => undefined);
    },
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  const late = new Promise<never>((_, reject) => {
    waited = setTimeout(() => {
      given = true;
      reject(new Failure('corpus-unreadable', 'the database is in use by another version'));
    }, BLOCKED_MS);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (error) {
    throw unreadable(error);
  } finally {
    clearTimeout(waited);
    if (given) opening.then((db) => db.close()).catch(() => undefined);
  }
}

/**
 * Runs one operation as one transaction over all stores but the kept index, strict by default: all of it is on disk when this returns, or none of it is there.
 * 'relaxed' only for what is derived, and would be made anew: where power fails within moments it may be lost, whole, while all that was written before and was strict stays.
 * `work` must await nothing but its transaction.
 * @throws Failure 'quota' when the disk is full, 'corpus-unreadable' when the database fails; what `work` throws, as it is.
 */
export async function write<T>(db: Database, work: (tx: Writing) => Promise<T>, durability: 'strict' | 'relaxed' = 'strict'): Promise<T> {
  let tx: Writing;
  try {
    tx = db.transaction([...STORES], 'readwrite', { durability });
  } catch (error) {
    throw unreadable(error);
  }
  const done = tx.done.then(
    () => null,
    (error: unknown) => error ?? new DOMException('aborted', 'AbortError'),
  );
  let answer: T;
  try {
    answer = await work(tx);
  } catch (error) {
    abort(tx);
    throw unreadable(tx.error ?? error, await done);
  }
  const error = await done;
  if (error !== null) throw unreadable(tx.error ?? error);
  return answer;
}

/** Runs a read. @throws Failure 'corpus-unreadable' when the database fails. */
export async function read<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreadable(error);
  }
}

/** Records of a store, a batch at a time, in the order of their ids. @throws Failure 'corpus-unreadable' */
export async function* batches<T extends { id: string }>(some: (after: IDBKeyRange | null) => Promise<T[]>): AsyncGenerator<T[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const records: T[] = await read(() => some(after));
    if (records.length === 0) return;
    yield records;
    after = IDBKeyRange.lowerBound(records.at(-1)!.id, true);
  }
}

function abort(tx: { abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}

/** The Failure for what the database threw; whatever is not the database's own is passed on as it is. */
function unreadable(...errors: unknown[]): unknown {
  const full = errors.find((error) => error instanceof DOMException && error.name === 'QuotaExceededError');
  if (full) return new Failure('quota', 'there is no room left on this device');
  const [error] = errors;
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'VersionError') return new Failure('corpus-unreadable', 'the corpus was written by a newer version');
  return new Failure('corpus-unreadable', `${error.name}: ${error.message}`);
}
