// The library over a real IndexedDB implementation: what articles say of each other in the background, the inbox, searching, purging,
// matters. Taking it out and in is engine-exchange.test.ts.
import { describe, expect, it } from 'vitest';
import type { ArticleQuery } from '../lib/messages';
import { draft, dump, harbour, PAGE, seed } from './corpus/fixtures';
import { OTHER, op, save, start } from './engine-opened';

describe('articles compared in the background', () => {
  it('bring what a newer one differs from to the inbox, once, and tell how far it is', async () => {
    const { engine, corpus, told, name } = await start();
    const older = await save(engine, harbour());
    await corpus.rest();
    expect(await engine.inbox({})).toEqual([]);
    const newer = await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    const [line, ...more] = await engine.inbox({});
    expect(more).toEqual([]);
    expect(line).toMatchObject({ seen: false, older: { source: { id: older } }, newer: { source: { id: newer } } });
    expect(line!.reason.claim.map(({ start, end }) => line!.newer.statement.text.slice(start, end)).join()).toContain('15');
    expect(line!.reason.evidence.map(({ start, end }) => line!.older.statement.text.slice(start, end)).join()).toContain('12');
    expect(told).toContainEqual({ kind: 'comparing', done: 0, of: 1 });
    expect(told.at(-1)).toBeNull();
    expect(await engine.work({})).toBeNull();
    expect((await dump(name))['links']).toHaveLength(2);
    await engine.seen({ ids: [line!.id], seen: true, operation: op() });
    expect((await engine.inbox({}))[0]!.seen).toBe(true);
  });

  it('are carried on after a break, known from the database alone', async () => {
    const { engine, corpus, name } = await start();
    await save(engine, harbour());
    await corpus.rest();
    await save(engine, harbour(OTHER, 15));
    corpus.close();
    const again = await start({ name, sentinel: corpus.sentinel() });
    await again.corpus.rest();
    expect(await again.engine.inbox({})).toHaveLength(1);
    const before = await dump(name);
    again.corpus.close();
    const third = await start({ name, sentinel: corpus.sentinel() });
    await third.corpus.rest();
    expect(await dump(name)).toEqual(before);
  });

  it('leave the seeds among each other out of the inbox, and what was judged, hidden, corrected or removed', async () => {
    const seeds = [seed('one.txt', 'The flood in Cologne killed 7 nurses on Monday, the mayor said.'), seed('two.txt', 'The flood in Cologne killed 9 nurses on Monday, the mayor said.')];
    const { engine, corpus, name } = await start({ seeds });
    await corpus.rest();
    expect((await dump(name))['links']!.flatMap((record) => (record as { links: { stance: string }[] }).links.map(({ stance }) => stance))).toContain('conflicts');
    expect(await engine.inbox({})).toEqual([]);
    const older = await save(engine, harbour());
    const newer = await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    const [line] = await engine.inbox({});
    const verdict = { claim: line!.newer.statement.text, evidence: line!.older.statement.text, verdict: 'wrong-match', stance: 'conflicts', note: '' };
    await engine.judge({ verdict, how: 'keep', operation: op() });
    expect(await engine.inbox({})).toEqual([]);
    expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).rows.map(({ id }) => id)).not.toContain(older);
    await engine.judge({ verdict, how: 'drop', operation: op() });
    expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([older, newer]));
    await engine.remove({ id: newer, operation: op() });
    expect(await engine.inbox({})).toEqual([]);
    await engine.restore({ id: newer, operation: op() });
    await corpus.rest();
    expect(await engine.inbox({})).toHaveLength(1);
    const text = line!.older.statement.text;
    const at = line!.older.statement.quantities.findIndex(({ min }) => min === 12);
    await engine.correct({ correction: { article: older, text, hidden: false, figures: [{ at, min: 15, max: 15 }] }, how: 'keep', operation: op() });
    await corpus.rest();
    expect(await engine.inbox({})).toEqual([]);
  });

  it('keep the lines of the inbox of a statement that is left out, and show them again once it is back', async () => {
    const { engine, corpus } = await start();
    const older = await save(engine, harbour());
    await corpus.rest();
    const newer = await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    const [line] = await engine.inbox({});
    await engine.seen({ ids: [line!.id], seen: true, operation: op() });
    // The other side is compared anew, too, and was corrected itself: it must not take the line along.
    await engine.correct({ correction: { article: newer, text: line!.newer.statement.text, hidden: false, speaker: 'Fire brigade' }, how: 'keep', operation: op() });
    await corpus.rest();
    const hide = (how: 'keep' | 'drop') => engine.correct({ correction: { article: older, text: line!.older.statement.text, hidden: true }, how, operation: op() });
    await hide('keep');
    await corpus.rest();
    expect(await engine.inbox({})).toEqual([]);
    await hide('drop');
    await corpus.rest();
    expect(await engine.inbox({})).toMatchObject([{ id: line!.id, seen: true }]);
  });

  describe('with a figure corrected until the two agree', () => {
    /** A line of the inbox, seen; and the way to correct its sides. */
    async function disputed(seen: boolean) {
      const { engine, corpus, name } = await start();
      const ids = { older: await save(engine, harbour()), newer: '' };
      await corpus.rest();
      ids.newer = await save(engine, harbour(OTHER, 15));
      await corpus.rest();
      const [line] = await engine.inbox({});
      await engine.seen({ ids: [line!.id], seen, operation: op() });
      const correct = async (side: 'older' | 'newer', amendment: object | null) => {
        await engine.correct({ correction: { article: ids[side], text: line![side].statement.text, hidden: amendment === null, ...amendment }, how: amendment ? 'keep' : 'drop', operation: op() });
        await corpus.rest();
      };
      const at = line!.older.statement.quantities.findIndex(({ min }) => min === 12);
      const figure = (value: number) => ({ hidden: false, figures: [{ at, min: value, max: value }] });
      return { corpus, name, line: line!, correct, figure, shown: () => engine.inbox({}) };
    }

    it.each([true, false])('lose their line of the inbox, and have it back as it was once that is taken back: seen %s', async (seen) => {
      const { correct, figure, line, shown } = await disputed(seen);
      await correct('older', figure(15));
      expect(await shown()).toEqual([]);
      await correct('older', null);
      expect(await shown()).toEqual([{ ...line, seen }]);
      await correct('newer', { hidden: false, figures: [{ at: 0, min: 12, max: 12 }] });
      expect(await shown()).toEqual([]);
      await correct('newer', null);
      expect(await shown()).toEqual([{ ...line, seen }]);
    });

    it('stay without it whatever else is corrected, through a restart; another figure brings it back', async () => {
      const { corpus, name, correct, figure, line, shown } = await disputed(true);
      await correct('older', figure(15));
      await correct('newer', { hidden: false, speaker: 'Fire brigade' });
      expect(await shown()).toEqual([]);
      await correct('newer', null);
      expect(await shown()).toEqual([]);
      corpus.close();
      const again = await start({ name, sentinel: corpus.sentinel() });
      await again.corpus.rest();
      expect(await again.engine.inbox({})).toEqual([]);
      await again.engine.correct({ correction: { article: line.older.source.id, text: line.older.statement.text, ...figure(13) }, how: 'keep', operation: op() });
      await again.corpus.rest();
      expect(await again.engine.inbox({})).toMatchObject([{ id: line.id, seen: true, older: { statement: { quantities: [{ min: 13 }] } } }]);
    });
  });

  it('forget what a text said before it was saved anew', async () => {
    const { engine, corpus } = await start();
    await save(engine, harbour());
    await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    await save(engine, harbour(OTHER, 12));
    await corpus.rest();
    expect(await engine.inbox({})).toEqual([]);
    expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).total).toBe(0);
    expect((await engine.search({ query: { stance: 'corroborates' }, offset: 0, limit: 9 })).total).toBe(2);
  });
});

