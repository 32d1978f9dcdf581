// Two tabs over one engine: what one would undo, the other has changed since. The newer stays, and the reader is told; of tags and note,
// corrections and verdicts alike.
import { describe, expect, it } from 'vitest';
import { Judging } from '../../components/judging';
import { Labels } from '../../entrypoints/library/labels';
import { Notices } from '../../entrypoints/library/notices';
import type { LibraryPort } from '../../entrypoints/library/port';
import { Reading } from '../../entrypoints/library/reading';
import { Verdicts } from '../../entrypoints/library/verdicts';
import { t } from '../../lib/i18n';
import type { Annotation, Evidence } from '../../lib/model';
import { harbour } from '../corpus/fixtures';
import { op, save, start } from '../engine-opened';

const evidence = { statement: { text: 'Nine dockers died.' }, stance: 'conflicts' } as unknown as Evidence;
const annotation = { claim: { text: 'Seven dockers died.' }, evidence: [evidence] } as unknown as Annotation;
const WORDS = { verdict: 'agreed', claim: 'Seven dockers died.', evidence: 'Nine dockers died.', stance: 'conflicts', note: '' } as const;

async function twoTabs() {
  const { engine } = await start();
  const article = await save(engine, harbour());
  const port = { ask: (type: keyof typeof engine, fields: object): unknown => engine[type](fields as Record<string, unknown>), operation: op } as unknown as LibraryPort;
  const tab = async () => {
    const notices = new Notices();
    const reading = new Reading(port, notices);
    await reading.open(article);
    const shown = () => (reading.view.value.kind === 'there' ? reading.view.value.value : expect.fail('no article'));
    const labels = new Labels(port, notices, () => undefined);
    return {
      notices, reading, shown, verdicts: new Verdicts(port, notices), judging: new Judging((verdict, step) => port.ask('judge', { verdict, ...step, operation: op() })),
      label: (...tags: string[]) => labels.write(article, { tags, note: '' }),
      correct: (min: number) => reading.correct(shown().statements[0]!, { hidden: false, figures: [{ at: 0, min, max: min }] }),
      takeBack: () => reading.takeBack(shown().corrections[0]!),
      undo: async () => {
        const { now } = notices;
        const undo = now.value!.undo!;
        undo();
        await expect.poll(() => labels.busy.value || reading.busy.value !== null).toBe(false);
      },
    };
  };
  const [a, b] = [await tab(), await tab()];
  return { engine, article, a, b };
}

const CHANGED = { words: 'verdictNotUndone', about: t('troubleChanged'), undo: null };

