// Scores of a made-up set of eight pairs, each number worked out by hand; files of pairs; and weights refitted on pairs that
// one input decides.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Stance } from '../../lib/model';
import { familyOf } from './data-folder';
import goals from './goals.json';
import type { Judged } from './judged-pairs';
import { refitted } from './refit';
import type { Score } from './scores';
import { casesOf } from './stance-files';
import { stanceScores, type Decision } from './stance-scores';

const pair = (expected: Stance, decided: Stance, signal: string | null, conflicts: number, labelled: string | null = null): Decision => ({
  expected, decided, signal, labelled, odds: { conflicts, corroborates: 1 - conflicts, related: 0, unrelated: 0 },
});

const SET: Decision[] = [
  pair('conflicts', 'conflicts', 'quantity', 0.9, 'quantity'),
  pair('conflicts', 'conflicts', 'negation', 0.8, 'denial'),
  pair('conflicts', 'related', 'same-matter', 0.3, 'quantity'),
  pair('conflicts', 'unrelated', null, 0.2, 'date'),
  pair('corroborates', 'conflicts', 'quantity', 0.6, 'quantity'),
  pair('corroborates', 'corroborates', 'agreement', 0.1),
  pair('related', 'unrelated', null, 0.4),
  pair('related', 'related', 'same-matter', 0.05),
];

const valuesOf = (scores: Score[]): Record<string, number | null> => Object.fromEntries(scores.map(({ name, value }) => [name, value]));

describe('the scores of a set', () => {
  const scores = stanceScores(SET, { set: 'made-up', suffix: ', so' });
  const values = valuesOf(scores);

  test('take unrelated as related where the set has no unrelated pairs', () => {
    expect(values).toMatchObject({
      'made-up macro-F1, so': 0.6349,
      'made-up conflicts precision, so': 0.6667,
      'made-up conflicts recall, so': 0.5,
      'made-up conflicts F1, so': 0.5714,
      'made-up corroborates precision, so': 1,
      'made-up corroborates recall, so': 0.5,
      'made-up related precision, so': 0.5,
      'made-up related recall, so': 1,
      'made-up related F1, so': 0.6667,
    });
    expect(Object.keys(values).filter((name) => name.includes('unrelated'))).toEqual([]);
  });

  test('keep it apart where the set has such pairs', () => {
    const apart = valuesOf(stanceScores([...SET, pair('unrelated', 'unrelated', null, 0)], { set: 'made-up', suffix: '' }));
    expect(apart).toMatchObject({ 'made-up related recall': 0.5, 'made-up unrelated precision': 0.3333, 'made-up unrelated recall': 1 });
  });

  test('tell of each signal what it found rightly, and what of the outcome it left', () => {
    expect(values).toMatchObject({
      'made-up conflicts by quantity precision, so': 0.5,
      'made-up conflicts by quantity recall, so': 0.25,
      'made-up conflicts by quantity F1, so': 0.3333,
      'made-up conflicts by negation precision, so': 1,
      'made-up corroborates by agreement recall, so': 0.5,
    });
  });

  test('tell of each reason that the writers named how much of it was found, by whatever signal', () => {
    expect(values).toMatchObject({ 'made-up conflicts labelled quantity recall, so': 0.5, 'made-up conflicts labelled denial recall, so': 1, 'made-up conflicts labelled date recall, so': 0 });
  });

  test('draw the curve of each stance that is shown from its likelihood', () => {
    const area = scores.find(({ name }) => name === 'made-up conflicts average precision by likelihood, so');
    expect(area?.value).toBe(0.8167);
    expect(area?.curve?.slice(0, 3)).toEqual([{ least: 0.9, precision: 1, recall: 0.25 }, { least: 0.8, precision: 1, recall: 0.5 }, { least: 0.3, precision: 0.6, recall: 0.75 }]);
    expect(values['made-up conflicts precision by likelihood at recall 0.5, so']).toBe(1);
  });

  test('leave reasons and curves to the JSON', () => {
    expect(scores.filter(({ name, detail }) => detail !== /( by | labelled )/.test(name) && detail)).toEqual([]);
    expect(scores.filter(({ detail }) => !detail).map(({ name }) => name).some((name) => / by | labelled /.test(name))).toBe(false);
  });

  test('begin with accuracy where a set goes by it, and carry the goals of the suffix that is asked for', () => {
    const [first, second] = stanceScores(SET, { set: 'feversym', suffix: ', refitted (5-fold)', goals: ', refitted', byAccuracy: true });
    expect(first).toMatchObject({ name: 'feversym accuracy, refitted (5-fold)', value: 0.625, must: 0.74, reach: 0.8 });
    expect(second).toMatchObject({ name: 'feversym macro-F1, refitted (5-fold)', must: null });
  });

  const GOALS = Object.keys(goals).flatMap((name) => {
    const [, set, suffix] = /^(own pairs \(check\)|\S+) .*?(, refitted|, as shipped|)$/.exec(name) ?? [];
    return set !== undefined && suffix !== undefined && (set.startsWith('own pairs') || suffix !== '') ? [[name, set, suffix] as const] : [];
  });
  test('stand under the names that goals are kept by', () => {
    expect(GOALS.length).toBeGreaterThan(12);
    for (const [name, set, suffix] of GOALS) expect(stanceScores(SET, { set, suffix, byAccuracy: name.includes(' accuracy') }).map((each) => each.name)).toContain(name);
  });
});

