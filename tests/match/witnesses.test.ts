// The witnesses that stand behind the likelihoods: what may be named as the reason, and what may not. Pairs as data.
import { expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import fc from 'fast-check';
import { combine, combinerInWordings, inWordings, type Weights } from '../../lib/match/combine';
import fitted from '../../lib/match/combiner.json' with { type: 'json' };
import { inputsOf } from '../../lib/match/inputs';
import { pairOf } from '../../lib/match/judge';
import { witnessesOf } from '../../lib/match/witnesses';

/** The words of every witness for the stance. */
function wordsFor(stance: 'conflicts' | 'corroborates', claim: string, evidence: string): string[] {
  const pair = pairOf(statementOf(claim, '2022-09-21'), statementOf(evidence, '2022-09-21'), 0.85);
  return witnessesOf(pair, inputsOf(pair), stance).map(({ reason }) => reason!.words);
}

it('names the verb that one side negates', () => {
  expect(wordsFor('conflicts', 'Putin ordered a general mobilisation.', 'Putin did not order a general mobilisation on Wednesday.').join()).toContain('not order');
});

it('is silent where what is negated is another than what the other side says', () => {
  expect(wordsFor('conflicts', 'Putin ordered a partial mobilisation of the armed forces.', 'Putin did not order a general mobilisation on Wednesday.')).not.toContainEqual(expect.stringContaining('“ordered” here'));
});

it('takes “neither … nor” for one negation', () => {
  expect(wordsFor('conflicts', 'Homes in Kherson have neither power nor heating.', 'People in Kherson have no heating or power.').join()).not.toContain('heating');
  expect(wordsFor('conflicts', 'Homes in Kherson have neither power nor heating.', 'People in Kherson have heating and power again.')).toContain('“neither power” here, “power” there');
});

it('reads no word of a title as what happened', () => {
  expect(wordsFor('conflicts', 'The president kept silent about the New Year’s Eve strike.', 'The president has not spoken about the New Year’s Eve strike.').join()).not.toContain('“New”');
});

it('names no modal verb as what both say', () => {
  expect(wordsFor('corroborates', 'The shipping company will leave Odesa in May.', 'The frigate’s captain said the navy will leave Odesa.').join()).not.toContain('“will”');
});

it('weighs an input by how much of the wording the two share', () => {
  expect(inWordings({ match: 0.9, cosine: 1 })).toMatchObject({ 'like': 1, 'cosine like': 1, 'cosine other': 0 });
  expect(inWordings({ match: 0.1, cosine: 1 })).toMatchObject({ 'like': 0, 'cosine like': 0, 'cosine other': 1 });
  expect(inWordings({ match: 0.5, cosine: 1 })['cosine like']).toBeCloseTo(0.5);
  const weights = { corroborates: { bias: 0, inputs: { 'cosine like': 5 } }, related: { bias: 0, inputs: {} } };
  expect(combine(inWordings({ match: 0.9, cosine: 1 }), weights).corroborates).toBeGreaterThan(combine(inWordings({ match: 0.1, cosine: 1 }), weights).corroborates);
});

it('weighs the inputs twice to the last digit as if they had been written out', () => {
  const weights = fitted.weights as unknown as Partial<Weights>;
  const oddsOf = combinerInWordings(weights);
  const names = [...new Set(Object.values(weights).flatMap(({ inputs }) => Object.keys(inputs).map((name) => name.replace(/ (?:like|other)$/, ''))))];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true })), (inputs) => {
      expect(oddsOf(inputs)).toEqual(combine(inWordings(inputs), weights));
    }),
  );
});
