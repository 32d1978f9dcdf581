// Corrections of an article that is read, against the engine: taken back, undone, and taken back by two surfaces.
import { expect, it } from 'vitest';
import { Judging } from '../../components/judging';
import { Notices } from '../../entrypoints/library/notices';
import type { LibraryPort } from '../../entrypoints/library/port';
import { Reading } from '../../entrypoints/library/reading';
import type { Annotation, Evidence } from '../../lib/model';
import { draft, harbour, PAGE } from '../corpus/fixtures';
import { op, save, start } from '../engine-opened';

async function opened(words: string | null = null) {
  const { engine } = await start();
  const ask = (type: keyof typeof engine, fields: object): unknown => engine[type](fields as Record<string, unknown>);
  const notices = new Notices();
  const reading = new Reading({ ask, operation: op } as unknown as LibraryPort, notices);
  await reading.open(await save(engine, words === null ? harbour() : draft(PAGE, 'Fire', [words])));
  const there = () => (reading.view.value.kind === 'there' ? reading.view.value.value : null)!;
  return {
    engine, reading, notices,
    correct: (min: number) => reading.correct(there().statements[0]!, { hidden: false, figures: [{ at: 0, min, max: min }] }),
    takeBack: () => reading.takeBack(there().corrections[0]!),
    undo: async () => {
      notices.now.value!.undo!();
      await expect.poll(() => reading.busy.value).toBeNull();
      await reading.refresh();
    },
    figures: () => there().corrections.map(({ figures }) => figures?.[0]?.min),
    drawn: () => there().statements[0]!.quantities[0]!.min,
  };
}

it('a correction taken back lets the extraction’s own show again, whatever was corrected before it; its undo puts it back', async () => {
  const { correct, takeBack, undo, figures, drawn } = await opened();
  const own = drawn();
  await correct(20);
  await correct(21);
  await takeBack();
  expect([figures(), drawn()]).toEqual([[], own]);
  await undo();
  expect(figures()).toEqual([21]);
  await takeBack();
  expect([figures(), drawn()]).toEqual([[], own]);
});

it('a correction that was undone does not come back with the one below it', async () => {
  const { engine, correct, takeBack, undo, figures } = await opened();
  await correct(20);
  await correct(21);
  await undo();
  expect(figures()).toEqual([20]);
  const [{ id: _id, at: _at, ...kept }] = (await engine.corrections({})) as [(Awaited<ReturnType<typeof engine.corrections>>)[number]];
  expect((await engine.correct({ correction: kept, how: 'drop', expects: kept, operation: op() })).now).toBeNull();
  await correct(20);
  await takeBack();
  expect(figures()).toEqual([]);
});

it('a correction is found again by its words, whatever their spaces and quotation marks', async () => {
  const { engine, reading, figures, correct } = await opened('A “fire” killed 12 dockers in the harbour of Hamburg on Monday, the police said.');
  const there = () => (reading.view.value.kind === 'there' ? reading.view.value.value : expect.fail('no article'));
  const [statement] = there().statements;
  const text = statement!.text.replace(/[“”]/g, '"').replace(' killed', '  KILLED');
  await engine.correct({ correction: { article: statement!.article, text, hidden: false, figures: [{ at: 0, min: 20, max: 20 }] }, how: 'keep', operation: op() });
  await reading.refresh();
  expect(reading.correctionOf(there().statements[0]!)).toMatchObject({ text, figures: [{ min: 20 }] });
  expect(await reading.correct(there().statements[0]!, { hidden: false })).toBe(true);
  expect(figures()).toEqual([]);
  await correct(21);
  expect(figures()).toEqual([21]);
});

it('a verdict that two surfaces took back, the later one first, is gone', async () => {
  const { engine } = await opened();
  const evidence = { statement: { text: 'Nine dockers died.' }, stance: 'conflicts' } as unknown as Evidence;
  const annotation = { claim: { text: 'Seven dockers died.' }, evidence: [evidence] } as unknown as Annotation;
  const [one, two] = [0, 1].map(() => new Judging((verdict, step) => engine.judge({ verdict, ...step, operation: op() }))) as [Judging, Judging];
  await one.judge(annotation, evidence, 'agreed');
  await two.judge(annotation, evidence, 'wrong-match');
  await two.undo(two.of('Seven dockers died.', evidence)!);
  expect(await engine.verdicts({})).toMatchObject([{ verdict: 'agreed' }]);
  await one.undo(one.of('Seven dockers died.', evidence)!);
  expect(await engine.verdicts({})).toEqual([]);
});
