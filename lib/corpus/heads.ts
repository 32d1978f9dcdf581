// What opening the corpus needs of an article, and what searching the library does, as light records beside it: written and removed
// in the transaction that writes or removes the article, so that they never differ; only articles from before schema 3 have none until
// they are first read. Knows no index.
import type { ArticleSummary, Correction, StoredStatement } from '../model';
import { nameKey } from '../text/fold';
import { read, write } from './database';
import type { Database, Writing } from './database';
import { summaryOf } from './records';
import type { ArticleRecord } from './records';
import { together } from './together';

/** An article without its text: its line in the list, and what tells whether the index holds its statements as they are. */
export interface Head extends ArticleSummary {
  /** The `EXTRACTION` its statements come from. */
  extraction: number;
  /** Digest of its statements, 32 bits. */
  digest: number;
  /** The encoder its vectors are of; null where it has none. */
  encoder: string | null;
}

/** What an article is narrowed by in the library: who speaks in it (`nameKey`), and its figures; as extracted, without corrections. */
export interface FacetRecord {
  id: string;
  speakers: string[];
  figures: number[];
}

/** The head of a record. */
export function headOf(record: ArticleRecord): Head {
  return { ...summaryOf(record), extraction: record.extraction, digest: digestOf(JSON.stringify(record.statements)), encoder: record.vectors?.encoder ?? null };
}

/** The line of the list that a head holds. */
export function lineOf({ id, title, outlet, published, url, file, retrieved, statements }: Head): ArticleSummary {
  return { id, title, outlet, published, url, file, retrieved, statements };
}

/** What these statements of an article narrow it by. */
export function facetsOf(id: string, statements: readonly StoredStatement[]): FacetRecord {
  const speakers = new Set<string>();
  const figures = new Set<number>();
  for (const { attribution, quantities } of statements) {
    if (attribution?.speaker) speakers.add(nameKey(attribution.speaker));
    for (const { min, max } of quantities) for (const value of [min, max]) if (value !== null) figures.add(value);
  }
  return { id, speakers: [...speakers], figures: [...figures] };
}

/** The version under which the index holds an article's statements, 32 bits: another one whenever these, or the reader's corrections of them, are others. */
export function editionOf({ digest }: Head, corrections: readonly Correction[]): number {
  if (corrections.length === 0) return digest;
  return digestOf(JSON.stringify([digest, ...corrections.map((correction) => JSON.stringify(correction)).sort()]));
}

/** Puts an article into its store, and what is kept beside it. */
export async function putArticle(tx: Writing, record: ArticleRecord): Promise<void> {
  await together(
    () => tx.objectStore('articles').put(record),
    () => putBeside(tx, record),
  );
}

async function putBeside(tx: Writing, record: ArticleRecord): Promise<void> {
  await together(
    () => tx.objectStore('heads').put(headOf(record)),
    () => tx.objectStore('facets').put(facetsOf(record.id, record.statements)),
  );
}

/** Takes an article out of its store, and what is kept beside it. */
export async function deleteArticle(tx: Writing, id: string): Promise<void> {
  await together(...(['articles', 'heads', 'facets'] as const).map((store) => () => tx.objectStore(store).delete(id)));
}

/** The records of these articles, without those that are gone. @throws Failure 'corpus-unreadable' */
export async function recordsOf(db: Database, ids: readonly string[]): Promise<ArticleRecord[]> {
  const found = await read(async () => {
    const { store } = db.transaction('articles');
    return Promise.all(ids.map(async (id) => store.get(id)));
  });
  return found.filter((record) => record !== undefined);
}

/** Puts heads and facets beside articles that have none, in one transaction, and answers with their records. Where there is no room, that is left for another time. */
export function giveHeads(db: Database, ids: readonly string[]): Promise<ArticleRecord[]> {
  const given = write(db, async (tx) => {
    const records = await Promise.all(
      ids.map(async (id) => {
        const record = await tx.objectStore('articles').get(id);
        if (record) await putBeside(tx, record);
        return record;
      }),
    );
    return records.filter((record) => record !== undefined);
  });
  return given.catch(() => recordsOf(db, ids));
}

/** The heads after those of some range, so many at a time. */
export function someHeads(db: Database, after: IDBKeyRange | null): Promise<Head[]> {
  return db.getAll('heads', after, HEADS);
}

/** Heads read at a time: some 400 KB. */
const HEADS = 1000;

/** FNV-1a over a text's UTF-16 code units, 32 bits, unsigned. */
function digestOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
