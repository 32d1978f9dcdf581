// Databases of older schemas, as releases left them (schema-1.json, schema-2.json), brought up to today's schema.
import { describe, expect, it, vi } from 'vitest';
import type { Correction } from '../../lib/model';
import { dump, freshName, open, seed } from './fixtures';
import { laySchema2, withMore } from './lay-schema-2';
import golden from './schema-1.json';
import golden2 from './schema-2.json';

const SENTINEL = { epoch: 'golden-epoch', articles: 2 };

/** Lays the golden database down. */
async function lay(name: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('articles', { keyPath: 'id' });
      request.result.createObjectStore('operations', { keyPath: 'id' }).createIndex('at', 'at');
      request.result.createObjectStore('tombstones', { keyPath: 'id' }).createIndex('until', 'undo.until');
      request.result.createObjectStore('meta');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const tx = db.transaction(['articles', 'operations', 'tombstones', 'meta'], 'readwrite');
  for (const store of ['articles', 'operations', 'tombstones'] as const) for (const record of golden[store]) tx.objectStore(store).put(record);
  tx.objectStore('meta').put(golden.meta[0], 'corpus');
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
}

const versionOf = async (name: string): Promise<number | undefined> => (await indexedDB.databases()).find((db) => db.name === name)?.version;

describe('a database of schema 1', () => {
  const at = (): number => Date.UTC(2026, 10, 1, 0, 1);

  it('keeps every record, and has its articles compared quietly', async () => {
    const name = freshName();
    await lay(name);
    const corpus = await open({ name, sentinel: SENTINEL, seeds: [seed()], now: at });
    expect(corpus.list().map(({ title }) => title).sort()).toEqual(['A bridge is closed', 'Fire in the harbour']);
    const stored = await dump(name);
    expect(stored['articles']).toEqual(golden.articles);
    expect(stored['tombstones']).toEqual(golden.tombstones);
    expect(stored['meta']).toEqual(golden.meta);
    expect(stored['made']).toEqual([]);
    expect(stored['disputes']).toEqual([]);
    expect(stored['links']).toEqual(golden.articles.map(({ id }) => ({ id, engine: '', links: [], touches: [] })));
    expect(await versionOf(name)).toBe(3);
    expect(stored['heads']).toMatchObject(golden.articles.map(({ id, title, extraction }) => ({ id, title, extraction, encoder: null })));
    expect((await corpus.restore(golden.tombstones[0]!.id, 'operation-m1')).title).toBe('A removed one');
    corpus.close();
  });

  it('is left whole by an upgrade that breaks off, and is brought up at the next opening', async () => {
    const name = freshName();
    await lay(name);
    const put = IDBObjectStore.prototype.put;
    const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'links') throw new DOMException('the power went', 'AbortError');
      return put.apply(this, args);
    });
    await expect(open({ name, sentinel: SENTINEL, seeds: [seed()], now: at })).rejects.toMatchObject({ code: 'corpus-unreadable' });
    broken.mockRestore();
    expect(await versionOf(name)).toBe(1);
    expect(await dump(name)).toEqual(golden);
    const corpus = await open({ name, sentinel: SENTINEL, seeds: [seed()], now: at });
    expect(corpus.list()).toHaveLength(2);
    corpus.close();
  });
});

describe('a database of schema 2', () => {
  const at = (): number => Date.UTC(2026, 10, 20, 9, 1);
  const sentinel = { epoch: 'golden-epoch', articles: golden2.articles.length };

  it('keeps every record, gains a head and facets for each article, and hides what was hidden', async () => {
    const name = freshName();
    await laySchema2({ name, laid: withMore(golden2, 0) });
    const corpus = await open({ name, sentinel, seeds: [seed()], now: at });
    const { heads, facets, segments, ...rest } = await dump(name);
    expect(rest).toEqual(golden2);
    expect(await versionOf(name)).toBe(3);
    expect(heads).toMatchObject(golden2.articles.map(({ id, title, url, retrieved, extraction, statements }) => ({ id, title, url, retrieved, extraction, statements: statements.length })));
    expect((facets as { id: string }[]).map(({ id }) => id)).toEqual(golden2.articles.map(({ id }) => id));
    expect(facets?.some((one) => (one as { speakers: string[] }).speakers.includes('anna berg'))).toBe(true);
    expect(segments).toEqual([]);
    const hidden = golden2.made.find(({ kind }) => kind === 'correction')!.value;
    expect(corpus.withWord('evacu').size).toBe(0);
    await corpus.make('correction', hidden as Correction, { how: 'drop' }, 'operation-m2');
    expect(corpus.withWord('evacu').size).toBe(1);
    corpus.close();
  });

  /** More than are taken before what was taken is kept, in batches of 100. */
  const MANY = 650;

  it('that is cut off at its first opening goes on from where it was at the next, and reads nothing at the one after', async () => {
    const name = freshName();
    await laySchema2({ name, laid: withMore(golden2, MANY) });
    const { get } = IDBObjectStore.prototype;
    let reads = 0;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'articles' && ++reads > 550) throw new DOMException('the power went', 'AbortError');
      return get.apply(this, args);
    });
    await expect(open({ name, sentinel, now: at })).rejects.toMatchObject({ code: 'corpus-unreadable' });
    reading.mockRestore();
    expect(await versionOf(name)).toBe(3);
    const { heads, facets, segments, articles } = await dump(name);
    expect(articles).toHaveLength(golden2.articles.length + MANY);
    expect([heads!.length, facets!.length, segments!.length > 0]).toEqual([500, 500, true]);
    const got = vi.spyOn(IDBObjectStore.prototype, 'get');
    const readIn = (): number => got.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'articles').length;
    const corpus = await open({ name, sentinel, now: at });
    expect(readIn()).toBe(golden2.articles.length + MANY - 500);
    expect(corpus.list()).toHaveLength(golden2.articles.length + MANY);
    const words = corpus.withWord('kill').size;
    expect(words).toBeGreaterThan(MANY);
    await corpus.keepIndex(() => false);
    corpus.close();
    expect((await dump(name))['heads']).toHaveLength(golden2.articles.length + MANY);
    got.mockClear();
    const again = await open({ name, sentinel, now: at });
    // One sentence of the golden database is hidden, so that its article may be in no segment.
    expect(readIn()).toBeLessThanOrEqual(1);
    expect(again.withWord('kill').size).toBe(words);
    got.mockRestore();
    again.close();
  }, 60_000);

  it('opens where there is no room for what is kept beside its articles, and gains it once there is', async () => {
    const name = freshName();
    await laySchema2({ name, laid: withMore(golden2, 0) });
    const { put } = IDBObjectStore.prototype;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'facets') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const corpus = await open({ name, sentinel, now: at });
    expect(corpus.list()).toHaveLength(golden2.articles.length);
    expect(corpus.withWord('kill').size).toBeGreaterThan(0);
    corpus.close();
    full.mockRestore();
    expect((await dump(name))['heads']).toEqual([]);
    (await open({ name, sentinel, now: at })).close();
    const { heads, facets } = await dump(name);
    expect([heads!.length, facets!.length]).toEqual([golden2.articles.length, golden2.articles.length]);
  });
});
