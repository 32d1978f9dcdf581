// Verdicts, corrections and labels as the reader makes them: kept, applied at once, undone, retried, exported; and what is refused.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import type { Engine } from '../lib/engine';
import type { Corpus } from '../lib/corpus/corpus';
import { LABEL_LIMITS } from '../lib/model';
import type { Annotation, Draft, Evidence } from '../lib/model';
import { draft, dump, freshName, harbour, open, PAGE } from './corpus/fixtures';
import { exported, imported } from './exchange/client';

const NOW = Date.UTC(2023, 2, 8);
let operations = 0;
const op = (): string => `operation-${++operations}`;

async function start(name = freshName(), sentinel: ReturnType<Corpus['sentinel']> | null = null): Promise<{ engine: Engine; corpus: Corpus; name: string }> {
  const corpus = await open({ name, sentinel, now: () => NOW });
  return { engine: createEngine(corpus, () => NOW, 'missing'), corpus, name };
}

/** Differs from the harbour's article in the dead. */
const OTHER: Draft = harbour('https://other.example/fire', 15);

async function saved(engine: Engine): Promise<{ id: string; claim: string; evidence: Evidence; annotations: Annotation[] }> {
  const { article } = await engine.save({ draft: harbour(), operation: op() });
  const { annotations } = await engine.annotate({ draft: OTHER });
  const found = annotations.flatMap(({ claim, evidence }) => evidence.map((one) => ({ claim: claim.text, evidence: one })));
  const { claim, evidence } = found.find((one) => one.evidence.stance === 'conflicts')!;
  return { id: article.id, claim, evidence, annotations };
}

const shown = async (engine: Engine, claim: string, page: Draft = OTHER): Promise<Evidence[]> =>
  (await engine.annotate({ draft: page })).annotations.filter((one) => one.claim.text === claim).flatMap((one) => one.evidence);

describe('a verdict', () => {
  it('of a wrong match hides that evidence at once, also the other way round and in other quotes and case, and comes back undone', async () => {
    const { engine } = await start();
    const { claim, evidence } = await saved(engine);
    const words = { claim: `  ${claim.toUpperCase()}`, evidence: evidence.statement.text, verdict: 'wrong-match', stance: 'conflicts', note: '' };
    const { before, now } = await engine.judge({ verdict: words, how: 'keep', operation: op() });
    expect(before).toBeNull();
    expect(now).toMatchObject({ verdict: 'wrong-match', at: new Date(NOW).toISOString() });
    expect((await shown(engine, claim)).map(({ statement }) => statement.text)).not.toContain(evidence.statement.text);
    await engine.save({ draft: OTHER, operation: op() });
    const back = await shown(engine, evidence.statement.text, harbour());
    expect(back.filter(({ statement }) => statement.text === claim)).toEqual([]);
    expect(await engine.verdicts({})).toEqual([now]);
    expect(await engine.judge({ verdict: words, how: 'drop', operation: op() })).toEqual({ before: now, now: null, overtaken: false });
    expect((await shown(engine, claim)).map(({ statement }) => statement.text)).toContain(evidence.statement.text);
  });

  it('never takes the claim out; agreed is told with the evidence', async () => {
    const { engine } = await start();
    const { claim, evidence } = await saved(engine);
    await engine.judge({ verdict: { claim, evidence: evidence.statement.text, verdict: 'agreed', stance: 'conflicts', note: 'so it is' }, how: 'keep', operation: op() });
    expect((await shown(engine, claim)).find(({ statement }) => statement.id === evidence.statement.id)?.verdict).toBe('agreed');
    const never = { claim, evidence: null, verdict: 'never', stance: null, note: '' };
    await engine.judge({ verdict: never, how: 'keep', operation: op() });
    expect(await shown(engine, claim)).toEqual([]);
    await engine.judge({ verdict: never, how: 'drop', operation: op() });
    expect(await shown(engine, claim)).not.toEqual([]);
  });

  it('put in the place of another is undone to that one, and dropping what is not there changes nothing', async () => {
    const { engine } = await start();
    const pair = { claim: 'A claim of seven.', evidence: 'Evidence of eight.', stance: 'conflicts', note: '' };
    const [agreed, wrong] = [{ ...pair, verdict: 'agreed' }, { ...pair, verdict: 'wrong-match' }];
    const { now: first } = await engine.judge({ verdict: agreed, how: 'keep', operation: op() });
    const { now: second, before } = await engine.judge({ verdict: wrong, how: 'keep', operation: op() });
    expect(before).toEqual(first);
    expect(await engine.verdicts({})).toEqual([second]);
    expect(await engine.judge({ verdict: agreed, how: 'drop', expects: agreed, operation: op() })).toEqual({ before: second, now: second, overtaken: true });
    expect(await engine.judge({ verdict: agreed, how: 'keep', expects: wrong, operation: op() })).toEqual({ before: second, now: first, overtaken: false });
    expect(await engine.verdicts({})).toEqual([first]);
  });

  it('asked for again changes nothing, and outlives a restart', async () => {
    const { engine, corpus, name } = await start();
    const ask = { verdict: { claim: 'A claim.', evidence: null, verdict: 'never', stance: null, note: '' }, how: 'keep', operation: op() };
    const first = await engine.judge(ask);
    const before = await dump(name);
    expect(await engine.judge(ask)).toEqual(first);
    expect(await dump(name)).toEqual(before);
    corpus.close();
    const again = await start(name, corpus.sentinel());
    expect(await again.engine.verdicts({})).toEqual([first.now]);
  });
});

