// Runs in a page, on a real IndexedDB: storing articles as the product does beside one record per claim; and opening a stored corpus.
// Records are made beforehand, so that neither parse nor encoding is in what is timed.
import { openDB } from 'idb';
import { openCorpus, type Opening } from '../../../lib/corpus/corpus';
import { openDatabase, write, type Database } from '../../../lib/corpus/database';
import { putArticle } from '../../../lib/corpus/heads';
import { importAll } from '../../../lib/corpus/imports';
import { engineOf, linksRecord } from '../../../lib/corpus/links';
import { save } from '../../../lib/corpus/operations';
import { EXTRACTION, type ArticleRecord } from '../../../lib/corpus/records';
import { StatementIndex } from '../../../lib/match/finding/statement-index';
import { articlesOf, corpusOf, numberOf, PER_ARTICLE, type CorpusSpec, type MadeArticle } from '../corpus/claims';
import { vectorsOf } from '../corpus/vectors';
import { interleaved, type Times } from '../measuring/interleave';

/** Articles stored in one repetition. */
const BATCH = 20;
/** Repetitions not measured: until both sides' code is compiled and the databases have their files. */
const WARM_UP = 3;
/** Claims of a slice that is filled at a time: some seconds. */
const SLICE = 5_000;
/** What the made-up vectors are stamped with where no encoder is at hand. */
const STAMP = 'made-up';

/** An article as the product stores it; its vectors are made up too. */
export function recordOf(spec: CorpusSpec, made: MadeArticle, stamp: string): ArticleRecord {
  const { id, title, published, blocks, statements } = made;
  const first = numberOf(statements[0]!.id);
  return {
    id, url: `https://${id}.example/`, title, outlet: 'Example', author: null, published, language: 'en', blocks, statements, retrieved: `${published}T12:00:00.000Z`, file: null,
    extraction: EXTRACTION, fingerprint: id, vectors: { encoder: stamp, packed: vectorsOf(spec, first, first + statements.length) },
  };
}

/**
 * Times of storing a batch: an article at a time, as one import, adding to the index alone, and a record per claim, with a transaction an article as in saving, and with one for
 * the batch as in importing. `claims` of a batch.
 */
export async function inserts(measured: number): Promise<Times<'saved' | 'imported' | 'indexed' | 'perClaim' | 'perClaimAtOnce'> & { claims: number }> {
  const repetitions = measured + WARM_UP;
  const spec = corpusOf(BATCH * PER_ARTICLE * (repetitions + 1) * 2);
  const source = articlesOf(spec);
  const take = (): ArticleRecord[] => Array.from({ length: BATCH }, () => recordOf(spec, source.next().value!, STAMP));
  const ours = await openDatabase('bench-insert', () => undefined);
  const peer = await openDB('bench-per-claim', 1, { upgrade: (db) => void db.createObjectStore('claims', { keyPath: 'id' }) });
  const putEach = async (records: readonly ArticleRecord[]): Promise<void> => {
    const tx = peer.transaction('claims', 'readwrite', { durability: 'strict' });
    for (const { statements } of records) for (const statement of statements) void tx.store.put(statement);
    await tx.done;
  };
  const index = new StatementIndex(null);
  const batches = Array.from({ length: repetitions + 1 }, () => [take(), take()] as const);
  let [saved, imported, indexed, claimed, claimedAtOnce] = [0, 0, 0, 0, 0];
  const times = await interleaved(
    {
      saved: async () => {
        for (const record of batches[saved++]![0]) await save(ours, record, { id: record.id, at: 0 });
      },
      imported: () => importAll(ours, { replace: false, articles: batches[imported++]![1].map((record) => ({ id: record.id, record: () => record })), verdicts: [], corrections: [], labels: [], weigh: () => ({ standing: 'added', wins: true }) }, { id: `import ${imported}`, at: 0 }, () => undefined),
      indexed: () => {
        for (const { id, statements, vectors } of batches[indexed++]![0]) index.add(id, statements, vectors!.packed);
      },
      perClaim: async () => {
        for (const record of batches[claimed++]![0]) await putEach([record]);
      },
      perClaimAtOnce: () => putEach(batches[claimedAtOnce++]![1]),
    },
    repetitions,
  );
  ours.close();
  peer.close();
  const warm = Object.fromEntries(Object.entries(times).map(([way, all]) => [way, all.slice(WARM_UP)])) as typeof times;
  return { ...warm, claims: BATCH * spec.perArticle };
}

/**
 * Fills a database with a slice of a settled library, from claim number `from` on: articles with what is kept beside them, every one compared with all others, and then
 * the index, by an opening of the corpus, which takes what the slices before have left. The number of the next slice's first claim; null after the last one.
 */
export async function fill(name: string, claims: number, perArticle: number, stamp: string, from: number): Promise<number | null> {
  const db: Database = await openDatabase(name, () => undefined);
  const spec = corpusOf(claims, perArticle);
  const source = articlesOf(spec, from);
  const articles = Math.ceil(SLICE / perArticle);
  for (let stored = 0; stored < articles; stored += BATCH) {
    const records = Array.from({ length: Math.min(BATCH, articles - stored) }, () => source.next().value).flatMap((made) => (made ? [recordOf(spec, made as MadeArticle, stamp)] : []));
    await write(db, async (tx) => {
      for (const record of records) {
        await putArticle(tx, record);
        await tx.objectStore('links').put(linksRecord(record.id, [], engineOf(true)));
      }
    });
  }
  db.close();
  const corpus = await openCorpus(openingOf(name, stamp));
  while (corpus.mergeStep());
  await corpus.keepIndex(() => false);
  corpus.close();
  const next = from + articles * perArticle;
  return next < claims ? next : null;
}

/** How a filled corpus is opened: the encoder is asked for nothing here but the name of its weights. */
function openingOf(name: string, stamp: string): Opening {
  const encoder = { stamp, encode: () => new Float32Array(512), project: () => new Int8Array(128) };
  return { name, seeds: [], sentinel: null, now: Date.now, encoder, closed: () => undefined };
}

/** Times of opening a filled corpus, and of copying as many bytes as its index would have, packed. */
export async function loads(name: string, bytes: number, repetitions: number): Promise<Times<'ours' | 'memcpy'>> {
  const packed = new Uint8Array(bytes).fill(1);
  return interleaved({ ours: async () => (await openCorpus(openingOf(name, STAMP))).close(), memcpy: () => packed.slice() }, repetitions);
}
