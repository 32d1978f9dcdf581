// Two statements with figures → how the pairing takes them: as one measure that agrees or clashes, or as another. Cases as data.
import { expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { pairFigures, type FigurePair } from '../../lib/match/figures';

type Verdict = FigurePair['verdict'] | 'none';
const CASES: [Verdict, string, string][] = [
  // One unit for both
  ['agree', 'The queue was ten miles long.', 'Cars stood for 16 kilometres.'],
  ['clash', 'The queue was ten miles long.', 'Cars stood for 26 kilometres.'],
  ['agree', 'The meteorite weighed 220 pounds.', 'The meteorite tipped the scales at 100 kilograms.'],
  ['agree', 'One in five pupils failed the test.', 'About 20% of pupils failed the test.'],
  ['agree', 'More than half of voters want a recount.', 'A recount is wanted by 58 percent of voters.'],
  ['clash', 'Fewer than a third of voters want a recount.', 'A recount is wanted by 58 percent of voters.'],
  ['other', 'Four out of five trains were cancelled.', 'Only 20 percent of trains ran.'],
  ['clash', 'The army carried out 18 air strikes on Kherson.', 'The army attacked Kherson 85 times.'],
  ['none', 'The army carried out 18 air strikes on Kherson.', 'Kherson was hit three times as hard as Odesa.'],
  // What is counted
  ['other', 'The blast killed 12 workers.', 'The blast injured 40 workers.'],
  ['clash', 'The raid killed 42 people.', 'The raid killed 90 children.'],
  ['agree', 'Well over 600 people lost their lives in the war.', 'The war left 647 dead.'],
  ['clash', 'Five civilians were killed by the shelling.', 'The shelling claimed 25 civilian lives.'],
  ['agree', 'Some 300 captives crossed the bridge.', 'The bridge was crossed by 112 men on Monday and by 188 men on Tuesday.'],
  ['other', 'A worker was killed.', 'A miner was killed.'],
  ['other', 'At least 12 civilians were killed.', 'In all 55 civilians were killed.'],
];

it.each(CASES)('%s: %s | %s', (verdict, claim, evidence) => {
  for (const [a, b] of [[claim, evidence], [evidence, claim]] as const) {
    const pairs = pairFigures(statementOf(a, '2023-01-04'), statementOf(b, '2023-01-04'));
    expect([...new Set(pairs.map((pair) => pair.verdict))]).toEqual(verdict === 'none' ? [] : [verdict]);
  }
});

it('tells by the words which pairs are witnesses by themselves', () => {
  const sure = (claim: string, evidence: string): boolean[] => pairFigures(statementOf(claim, null), statementOf(evidence, null)).map((pair) => pair.sure);
  expect(sure('The raid killed 42 people.', 'The raid left 16 people dead.')).toEqual([true]);
  expect(sure('The raid killed 42 people.', 'The raid killed 16 children.')).toEqual([false]);
  expect(sure('The siege lasted 42 days.', 'The siege lasted 42 days.')).toEqual([false]);
});
