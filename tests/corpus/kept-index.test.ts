// The index is kept on disk: a corpus that is opened again finds what one finds that reads every article anew, whatever happened in between,
// also where it was cut off between two writes; with everything kept it reads no article; what is damaged is made again.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import type { Corpus } from '../../lib/corpus/corpus';
import { SCHEMA } from '../../lib/corpus/database';
import { idOfCorrection } from '../../lib/corpus/identity';
import type { Encoder } from '../../lib/match/encoder/encoder';
import type { Correction, Draft } from '../../lib/model';
import { draft, dump, freshName, open } from './fixtures';

/** Vectors that follow from a text's letters: enough to tell one from another. */
const ENCODER: Encoder = {
  stamp: 'letters-1',
  encode: (text) => Float32Array.from({ length: 512 }, (_, i) => (text.charCodeAt(i % text.length) * (i + 7)) % 101),
  project: (vector) => Int8Array.from({ length: 128 }, (_, i) => (vector[i]! % 101) + 1),
};
const PLACES = ['Lesbos', 'Chios', 'Samos', 'Naxos'];
const article = (at: number, wording: number): Draft =>
  draft(`https://news.example/${at}`, `Ferries of ${PLACES[at]!}`, [
    `A ferry sank off ${PLACES[at]!} on Monday and ${wording + 21} migrants drowned, the coast guard said.`,
    `Mayor Anna Berg said that ${at + 31} boats had left ${PLACES[(at + 1) % PLACES.length]!} in the storm.`,
  ]);
const QUERIES = ['A ferry sank near Samos and migrants drowned.', 'The mayor said that 32 boats left in the storm.', 'The coast guard of Lesbos'];

/** What a corpus finds, in an order that hangs on nothing. */
async function found(corpus: Corpus): Promise<unknown> {
  await corpus.readFacets();
  return {
    listed: [...corpus.list()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    candidates: QUERIES.map((text) => corpus.search(statementOf(text, null), null, corpus.encode(text)).map(({ id, cosine }) => `${id} ${cosine?.toFixed(6)}`).sort()),
    words: ['ferri', 'drown', 'samo', 'boat'].map((word) => [...corpus.withWord(word)].sort()),
    facets: corpus.list().map(({ id }) => [corpus.facets.hasSpeaker(id, 'anna berg'), ...[21, 22, 31, 32, 33].map((figure) => corpus.facets.hasFigure(id, figure))].join()).sort(),
  };
}

/** A copy of a database without its kept index, as another one. */
async function withoutIndex(name: string): Promise<string> {
  const copy = freshName();
  (await open({ name: copy })).close();
  const stored = await dump(name);
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(copy, SCHEMA);
    request.onsuccess = () => resolve(request.result);
  });
  const stores = Object.keys(stored).filter((store) => store !== 'segments');
  const tx = db.transaction(stores, 'readwrite');
  for (const store of stores) {
    tx.objectStore(store).clear();
    for (const record of stored[store]!) tx.objectStore(store).put(record, ...(store === 'meta' ? ['corpus'] : []));
  }
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
  return copy;
}

/** From now on so many more transactions can write; the power is gone after that, until what is answered is called. */
function powerFor(writes: number): () => void {
  const real = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite' && writes-- <= 0) throw new DOMException('the power went', 'AbortError');
    return real.apply(this, args);
  });
  return () => spy.mockRestore();
}

/** Counts reads of a store. */
function readsOf(store: string): () => number {
  let reads = 0;
  const { get, getAll, openCursor } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === store) reads++;
    return get.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === store) reads++;
    return getAll.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === store) reads++;
    return openCursor.apply(this, args);
  });
  return () => reads;
}

async function settled(corpus: Corpus): Promise<void> {
  await corpus.whole;
  while (corpus.mergeStep());
  await corpus.keepIndex(() => false);
}

let operations = 0;
const operation = (): string => `operation-kept-${++operations}`;

