// The library taken out and in over a real IndexedDB implementation: byte for byte, over another, after a break; what is no import; every
// format of some articles.
import { describe, expect, it } from 'vitest';
import { dump, harbour, seed } from './corpus/fixtures';
import { OTHER, op, save, start } from './engine-opened';
import { exported, imported, importing } from './exchange/client';

describe('export and import', () => {
  it('bring a library back byte for byte, into an empty one and over another', async () => {
    const first = await start({ seeds: [seed()] });
    const id = await save(first.engine, harbour());
    await first.engine.label({ label: { article: id, tags: ['port'], note: 'a note' }, how: 'keep', operation: op() });
    await first.engine.judge({ verdict: { claim: 'A claim.', evidence: null, verdict: 'never', stance: null, note: '' }, how: 'keep', operation: op() });
    await first.engine.correct({ correction: { article: id, text: harbour().blocks[1]!.text, hidden: true }, how: 'keep', operation: op() });
    const { text, name, type } = await exported(first.engine, 'library');
    expect([name, type]).toEqual(['second-source-library-2023-03-08.json', 'application/json']);
    const second = await start();
    await save(second.engine, harbour(OTHER, 15));
    const operation = op();
    const sent = importing(second.engine, text, operation);
    const preview = (await sent.preview())!.counts;
    expect(preview).toEqual({ articles: { added: 2, same: 0, differing: 0 }, verdicts: { added: 1, same: 0, differing: 0 }, corrections: { added: 1, same: 0, differing: 0 }, labels: { added: 1, same: 0, differing: 0 } });
    expect(await second.engine.articles({})).toHaveLength(1);
    expect(await sent.commit('merge')).toEqual(preview);
    expect(await sent.commit('merge')).toEqual(preview);
    await second.corpus.rest();
    expect(await second.engine.articles({})).toHaveLength(3);
    expect(await second.engine.inbox({})).toEqual([]);
    expect((await second.engine.article({ id })).statements).toHaveLength(1);
    expect((await second.engine.search({ query: { text: 'dockers', tag: 'port' }, offset: 0, limit: 5 })).rows.map((row) => row.id)).toEqual([id]);
    await imported(second.engine, text, 'replace', op());
    await second.corpus.rest();
    expect((await exported(second.engine, 'library')).text).toBe(text);
  });

  it('in the place of everything leave nothing of what was here, not even of what was just removed', async () => {
    const other = await start();
    await save(other.engine, harbour(OTHER, 15));
    const { text } = await exported(other.engine, 'library');
    const { engine, name } = await start();
    const id = await save(engine, harbour());
    await engine.remove({ id, operation: op() });
    await imported(engine, text, 'replace', op());
    await expect(engine.restore({ id, operation: op() })).rejects.toMatchObject({ code: 'gone' });
    expect(JSON.stringify(await dump(name))).not.toContain('12 dockers');
  });

  it('extract what was imported in the background, also after a break', async () => {
    const first = await start();
    const id = await save(first.engine, harbour());
    const { text } = await exported(first.engine, 'library');
    const second = await start();
    await imported(second.engine, text, 'merge', op());
    second.corpus.close();
    const again = await start({ name: second.name, sentinel: second.corpus.sentinel() });
    expect((await again.engine.article({ id })).statements).toHaveLength(2);
    await again.corpus.rest();
    expect(again.told).toContainEqual({ kind: 'extracting', done: 0, of: 1 });
    expect(await again.engine.articles({})).toMatchObject([{ id, statements: 2 }]);
    expect((await again.engine.annotate({ draft: harbour(OTHER) })).annotations).not.toEqual([]);
  });

  it('changes nothing for a text that is no import, or one whose articles go by other ids', async () => {
    const { engine, name } = await start();
    const id = await save(engine, harbour());
    const { text } = await exported(engine, 'library');
    const before = (await dump(name))['articles'];
    for (const bad of ['', '{', '[]', '{"a":1}', text.replaceAll(id, 'f'.repeat(32)), text.replace('"version": 1', '"version": 9')]) {
      await expect(imported(engine, bad, 'merge', op())).rejects.toMatchObject({ code: 'bad-import' });
    }
    expect((await dump(name))['articles']).toEqual(before);
  });

  it.each(['annotations', 'markdown', 'csv', 'dossier', 'claim-review'] as const)('writes %s of some articles', async (format) => {
    const { engine } = await start();
    const id = await save(engine, harbour());
    await save(engine, harbour(OTHER, 15));
    const { text } = await exported(engine, format, [id]);
    if (format !== 'claim-review') expect(text).toContain('12 dockers');
    expect(text.length).toBeGreaterThan(20);
  });
});