describe('the list', () => {
  const MILL = { ...draft('https://mill.example/1', 'Old mill gone', ['The mill in Kiel burned down on Monday, Anna Berger said.', 'The owners lost 250,000 euros.']), outlet: 'Kiel Post', published: '2022-01-05' };
  const cases: [string, ArticleQuery, string[]][] = [
    ['everything', {}, ['Old mill gone', 'Fire in the harbour']],
    ['a word in another form', { text: 'evacuation harbours' }, ['Fire in the harbour']],
    ['the beginning of a word', { text: 'evacu' }, ['Fire in the harbour']],
    ['a word of the title', { text: 'old' }, ['Old mill gone']],
    ['two words of two articles', { text: 'mill dockers' }, []],
    ['a speaker', { speaker: 'berger' }, ['Old mill gone']],
    ['an outlet', { outlet: 'kiel' }, ['Old mill gone']],
    ['a figure as typed', { figure: '250,000' }, ['Old mill gone']],
    ['a figure in words', { figure: '250 thousand' }, ['Old mill gone']],
    ['a figure with German thousands', { figure: '250.000', decimal: ',' }, ['Old mill gone']],
    ['a figure copied from an article into a German page', { figure: '250,000', decimal: ',' }, ['Old mill gone']],
    ['a figure with German decimals', { figure: '250000,0', decimal: ',' }, ['Old mill gone']],
    ['the same digits in an English page', { figure: '250.000', decimal: '.' }, []],
    ['no figure at all', { figure: 'many' }, []],
    ['from a day on', { from: '2023-03-06' }, ['Fire in the harbour']],
    ['up to a day', { to: '2022-01-05' }, ['Old mill gone']],
    ['empty fields', { text: '', speaker: '', figure: '', from: '' }, ['Old mill gone', 'Fire in the harbour']],
  ];
  it.each(cases)('is narrowed by %s', async (_, query, titles) => {
    const { engine } = await start();
    await save(engine, harbour());
    await save(engine, MILL);
    const { total, rows } = await engine.search({ query, offset: 0, limit: 10 });
    expect(rows.map(({ title }) => title)).toEqual(titles);
    expect(total).toBe(titles.length);
  });

  it('shows the statement that fits best, and pages', async () => {
    const { engine } = await start();
    await save(engine, harbour());
    await save(engine, MILL);
    const [row] = (await engine.search({ query: { text: 'evacuated people', figure: '240' }, offset: 0, limit: 1 })).rows;
    expect(row!.hit!.spans.map(({ start, end }) => row!.hit!.text.slice(start, end))).toEqual(['240', 'people', 'evacuated']);
    const second = await engine.search({ query: {}, offset: 1, limit: 1 });
    expect([second.total, second.rows.map(({ title }) => title)]).toEqual([2, ['Fire in the harbour']]);
  });

  it.each([{ query: { from: '7.3.2023' } }, { query: { stance: 'agrees' } }, { query: { figure: '3', decimal: ';' } }, { query: { text: 'x'.repeat(2_000) } }, { query: {}, limit: 100_000 }, { query: [] }])('refuses %j', async (ask) => {
    const { engine } = await start();
    await expect(engine.search({ offset: 0, limit: 1, ...ask })).rejects.toMatchObject({ code: 'bad-message' });
  });
});

