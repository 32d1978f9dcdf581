// Matters, ledgers and speakers over a fixture library, against expected values as data: what belongs together, what must not, and a
// library that has no matter at all.
import { describe, expect, it } from 'vitest';
import { matterOf, mattersOf, rowOf } from '../../lib/matters';
import { groupsOf } from '../../lib/matters/groups';
import articles from './articles.json' with { type: 'json' };
import expected from './expected.json' with { type: 'json' };
import { FixtureLibrary } from './library';

const library = await FixtureLibrary.of(articles);
const matters = mattersOf(library.said, library.links);
const speakersOf = ({ speakers }: (typeof matters)[number]) => Object.fromEntries(speakers.map(({ speaker, statements }) => [speaker ?? '', [...statements].sort()]));

describe('matters of a library', () => {
  it('are those expected, largest first', () => {
    const found = matters.map((matter) => ({
      articles: matter.articles,
      conflicts: matter.conflicts,
      statements: matter.said.map(({ statement }) => statement.id).sort(),
      ledger: matter.ledger,
      speakers: speakersOf(matter),
    }));
    expect(found).toEqual(expected.matters);
  });

  it('leave alone what nobody else speaks of', () => {
    for (const id of expected.inNoMatter) {
      expect(library.textOf(id)).not.toBe('');
      expect(matters.some(({ said }) => said.some(({ statement }) => statement.id === id))).toBe(false);
    }
  });

  it('never put two events together', () => {
    for (const pair of expected.neverTogether) {
      expect(matters.filter(({ said }) => pair.every((id) => said.some(({ statement }) => statement.id === id)))).toEqual([]);
    }
  });

  it('are none where nothing is linked, and none where nothing is stored', () => {
    expect(mattersOf(library.said, [])).toEqual([]);
    expect(mattersOf([], library.links)).toEqual([]);
  });

  it('have nobody’s statements last, and the day and the words of each in order', () => {
    for (const { speakers, said } of matters) {
      expect(speakers.map(({ speaker }) => speaker).indexOf(null)).toBe(speakers.length - 1);
      const days = said.map(({ source }) => source.published!);
      expect([...days].sort()).toEqual(days);
    }
  });

  it('are listed with the words of the statement that most are linked with', () => {
    const group = groupsOf(library.links)[0]!;
    const title = library.said.find(({ statement }) => statement.id === group.title)!;
    expect(rowOf(group, title)).toEqual({ id: group.id, title: title.statement.text, statements: group.statements.length, articles: group.articles, conflicts: group.conflicts });
    const count = (id: string) => group.links.filter(({ a, b }) => a === id || b === id).length;
    expect(Math.max(...group.statements.map(count))).toBe(count(group.title));
  });

  it('leave out a statement that has gone meanwhile, with its links and figures', () => {
    const group = groupsOf(library.links)[0]!;
    const left = matterOf(group, library.said.filter(({ statement }) => statement.id !== 'herald-1.1.0'));
    expect(left.said.some(({ statement }) => statement.id === 'herald-1.1.0')).toBe(false);
    expect(left.links.some(({ a, b }) => a === 'herald-1.1.0' || b === 'herald-1.1.0')).toBe(false);
    expect(left.ledger[0]!.entries.map(({ min }) => min)).not.toContain(400);
  });
});
