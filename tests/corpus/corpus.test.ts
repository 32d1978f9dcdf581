// The stored articles in a real IndexedDB implementation: saving, retrying, replacing, removing, and what must survive when
// something fails in between.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { extract } from '../../lib/claims/extract';
import { UNDO_MS } from '../../lib/model';
import { draft, dump, freshName, harbour, open, PAGE } from './fixtures';

afterEach(() => vi.restoreAllMocks());

let operations = 0;
const operation = (): string => `operation-${++operations}`;

/** Makes the writing to one store fail as a full disk does, for the next `times` writes. */
function fillDisk(store: string, times = 1): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === store && times-- > 0) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

/** The first stored statement of an article, found through the index by a statement just like it. */
async function foundBy(corpus: Awaited<ReturnType<typeof open>>, except: string | null): Promise<string[]> {
  const [statement] = extract(harbour()).statements;
  const stored = await corpus.texts(corpus.search(statement!, except).map((candidate) => candidate.id));
  return stored.map(({ source }) => source.id);
}

describe('saving', () => {
  it('stores an article with its statements, and finds it again after a restart', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const { article, already } = await corpus.save(harbour(), operation());
    expect(already).toBe(false);
    expect(article).toMatchObject({ title: 'Fire in the harbour', outlet: 'The Example', url: PAGE, file: null });
    expect(article.statements).toBeGreaterThan(0);
    const sentinel = corpus.sentinel();
    corpus.close();

    const again = await open({ name, sentinel });
    expect(again.list()).toEqual([article]);
    expect(again.sentinel()).toEqual({ ...sentinel, articles: 1 });
    expect(await foundBy(again, null)).toContain(article.id);
    const [first] = (await again.record(article.id))!.statements;
    expect(first!.id).toBe(`${article.id}.${first!.block}.${first!.sentence}`);
  });

  it('makes one article of one page, also under a tracking address', async () => {
    const corpus = await open();
    const first = await corpus.save(harbour(), operation());
    const second = await corpus.save(harbour(`${PAGE}?utm_source=mail&fbclid=1#top`), operation());
    expect(second).toEqual({ article: first.article, already: true });
    expect(corpus.list()).toHaveLength(1);
    expect((await corpus.at(`${PAGE}/?gclid=3`))?.id).toBe(first.article.id);
    expect(await corpus.at(`${PAGE}?id=3`)).toBeNull();
  });

  it('answers a retry as it answered at first, and changes nothing', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const id = operation();
    const first = await corpus.save(harbour(), id);
    const before = await dump(name);
    expect(await corpus.save(harbour(), id)).toEqual(first);
    corpus.close();
    const restarted = await open({ name, sentinel: corpus.sentinel() });
    expect(await restarted.save(harbour(), id)).toEqual(first);
    expect(await dump(name)).toEqual(before);
  });

  it('refuses an operation id that was another operation', async () => {
    const corpus = await open();
    const id = operation();
    const { article } = await corpus.save(harbour(), id);
    await expect(corpus.remove(article.id, id)).rejects.toMatchObject({ code: 'bad-message' });
    await expect(corpus.save(harbour('https://news.example/other'), id)).rejects.toMatchObject({ code: 'bad-message' });
    expect(corpus.list()).toHaveLength(1);
  });

  it('replaces an article whose text has changed, under the same id', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const first = await corpus.save(harbour(PAGE, 12), operation());
    await corpus.texts((await corpus.record(first.article.id))!.statements.map((s) => s.id));
    const second = await corpus.save(harbour(PAGE, 14), operation());
    expect(second.already).toBe(false);
    expect(second.article.id).toBe(first.article.id);
    expect(corpus.list()).toHaveLength(1);
    const record = (await corpus.record(first.article.id))!;
    expect(record.blocks[0]!.text).toContain('14 dockers');
    expect((await corpus.texts(record.statements.map((s) => s.id)))[0]!.statement.text).toContain('14 dockers');
    expect((await dump(name))['articles']).toHaveLength(1);
  });

  it('carries out what comes at the same time one after another', async () => {
    const corpus = await open();
    const id = operation();
    const many = await Promise.all([...Array<null>(5)].map(() => corpus.save(harbour(), id)).concat([...Array<null>(5)].map(() => corpus.save(harbour(), operation()))));
    expect(new Set(many.slice(0, 5).map((m) => JSON.stringify(m))).size).toBe(1);
    expect(many.slice(5).every((m) => m.already)).toBe(true);
    expect(corpus.list()).toHaveLength(1);
  });

  it('stores what looks like a prototype as plain text', async () => {
    const corpus = await open();
    const odd = { ...harbour(), title: '__proto__', ['__proto__']: { polluted: true }, constructor: { prototype: { polluted: true } } };
    const { article } = await corpus.save(odd, operation());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys((await corpus.record(article.id))!).sort()).toEqual(
      ['author', 'blocks', 'extraction', 'file', 'fingerprint', 'id', 'language', 'outlet', 'published', 'retrieved', 'statements', 'title', 'url', 'vectors'],
    );
  });

  it('leaves nothing behind of an article that states nothing', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const before = await dump(name);
    await expect(corpus.save(draft(PAGE, 'Well', ['Why not?']), operation())).rejects.toMatchObject({ code: 'nothing-to-save' });
    expect(await dump(name)).toEqual(before);
  });
});