describe('an article', () => {
  it('is given with its text, statements and what others say', async () => {
    const { engine } = await start();
    const id = await save(engine, harbour());
    await save(engine, harbour(OTHER, 15));
    const { article, statements, annotations } = await engine.article({ id });
    expect(article).toMatchObject({ id, title: 'Fire in the harbour', blocks: harbour().blocks });
    expect(Object.keys(article)).not.toContain('vectors');
    expect(statements).toHaveLength(2);
    expect(annotations.flatMap(({ evidence }) => evidence.map(({ stance }) => stance))).toContain('conflicts');
    await expect(engine.article({ id: 'f'.repeat(32) })).rejects.toMatchObject({ code: 'gone' });
  });

  it('that has changed on its page says how', async () => {
    const { engine } = await start();
    await save(engine, harbour(PAGE, 12));
    expect((await engine.changes({ draft: harbour(PAGE, 12) }))!.changes).toEqual([]);
    expect((await engine.changes({ draft: harbour(PAGE, 14) }))!.changes.map(({ kind }) => kind)).toEqual(['altered']);
    expect(await engine.changes({ draft: harbour('https://not.example/saved') })).toBeNull();
  });

  it('is purged with all that was written and derived of it; a site and everything too; a retry answers the same', async () => {
    const { engine, corpus, name } = await start({ seeds: [seed()] });
    const id = await save(engine, harbour());
    const other = await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    await engine.label({ label: { article: other, tags: ['secret'], note: '' }, how: 'keep', operation: op() });
    await engine.judge({ verdict: { claim: 'A claim.', evidence: harbour(OTHER, 15).blocks[0]!.text, verdict: 'agreed', stance: 'conflicts', note: '' }, how: 'keep', operation: op() });
    const ask = { what: { site: 'other.example' }, operation: op() };
    expect(await engine.purge(ask)).toEqual({ articles: 1 });
    expect(await engine.purge(ask)).toEqual({ articles: 1 });
    await corpus.rest();
    const left = JSON.stringify(await dump(name));
    expect(left).not.toContain('15 dockers');
    expect(left).not.toContain('secret');
    expect(await engine.inbox({})).toEqual([]);
    await expect(engine.restore({ id: other, operation: op() })).rejects.toMatchObject({ code: 'gone' });
    expect(await engine.purge({ what: { article: id }, operation: op() })).toEqual({ articles: 1 });
    expect(await engine.purge({ what: 'all', operation: op() })).toEqual({ articles: 1 });
    expect(await engine.articles({})).toEqual([]);
    expect(await engine.restoreSeeds({ operation: op() })).toEqual({ restored: 1 });
    expect((await engine.articles({})).map(({ file }) => file)).toEqual(['bridge.txt']);
    for (const what of [{}, 'site', { site: 'a b' }, { article: id, site: 'x.example' }]) await expect(engine.purge({ what, operation: op() })).rejects.toMatchObject({ code: 'bad-message' });
  });

  it('is purged without the verdicts on words that another article, stored or still to be restored, has too', async () => {
    const { engine } = await start();
    const [first, second, removed] = [harbour(), harbour(OTHER), harbour('https://removed.example/fire', 15)];
    const ids = [await save(engine, first), await save(engine, second), await save(engine, removed)] as const;
    await engine.remove({ id: ids[2], operation: op() });
    const judge = (claim: string, evidence: string) => engine.judge({ verdict: { claim, evidence, verdict: 'agreed', stance: 'conflicts', note: '' }, how: 'keep', operation: op() });
    const [shared, also] = first.blocks.map(({ text }) => text);
    await judge('On a page.', shared!.replace(/ /g, '  ').toUpperCase());
    await judge(removed.blocks[0]!.text, also!);
    const said = async () => (await engine.verdicts({})).map(({ claim }) => claim).sort();
    await engine.purge({ what: { article: ids[0] }, operation: op() });
    expect(await said()).toEqual(['On a page.', removed.blocks[0]!.text]);
    await engine.purge({ what: { site: 'removed.example' }, operation: op() });
    expect(await said()).toEqual(['On a page.']);
    await engine.purge({ what: { article: ids[1] }, operation: op() });
    expect(await said()).toEqual([]);
  });

  it('of many is saved for itself', async () => {
    const { engine } = await start();
    await save(engine, harbour());
    const drafts = [harbour(), harbour(OTHER), draft(null, 'Empty', ['']), { title: 7 }];
    expect(await engine.saveDrafts({ drafts, operation: op() })).toEqual({ saved: 1, already: 1, failed: [{ at: 2, code: 'nothing-to-save' }, { at: 3, code: 'bad-message' }] });
  });
});

