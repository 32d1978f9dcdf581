// Brings a database up to the schema of database.ts, one step a version. Every step runs in the transaction that also records
// the new version: one that is cut off leaves the older version whole, and is done again at the next opening.
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Schema } from './database';
import { uncompared } from './links';

type Upgrading = IDBPTransaction<Schema, ('articles' | 'operations' | 'tombstones' | 'meta' | 'made' | 'links' | 'disputes')[], 'versionchange'>;

/** Takes the steps from version `from` (0: a new database) on. */
export async function migrate(db: IDBPDatabase<Schema>, from: number, tx: unknown): Promise<void> {
  if (from < 1) firstStores(db);
  if (from < 2) await readersStores(db, tx as Upgrading);
  if (from < 3) lightStores(db);
}

function firstStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('articles', { keyPath: 'id' });
  db.createObjectStore('operations', { keyPath: 'id' }).createIndex('at', 'at');
  db.createObjectStore('tombstones', { keyPath: 'id' }).createIndex('until', 'undo.until');
  db.createObjectStore('meta');
}

/** What the reader makes, and what articles say of each other. Articles from before are to be compared, but are no news to the inbox. */
async function readersStores(db: IDBPDatabase<Schema>, tx: Upgrading): Promise<void> {
  db.createObjectStore('made', { keyPath: 'key' }).createIndex('article', 'article');
  const links = db.createObjectStore('links', { keyPath: 'id' });
  links.createIndex('touches', 'touches', { multiEntry: true });
  links.createIndex('engine', 'engine');
  db.createObjectStore('disputes', { keyPath: 'id' }).createIndex('articles', 'articles', { multiEntry: true });
  for (const id of await tx.objectStore('articles').getAllKeys()) await tx.objectStore('links').put(uncompared(id));
}

/**
 * Room for what is kept of each article in short, and for the index. Both are derived: what is missing of them is made in small transactions when
 * the corpus is opened (shelf.ts), so that a large library is not kept waiting for one large step, which would have to be done anew if it were cut off.
 */
function lightStores(db: IDBPDatabase<Schema>): void {
  for (const store of ['segments', 'heads', 'facets'] as const) db.createObjectStore(store, { keyPath: 'id' });
}