describe('a correction', () => {
  it('of a figure is judged as corrected, lives through a restart, and is undone', async () => {
    const { engine, corpus, name } = await start();
    const { id, claim, evidence } = await saved(engine);
    const at = evidence.statement.quantities.findIndex(({ min }) => min === 12);
    const ask = { correction: { article: id, text: evidence.statement.text, hidden: false, figures: [{ at, min: 15, max: 15 }] }, how: 'keep', operation: op() };
    const { now } = await engine.correct(ask);
    const corrected = (await shown(engine, claim)).find(({ statement }) => statement.id === evidence.statement.id)!;
    expect(corrected.stance).toBe('corroborates');
    expect(corrected.statement.quantities[at]).toMatchObject({ min: 15, max: 15 });
    corpus.close();
    const again = await start(name, corpus.sentinel());
    expect((await shown(again.engine, claim)).find(({ statement }) => statement.id === evidence.statement.id)?.stance).toBe('corroborates');
    expect(await again.engine.corrections({})).toEqual([now]);
    expect(await again.engine.correct({ ...ask, how: 'drop', operation: op() })).toEqual({ before: now, now: null, overtaken: false });
    expect((await shown(again.engine, claim)).find(({ statement }) => statement.id === evidence.statement.id)?.stance).toBe('conflicts');
  });

  it('hides a statement, and gives the right speaker', async () => {
    const { engine } = await start();
    const { id, claim, evidence } = await saved(engine);
    const of = { article: id, text: evidence.statement.text };
    await engine.correct({ correction: { ...of, hidden: false, speaker: 'Fire brigade' }, how: 'keep', operation: op() });
    expect((await engine.article({ id })).statements.find(({ text }) => text === of.text)?.attribution?.speaker).toBe('Fire brigade');
    expect((await engine.search({ query: { speaker: 'fire brig' }, offset: 0, limit: 10 })).total).toBe(1);
    await engine.correct({ correction: { ...of, hidden: true }, how: 'keep', operation: op() });
    expect((await shown(engine, claim)).map(({ statement }) => statement.text)).not.toContain(of.text);
    expect((await engine.article({ id })).statements.map(({ text }) => text)).not.toContain(of.text);
    expect((await engine.article({ id })).corrections).toHaveLength(1);
  });
});

describe('a label', () => {
  it('is set, searched by, replaced and removed', async () => {
    const { engine } = await start();
    const { id } = await saved(engine);
    const { now: label } = await engine.label({ label: { article: id, tags: [' port ', 'port', 'fire'], note: 'ask again' }, how: 'keep', operation: op() });
    expect(label).toMatchObject({ tags: ['port', 'fire'], note: 'ask again' });
    const { rows } = await engine.search({ query: { tag: 'Port' }, offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ id, tags: ['port', 'fire'], note: 'ask again' }]);
    expect(await engine.label({ label: { article: id, tags: [], note: '' }, how: 'drop', operation: op() })).toEqual({ before: label, now: null, overtaken: false });
    expect((await engine.search({ query: { tag: 'port' }, offset: 0, limit: 10 })).total).toBe(0);
  });
});

