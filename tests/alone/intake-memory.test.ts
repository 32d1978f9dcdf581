// What a large import takes while it is held: little more than its own text, and nothing once it is given up or was wrong.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { idOfUrl } from '../../lib/corpus/identity';
import { Intake } from '../../lib/engine/intake';
import { Intakes } from '../../lib/engine/intakes';
import { BETWEEN_RECORDS, canonical, libraryAround } from '../../lib/exchange/library';
import { open } from '../corpus/fixtures';
import { ARTICLE } from '../exchange/fixtures';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Articles of a part, each of some 10,000 characters, and parts. */
const [A_PART, PARTS] = [100, 10];
const LENGTH = A_PART * PARTS * 10_000;

afterEach(() => collect());

/** Bytes in use, of what is still reachable. */
function used(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The parts of a library's file, one after another, each made when it is asked for; `wrong` stands before the last record. */
async function* parts(wrong: string): AsyncGenerator<string> {
  const { head, tail } = libraryAround(A_PART * PARTS, { verdicts: [], corrections: [], labels: [] });
  for (let part = 0; part < PARTS; part++) {
    const lines: string[] = [];
    for (let i = part * A_PART; i < (part + 1) * A_PART; i++) {
      const url = `https://gazette.example/${i}`;
      lines.push(canonical('articles', { ...ARTICLE, id: await idOfUrl(url), url, blocks: Array.from({ length: 10 }, () => ({ kind: 'paragraph', text: `Eleven sailors of ${i} drowned. `.repeat(33) })) }));
    }
    if (part === PARTS - 1) lines.push(wrong + lines.pop()!);
    const text = (part === 0 ? head : BETWEEN_RECORDS) + lines.join(BETWEEN_RECORDS) + (part === PARTS - 1 ? tail : '');
    // One flat string of a byte a character, as it comes out of a message.
    yield Buffer.from(text).toString('latin1');
  }
}

/** An import of all parts, and how many bytes are in use with it above those before, for each of its characters. */
async function held(wrong = '') {
  const corpus = await open();
  const intakes = new Intakes((operation) => new Intake(corpus, operation, () => ''), () => 0);
  const before = used();
  let part = 0;
  for await (const text of parts(wrong)) await intakes.add('import', part++, text).catch(() => undefined);
  return { intakes, ratio: () => (used() - before) / LENGTH };
}

describe('a large library on its way in', () => {
  it('is held once, not as text and records both', async () => {
    const { intakes, ratio } = await held();
    expect(intakes.held).toBeGreaterThan(LENGTH);
    const { counts } = await intakes.of('import')!.preview();
    expect(counts.articles).toEqual({ added: A_PART * PARTS, same: 0, differing: 0 });
    expect(ratio()).toBeGreaterThan(0.9);
    expect(ratio()).toBeLessThan(1.6);
  }, 60_000);

  it('is let go of when it is given up', async () => {
    const { intakes, ratio } = await held();
    intakes.drop('import');
    expect(ratio()).toBeLessThan(0.3);
  }, 60_000);

  it('is let go of when one of its parts is wrong', async () => {
    const { intakes, ratio } = await held(`{"id":"../x"},\n`);
    expect(intakes.of('import')).toMatchObject({ length: 0, refused: { error: { code: 'bad-import' } } });
    expect(ratio()).toBeLessThan(0.3);
  }, 60_000);
});
