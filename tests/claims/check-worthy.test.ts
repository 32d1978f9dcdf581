// What states something checkable, and what is a label, a question or an invitation. Cases as data.
import { expect, it } from 'vitest';
import { extract } from '../../lib/claims/extract';
import type { BlockKind } from '../../lib/model';

const CASES: [boolean, BlockKind, string][] = [
  [true, 'paragraph', 'The bridge over the Neva fell on Monday.'],
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
