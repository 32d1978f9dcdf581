// What exports and the library show of stored articles: the same from the links that the background made as judged anew, whatever has
// happened in between; and how much of it need not be judged again. Links that are dead are no links.
import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../lib/annotate';
import type { Corpus } from '../lib/corpus/corpus';
import { createEngine } from '../lib/engine';
import { annotationsOf } from '../lib/engine/evidence';
import type { Effort } from '../lib/engine/evidence';
import type { Annotation, Correction, Verdict } from '../lib/model';
import { draft, open } from './corpus/fixtures';
import { exported, imported } from './exchange/client';

let operations = 0;
const op = (): string => `operation-${++operations}`;
const url = (n: number): string => `https://news.example/${n}`;

/** One fire, told differently: agreement, difference, and more that is merely related than is shown. */
const ARTICLES = [
  ['The fire in the harbour of Hamburg killed 12 dockers on Monday, the police said.', 'About 240 people were evacuated from the harbour of Hamburg after the fire.'],
  ['The fire in the harbour of Hamburg killed 15 dockers on Monday, the mayor said.', 'The harbour of Hamburg was closed for 3 days after the fire.'],
  ['The fire in the harbour of Hamburg killed 12 dockers on Monday, the coast guard said.', 'The fire in the harbour of Hamburg injured 30 dockers on Monday.'],
  ['The fire in the harbour of Hamburg destroyed 4 warehouses on Monday.', 'The fire in the harbour of Hamburg will cost 80 million euros, the insurer said.'],
  ['The harbour of Hamburg may reopen after the fire on Friday, the dockers said.', 'The fire in the harbour of Hamburg began at 4 in the morning on Monday.'],
  ['Dockers of the harbour of Hamburg called for 20 fire engines after the fire.', 'The fire in the harbour of Hamburg killed at least 11 dockers on Monday.'],
];

async function stored(some = ARTICLES): Promise<Corpus> {
  let clock = Date.UTC(2023, 2, 8);
  const corpus = await open({ now: () => (clock += 1_000) });
  for (const [n, sentences] of some.entries()) await corpus.save(draft(url(n), `Fire ${n}`, sentences), op());
  corpus.keepComparing(() => undefined);
  await corpus.rest();
  return corpus;
}

/** Every article's annotations, each statement judged against all its candidates. */
async function judgedAnew(corpus: Corpus): Promise<Annotation[][]> {
  const all: Annotation[][] = [];
  for (const { id } of corpus.list()) {
    const record = (await corpus.record(id))!;
    const vectors = corpus.vectorsOf(record);
    const annotations: Annotation[] = [];
    for (const claim of corpus.statementsOf(record)) {
      if (corpus.notes.verdicts.isNever(claim.text)) continue;
      const evidence = await evidenceFor(claim, vectors.get(claim.id) ?? null, corpus, id, corpus.notes.verdicts);
      if (evidence.length > 0) annotations.push({ claim, evidence });
    }
    all.push(annotations);
  }
  return all;
}

/** The same as exports have it; holds it against judging anew. */
async function asExported(corpus: Corpus): Promise<{ effort: Effort; shown: Annotation[] }> {
  const effort: Effort = { judged: 0, known: 0 };
  const all: Annotation[][] = [];
  for (const { id } of corpus.list()) all.push(await annotationsOf(corpus, (await corpus.record(id))!, effort));
  expect(all).toEqual(await judgedAnew(corpus));
  return { effort, shown: all.flat() };
}

const verdictOn = (claim: string, evidence: string | null, verdict: Verdict['verdict']): Verdict => ({ id: `${verdict}-${claim.length}-${evidence?.length}`.padEnd(20, 'x'), verdict, claim, evidence, stance: 'related', note: '', at: '2023-03-09T00:00:00.000Z' });
const correctionOf = (article: string, text: string, more: Partial<Correction>): Correction => ({ id: `correction-${article}`, article, text, hidden: false, at: '2023-03-09T00:00:00.000Z', ...more });

