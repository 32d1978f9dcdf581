// A database of schema 1, as the first release left it (schema-1.json), brought up to today's schema.
import { describe, expect, it, vi } from 'vitest';
import { dump, freshName, open, seed } from './fixtures';
import golden from './schema-1.json';

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
    expect(await versionOf(name)).toBe(2);
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
