// An import on its way in: parts that come twice, out of turn or to an engine that was started anew; libraries of another layout; what is
// given up leaves nothing behind.
import { describe, expect, it } from 'vitest';
import { FileImport } from '../components/exchange/send-file';
import { createEngine } from '../lib/engine';
import type { Engine } from '../lib/engine';
import { libraryOf, parseLibrary } from '../lib/exchange/library';
import { dump, freshName, harbour, open, seed } from './corpus/fixtures';
import { callsOf, exported, imported, importing } from './exchange/client';

let operations = 0;
const op = (): string => `operation-${++operations}`;

async function start(): Promise<{ engine: Engine; name: string }> {
  const name = freshName();
  const corpus = await open({ name });
  return { engine: createEngine(corpus, () => Date.UTC(2023, 2, 8), 'missing'), name };
}

/** The file of a library with two articles, and what is made of one. */
async function file(): Promise<string> {
  const { engine } = await start();
  const { article } = await engine.save({ draft: harbour(), operation: op() });
  await engine.save({ draft: harbour('https://other.example/fire', 15), operation: op() });
  await engine.label({ label: { article: article.id, tags: ['port'], note: 'a note' }, how: 'keep', operation: op() });
  return (await exported(engine, 'library')).text;
}

const ADDED = { articles: { added: 2, same: 0, differing: 0 }, verdicts: { added: 0, same: 0, differing: 0 }, corrections: { added: 0, same: 0, differing: 0 }, labels: { added: 1, same: 0, differing: 0 } };

describe('an import in parts', () => {
  it('takes each part once, in turn, and none of an import that it does not know', async () => {
    const text = await file();
    const { engine } = await start();
    const operation = op();
    const parts = [text.slice(0, 300), text.slice(300, 301), text.slice(301)];
    const send = async (part: number) => (await engine.importPart({ operation, part, text: parts[part] })).next;
    expect(await send(1)).toBe(0);
    expect(await send(0)).toBe(1);
    expect(await send(0)).toBe(1);
    expect(await send(2)).toBe(1);
    expect(await engine.importPreview({ operation, parts: 3 })).toEqual({ missing: 1 });
    expect(await engine.importLibrary({ operation, parts: 3, mode: 'merge' })).toEqual({ missing: 1 });
    expect(await Promise.all([send(1), send(1)])).toEqual([2, 2]);
    expect(await send(2)).toBe(3);
    expect(await engine.importPreview({ operation, parts: 3 })).toEqual({ holds: 'library', counts: ADDED });
    expect(await engine.importPreview({ operation: op(), parts: 3 })).toEqual({ missing: 0 });
    expect(await engine.importLibrary({ operation, parts: 3, mode: 'merge' })).toEqual({ counts: ADDED });
    expect((await exported(engine, 'library')).text).toBe(text);
  });

  it('that is given up, or left for another, leaves nothing behind', async () => {
    const text = await file();
    const { engine, name } = await start();
    const before = await dump(name);
    const [first, second] = [importing(engine, text, op()), importing(engine, text, op())];
    await first.preview();
    await first.drop();
    await second.preview();
    expect(await dump(name)).toEqual(before);
    await imported(engine, libraryOf({ articles: [], verdicts: [], corrections: [], labels: [] }), 'merge', op());
    expect((await dump(name))['articles']).toEqual([]);
  });

  it('is sent again to an engine that was started anew, and carried out once', async () => {
    const text = await file();
    const name = freshName();
    const corpus = await open({ name });
    const anew = () => createEngine(corpus, () => Date.UTC(2023, 2, 8), 'missing');
    const calls = callsOf(anew());
    const operation = op();
    const sent = new FileImport(calls, new File([text], 'library.json'), operation, () => true);
    await sent.preview();
    // This one has never heard of the file.
    Object.assign(calls, callsOf(anew()));
    expect(await sent.commit('merge')).toEqual(ADDED);
    expect(await sent.commit('merge')).toEqual(ADDED);
    expect(await callsOf(anew()).importLibrary({ operation, parts: 1, mode: 'merge' })).toEqual({ counts: ADDED });
    expect(corpus.list()).toHaveLength(2);
  });

  it('takes a library of any other layout too, and tells one that is damaged where', async () => {
    const text = await file();
    const { engine } = await start();
    for (const other of [JSON.stringify(JSON.parse(text), null, 2), JSON.stringify(JSON.parse(text)), text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, `${text}\n`, text.replace('{"author"', '{\n"author"')]) {
      expect((await importing(engine, other, op()).preview())?.counts).toEqual(ADDED);
    }
    await expect(importing(engine, text.slice(0, -40), op()).preview()).rejects.toThrow(/^line \d+: the text is no JSON/);
    await expect(importing(engine, text.replace('"kind":"paragraph"', '"kind":"script"'), op()).preview()).rejects.toThrow(/^line 3, articles\[0\]/);
    expect(await engine.articles({})).toEqual([]);
  });

  it('refuses every further part once one was wrong', async () => {
    const text = (await file()).replace('"kind":"paragraph"', '"kind":"script"');
    const { engine } = await start();
    const operation = op();
    for (const part of [0, 0, 1]) await expect(engine.importPart({ operation, part, text })).rejects.toMatchObject({ code: 'bad-import' });
    await expect(engine.importPreview({ operation, parts: 0 })).rejects.toMatchObject({ code: 'bad-import' });
  });

  it('of two that differ keeps the later one, also when it came to be stored after the preview', async () => {
    const text = await file();
    const { engine } = await start();
    const sent = importing(engine, text, op());
    await sent.preview();
    await engine.save({ draft: harbour(undefined, 99), operation: op() });
    expect(await sent.commit('merge')).toMatchObject({ articles: { added: 1, same: 0, differing: 1 } });
    const { article } = await engine.article({ id: parseLibrary(text).articles.find(({ url }) => url === harbour().url)!.id });
    expect(article.blocks[0]!.text).toContain('99');
  });

  it.each([
    ['merge', 3],
    ['replace', 2],
  ] as const)('in a %s leaves so many articles of a library that had one: %i', async (mode, articles) => {
    const text = await file();
    const { engine } = await start();
    await engine.save({ draft: harbour('https://third.example/'), operation: op() });
    await imported(engine, text, mode, op());
    expect(await engine.articles({})).toHaveLength(articles);
  });

  it('brings seeds back under their own ids', async () => {
    const corpus = await open({ seeds: [seed()] });
    const first = createEngine(corpus, Date.now, 'missing');
    const { text } = await exported(first, 'library');
    const { engine } = await start();
    await imported(engine, text, 'replace', op());
    expect((await exported(engine, 'library')).text).toBe(text);
  });
});
