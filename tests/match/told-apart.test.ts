// Who or what two statements speak of: what tells them apart, and what must not. Pairs as data.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { judge, pairOf } from '../../lib/match/judge';
import { otherDoer, otherKind } from '../../lib/match/told-apart';

const DAY = '2024-05-17';
const pairFor = (claim: string, evidence: string): ReturnType<typeof pairOf> => pairOf(statementOf(claim, DAY), statementOf(evidence, DAY), 0.9);

const DOERS: [string | null, string, string][] = [
  ['“Barcelona” here, “Madrid” there', 'Barcelona lost to Real Madrid.', 'Real Madrid lost to Barcelona.'],
  ['“Russia” here, “Ukraine” there', 'Russia shelled the plant, according to Ukraine.', 'Ukraine shelled the plant, according to Russia.'],
  [null, 'Zelensky met Macron in Kyiv.', 'Macron met Zelensky in Kyiv.'],
  [null, 'Kyiv was shelled by Russia.', 'Russia shelled Kyiv.'],
  [null, 'Russia shelled the plant.', 'Moscow shelled the plant.'],
  [null, 'Putin declared a partial mobilisation.', 'President Vladimir Putin declared a partial mobilisation.'],
];
const KINDS: [string | null, string, string][] = [
  ['“electric cars” here, “petrol cars” there', 'Sales of electric cars rose 12 percent in May.', 'Sales of petrol cars fell 8 percent in May.'],
  ['“upper floors” here, “lower floors” there', 'The upper floors of the hotel were badly damaged.', 'The lower floors of the hotel were not damaged.'],
  [null, 'Sales of electric cars rose 12 percent in May.', 'Sales of electric cars fell 8 percent in May.'],
  [null, 'The airline will cut jobs.', 'The airline will lose jobs.'],
  [null, 'The plant employs 300 workers.', 'The plant employs 400 workers.'],
];

describe('another doer', () => {
  it.each(DOERS)('%s: %s | %s', (words, claim, evidence) => expect(otherDoer(pairFor(claim, evidence))?.words ?? null).toBe(words));

  it('is no agreement, however alike the words', () => {
    for (const [, claim, evidence] of DOERS.slice(0, 2)) expect(judge(statementOf(claim, DAY), statementOf(evidence, DAY), 0.95).stance).not.toBe('corroborates');
    expect(judge(statementOf(DOERS[0]![1], DAY), statementOf(DOERS[0]![1], DAY), 1).stance).toBe('corroborates');
  });
});

describe('another kind', () => {
  it.each(KINDS)('%s: %s | %s', (words, claim, evidence) => expect(otherKind(pairFor(claim, evidence))?.words ?? null).toBe(words));
});

describe('statements of unknown days', () => {
  const [CLAIM, EVIDENCE] = ['Vitamins protect patients from the virus.', 'Vitamins do not protect patients from the virus.'];

  it('do not differ where no name ties them', () => {
    expect(judge(statementOf(CLAIM, null), statementOf(EVIDENCE, null), 0.95).stance).not.toBe('conflicts');
  });

  it('may differ once one of them has a day', () => {
    expect(judge(statementOf(CLAIM, DAY), statementOf(EVIDENCE, DAY), 0.95).stance).toBe('conflicts');
  });
});
