// The use cases, asked as the Worker asks them, over a real IndexedDB implementation.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import { exported } from './exchange/client';
import type { Engine } from '../lib/engine';
import type { Draft } from '../lib/model';
import { draft, dump, freshName, harbour, open, PAGE, seed } from './corpus/fixtures';

interface Opened {
  engine: Engine;
  name: string;
}

async function start(): Promise<Opened> {
  const name = freshName();
  return { engine: createEngine(await open({ name, seeds: [seed()] }), () => Date.UTC(2023, 2, 8), 'missing'), name };
}

let operations = 0;
const saving = (what: Draft): Record<string, unknown> => ({ draft: what, operation: `operation-${++operations}` });

const GERMAN = [
  'Bei dem Brand im Hamburger Hafen sind am Montag nach Angaben der Polizei zwölf Hafenarbeiter ums Leben gekommen.',
  'Etwa 240 Menschen mussten nach dem Ausbruch des Feuers den Hafen und die umliegenden Straßen verlassen, teilte die Feuerwehr mit.',
];

describe('the engine', () => {
  it('saves a page, and has it as evidence on another page but never on its own', async () => {
    const { engine } = await start();
    const { article } = await engine.save(saving(harbour()));
    const other = harbour('https://other.example/fire');
    const reading = await engine.annotate({ draft: other });
    expect(reading.articles).toBe(2);
    expect(reading.annotations.flatMap((a) => a.evidence.map((e) => e.source.id))).toContain(article.id);
    const own = await engine.annotate({ draft: harbour(`${PAGE}?utm_source=x`) });
    expect(own.articles).toBe(1);
    expect(own.annotations.flatMap((a) => a.evidence.map((e) => e.source.id))).not.toContain(article.id);
  });

  it('lists, finds by address, removes and restores', async () => {
    const { engine } = await start();
    const { article } = await engine.save(saving(harbour()));
    expect((await engine.articles({})).map((a) => a.title).sort()).toEqual(['A bridge is closed', 'Fire in the harbour']);
    expect(await engine.stored({ url: `${PAGE}#x` })).toEqual(article);
    expect(await engine.remove({ id: article.id, operation: 'operation-r1' })).toEqual({ id: article.id });
    expect(await engine.stored({ url: PAGE })).toBeNull();
    expect(await engine.restore({ id: article.id, operation: 'operation-r2' })).toEqual(article);
  });

  it('says whether it finds by meaning too', async () => {
    const { engine } = await start();
    expect(await engine.encoder({})).toEqual({ state: 'missing' });
  });

  it('exports what stored articles say of each other, each claim where it stands', async () => {
    const { engine } = await start();
    await engine.save(saving(harbour()));
    await engine.save(saving(harbour('https://other.example/fire')));
    const { text: json } = await exported(engine, 'annotations');
    const collection = JSON.parse(json) as { type: string; total: number; first: { items: { target: { source: string; selector: Record<string, unknown>[] } }[] } };
    expect(collection.type).toBe('AnnotationCollection');
    expect(collection.total).toBeGreaterThan(0);
    expect(new Set(collection.first.items.map((item) => item.target.source))).toEqual(new Set([PAGE, 'https://other.example/fire']));
    const sentences = harbour().blocks.map((block) => block.text);
    const text = sentences.join('\n');
    for (const { target } of collection.first.items) {
      const quote = target.selector.find((s) => s['type'] === 'TextQuoteSelector')!;
      const position = target.selector.find((s) => s['type'] === 'TextPositionSelector')!;
      expect(text.slice(position['start'] as number, position['end'] as number)).toBe(quote['exact']);
      expect(sentences).toContain(quote['exact']);
    }
  });

  const nothing: { what: string; ask: Record<string, unknown>; code: string }[] = [
    { what: 'an empty page', ask: saving(draft(PAGE, 'Empty', [])), code: 'nothing-to-save' },
    { what: 'an empty page that calls itself German', ask: saving({ ...draft(PAGE, 'Leer', ['']), language: 'de' }), code: 'nothing-to-save' },
    { what: 'a page of white space', ask: saving(draft(PAGE, 'Blank', ['  ', '\n'])), code: 'nothing-to-save' },
    { what: 'a page that states nothing', ask: saving(draft(PAGE, 'Asks', ['Why not?'])), code: 'nothing-to-save' },
    { what: 'a page in German', ask: saving({ ...draft(PAGE, 'Brand', GERMAN), language: 'de' }), code: 'not-english' },
    { what: 'no draft', ask: { operation: 'operation-x1' }, code: 'bad-message' },
    { what: 'no operation', ask: { draft: harbour() }, code: 'bad-message' },
    { what: 'an operation that is an object', ask: { draft: harbour(), operation: {} }, code: 'bad-message' },
  ];
  it.each(nothing)('saves nothing of $what', async ({ ask, code }) => {
    const { engine, name } = await start();
    const before = await dump(name);
    await expect(engine.save(ask)).rejects.toMatchObject({ code });
    expect(await dump(name)).toEqual(before);
  });

  const malformed: { call: keyof Engine; ask: Record<string, unknown> }[] = [
    { call: 'annotate', ask: {} },
    { call: 'annotate', ask: { draft: { ...harbour(), blocks: 'x' } } },
    { call: 'remove', ask: { id: 7, operation: 'operation-x2' } },
    { call: 'remove', ask: { id: '__proto__', operation: 'x' } },
    { call: 'restore', ask: { operation: 'operation-x3' } },
    { call: 'stored', ask: { url: 'nowhere' } },
    { call: 'stored', ask: {} },
  ];
  it.each(malformed)('refuses $call of $ask', async ({ call, ask }) => {
    const { engine } = await start();
    await expect(engine[call](ask)).rejects.toMatchObject({ code: 'bad-message' });
  });

  it('leaves pages in other languages alone', async () => {
    const { engine } = await start();
    expect(await engine.annotate({ draft: { ...draft(PAGE, 'Brand', GERMAN), language: 'de' } })).toMatchObject({ state: 'not-english', annotations: [] });
  });
});