const step = fc.oneof(
  fc.record({ do: fc.constant('save' as const), at: fc.nat(3), wording: fc.nat(1) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const, 'purge' as const), at: fc.nat(3) }),
  fc.record({ do: fc.constantFrom('hide' as const, 'correct' as const, 'uncorrect' as const), at: fc.nat(3), statement: fc.nat(1) }),
  fc.record({ do: fc.constant('keep' as const) }),
  fc.record({ do: fc.constant('reopen' as const), encoder: fc.boolean() }),
  fc.record({ do: fc.constant('fail' as const), after: fc.nat(4) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does one thing; what can't be done now is passed over. */
async function take(corpus: Corpus, one: Step): Promise<void> {
  if (one.do === 'keep') return settled(corpus);
  if (!('at' in one)) return;
  if (one.do === 'save') return void (await corpus.save(article(one.at, one.wording), operation()));
  const stored = await corpus.at(`https://news.example/${one.at}`);
  const id = stored?.id ?? ids[one.at];
  if (!id) return;
  ids[one.at] = id;
  if (one.do === 'remove' && stored) return corpus.remove(id, operation());
  if (one.do === 'restore') return void (await corpus.restore(id, operation()));
  if (one.do === 'purge') return void (await corpus.purge({ article: id }, operation()));
  const statement = stored && 'statement' in one ? (await corpus.record(id))!.statements[one.statement] : undefined;
  if (!statement) return;
  const value: Correction = { id: await idOfCorrection(id, statement.text), article: id, text: statement.text, hidden: one.do === 'hide', at: '2026-01-01T00:00:00.000Z', ...(one.do === 'correct' ? { speaker: 'Rosa Lind' } : {}) };
  await corpus.make('correction', value, { how: one.do === 'uncorrect' ? 'drop' : 'keep' }, operation());
}
const ids: (string | undefined)[] = [];

describe('a corpus whose index is kept', () => {
  it('finds what one finds that reads everything anew, whatever was done and wherever it broke off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const name = freshName();
        let encoder: Encoder | null = ENCODER;
        let corpus = await open({ name, encoder });
        let restore: (() => void) | null = null;
        const again = async (): Promise<void> => {
          await corpus.whole;
          restore?.();
          restore = null;
          corpus.close();
          corpus = await open({ name, encoder });
        };
        for (const one of [...steps, { do: 'reopen' as const, encoder: true }]) {
          if (one.do === 'fail') restore ??= powerFor(one.after);
          else if (one.do === 'reopen') {
            encoder = one.encoder ? ENCODER : null;
            await again();
          } else await take(corpus, one).catch(() => undefined);
        }
        await corpus.whole;
        const anew = await open({ name: await withoutIndex(name), encoder });
        await anew.whole;
        expect(await found(corpus)).toEqual(await found(anew));
        await settled(corpus);
        await again();
        expect(await found(corpus)).toEqual(await found(anew));
        corpus.close();
        anew.close();
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  async function filled(): Promise<string> {
    const name = freshName();
    const corpus = await open({ name, encoder: ENCODER });
    for (const at of PLACES.keys()) await corpus.save(article(at, 0), operation());
    await settled(corpus);
    corpus.close();
    return name;
  }

  it('reads no article at opening, nor for the library to be narrowed, and only those that have changed since', async () => {
    const name = await filled();
    const reads = readsOf('articles');
    const corpus = await open({ name, encoder: ENCODER });
    expect(corpus.search(statementOf(QUERIES[0]!, null), null, corpus.encode(QUERIES[0]!)).length).toBeGreaterThan(0);
    await corpus.readFacets();
    expect(reads()).toBe(0);
    vi.restoreAllMocks();
    await corpus.save(article(1, 1), operation());
    corpus.close();
    const since = readsOf('articles');
    const again = await open({ name, encoder: ENCODER });
    expect(since()).toBe(1);
    expect(again.list()).toHaveLength(4);
    vi.restoreAllMocks();
    again.close();
  });

  it('writes words once, and nothing where nothing has changed', async () => {
    const name = await filled();
    const before = (await dump(name))['segments'];
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const corpus = await open({ name, encoder: ENCODER });
    put.mockClear();
    await settled(corpus);
    expect(put).not.toHaveBeenCalled();
    await corpus.save(article(2, 1), operation());
    put.mockClear();
    await settled(corpus);
    const old = new Set((before as { id: string }[]).map(({ id }) => id));
    const written = put.mock.calls.map(([value]) => (value as { id: string }).id);
    expect(written.filter((id) => id !== 'manifest' && old.has(id))).toEqual([]);
    expect(written).toContain('manifest');
    vi.restoreAllMocks();
    corpus.close();
  });

  it('holds once what came, was corrected and put right again before it was kept', async () => {
    const name = freshName();
    const corpus = await open({ name, encoder: ENCODER });
    await take(corpus, { do: 'save', at: 1, wording: 0 });
    await take(corpus, { do: 'hide', at: 1, statement: 0 });
    await take(corpus, { do: 'uncorrect', at: 1, statement: 0 });
    await settled(corpus);
    const wanted = await found(corpus);
    corpus.close();
    const reads = readsOf('articles');
    const again = await open({ name, encoder: ENCODER });
    expect(reads()).toBe(0);
    vi.restoreAllMocks();
    expect(await found(again)).toEqual(wanted);
    again.close();
  });

  it('keeps no word of what was removed', async () => {
    const name = await filled();
    const corpus = await open({ name, encoder: ENCODER });
    const { id: removed } = (await corpus.at('https://news.example/2'))!;
    const spelt = async (): Promise<string> =>
      ((await dump(name))['segments'] as { id: string; bytes?: ArrayBuffer }[]).flatMap(({ id, bytes }) => (id.startsWith('words') ? [new TextDecoder('latin1').decode(bytes)] : [])).join();
    expect(await spelt()).toContain('#33');
    await corpus.remove(removed, operation());
    await settled(corpus);
    expect(await spelt()).toContain('#32');
    expect(await spelt()).not.toContain('#33');
    expect(await spelt()).not.toContain(removed);
    corpus.close();
    const again = await open({ name, encoder: ENCODER });
    expect(again.list()).toHaveLength(3);
    await again.purge('all', operation());
    expect((await dump(name))['segments']).toEqual([]);
    await settled(again);
    expect(await spelt()).toBe('');
    again.close();
  });

  const damage: { what: string; change: (record: Record<string, unknown>) => void }[] = [
    { what: 'bytes that are altered', change: (record) => record['bytes'] && new Uint8Array(record['bytes'] instanceof ArrayBuffer ? record['bytes'] : (record['bytes'] as Int8Array).buffer).fill(7, 200, 260) },
    { what: 'bytes that are cut off', change: (record) => record['bytes'] && (record['bytes'] = (record['bytes'] as ArrayBuffer).slice(0, 64)) },
    { what: 'bytes of another type', change: (record) => record['bytes'] && (record['bytes'] = 'x') },
    { what: 'vectors of another encoder', change: (record) => record['encoder'] && (record['encoder'] = 'letters-0') },
    { what: 'a manifest that is none', change: (record) => record['segments'] && (record['segments'] = { length: 3 }) },
    { what: 'a manifest that lists what is not there', change: (record) => record['segments'] && (record['segments'] = [{ key: 99, vectors: true }, null, { key: 'x' }]) },
  ];
  it.each(damage)('is whole again after $what', async ({ change }) => {
    const name = await filled();
    const whole = await open({ name, encoder: ENCODER });
    const wanted = await found(whole);
    whole.close();
    const kept = (await dump(name))['segments'] as Record<string, unknown>[];
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, SCHEMA);
      request.onsuccess = () => resolve(request.result);
    });
    const tx = db.transaction('segments', 'readwrite');
    for (const record of kept) {
      change(record);
      tx.objectStore('segments').put(record);
    }
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
    const reads = readsOf('articles');
    const corpus = await open({ name, encoder: ENCODER });
    expect(reads()).toBe(4);
    vi.restoreAllMocks();
    expect(await found(corpus)).toEqual(wanted);
    await settled(corpus);
    corpus.close();
    const since = readsOf('articles');
    const again = await open({ name, encoder: ENCODER });
    expect(since()).toBe(0);
    vi.restoreAllMocks();
    expect(await found(again)).toEqual(wanted);
    again.close();
  });
});
