// A stretch of a page saved as a statement is no witness for its own page, and no second article beside it: in links, inbox, matters,
// what is left out, and on a third page.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import { selectionUrl } from '../lib/selection-address';
import { draft, dump, freshName, harbour, open, PAGE } from './corpus/fixtures';

const THIRD = 'https://third.example/fire';
const stretchOf = (text: string, of = 'fire') => draft(selectionUrl(PAGE, `:~:text=${of}`), 'Fire in the harbour', [text]);
const SAID = harbour().blocks[0]!.text;

let operations = 0;
async function start() {
  const name = freshName();
  let clock = Date.UTC(2023, 2, 8);
  const now = (): number => (clock += 1_000);
  const corpus = await open({ name, now });
  corpus.keepComparing(() => undefined);
  const engine = createEngine(corpus, now, 'missing');
  const save = async (what: ReturnType<typeof draft>): Promise<string> => (await engine.save({ draft: what, operation: `operation-${++operations}` })).article.id;
  return { engine, corpus, name, save };
}

const links = async (name: string): Promise<{ a: string; b: string }[]> => (await dump(name))['links']!.flatMap((record) => (record as { links: { a: string; b: string }[] }).links);

describe('a stretch of a page', () => {
  it('is neither linked with its page nor disputes it, whichever was saved first', async () => {
    for (const order of [[0, 1, 2], [1, 2, 0]]) {
      const { engine, corpus, name, save } = await start();
      // The page said 15 when the stretch was saved.
      const drafts = [harbour(), stretchOf(SAID.replace('12', '15')), stretchOf(SAID, 'dockers')];
      for (const at of order) await save(drafts[at]!);
      await corpus.rest();
      expect(await links(name)).toEqual([]);
      expect(await engine.inbox({})).toEqual([]);
      expect((await engine.matters({ text: '', offset: 0, limit: 9 })).total).toBe(0);
      expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).total).toBe(0);
    }
  });

  it('has nothing from its own page when it is checked, nor when it is looked at in the library', async () => {
    const { engine, save } = await start();
    await save(harbour());
    expect((await engine.annotate({ draft: stretchOf(SAID) })).annotations).toEqual([]);
    const id = await save(stretchOf(SAID));
    expect((await engine.article({ id })).annotations).toEqual([]);
    await save(harbour(THIRD));
    const found = (await engine.article({ id })).annotations.flatMap(({ evidence }) => evidence.map(({ source }) => source.url));
    expect(new Set(found)).toEqual(new Set([THIRD]));
  });

  it('is one article with its page on a third page, and speaks where the page is not stored', async () => {
    const { engine, save } = await start();
    const urls = async (): Promise<(string | null)[]> => {
      const { annotations } = await engine.annotate({ draft: harbour(THIRD) });
      return annotations.find(({ claim }) => claim.text === SAID)?.evidence.filter(({ stance }) => stance === 'corroborates').map(({ source }) => source.url) ?? [];
    };
    const stretch = stretchOf(SAID);
    await save(stretch);
    expect(await urls()).toEqual([stretch.url]);
    await save(stretchOf(SAID.replace(' on Monday', ''), 'dockers'));
    expect(await urls()).toHaveLength(1);
    await save(harbour());
    expect(await urls()).toEqual([PAGE]);
  });

  it('counts once with its page in a matter', async () => {
    const { engine, corpus, save } = await start();
    await save(harbour());
    await save(stretchOf(SAID));
    await save(harbour(THIRD, 15));
    await corpus.rest();
    const { rows } = await engine.matters({ text: 'dockers', offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ articles: 2, conflicts: 1 }]);
    const matter = await engine.matter({ id: rows[0]!.id });
    expect(matter.articles).toBe(2);
    expect(matter.ledger.find(({ of }) => of.includes('docker'))!.entries.map(({ min }) => min)).toEqual([12, 15]);
  });

  it('makes no second origin of its page in what another page leaves out', async () => {
    const { engine, corpus, save } = await start();
    const loss = 'The owners of the harbour lost 35 million euros, the insurer Nordia said.';
    const whole = { ...harbour(), blocks: [...harbour().blocks, { kind: 'paragraph' as const, text: loss }] };
    await save(whole);
    await save({ ...stretchOf(SAID), blocks: whole.blocks });
    await corpus.rest();
    expect(await engine.leftOut({ draft: harbour(THIRD) })).toEqual([]);
    // The fixture is awake: another article that carries it is a second origin.
    await save({ ...draft('https://other.example/fire', 'Dockers die', ['On Monday a fire killed 12 dockers in the harbour of Hamburg.', 'After the fire about 240 people were evacuated from the harbour.', 'Nordia, an insurer, put the loss of the owners at 35 million euros.']) });
    await corpus.rest();
    const [found] = await engine.leftOut({ draft: harbour(THIRD) });
    expect(found).toMatchObject({ origins: 2 });
    expect(found!.statements).toHaveLength(2);
  });
});

describe('what a page leaves out', () => {
  it('is found without annotating the page once more, and anew when the corpus has changed', async () => {
    const { engine, corpus, save } = await start();
    await save(harbour());
    await save(harbour('https://other.example/fire'));
    await corpus.rest();
    let searches = 0;
    const search = corpus.search.bind(corpus);
    corpus.search = (...asked) => {
      searches++;
      return search(...asked);
    };
    await engine.annotate({ draft: harbour(THIRD) });
    const once = searches;
    expect(once).toBeGreaterThan(0);
    await engine.leftOut({ draft: harbour(THIRD) });
    expect(searches).toBe(once);
    await save(draft('https://mill.example/1', 'Mill', ['The mill in Kiel burned down on Monday, the police said.']));
    await corpus.rest();
    await engine.leftOut({ draft: harbour(THIRD) });
    expect(searches).toBeGreaterThan(once);
  });
});
