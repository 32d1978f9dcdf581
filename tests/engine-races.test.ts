// What is asked at once, twice or in the middle of something else: nothing is lost, done twice, or kept from before a change.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import { Stances } from '../lib/engine/stances';
import { idOf } from '../lib/corpus/identity';
import { dump, freshName, harbour, open, seed } from './corpus/fixtures';
import { exported, imported } from './exchange/client';
import { nodeEncoder } from './measure/encoder-files';

let operations = 0;
const op = (): string => `operation-${++operations}`;

async function start(seeds: Record<string, unknown>[] = [], name = freshName(), sentinel: Parameters<typeof open>[0] = {}) {
  let clock = Date.UTC(2023, 2, 8);
  const now = (): number => (clock += 1_000);
  const corpus = await open({ name, now, seeds, ...sentinel });
  const engine = createEngine(corpus, now, 'missing');
  const save = async (url: string, deaths: number): Promise<string> => (await engine.save({ draft: harbour(url, deaths), operation: op() })).article.id;
  return { corpus, engine, name, save };
}
const A = 'https://a.example/fire';
const B = 'https://b.example/fire';

describe('undoing', () => {
  it('of a verdict that another has overtaken, all sent at once, leaves the other', async () => {
    const { engine } = await start();
    const pair = { claim: 'A claim of seven.', evidence: 'Evidence of eight.', stance: 'conflicts', note: '' };
    const [agreed, wrong] = ['agreed', 'wrong-match'].map((verdict) => ({ ...pair, verdict }));
    const [, , undone] = await Promise.all([
      engine.judge({ verdict: agreed, how: 'keep', operation: op() }),
      engine.judge({ verdict: wrong, how: 'keep', operation: op() }),
      engine.judge({ verdict: agreed, how: 'drop', expects: agreed, operation: op() }),
    ]);
    expect(undone).toMatchObject({ now: wrong, overtaken: true });
    expect((await engine.verdicts({})).map(({ verdict }) => verdict)).toEqual(['wrong-match']);
  });

  it('of a correction pressed twice brings back the one before, and keeps it', async () => {
    const { engine, save } = await start();
    const article = await save(A, 12);
    const of = { article, text: harbour().blocks[0]!.text };
    const [spoken, hidden] = [{ ...of, hidden: false, speaker: 'Fire brigade' }, { ...of, hidden: true }];
    for (const correction of [spoken, hidden]) await engine.correct({ correction, how: 'keep', operation: op() });
    const undo = () => engine.correct({ correction: spoken, how: 'keep', expects: hidden, operation: op() });
    expect((await Promise.all([undo(), undo()])).map(({ overtaken }) => overtaken)).toEqual([false, false]);
    expect(await engine.corrections({})).toMatchObject([{ hidden: false, speaker: 'Fire brigade' }]);
  });
});

