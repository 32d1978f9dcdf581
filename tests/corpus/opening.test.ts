// Opening the corpus: seeds, versions, and a database that is not what it was.
import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../lib/failure';
import { dump, freshName, harbour, open, seed } from './fixtures';

/** Opens the database at a version, as another release of the extension would. */
function openAt(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

describe('seeds', () => {
  it('become ordinary articles on a first run, once', async () => {
    const name = freshName();
    const corpus = await open({ name, seeds: [seed(), seed('ferry.txt', 'The ferry to Kiel carried 400 passengers on Tuesday.')] });
    expect(corpus.list().map((article) => article.file).sort()).toEqual(['bridge.txt', 'ferry.txt']);
    expect(corpus.list().every((article) => article.statements > 0 && article.url === null)).toBe(true);
    const before = await dump(name);
    corpus.close();
    const again = await open({ name, sentinel: corpus.sentinel(), seeds: [seed(), seed('ferry.txt', 'The ferry to Kiel carried 400 passengers on Tuesday.')] });
    expect(again.list()).toEqual(corpus.list());
    expect(await dump(name)).toEqual(before);
  });

  it('stay away once removed, but can be restored', async () => {
    const name = freshName();
    const corpus = await open({ name, seeds: [seed()] });
    const [article] = corpus.list();
    await corpus.remove(article!.id, 'operation-a');
    corpus.close();
    const again = await open({ name, sentinel: corpus.sentinel(), seeds: [seed()] });
    expect(again.list()).toEqual([]);
    expect((await again.restore(article!.id, 'operation-b')).file).toBe('bridge.txt');
  });

  it('that are new to a later release are added, and reworded ones replaced', async () => {
    const name = freshName();
    const corpus = await open({ name, seeds: [seed()] });
    corpus.close();
    const later = await open({
      name,
      sentinel: corpus.sentinel(),
      seeds: [seed('bridge.txt', 'The bridge in Bremen was closed for 4 days, the mayor said.'), seed('ferry.txt')],
    });
    expect(later.list()).toHaveLength(2);
    const bridge = later.list().find((article) => article.file === 'bridge.txt')!;
    expect((await later.record(bridge.id))!.blocks[0]!.text).toContain('4 days');
    expect(bridge.id).toBe(corpus.list()[0]!.id);
    expect(later.sentinel()).toEqual({ epoch: corpus.sentinel().epoch, articles: 2 });
  });

  const malformed: { what: string; value: unknown }[] = [
    { what: 'no object', value: 'seed' },
    { what: 'an article of another tool', value: { title: 'A', url: 'https://a.example', highlights: [] } },
    { what: 'statements that are no list', value: { ...seed(), statements: {} } },
    { what: 'a statement without text', value: { ...seed(), statements: [{ id: 's01' }] } },
    { what: 'a polluting key', value: JSON.parse('{"__proto__": {"file": "x.txt"}, "statements": []}') },
  ];
  it.each(malformed)('of the wrong shape are refused whole: $what', async ({ value }) => {
    const name = freshName();
    await expect(open({ name, seeds: [seed(), value] })).rejects.toMatchObject({ code: 'bad-message' });
    expect(Object.values(await dump(name)).flat()).toEqual([]);
    const corpus = await open({ name, seeds: [seed()] });
    expect(corpus.list()).toHaveLength(1);
  });
});

describe('a database', () => {
  it('of a newer version is left alone', async () => {
    const name = freshName();
    (await openAt(name, 7)).close();
    await expect(open({ name })).rejects.toMatchObject({ code: 'corpus-unreadable', message: expect.stringMatching(/newer/) as string });
    expect((await openAt(name, 7)).version).toBe(7);
  });

  it('that came back empty is noticed, and nothing is written into it', async () => {
    const name = freshName();
    const corpus = await open({ name, seeds: [seed()] });
    await corpus.save(harbour(), 'operation-c');
    const sentinel = corpus.sentinel();
    corpus.close();
    const empty = freshName();
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(open({ name: empty, seeds: [seed()], sentinel })).rejects.toMatchObject({ code: 'corpus-unreadable' });
      expect(Object.values(await dump(empty)).flat()).toEqual([]);
    }
    expect((await open({ name, seeds: [seed()], sentinel })).list()).toHaveLength(2);
  });

  it('of another epoch is noticed', async () => {
    const name = freshName();
    (await open({ name, seeds: [seed()] })).close();
    await expect(open({ name, sentinel: { epoch: 'another', articles: 1 } })).rejects.toMatchObject({ code: 'corpus-unreadable' });
  });

  it('closes for a newer version, and says so to whoever still asks', async () => {
    const name = freshName();
    const closed = vi.fn();
    const corpus = await open({ name, closed });
    const newer = await openAt(name, 9);
    expect(closed).toHaveBeenCalledOnce();
    await expect(corpus.save(harbour(), 'operation-d')).rejects.toMatchObject({ code: 'corpus-unreadable' });
    newer.close();
  });

  it('that an older connection blocks is given up after 3 s, with the reason', async () => {
    const name = freshName();
    const request = indexedDB.open(name, 1);
    const upgrading = new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const stubborn = await upgrading;
    const deletion = indexedDB.deleteDatabase(name);
    const started = Date.now();
    const error: unknown = await open({ name }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Failure);
    expect(error).toMatchObject({ code: 'corpus-unreadable' });
    expect(Date.now() - started).toBeLessThan(3_500);
    stubborn.close();
    await new Promise((resolve) => (deletion.onsuccess = resolve));
  }, 10_000);
});