describe('evidence', () => {
  it('never comes from the article itself', async () => {
    const corpus = await open();
    const { article } = await corpus.save(harbour(), operation());
    const other = await corpus.save(harbour('https://other.example/fire', 13), operation());
    expect(await foundBy(corpus, null)).toEqual(expect.arrayContaining([article.id, other.article.id]));
    expect(await foundBy(corpus, article.id)).toContain(other.article.id);
    expect(await foundBy(corpus, article.id)).not.toContain(article.id);
    expect(corpus.articles(article.id)).toBe(1);
    expect(corpus.articles('none')).toBe(2);
  });

  it('is left out when its article has gone', async () => {
    const corpus = await open();
    const { article } = await corpus.save(harbour(), operation());
    const ids = (await corpus.record(article.id))!.statements.map((s) => s.id);
    await corpus.remove(article.id, operation());
    expect(await corpus.texts(ids)).toEqual([]);
    expect(await foundBy(corpus, null)).toEqual([]);
    expect(await corpus.texts(['none.0.0', 'constructor', ''])).toEqual([]);
  });
});

describe('removing', () => {
  it('can be undone, also after a restart, and brings the statements back', async () => {
    const name = freshName();
    const corpus = await open({ name });
    const { article } = await corpus.save(harbour(), operation());
    const id = operation();
    await corpus.remove(article.id, id);
    await corpus.remove(article.id, id);
    expect(corpus.list()).toEqual([]);
    expect(await corpus.at(PAGE)).toBeNull();
    corpus.close();

    const again = await open({ name, sentinel: { ...corpus.sentinel(), articles: 1 } });
    expect(again.list()).toEqual([]);
    expect(await again.restore(article.id, operation())).toEqual(article);
    expect(await foundBy(again, null)).toContain(article.id);
  });

  it('is final once the time for undoing is over: nothing of the article is left in the database', async () => {
    let clock = Date.UTC(2023, 2, 7);
    const name = freshName();
    const corpus = await open({ name, now: () => clock });
    const { article } = await corpus.save(harbour(), operation());
    await corpus.save(harbour('https://other.example/kept', 15), operation());
    await corpus.remove(article.id, operation());
    clock += UNDO_MS + 1;
    corpus.close();
    const again = await open({ name, sentinel: corpus.sentinel(), now: () => clock });
    await expect(again.restore(article.id, operation())).rejects.toMatchObject({ code: 'gone' });
    const left = JSON.stringify(await dump(name));
    expect(left).toContain('https://other.example/kept');
    expect(left).not.toContain(PAGE);
    expect(left).not.toContain('12 dockers');
  });

  it('of what is not there says so', async () => {
    const corpus = await open();
    await expect(corpus.remove('0123456789abcdef', operation())).rejects.toMatchObject({ code: 'gone' });
    await expect(corpus.restore('0123456789abcdef', operation())).rejects.toMatchObject({ code: 'gone' });
  });

  it('does not keep the same page from being saved anew', async () => {
    const corpus = await open();
    const { article } = await corpus.save(harbour(), operation());
    const removal = operation();
    await corpus.remove(article.id, removal);
    expect((await corpus.save(harbour(), operation())).already).toBe(false);
    await corpus.remove(article.id, removal);
    expect(corpus.list()).toHaveLength(1);
    expect((await corpus.restore(article.id, operation())).id).toBe(article.id);
  });
});

describe('a full disk', () => {
  it.each(['articles', 'operations'])('while writing %s leaves everything as it was, and the next attempt works', async (store) => {
    const name = freshName();
    const corpus = await open({ name });
    const kept = await corpus.save(harbour(), operation());
    const before = await dump(name);
    const listed = corpus.list();
    const id = operation();
    fillDisk(store);
    await expect(corpus.save(harbour(PAGE, 99), id)).rejects.toMatchObject({ code: 'quota' });
    expect(await dump(name)).toEqual(before);
    expect(corpus.list()).toEqual(listed);
    expect((await corpus.record(kept.article.id))!.blocks[0]!.text).toContain('12 dockers');
    expect((await corpus.save(harbour(PAGE, 99), id)).already).toBe(false);
    expect((await corpus.record(kept.article.id))!.blocks[0]!.text).toContain('99 dockers');
  });

  it('while removing keeps the article', async () => {
    const corpus = await open();
    const { article } = await corpus.save(harbour(), operation());
    fillDisk('tombstones');
    await expect(corpus.remove(article.id, operation())).rejects.toMatchObject({ code: 'quota' });
    expect(corpus.list()).toEqual([article]);
    expect(await corpus.record(article.id)).not.toBeNull();
  });
});