describe('clicked twice', () => {
  it('seeds are restored once', async () => {
    const { engine, corpus, name } = await start([seed()]);
    await engine.remove({ id: corpus.list()[0]!.id, operation: op() });
    const restored = await Promise.all([engine.restoreSeeds({ operation: op() }), engine.restoreSeeds({ operation: op() })]);
    expect(restored).toEqual([{ restored: 1 }, { restored: 0 }]);
    expect((await dump(name))['articles']).toMatchObject([{ retrieved: corpus.list()[0]!.retrieved }]);
  });

  it('an article is saved once, and removed once: the second is told that it is gone', async () => {
    const { engine } = await start();
    const [first, second] = await Promise.all([0, 1].map(() => engine.save({ draft: harbour(), operation: op() })));
    // Whose digest is ready first is first.
    expect([first!.already, second!.already].sort()).toEqual([false, true]);
    const gone = await Promise.allSettled([0, 1].map(() => engine.remove({ id: first!.article.id, operation: op() })));
    expect(gone.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(engine.article({ id: first!.article.id })).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('while the corpus changes', () => {
  it('a page is annotated without what is removed meanwhile, and keeps no reading of before', async () => {
    const { engine, save } = await start();
    const id = await save(A, 12);
    const page = { draft: harbour('https://c.example/x', 15) };
    const [before] = await Promise.all([engine.annotate(page), engine.remove({ id, operation: op() })]);
    expect(before.state).toBe('read');
    expect((await engine.annotate(page)).annotations).toEqual([]);
  });

  it('the articles that differ are not kept as they were before', async () => {
    const { corpus, save } = await start();
    corpus.keepComparing(() => undefined);
    await save(A, 12);
    await corpus.rest();
    const stances = new Stances(corpus);
    const each = corpus.eachLinks.bind(corpus);
    let held: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (held = resolve));
    corpus.eachLinks = async function* () {
      const all = [];
      for await (const links of each()) all.push(links);
      await gate;
      yield* all;
    };
    const early = stances.articles('conflicts');
    await new Promise((resolve) => setTimeout(resolve, 20));
    corpus.eachLinks = each;
    await save(B, 15);
    await corpus.rest();
    await stances.right([]);
    held();
    expect((await early).size).toBe(0);
    expect((await stances.articles('conflicts')).size).toBe(2);
  });
});

describe('a seed reworded by an update', () => {
  it('is no news to the inbox, and no newer than it was', async () => {
    const was = seed('harbour.txt', 'The fire in the harbour of Hamburg killed 9 dockers, a clerk said.');
    const { corpus, name, save } = await start([was]);
    corpus.keepComparing(() => undefined);
    await save(A, 12);
    await corpus.rest();
    const retrieved = corpus.list().find(({ file }) => file !== null)!.retrieved;
    corpus.close();
    const now = { ...was, published: '2023-03-06' } as unknown as { statements: { text: string }[] };
    now.statements[0]!.text = harbour(A, 15).blocks[0]!.text;
    const again = await start([now], name, { sentinel: corpus.sentinel(), now: () => Date.UTC(2024, 0, 1) });
    again.corpus.keepComparing(() => undefined);
    await again.corpus.rest();
    const stored = await dump(name);
    expect(stored['links']!.flatMap((record) => (record as { links: { stance: string }[] }).links.map(({ stance }) => stance))).toContain('conflicts');
    expect(stored['disputes']).toEqual([]);
    expect(again.corpus.list().find(({ file }) => file !== null)!.retrieved).toBe(retrieved);
    // What is saved from now on is news.
    await again.save(B, 20);
    await again.corpus.rest();
    expect((await again.engine.inbox({})).length).toBeGreaterThan(0);
  });
});

describe('articles that are imported while others are compared', () => {
  it('are compared only after they were encoded', async () => {
    const encoder = await nodeEncoder();
    const drafts = Array.from({ length: 16 }, (_, i) => harbour(`https://paper${i}.example/fire`, 20 + i));
    const byId = await Promise.all(drafts.map(async (draft) => ({ draft, id: await idOf(draft, null) })));
    // A library's file is in the order of ids, in which they are encoded; those saved first are compared first.
    const source = await start();
    for (const { draft } of byId.sort((a, b) => (a.id < b.id ? 1 : -1))) await source.engine.save({ draft, operation: op() });
    const { text } = await exported(source.engine, 'library');

    const { corpus, engine, save } = await start([], freshName(), { encoder, now: () => Date.UTC(2024, 0, 1) });
    await save(A, 12);
    await save(B, 15);
    const compared: { id: string; encoded: boolean }[] = [];
    const vectorsOf = corpus.vectorsOf.bind(corpus);
    corpus.vectorsOf = (record) => {
      compared.push({ id: record.id, encoded: record.vectors !== null });
      return vectorsOf(record);
    };
    let bringing: Promise<unknown> | null = null;
    corpus.keepComparing((work) => {
      if (work?.kind === 'comparing') bringing ??= imported(engine, text, 'merge', op());
    });
    await corpus.rest();
    await bringing;
    await corpus.rest();
    expect(new Set(compared.map(({ id }) => id))).toEqual(new Set(corpus.list().map(({ id }) => id)));
    expect(compared.filter(({ encoded }) => !encoded)).toEqual([]);
  });
});