describe('matters', () => {
  it('are what articles say of one thing, found by a word, without what was judged no match', async () => {
    const { engine, corpus } = await start();
    await save(engine, harbour());
    await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    const { rows } = await engine.matters({ text: 'dockers', offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ articles: 2, conflicts: 1 }]);
    const matter = await engine.matter({ id: rows[0]!.id });
    expect(matter.ledger.flatMap(({ entries }) => entries.map(({ min }) => min)).sort()).toEqual(expect.arrayContaining([12, 15]));
    expect((await engine.matters({ text: 'volcano', offset: 0, limit: 10 })).total).toBe(0);
    await expect(engine.matter({ id: 'none' })).rejects.toMatchObject({ code: 'gone' });
    const [a, b] = matter.said.map(({ statement }) => statement.text).filter((text) => text.includes('dockers'));
    await engine.judge({ verdict: { claim: a, evidence: b, verdict: 'wrong-match', stance: 'conflicts', note: '' }, how: 'keep', operation: op() });
    expect((await engine.matters({ text: 'dockers', offset: 0, limit: 10 })).rows.filter(({ conflicts }) => conflicts > 0)).toEqual([]);
  });

  it('are found by the statements they had when they go by another id, as long as half of these stay together', async () => {
    const { engine, corpus } = await start();
    await save(engine, harbour());
    await save(engine, harbour(OTHER, 15));
    await corpus.rest();
    const before = await engine.matter({ id: (await engine.matters({ text: 'dockers', offset: 0, limit: 10 })).rows[0]!.id });
    const statements = before.said.map(({ statement }) => statement.id);
    await save(engine, harbour('https://third.example/fire', 15));
    await corpus.rest();
    await expect(engine.matter({ id: before.id })).rejects.toMatchObject({ code: 'gone' });
    const now = await engine.matter({ id: before.id, statements });
    expect(now.articles).toBe(3);
    expect(now.said.map(({ statement }) => statement.id)).toEqual(expect.arrayContaining(statements));
    expect(await engine.matter({ id: now.id, statements })).toEqual(now);
    for (const bad of ['x', [7], ['x'.repeat(101)]]) await expect(engine.matter({ id: now.id, statements: bad })).rejects.toMatchObject({ code: 'bad-message' });
    await expect(engine.matter({ id: before.id, statements: [] })).rejects.toMatchObject({ code: 'gone' });
  });

  it('tell what two articles carry and a page lacks, and nothing that it has', async () => {
    const { engine, corpus } = await start();
    const [loss, again] = ['The owners of the harbour lost 35 million euros, the insurer Nordia said.', 'Nordia, an insurer, put the loss of the owners at 35 million euros.'];
    const [deaths, evacuated] = harbour().blocks.map(({ text }) => text);
    await save(engine, draft(PAGE, 'Fire in the harbour', [deaths!, evacuated!, loss]));
    await save(engine, draft(OTHER, 'Dockers die', ['On Monday a fire killed 12 dockers in the harbour of Hamburg.', 'After the fire about 240 people were evacuated from the harbour.', again]));
    await corpus.rest();
    const page = harbour('https://third.example/x');
    const [found, ...more] = await engine.leftOut({ draft: page });
    expect(more).toEqual([]);
    expect(found!.origins).toBe(2);
    expect(found!.statements.map(({ statement }) => statement.text).sort()).toEqual([again, loss]);
    expect(await engine.leftOut({ draft: { ...page, blocks: [...page.blocks, { kind: 'paragraph', text: loss }] } })).toEqual([]);
  });
});