describe('an undo that another tab has overtaken changes nothing and says so:', () => {
  it('of tags', async () => {
    const { engine, article, a, b } = await twoTabs();
    const tags = async () => (await engine.article({ id: article })).label?.tags ?? [];
    await a.label('port');
    await b.label('port', 'fire');
    await a.undo();
    expect([await tags(), a.notices.now.value]).toEqual([['port', 'fire'], CHANGED]);
    await b.undo();
    expect(await tags()).toEqual(['port']);
  });

  it('of tags taken off', async () => {
    const { engine, article, a, b } = await twoTabs();
    await a.label('port');
    await a.label();
    await b.label('fire');
    await a.undo();
    expect([(await engine.article({ id: article })).label?.tags, a.notices.now.value]).toEqual([['fire'], CHANGED]);
  });

  it('of a correction, of one taken back, and the taking back itself', async () => {
    const { engine, a, b } = await twoTabs();
    const figures = async () => (await engine.corrections({})).map((one) => one.figures?.[0]?.min);
    await a.correct(20);
    await b.correct(21);
    await a.undo();
    expect([await figures(), a.notices.now.value]).toEqual([[21], CHANGED]);
    await a.takeBack();
    await b.correct(22);
    await a.undo();
    expect([await figures(), a.notices.now.value]).toEqual([[22], CHANGED]);
    await a.reading.refresh();
    await b.correct(23);
    expect([await a.takeBack(), await figures(), a.notices.now.value]).toEqual([false, [23], CHANGED]);
    expect(a.shown().corrections).toMatchObject([{ figures: [{ min: 23 }] }]);
  });

  it('of a verdict in the list, taken back or put back', async () => {
    const { engine, a, b } = await twoTabs();
    const lines = () => (a.verdicts.view.value.kind === 'there' ? a.verdicts.view.value.value : []);
    const said = async () => (await engine.verdicts({})).map(({ verdict, note }) => `${verdict} ${note}`);
    await b.judging.judge(annotation, evidence, 'agreed');
    await a.verdicts.open();
    await b.judging.judge(annotation, evidence, 'agreed', 'newer');
    await a.verdicts.undo(lines()[0]!);
    expect([await said(), a.notices.now.value]).toEqual([['agreed newer'], CHANGED]);
    await a.verdicts.undo(lines()[0]!);
    expect([await said(), lines().map(({ state }) => state)]).toEqual([[], ['gone']]);
    const [gone] = lines();
    await engine.judge({ verdict: { ...WORDS, verdict: 'wrong-match' }, how: 'keep', operation: op() });
    a.notices.dismiss();
    await a.verdicts.undo(gone!);
    expect([await said(), a.notices.now.value]).toEqual([['wrong-match '], CHANGED]);
  });

  it('of a verdict beside the evidence, which then shows what stands', async () => {
    const { engine, a, b } = await twoTabs();
    await a.judging.judge(annotation, evidence, 'agreed');
    await b.judging.judge(annotation, evidence, 'wrong-match', 'newer');
    const shown = () => a.judging.of(annotation.claim.text, evidence)!;
    await a.judging.undo(shown());
    expect((await engine.verdicts({})).map(({ verdict }) => verdict)).toEqual(['wrong-match']);
    expect(shown()).toMatchObject({ state: 'kept', said: { verdict: 'wrong-match', note: 'newer' }, trouble: { wish: 'undo', code: 'changed' } });
    await a.judging.undo(shown());
    expect(await engine.verdicts({})).toEqual([]);
    expect(a.judging.of(annotation.claim.text, evidence)).toBeNull();
  });

  it('of a verdict that had another before it and was dropped since', async () => {
    const { engine, a } = await twoTabs();
    await a.judging.judge(annotation, evidence, 'agreed');
    await engine.judge({ verdict: { ...WORDS, verdict: 'wrong-match' }, how: 'keep', operation: op() });
    await a.judging.judge(annotation, evidence, 'agreed', 'again');
    await engine.judge({ verdict: WORDS, how: 'drop', operation: op() });
    await a.judging.undo(a.judging.of(annotation.claim.text, evidence)!);
    expect(await engine.verdicts({})).toEqual([]);
    expect(a.judging.of(annotation.claim.text, evidence)).toMatchObject({ state: 'failed', trouble: { wish: 'undo', code: 'changed' } });
  });
});

describe('what nobody has overtaken is undone:', () => {
  it('verdicts of three surfaces, the latest first, down to none; none comes back', async () => {
    const { engine, a, b } = await twoTabs();
    const third = new Judging((verdict, step) => engine.judge({ verdict, ...step, operation: op() }));
    const all = [a.judging, b.judging, third];
    const verdicts = ['agreed', 'wrong-match', 'agreed'] as const;
    for (const [at, judging] of all.entries()) await judging.judge(annotation, evidence, verdicts[at]!);
    const left = [];
    for (const judging of all.reverse()) {
      await judging.undo(judging.of(annotation.claim.text, evidence)!);
      left.push((await engine.verdicts({})).map(({ verdict }) => verdict));
    }
    expect(left).toEqual([['wrong-match'], ['agreed'], []]);
  });

  it('a verdict known by its evidence alone, whatever its note', async () => {
    const { engine, a } = await twoTabs();
    await engine.judge({ verdict: { ...WORDS, note: 'seen both' }, how: 'keep', operation: op() });
    await a.judging.undo(a.judging.of(annotation.claim.text, { ...evidence, verdict: 'agreed' })!);
    expect(await engine.verdicts({})).toEqual([]);
  });

  it('a verdict that stood the other way round: shown as of these words', async () => {
    const { engine, a } = await twoTabs();
    await engine.judge({ verdict: { ...WORDS, claim: WORDS.evidence, evidence: WORDS.claim, note: 'turned' }, how: 'keep', operation: op() });
    await a.judging.judge(annotation, evidence, 'wrong-match');
    await a.judging.undo(a.judging.of(annotation.claim.text, evidence)!);
    expect(await engine.verdicts({})).toMatchObject([{ verdict: 'agreed', note: 'turned' }]);
    expect(a.judging.of(annotation.claim.text, evidence)).toMatchObject({ state: 'kept', said: { verdict: 'agreed', note: 'turned', claim: annotation.claim.text } });
  });
});
