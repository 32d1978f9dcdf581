// Storing what an import brings, over a library that knows some of it: what was derived of the earlier texts goes, whether articles are
// stored one after another or at once, and nothing is read that need not be.
import { describe, expect, it, vi } from 'vitest';
import { openDatabase, write } from '../../lib/corpus/database';
import { putArticle } from '../../lib/corpus/heads';
import { importAll } from '../../lib/corpus/imports';
import { engineOf, linksRecord, uncompared } from '../../lib/corpus/links';
import { remove, save } from '../../lib/corpus/operations';
import { EXTRACTION, type ArticleRecord } from '../../lib/corpus/records';
import { together } from '../../lib/corpus/together';
import type { Link } from '../../lib/model';
import { freshName } from './fixtures';

function article(id: string, fingerprint = id): ArticleRecord {
  const page = { url: `https://${id}.example/`, title: id, outlet: null, author: null, published: null, language: 'en', retrieved: '2026-01-01T00:00:00.000Z', file: null };
  return { id, ...page, blocks: [{ kind: 'paragraph', text: fingerprint }], statements: [], extraction: EXTRACTION, fingerprint, vectors: null };
}

function link(a: string, b: string): Link {
  return { a: `${a}.0.0`, b: `${b}.0.0`, stance: 'corroborates', confidence: 0.9, reason: { signal: 'agreement', claim: [], evidence: [] } } as unknown as Link;
}

const numbered = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `a${String(from + at).padStart(2, '0')}`);

describe('an import over a library that knows some of its articles', () => {
  it('leaves no link of an earlier text, and the links between others', async () => {
    const db = await openDatabase(freshName(), () => undefined);
    // a05 to a09 are known and linked in a ring, as are two that the import does not bring, and one of these with a known one.
    const known = numbered(5, 10);
    await write(db, async (tx) => {
      for (const id of [...known, 'x', 'y']) await putArticle(tx, article(id, `earlier ${id}`));
      for (const [at, id] of known.entries()) await tx.objectStore('links').put(linksRecord(id, [link(id, known[(at + 1) % known.length]!)], engineOf(false)));
      await tx.objectStore('links').put(linksRecord('x', [link('x', 'y'), link('x', 'a07')], engineOf(false)));
    });
    // a12 was removed a moment ago, and linked with.
    await write(db, (tx) => putArticle(tx, article('a12')));
    await write(db, (tx) => tx.objectStore('links').put(linksRecord('y', [link('y', 'a12')], engineOf(false))));
    await remove(db, 'a12', { id: 'remove', at: 0 });
    const ids = numbered(0, 25);
    const steps: number[] = [];
    const bringing = { replace: false, articles: ids.map((id) => ({ id, record: () => article(id) })), verdicts: [], corrections: [], labels: [], weigh: () => ({ standing: 'differing' as const, wins: true }) };
    const { stored, counts } = await importAll(db, bringing, { id: 'import', at: 0 }, (done) => steps.push(done));
    expect(stored.map(({ id }) => id)).toEqual(ids);
    expect(counts.articles).toEqual({ added: 20, same: 0, differing: 5 });
    expect(steps).toEqual([0, 25]);
    const links = await db.getAll('links');
    expect(links.filter(({ id }) => id.startsWith('a'))).toEqual(ids.map(uncompared));
    expect(links.find(({ id }) => id === 'x')).toMatchObject({ touches: ['y'] });
    expect(links.find(({ id }) => id === 'y')).toMatchObject({ links: [], touches: [] });
    expect(await db.getAllKeys('tombstones')).toEqual([]);
    expect((await db.getAll('articles')).map(({ fingerprint }) => fingerprint)).toEqual([...ids, 'earlier x', 'earlier y']);
    for (const store of ['heads', 'facets'] as const) expect(await db.getAllKeys(store)).toEqual([...ids, 'x', 'y']);
    db.close();
  });
});

describe('saving an article', () => {
  it('reads it once, before it is stored, and answers with what was stored', async () => {
    const db = await openDatabase(freshName(), () => undefined);
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const record = article('one');
    expect(await save(db, record, { id: 'save', at: 0 })).toEqual({ record, already: false });
    expect((get.mock.contexts as IDBObjectStore[]).filter(({ name }) => name === 'articles')).toHaveLength(1);
    get.mockRestore();
    expect(await db.get('articles', 'one')).toEqual(record);
    expect(await save(db, record, { id: 'save', at: 0 })).toEqual({ record, already: false });
    expect(await save(db, article('one'), { id: 'again', at: 0 })).toEqual({ record, already: true });
    db.close();
  });
});

describe('what is asked of a transaction at once', () => {
  it('is asked for in order, and all of it fails with what can not be asked', async () => {
    const db = await openDatabase(freshName(), () => undefined);
    const uncloneable = { ...article('two'), title: (() => '') as unknown as string };
    const storing = write(db, (tx) => together(() => tx.objectStore('articles').put(article('one')), () => tx.objectStore('articles').put(uncloneable)));
    await expect(storing).rejects.toMatchObject({ code: 'corpus-unreadable' });
    expect(await db.count('articles')).toBe(0);
    db.close();
  });
});
