// The library over a real IndexedDB implementation: what articles say of each other in the background, the inbox, searching, purging,
// matters, export and import.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import type { Engine } from '../lib/engine';
import type { Corpus } from '../lib/corpus/corpus';
import type { ArticleQuery, Work } from '../lib/messages';
import type { Draft } from '../lib/model';
import { exported, imported, importing } from './exchange/client';
import { draft, dump, freshName, harbour, open, PAGE, seed } from './corpus/fixtures';

let operations = 0;
const op = (): string => `operation-${++operations}`;

interface Opened {
  engine: Engine;
  corpus: Corpus;
  name: string;
  told: (Work | null)[];
}

async function start(opening: Parameters<typeof open>[0] = {}): Promise<Opened> {
  const name = opening.name ?? freshName();
  let clock = Date.UTC(2023, 2, 8);
  const now = (): number => (clock += 1_000);
  const corpus = await open({ now, ...opening, name });
  const told: (Work | null)[] = [];
  corpus.keepComparing((work) => told.push(work));
  return { engine: createEngine(corpus, now, 'missing'), corpus, name, told };
}

const save = async (engine: Engine, what: Draft): Promise<string> => (await engine.save({ draft: what, operation: op() })).article.id;
const OTHER = 'https://other.example/fire';

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
    await engine.judge({ verdict, undo: false, operation: op() });
    expect(await engine.inbox({})).toEqual([]);
    expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).rows.map(({ id }) => id)).not.toContain(older);
    await engine.judge({ verdict, undo: true, operation: op() });
    expect((await engine.search({ query: { stance: 'conflicts' }, offset: 0, limit: 9 })).rows.map(({ id }) => id)).toEqual(expect.arrayContaining([older, newer]));
    await engine.remove({ id: newer, operation: op() });
    expect(await engine.inbox({})).toEqual([]);
    await engine.restore({ id: newer, operation: op() });
    await corpus.rest();
    expect(await engine.inbox({})).toHaveLength(1);
    const text = line!.older.statement.text;
    const at = line!.older.statement.quantities.findIndex(({ min }) => min === 12);
    await engine.correct({ correction: { article: older, text, hidden: false, figures: [{ at, min: 15, max: 15 }] }, undo: false, operation: op() });
    await corpus.rest();
    expect(await engine.inbox({})).toEqual([]);
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
    await engine.label({ label: { article: other, tags: ['secret'], note: '' }, operation: op() });
    await engine.judge({ verdict: { claim: 'A claim.', evidence: harbour(OTHER, 15).blocks[0]!.text, verdict: 'agreed', stance: 'conflicts', note: '' }, undo: false, operation: op() });
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
    await engine.judge({ verdict: { claim: a, evidence: b, verdict: 'wrong-match', stance: 'conflicts', note: '' }, undo: false, operation: op() });
    expect((await engine.matters({ text: 'dockers', offset: 0, limit: 10 })).rows.filter(({ conflicts }) => conflicts > 0)).toEqual([]);
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

describe('export and import', () => {
  it('bring a library back byte for byte, into an empty one and over another', async () => {
    const first = await start({ seeds: [seed()] });
    const id = await save(first.engine, harbour());
    await first.engine.label({ label: { article: id, tags: ['port'], note: 'a note' }, operation: op() });
    await first.engine.judge({ verdict: { claim: 'A claim.', evidence: null, verdict: 'never', stance: null, note: '' }, undo: false, operation: op() });
    await first.engine.correct({ correction: { article: id, text: harbour().blocks[1]!.text, hidden: true }, undo: false, operation: op() });
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
