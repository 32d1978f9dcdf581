// What states something checkable, and what is a label, a question or an invitation; and what is worth checking first. Cases as data.
import { expect, it } from 'vitest';
import { extract } from '../../lib/claims/extract';
import { CHECK_WORTHY, worthOfText } from '../../lib/claims/worth';
import { eachFeature } from '../../lib/claims/worth-features';
import { tokenise } from '../../lib/text/tokens';
import type { BlockKind } from '../../lib/model';

const CASES: [boolean, BlockKind, string][] = [
  [true, 'paragraph', 'The bridge over the Neva fell on Monday.'],
  [true, 'paragraph', 'He voted against it twice and it passed.'],
  [true, 'title', 'Russia bombs school in Zaporizhzhia'],
  [true, 'heading', 'Putin orders mobilisation of Russian reservists'],
  [false, 'title', 'Ukraine war: Aid, blackouts and a nuclear plant under fire'],
  [false, 'heading', 'The week in pictures'],
  [false, 'paragraph', 'Did the bridge over the Neva fall on Monday?'],
  [false, 'paragraph', 'Read more about the bridge over the Neva here.'],
  [false, 'paragraph', 'By Ingrid Solberg in Oslo'],
];

it.each(CASES)('%s for a %s: %s', (worthy, kind, text) => {
  const { statements } = extract({ url: null, title: '', outlet: null, author: null, published: null, language: 'en', blocks: [{ kind, text }] });
  expect(statements).toHaveLength(worthy ? 1 : 0);
});

const WORTH: [string, string][] = [
  ['Unemployment fell by 3 percent last year.', 'I hope we can do better than that.'],
  ['He voted against the bill in 1998.', 'Thank you very much, ladies and gentlemen.'],
  ['We lost 200,000 jobs in two years.', 'We should all work together.'],
];
it.each(WORTH)('ranks %j above %j', (higher, lower) => {
  expect(worthOfText(higher)).toBeGreaterThanOrEqual(CHECK_WORTHY);
  expect(worthOfText(lower)).toBeLessThan(CHECK_WORTHY);
});

it.each(['', 'no', '1 2 3 4 5', 'Die Brücke wurde am Montag geschlossen.', 'word '.repeat(10_000)])('gives a score between 0 and 1 for any text', (text) => {
  const worth = worthOfText(text);
  expect(worth).toBeGreaterThanOrEqual(0);
  expect(worth).toBeLessThanOrEqual(1);
});

it('tells each feature of a sentence once, and anew for the next', () => {
  const features = (text: string): string[] => {
    const told: string[] = [];
    eachFeature(text, tokenise(text), ({ name }) => told.push(name));
    return told;
  };
  const twice = features('Taxes rose by 3% in 1998, taxes rose by 3% in 1999.');
  expect(twice).toHaveLength(new Set(twice).size);
  expect(twice).toEqual(expect.arrayContaining(['=taxes', '=rose', '=#', 'year', 'percent']));
  expect(features('Taxes rose by 3% in 1998, taxes rose by 3% in 1999.')).toEqual(twice);
});