describe('the limits of a label', () => {
  const { tag, tags, note } = LABEL_LIMITS;
  const full = { tags: Array.from({ length: tags }, (_, i) => String(i).padEnd(tag, 'x')), note: 'n'.repeat(note) };

  it('are one for the form, the engine and an import: the fullest label comes back from an export', async () => {
    const { engine } = await start();
    const { id } = await saved(engine);
    const { now: label } = await engine.label({ label: { article: id, ...full }, how: 'keep', operation: op() });
    expect(label).toMatchObject(full);
    const { text } = await exported(engine, 'library');
    const other = await start();
    await imported(other.engine, text, 'merge', op());
    expect((await other.engine.article({ id })).label).toEqual(label);
  });

  it.each([
    ['a tag', { ...full, tags: ['x'.repeat(10_000)] }, 'label.tags[0]: the text is longer than 100 characters'],
    ['one tag more', { ...full, tags: [...full.tags, 'more'] }, 'label.tags: the list has more than 50 entries'],
    ['a note', { ...full, note: 'n'.repeat(note + 1) }, 'label.note: the text is longer than 10000 characters'],
  ])('are told where %s is too long', async (_, over, detail) => {
    const { engine } = await start();
    const { id } = await saved(engine);
    await expect(engine.label({ label: { article: id, ...over }, how: 'keep', operation: op() })).rejects.toMatchObject({ code: 'bad-message', message: expect.stringContaining(detail) as string });
    expect((await engine.article({ id })).label).toBeNull();
  });
});

