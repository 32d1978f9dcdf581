// Small folders of pairs, scored with the engine itself: what is refitted on what, that nothing scored is fitted on, and the times.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { familyOf, type Family } from './data-folder';
import { scoreStance, timesOf } from './stance';

const root = mkdtempSync(join(tmpdir(), 'second-source-stance-'));
afterAll(() => rmSync(root, { recursive: true }));

const MATTERS = ['ferry', 'tunnel', 'harbour', 'airport', 'stadium', 'library', 'museum', 'reservoir'];
const pairOn = (matter: string, i: number) =>
  i % 2 === 0
    ? { a: `The ${matter} at Calder cost 43 million euros.`, b: `The ${matter} at Calder cost 97 million euros.`, outcome: 'conflicts' }
    : { a: `The ${matter} at Calder cost 43 million euros.`, b: `Building the ${matter} at Calder took 43 million euros.`, outcome: 'corroborates' };
const FIRST = MATTERS.flatMap((matter) => [0, 1].map((i) => pairOn(matter, i)));
const SECOND = MATTERS.flatMap((matter) => [0, 1].map((i) => pairOn(`old ${matter}`, i)));

function folder(name: string, files: Record<string, object[]>): { family: Family; said: string[] } {
  mkdirSync(join(root, name, 'stance'), { recursive: true });
  for (const [file, rows] of Object.entries(files)) writeFileSync(join(root, name, 'stance', file), rows.map((row) => JSON.stringify(row)).join('\n'));
  const said: string[] = [];
  return { family: familyOf(join(root, name), 'stance', false, (line) => said.push(line))!, said };
}

const data = folder('data', { 'feversym.dev.jsonl': FIRST, 'claimdiff.dev.jsonl': FIRST.map(({ a, b }) => ({ a, b, outcome_soft: 'corroborates' })) });

async function refitted(fit: { family: Family; said: string[] } | null) {
  const scores = await scoreStance(data.family, fit?.family ?? null);
  return { names: scores.map(({ name }) => name), scores, said: fit?.said.join('\n') ?? '' };
}

describe('a folder of pairs', () => {
  test('without --fit is scored as shipped only, and has its times in microseconds', async () => {
    const { scores, names } = await refitted(null);
    expect(names.filter((name) => name.includes('refitted'))).toEqual([]);
    expect(scores.find(({ name }) => name === 'feversym accuracy, as shipped')).toMatchObject({ n: 16, unit: 'share' });
    expect(scores.find(({ name }) => name === 'judge a pair, statements read')).toMatchObject({ n: 30, unit: 'µs', value: expect.any(Number) });
  });

  test('whose authors’ labels say less than ours tells false conflicts only', async () => {
    const { scores, names } = await refitted(null);
    expect(names.filter((name) => name.startsWith('claimdiff'))).toEqual(['claimdiff shown as conflict']);
    expect(scores.find(({ name }) => name === 'claimdiff shown as conflict')).toMatchObject({ n: 16, must: 0.02 });
  });

  test('is refitted on the other file of its set, and the shipped score stands beside', async () => {
    const { names, said } = await refitted(folder('other', { 'feversym.test.jsonl': SECOND }));
    expect(names).toContain('feversym accuracy, refitted');
    expect(names).toContain('feversym accuracy, as shipped');
    expect(said).toBe('feversym.dev.jsonl: refitted on 16 pairs of feversym.test.jsonl');
  });

  test('is never fitted on a pair that is scored', async () => {
    const { said } = await refitted(folder('mixed', { 'feversym.test.jsonl': [...FIRST, ...SECOND.slice(0, 6)] }));
    expect(said).toBe('feversym.dev.jsonl: refitted on 6 pairs of feversym.test.jsonl');
  });

  test('that is its own other half is cross-validated, and named so, under the same goals', async () => {
    const { scores, said } = await refitted(folder('same', { 'feversym.dev.jsonl': FIRST }));
    expect(scores.find(({ name }) => name === 'feversym accuracy, refitted (5-fold)')).toMatchObject({ must: 0.74, n: 16 });
    expect(said).toBe('feversym.dev.jsonl: refitted on itself, 5-fold: --fit has no other pairs');
  });

  test('is not refitted where --fit lacks the set, and that is said', async () => {
    const { names, said } = await refitted(folder('none', { 'sick.dev.jsonl': SECOND }));
    expect(names.filter((name) => name.includes('refitted'))).toEqual([]);
    expect(said).toBe('feversym.dev.jsonl: not refitted: --fit has no file of feversym');
  });
});

test('times of nothing are none', () => {
  expect(timesOf({ statements: 0, reading: 0, pairs: 0, judging: 0 })).toEqual([]);
});
