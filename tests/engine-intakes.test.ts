// Several imports on their way in at once, as from two tabs: each is its own; how many there may be and how much of them is held; which
// goes when there is no room, and what is told to the one for which there is none.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../lib/engine';
import type { Engine } from '../lib/engine';
import { Intake } from '../lib/engine/intake';
import { ABANDONED, Intakes } from '../lib/engine/intakes';
import { dump, freshName, harbour, open } from './corpus/fixtures';
import { exported, importing } from './exchange/client';

let operations = 0;
const op = (): string => `operation-${++operations}`;
const NOW = Date.UTC(2023, 2, 8);

async function start(now = () => NOW): Promise<{ engine: Engine; name: string }> {
  const name = freshName();
  return { engine: createEngine(await open({ name }), now, 'missing'), name };
}

/** The file of a library with an article, longer than one part. */
async function file(url: string): Promise<string> {
  const { engine } = await start();
  await engine.save({ draft: harbour(url), operation: op() });
  return (await exported(engine, 'library')).text.padEnd(1_500_000);
}

describe('two imports at once', () => {
  it('of several parts each are both previewed and both carried out', async () => {
    const [one, other] = await Promise.all([file('https://a.example/fire'), file('https://b.example/fire')]);
    const { engine } = await start();
    const sent = [importing(engine, one, op()), importing(engine, other, op())];
    const previews = await Promise.all(sent.map((each) => each.preview()));
    for (const preview of previews) expect(preview?.counts.articles).toEqual({ added: 1, same: 0, differing: 0 });
    await Promise.all(sent.map((each) => each.commit('merge')));
    expect((await engine.articles({})).map(({ url }) => url).sort()).toEqual(['https://a.example/fire', 'https://b.example/fire']);
  });

  it('and many after them: one that had to go while its preview was read is sent again', async () => {
    let clock = NOW;
    const text = await file('https://a.example/fire');
    const { engine } = await start(() => clock);
    const waiting = importing(engine, text, op());
    await waiting.preview();
    for (let i = 0; i < 10; i++) {
      clock += ABANDONED;
      await importing(engine, text, op()).preview();
    }
    expect((await waiting.commit('merge'))?.articles.added).toBe(1);
  });

  it('are not taken beyond some: the one too many is told that others are under way, and nothing is changed', async () => {
    const text = await file('https://a.example/fire');
    const { engine, name } = await start();
    const before = await dump(name);
    const sent = Array.from({ length: 9 }, () => importing(engine, text, op()));
    const previews = await Promise.allSettled(sent.map((each) => each.preview()));
    expect(previews.map(({ status }) => status)).toEqual([...Array<string>(8).fill('fulfilled'), 'rejected']);
    expect(previews[8]).toMatchObject({ reason: { code: 'busy' } });
    expect(await dump(name)).toEqual(before);
    await sent[0]!.drop();
    expect((await sent[8]!.preview())?.counts.articles.added).toBe(1);
  });
});

describe('what is held of imports', () => {
  /** Places for so many characters of some imports, with a clock. */
  async function places(most: { imports: number; length: number }) {
    const clock = { now: NOW };
    const corpus = await open({ name: freshName() });
    const intakes = new Intakes((operation) => new Intake(corpus, operation, () => ''), () => clock.now, most);
    const add = (operation: string, part: number, length: number) => intakes.add(operation, part, '['.padEnd(length));
    return { clock, intakes, add };
  }

  it('is bounded in all: the one that needs more than is left is refused, and what it held is let go', async () => {
    const { intakes, add } = await places({ imports: 9, length: 100 });
    await add('first', 0, 50);
    await add('second', 0, 40);
    await expect(add('second', 1, 20)).rejects.toMatchObject({ code: 'busy' });
    expect(intakes.held).toBe(50);
    expect(await add('first', 1, 50)).toBe(2);
    expect(intakes.held).toBe(100);
  });

  it('makes room by letting go of the one left longest, and of no more than needed', async () => {
    const { clock, intakes, add } = await places({ imports: 9, length: 100 });
    for (const operation of ['first', 'second', 'third']) {
      await add(operation, 0, 30);
      clock.now += 1_000;
    }
    clock.now += ABANDONED;
    await add('fourth', 0, 30);
    expect(['first', 'second', 'third', 'fourth'].map((operation) => intakes.of(operation) !== null)).toEqual([false, true, true, true]);
  });

  it('never goes while something is being done with it', async () => {
    const { clock, intakes, add } = await places({ imports: 1, length: 100 });
    await add('first', 0, 30);
    let end = (): void => undefined;
    const carried = intakes.during(intakes.of('first')!, () => new Promise<void>((done) => (end = done)));
    clock.now += ABANDONED;
    await expect(add('second', 0, 30)).rejects.toMatchObject({ code: 'busy' });
    end();
    await carried;
    clock.now += ABANDONED;
    expect(await add('second', 0, 30)).toBe(1);
  });

  it('is nothing once a part was wrong', async () => {
    const { intakes } = await places({ imports: 9, length: 10_000 });
    await intakes.add('first', 0, '[1,'.padEnd(5_000));
    await expect(intakes.during(intakes.of('first')!, (intake) => intake.preview())).rejects.toMatchObject({ code: 'bad-import' });
    await expect(intakes.add('second', 0, 'no JSON')).rejects.toMatchObject({ code: 'bad-import' });
    expect(intakes.held).toBe(0);
  });
});