describe('evidence from the links', () => {
  it('is what judging anew gives, without judging, where nothing has come since', async () => {
    const corpus = await stored();
    const { effort, shown } = await asExported(corpus);
    expect(effort).toMatchObject({ judged: 0 });
    expect(effort.known).toBeGreaterThan(20);
    const stances = new Set(shown.flatMap(({ evidence }) => evidence.map(({ stance }) => stance)));
    expect(stances).toEqual(new Set(['conflicts', 'corroborates', 'related']));
    expect(shown.some(({ evidence }) => evidence.filter(({ stance }) => stance === 'related').length === 4)).toBe(true);
  });

  it('is judged only for what has come since, and is the same', async () => {
    const corpus = await stored(ARTICLES.slice(0, 5));
    await corpus.save(draft(url(5), 'Fire 5', ARTICLES[5]!), op());
    await corpus.rest();
    const { effort } = await asExported(corpus);
    expect(effort.judged).toBeGreaterThan(0);
    expect(effort.judged).toBeLessThan(effort.known);
  });

  it('is the same before anything was compared', async () => {
    const corpus = await open();
    for (const [n, sentences] of ARTICLES.slice(0, 3).entries()) await corpus.save(draft(url(n), `Fire ${n}`, sentences), op());
    expect((await asExported(corpus)).effort).toMatchObject({ known: 0 });
  });

  it('is the same after each of the things that a reader does', async () => {
    const corpus = await stored();
    const texts = (await asExported(corpus)).shown.flatMap(({ claim, evidence }) => evidence.map((one) => ({ claim: claim.text, evidence: one.statement.text, stance: one.stance })));
    const related = texts.find(({ stance }) => stance === 'related')!;
    const conflict = texts.find(({ stance }) => stance === 'conflicts')!;
    const [newest, , third] = corpus.list();
    const steps: [string, () => Promise<unknown>][] = [
      ['a related pair is no match', () => corpus.make('verdict', verdictOn(related.claim, related.evidence, 'wrong-match'), { how: 'keep' }, op())],
      ['a conflict is no match', () => corpus.make('verdict', verdictOn(conflict.evidence, conflict.claim, 'wrong-match'), { how: 'keep' }, op())],
      ['a claim is never to be marked', () => corpus.make('verdict', verdictOn(related.claim, null, 'never'), { how: 'keep' }, op())],
      ['a figure is corrected', () => corpus.make('correction', correctionOf(newest!.id, ARTICLES[5]![1]!, { figures: [{ at: 0, min: 12, max: 12 }] }), { how: 'keep' }, op())],
      ['a statement is hidden', () => corpus.make('correction', correctionOf(third!.id, ARTICLES[3]![0]!, { hidden: true }), { how: 'keep' }, op())],
      ['an article is removed', () => corpus.remove(newest!.id, op())],
      ['and comes back', () => corpus.restore(newest!.id, op())],
      ['one is saved in another text', () => corpus.save(draft(url(1), 'Fire 1', [ARTICLES[1]![1]!, 'The fire in the harbour of Hamburg killed 14 dockers on Monday.']), op())],
      ['one is purged', () => corpus.purge({ article: third!.id }, op())],
    ];
    for (const [what, step] of steps) {
      await step();
      // Mostly before the background has followed, at the end after it has.
      await expect(asExported(corpus), what).resolves.toBeDefined();
    }
    await corpus.rest();
    expect((await asExported(corpus)).effort.known).toBeGreaterThan(0);
    corpus.close();
    // Every step judges all statements of all articles twice.
  }, 120_000);

  it('is judged anew of a statement that said nothing of it, and now does', async () => {
    const corpus = await stored([[ARTICLES[0]![0]!], ['The theatre of Hamburg opened 3 new stages in May.']]);
    const before = await asExported(corpus);
    expect(before.effort).toMatchObject({ judged: 0, known: 2 });
    expect(before.shown).toEqual([]);
    await corpus.save(draft(url(1), 'Fire 1', [ARTICLES[1]![0]!]), op());
    await corpus.rest();
    expect((await asExported(corpus)).shown).toHaveLength(2);
    corpus.close();
  });

  it('is what every form of an export is made of', async () => {
    const corpus = await stored();
    const engine = createEngine(corpus, () => Date.UTC(2023, 2, 10), 'missing');
    const before = await exported(engine, 'annotations');
    expect((JSON.parse(before.text) as { total: number; first: { items: unknown[] } }).first.items.length).toBeGreaterThan(5);
    const again = await open();
    for (const [n, sentences] of ARTICLES.entries()) await again.save(draft(url(n), `Fire ${n}`, sentences), op());
    for (const format of ['annotations', 'markdown', 'csv'] as const) {
      const [one, other] = await Promise.all([exported(engine, format), exported(createEngine(again, () => Date.UTC(2023, 2, 10), 'missing'), format)]);
      expect(one.text.split('\n').sort()).toEqual(other.text.split('\n').sort());
    }
  });
});

describe('the links of an article', () => {
  it('leave out what was judged no match and what was hidden, also by an import', async () => {
    const corpus = await stored(ARTICLES.slice(0, 3));
    const [first] = ARTICLES[0]!;
    const id = (await corpus.at(url(0)))!.id;
    const words = async () => {
      const links = await corpus.linksOf(id);
      const texts = new Map((await corpus.texts(links.flatMap(({ a, b }) => [a, b]))).map(({ statement }) => [statement.id, statement.text]));
      return links.map(({ a, b }) => [texts.get(a), texts.get(b)].sort().join(' | '));
    };
    const wrong = [first!, ARTICLES[1]![0]!].sort().join(' | ');
    expect(await words()).toContain(wrong);
    await corpus.make('verdict', verdictOn(ARTICLES[1]![0]!, first!, 'wrong-match'), { how: 'keep' }, op());
    const left = await words();
    expect(left).not.toContain(wrong);
    expect(left.some((pair) => pair.includes(first!))).toBe(true);
    const engine = createEngine(corpus, Date.now, 'missing');
    const { text } = await exported(engine, 'library');
    const hidden = { article: id, at: '2023-03-09T00:00:00.000Z', hidden: true, id: 'x'.repeat(32), text: first };
    await imported(engine, text.replace('"corrections": []', `"corrections": [\n${JSON.stringify(hidden)}\n]`), 'merge', op());
    expect((await words()).filter((pair) => pair.includes(first!))).toEqual([]);
    corpus.close();
  });
});