describe('a file of pairs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-pairs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (name: string, ...rows: object[]) => {
    writeFileSync(join(folder, name), rows.map((row) => JSON.stringify(row)).join('\n'));
    const said: string[] = [];
    const file = familyOf(folder, '.', false, () => {})!.files.find((each) => each.name === name)!;
    return { ...casesOf(file, (line) => said.push(line)), said };
  };

  test('has its claim in a, or in b where the set is of premises', () => {
    const row = { a: 'A.', b: 'B.', outcome: 'related', date_a: '2024-05-01', date_b: '2024-05-02' };
    expect(read('emergent.x.jsonl', row).cases).toMatchObject([{ s: 'A.', sDate: '2024-05-01', e: 'B.', eDate: '2024-05-02' }]);
    expect(read('anli-r2.x.jsonl', row).cases).toMatchObject([{ s: 'B.', sDate: '2024-05-02', e: 'A.', eDate: '2024-05-01' }]);
  });

  test('is soft where only its authors’ own labels are given', () => {
    expect(read('claimdiff.x.jsonl', { a: 'A.', b: 'B.', outcome_soft: 'corroborates' })).toMatchObject({ soft: true, cases: [{ expected: 'corroborates' }] });
    expect(read('emergent.y.jsonl', { a: 'A.', b: 'B.', outcome: 'corroborates' }).soft).toBe(false);
  });

  test('loses the pairs without an outcome or a text, and says so', () => {
    const { cases, said } = read('sick.x.jsonl', { id: 1, a: 'A.', b: 'B.', outcome: 'neutral' }, { id: 2, a: 'A.', outcome: 'related' }, { id: 3, a: 'A.', b: 'B.', outcome: 'related' });
    expect(cases).toHaveLength(1);
    expect(said).toEqual(['sick.x.jsonl: left out: no outcome or no text in 1', 'sick.x.jsonl: left out: no outcome or no text in 2']);
  });
});

describe('refitting', () => {
  const judged = (i: number, expected: Stance, inputs: Record<string, number>): Judged => ({ ...pair(expected, 'related', null, 0), inputs, group: String(i % 10) });
  const pairs = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? judged(i, 'conflicts', { x: 1, y: 0 }) : judged(i, 'corroborates', { x: 0, y: 1 })));
  const decidedOf = (decisions: Decision[]): Stance[] => decisions.map(({ decided }) => decided);

  test('learns from the other file what decides', () => {
    const examples = [{ inputs: { x: 1, y: 0 }, stance: 'corroborates' as const }, { inputs: { x: 0, y: 1 }, stance: 'conflicts' as const }];
    expect(decidedOf(refitted(pairs.slice(0, 2), examples, false))).toEqual(['corroborates', 'conflicts']);
  });

  test('without another file learns from the pairs of other groups, and decides on each pair once', () => {
    expect(decidedOf(refitted(pairs, [], false))).toEqual(pairs.map(({ expected }) => expected));
  });

  test('never learns from the group it decides on', () => {
    const odd = pairs.map((each, i) => ({ ...each, inputs: { [`only ${each.group}`]: 1 }, expected: (i % 10 < 5 ? 'conflicts' : 'related') as Stance }));
    const right = refitted(odd, [], false).filter(({ expected, decided }) => expected === decided).length;
    expect(right).toBeLessThanOrEqual(odd.length / 2);
  });

  test('holds the signs: a witness of conflict never speaks for agreement', () => {
    const turned = Array.from({ length: 20 }, (_, i) => ({ inputs: { negated: i % 2 }, stance: (i % 2 === 1 ? 'corroborates' : 'conflicts') as Stance }));
    const [decision] = refitted([judged(0, 'corroborates', { negated: 1 })], turned, false);
    expect(decision!.odds.corroborates).toBeCloseTo(0.5, 1);
  });
});
