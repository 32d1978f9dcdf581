// Affirmed or negated, and how it is put. Cases as data.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';

const POLARITY: [string, 'affirmed' | 'negated'][] = [
  ['The army crossed the river.', 'affirmed'],
  ['The army did not cross the river.', 'negated'],
  ['The army no longer holds the river.', 'negated'],
  ['The army failed to cross the river.', 'negated'],
  ['The ministry denied that the army crossed the river.', 'negated'],
  ['The army refused not to cross the river.', 'affirmed'],
  ['Not only the army crossed the river.', 'affirmed'],
  ['The houses have neither power nor heating.', 'negated'],
  ['The houses have neither power nor heating, nor do they have water.', 'negated'],
  ['No fewer than 300 men crossed the river.', 'affirmed'],
];
const MODALITY: [string, string][] = [
  ['The army crossed the river.', 'asserted'],
  ['The army plans to cross the river.', 'planned'],
  ['The army will cross the river.', 'future'],
  ['The army may cross the river.', 'possible'],
  ['The army must cross the river.', 'necessary'],
  ['Veterans urged the army to cross the river.', 'called-for'],
  ['If the army crosses the river, the town falls.', 'conditional'],
  ['Did the army cross the river?', 'question'],
  ['The army is in need of boats for the river.', 'asserted'],
];

describe('polarity and modality', () => {
  it.each(POLARITY)('%s → %s', (text, polarity) => expect(statementOf(text, null).polarity).toBe(polarity));
  it.each(MODALITY)('%s → %s', (text, modality) => expect(statementOf(text, null).modality).toBe(modality));
});
