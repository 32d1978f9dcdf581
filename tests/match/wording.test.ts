import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { pairOf } from '../../lib/match/judge';
import { wordingOf } from '../../lib/match/wording/wording';
import cases from './wording-cases.json' with { type: 'json' };

const of = (s: string, e: string): Record<string, number> => wordingOf(pairOf(statementOf(s, null), statementOf(e, null), 0.7));

describe('inputs from the wording', () => {
  for (const { input, when, s, e, speaks } of cases) {
    it(`${input} ${speaks ? 'speaks' : 'stays silent'} ${when}`, () => {
      const value = of(s, e)[input]!;
      if (speaks) expect(value).toBeGreaterThan(0);
      else expect(value).toBe(0);
    });
  }

  it('finds the claim in one clause of a long sentence, and less of it where clauses share it out', () => {
    const claim = 'Firefighters rescued a hermit crab in Lisbon.';
    const whole = of(claim, 'The mayor praised the harbour, where firefighters rescued a hermit crab in Lisbon, and thanked the sponsors.')['clause']!;
    const split = of(claim, 'Firefighters praised the harbour, where divers rescued a whale, and a hermit crab arrived, while Lisbon slept.')['clause']!;
    expect(whole).toBeGreaterThan(0.9);
    expect(split).toBeLessThan(0.6);
  });

  it('tells the same words in another order apart', () => {
    const claim = 'Norway overtook Denmark with tulip exports.';
    expect(of(claim, 'Norway overtook Denmark with tulip exports again.')['order']).toBe(1);
    expect(of(claim, 'Tulip exports: Denmark overtook Norway.')['order']).toBeLessThan(0.6);
  });

  it('keeps every input between 0 and 1, also on empty and endless sentences', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ');
    for (const [s, e] of [['', ''], ['?', long], [long, long]] as const) for (const value of Object.values(of(s, e))) expect(value >= 0 && value <= 1).toBe(true);
  });
});
