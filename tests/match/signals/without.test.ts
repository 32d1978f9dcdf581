// "Without": where it states the lack that the other side tells by a word for failing or losing, nothing stands for a conflict; else
// something may. Pairs as data (cases.json), in both orders, with one likeness.
import { expect, it } from 'vitest';
import { statementOf } from '../../../lib/claims/extract';
import { inputsOf } from '../../../lib/match/inputs';
import { judge, pairOf } from '../../../lib/match/judge';
import { witnessesOf } from '../../../lib/match/witnesses';
import cases from './cases.json' with { type: 'json' };

const DAY = '2023-01-04';
/** Of two sentences on one matter in much the same words. */
const COSINE = 0.85;

it.each(cases.without.map((each) => [each.conflicts ? 'speaks' : 'stays silent', each.why, each] as const))('%s: %s', (_, __, { conflicts, claim, evidence }) => {
  for (const [s, e] of [[claim, evidence], [evidence, claim]] as const) {
    const pair = pairOf(statementOf(s, DAY), statementOf(e, DAY), COSINE);
    const words = witnessesOf(pair, inputsOf(pair), 'conflicts').map(({ reason }) => reason.words);
    if (conflicts) expect(words.join()).toMatch(/without/);
    else expect([words, judge(pair.claim, pair.evidence, COSINE).stance === 'conflicts']).toEqual([[], false]);
  }
});
