// Two strikes told in the same words, in other towns on other days; and a toll that rises from day to day. Expected values as data.
import { expect, it } from 'vitest';
import { mattersOf } from '../../lib/matters';
import events from './events.json' with { type: 'json' };
import expected from './events-expected.json' with { type: 'json' };
import { FixtureLibrary } from './library';

const library = await FixtureLibrary.of(events);
const matters = mattersOf(library.said, library.links);

it('keeps two events of the same words apart, and one rising count together, its figures in the order of their days', () => {
  const found = matters.map(({ said, conflicts, ledger }) => ({
    articles: [...new Set(said.map(({ source }) => source.id))].sort(),
    conflicts,
    ledger: ledger.map(({ of, entries }) => ({ of, entries: entries.map(({ day, min, max, speaker }) => ({ day, min, max, speaker })) })),
  }));
  expect(found.sort((a, b) => (a.articles[0]! < b.articles[0]! ? -1 : 1))).toEqual(expected);
});
