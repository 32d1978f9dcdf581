// Vectors beside the stored statements: made once at saving, checked when read, made again where they are missing, of another
// encoder or damaged; and a corpus without an encoder, which keeps what it finds.
import { beforeAll, describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import type { Corpus } from '../../lib/corpus/corpus';
import type { ArticleRecord } from '../../lib/corpus/records';
import type { Encoder } from '../../lib/match/encoder/encoder';
import { nodeEncoder } from '../measure/encoder-files';
import { dump, freshName, harbour, open, seed } from './fixtures';

let encoder: Encoder;
let encodings = 0;
beforeAll(async () => {
  const real = (await nodeEncoder())!;
  encoder = { ...real, encode: (text) => (encodings++, real.encode(text)) };
});

/** Shares no word with the harbour's first sentence. */
const PARAPHRASE = 'Longshoremen died as port blaze raged.';

const found = (corpus: Corpus) => corpus.search(statementOf(PARAPHRASE, null), null, corpus.encode(PARAPHRASE));

/** Changes the stored articles from outside, as an older release or a bad disk would have left them. */
async function alter(name: string, change: (record: ArticleRecord) => void): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  for (const record of (await dump(name))['articles'] as ArticleRecord[]) {
    change(record);
    await new Promise((resolve) => (db.transaction('articles', 'readwrite').objectStore('articles').put(record).onsuccess = resolve));
  }
  db.close();
}

describe('vectors', () => {
  it('are made once, at saving and for seeds, and read again after a restart', async () => {
    const name = freshName();
    const corpus = await open({ name, seeds: [seed()], encoder });
    await corpus.save(harbour(), 'operation-v1');
    expect(found(corpus)[0]!.cosine).toBeGreaterThan(0.3);
    corpus.close();
    const before = encodings;
    const again = await open({ name, seeds: [seed()], sentinel: corpus.sentinel(), encoder });
    await again.whole;
    expect(encodings).toBe(before);
    expect(found(again)[0]!.cosine).toBeGreaterThan(0.3);
  });

  const worn: { what: string; change: (record: ArticleRecord) => void }[] = [
    { what: 'missing, as before there was an encoder', change: (record) => delete record.vectors },
    { what: 'null, as without an encoder', change: (record) => (record.vectors = null) },
    { what: 'of another encoder', change: (record) => (record.vectors!.encoder = '0-0') },
    { what: 'cut off', change: (record) => (record.vectors!.packed = record.vectors!.packed.slice(0, 100)) },
    { what: 'of another type', change: (record) => ((record as { vectors: unknown }).vectors = { encoder: encoder.stamp, packed: 'x' }) },
  ];
  it.each(worn)('that are $what are made again, once', async ({ change }) => {
    const name = freshName();
    const corpus = await open({ name, encoder });
    await corpus.save(harbour(), 'operation-v2');
    corpus.close();
    const saved = await dump(name);
    await alter(name, change);
    const again = await open({ name, sentinel: corpus.sentinel(), encoder });
    await again.whole;
    expect(found(again)[0]!.cosine).toBeGreaterThan(0.3);
    expect(await dump(name)).toEqual(saved);
  });

  it('are made when an article comes back that was stored without', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const { article } = await corpus.save(harbour(), 'operation-v3');
    await corpus.remove(article.id, 'operation-v4');
    corpus.close();
    const again = await open({ name, sentinel: corpus.sentinel(), encoder });
    await again.restore(article.id, 'operation-v5');
    await again.whole;
    expect(found(again)[0]!.cosine).toBeGreaterThan(0.3);
  });

  it('are done without where there is no encoder: words still find', async () => {
    const corpus = await open();
    await corpus.save(harbour(), 'operation-v6');
    const text = 'A fire killed dockers in Hamburg.';
    expect(corpus.encode(text)).toBeNull();
    const candidates = corpus.search(statementOf(text, null), null, corpus.encode(text));
    expect(candidates.length).toBeGreaterThan(0);
    expect(new Set(candidates.map(({ cosine }) => cosine))).toEqual(new Set([null]));
  });
});