describe('what the reader makes', () => {
  const pair = { claim: 'A', evidence: 'B', verdict: 'agreed', stance: 'conflicts', note: '' };
  const correction = { article: 'a'.repeat(32), text: 'Words.', hidden: true };
  const label = { article: 'a'.repeat(32), tags: ['port'], note: '' };
  const malformed: [keyof Engine, Record<string, unknown>][] = [
    ['judge', { verdict: { ...pair, verdict: 'right' }, how: 'keep' }],
    ['judge', { verdict: { ...pair, claim: '  ' }, how: 'keep' }],
    ['judge', { verdict: { ...pair, evidence: null }, how: 'keep' }],
    ['judge', { verdict: { ...pair, verdict: 'never' }, how: 'keep' }],
    ['judge', { verdict: { ...pair, stance: 'agrees' }, how: 'keep' }],
    ['judge', { verdict: { ...pair, note: 'x'.repeat(10_001) }, how: 'keep' }],
    ['judge', { verdict: pair }],
    ['judge', { verdict: [pair], how: 'keep' }],
    ['correct', { correction: { ...correction, article: '../x' }, how: 'keep' }],
    ['correct', { correction: { ...correction, hidden: 1 }, how: 'keep' }],
    ['correct', { correction: { ...correction, speaker: '' }, how: 'keep' }],
    ['correct', { correction: { ...correction, figures: [{ at: -1, min: 1, max: 1 }] }, how: 'keep' }],
    ['correct', { correction: { ...correction, figures: [{ at: 0, min: 2, max: 1 }] }, how: 'keep' }],
    ['correct', { correction: { ...correction, figures: [{ at: 0, min: Number.NaN, max: 1 }] }, how: 'keep' }],
    ['correct', { correction: { ...correction, hidden: false, figures: [] }, how: 'keep' }],
    ['correct', { correction, how: 'undo' }],
    ['correct', { correction, how: 'drop', expects: { hidden: 1 } }],
    ['judge', { verdict: pair, how: 'drop', expects: 'agreed' }],
    ['judge', { verdict: pair, how: 'drop', expects: { verdict: 'agreed', note: 7 } }],
    ['label', { label: { ...label, tags: ['x'.repeat(10_000)] }, how: 'keep' }],
    ['label', { label: { ...label, tags: 'x' }, how: 'keep' }],
    ['label', { label: { ...label, note: 7 }, how: 'keep' }],
    ['label', { label: { ...label, tags: [' '] }, how: 'keep' }],
    ['label', { label, how: 'drop', expects: {} }],
    ['label', { label }],
  ];
  it.each(malformed)('is refused in another shape: %s %j', async (call, ask) => {
    const { engine, name } = await start();
    const before = await dump(name);
    await expect(engine[call]({ ...ask, operation: op() })).rejects.toMatchObject({ code: 'bad-message' });
    expect(await dump(name)).toEqual(before);
  });

  it('is refused of an article or a statement that is not there', async () => {
    const { engine } = await start();
    const { id } = await saved(engine);
    await expect(engine.correct({ correction, how: 'keep', operation: op() })).rejects.toMatchObject({ code: 'gone' });
    await expect(engine.correct({ correction: { ...correction, article: id, text: 'Never said.' }, how: 'keep', operation: op() })).rejects.toMatchObject({ code: 'gone' });
    await expect(engine.label({ label: { ...label, note: 'x' }, how: 'keep', operation: op() })).rejects.toMatchObject({ code: 'gone' });
  });

  it('of an article goes for good with it, once its removal can no longer be undone', async () => {
    let clock = NOW;
    const name = freshName();
    const corpus = await open({ name, now: () => clock });
    const engine = createEngine(corpus, () => clock, 'missing');
    const { id, evidence } = await saved(engine);
    await engine.label({ label: { article: id, tags: [], note: 'a secret note' }, how: 'keep', operation: op() });
    await engine.correct({ correction: { article: id, text: evidence.statement.text, hidden: true }, how: 'keep', operation: op() });
    await engine.remove({ id, operation: op() });
    await engine.restore({ id, operation: op() });
    expect((await engine.article({ id })).label?.note).toBe('a secret note');
    await engine.remove({ id, operation: op() });
    clock += 11 * 60_000;
    await engine.save({ draft: draft('https://x.example/y', 'Mill', ['The mill in Kiel burned down on Monday, the police said.']), operation: op() });
    const left = JSON.stringify(await dump(name));
    expect(left).not.toContain('a secret note');
    expect(left).not.toContain(PAGE);
    expect(left).not.toContain('12 dockers');
  });

  it('that went for good with an article is not shown when the article is saved again, nor is a correction', async () => {
    let clock = NOW;
    const name = freshName();
    const corpus = await open({ name, now: () => clock });
    const engine = createEngine(corpus, () => clock, 'missing');
    const { id, evidence } = await saved(engine);
    await engine.label({ label: { article: id, tags: ['gone'], note: '' }, how: 'keep', operation: op() });
    await engine.correct({ correction: { article: id, text: evidence.statement.text, hidden: true }, how: 'keep', operation: op() });
    await engine.remove({ id, operation: op() });
    clock += 11 * 60_000;
    await engine.save({ draft: draft('https://x.example/y', 'Mill', ['The mill in Kiel burned down on Monday, the police said.']), operation: op() });
    expect((await dump(name))['made']).toEqual([]);
    await engine.save({ draft: harbour(), operation: op() });
    const { label, corrections, statements } = await engine.article({ id });
    expect([label, corrections, statements.length]).toEqual([null, [], 2]);
  });

  it.each(['another', 'the same'])('%s one imported while the removal of its article can be undone outlives that', async (which) => {
    let clock = NOW;
    const name = freshName();
    const corpus = await open({ name, now: () => clock });
    const engine = createEngine(corpus, () => clock, 'missing');
    const { id } = await saved(engine);
    await engine.label({ label: { article: id, tags: ['mine'], note: '' }, how: 'keep', operation: op() });
    await engine.remove({ id, operation: op() });
    const here = JSON.parse((await exported(engine, 'library')).text) as { labels: object[] };
    const there = { article: id, tags: ['theirs'], note: '', at: new Date(NOW + 1_000).toISOString() };
    clock += 60_000;
    await imported(engine, JSON.stringify({ ...here, labels: which === 'another' ? [there] : here.labels }), 'merge', op());
    clock += 11 * 60_000;
    await engine.save({ draft: draft('https://x.example/y', 'Mill', ['The mill in Kiel burned down on Monday, the police said.']), operation: op() });
    expect((await dump(name))['made']).toMatchObject([{ value: { tags: [which === 'another' ? 'theirs' : 'mine'] } }]);
    await engine.save({ draft: harbour(), operation: op() });
    expect((await engine.article({ id })).label?.tags).toEqual([which === 'another' ? 'theirs' : 'mine']);
  });
});
