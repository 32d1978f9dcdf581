// The index finds by telling terms, never from the article itself, and never reads more than its budget.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { MOST_POSTINGS, MOST_RESCORED } from '../../lib/match/finding/lexical-index';
import { StatementIndex } from '../../lib/match/finding/statement-index';
import type { StoredStatement } from '../../lib/model';

const stored = (article: string, ...texts: string[]): StoredStatement[] => texts.map((text, i) => ({ ...statementOf(text, null), id: `${article}.0.${i}`, article }));

describe('finding by words', () => {
  const index = new StatementIndex(null);
  index.add('a', stored('a', 'A ferry sank off Lesbos and 40 migrants drowned.', 'The harbour at Mytilene was closed.'), null);
  index.add('b', stored('b', 'Forty migrants died when a ferry went down near Lesbos.'), null);
  const query = statementOf('Migrants drowned when a ferry sank near Lesbos.', null);

  it('finds what speaks of the same things, best first', () => {
    expect(index.search(query, null).map(({ id }) => id)).toEqual(['a.0.0', 'b.0.0']);
  });
  it('never finds the article itself', () => expect(index.search(query, 'a').map(({ id }) => id)).toEqual(['b.0.0']));
  it('forgets what is removed', () => {
    const fresh = new StatementIndex(null);
    fresh.add('a', stored('a', 'A ferry sank off Lesbos.'), null);
    fresh.remove('a');
    expect(fresh.search(query, null)).toEqual([]);
  });
  it('looks a word up again when something has come, was merged or was sealed since it was last asked for', () => {
    const fresh = new StatementIndex(null);
    fresh.add('a', stored('a', 'Rain fell.'), null);
    expect(fresh.search(query, null)).toEqual([]);
    fresh.add('b', stored('b', 'A ferry sank off Lesbos.'), null);
    expect(fresh.search(query, null).map(({ id }) => id)).toEqual(['b.0.0']);
    for (let i = 0; i < 9; i++) {
      fresh.seal();
      fresh.add(`c${i}`, stored(`c${i}`, 'A ferry sank off Lesbos.', 'The sea was calm.'), null);
      expect(fresh.search(query, null)).toHaveLength(i + 2);
    }
    fresh.remove('b');
    fresh.seal();
    while (fresh.step());
    expect(fresh.search(query, null).map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, i) => `c${i}.0.0`));
  });
  it('joins wordings by news concept', () => {
    const fresh = new StatementIndex(null);
    fresh.add('a', stored('a', 'Shells hit a clinic.', 'Rain fell.'), null);
    expect(fresh.search(statementOf('They bombed it again.', null), null).map(({ id }) => id)).toEqual(['a.0.0']);
  });
  it('reads the words that a tag or a handle runs together', () => {
    const fresh = new StatementIndex(null);
    fresh.add('a', stored('a', 'Hurricane Dorian nears Florida.', 'Snoop Dogg cancels a concert.', 'Rain fell.'), null);
    expect(fresh.search(statementOf('Stay safe! #HurricaneDorian', null), null).map(({ id }) => id)).toEqual(['a.0.0']);
    expect(fresh.search(statementOf('Jail for @SnoopDogg', null), null).map(({ id }) => id)).toEqual(['a.0.1']);
  });
  it('puts the one added first before its equals, whatever their ids', () => {
    const fresh = new StatementIndex(null);
    fresh.add('z', stored('z', 'A ferry sank off Lesbos.'), null);
    fresh.add('a', stored('a', 'A ferry sank off Lesbos.'), null);
    expect(fresh.search(query, null).map(({ id }) => id)).toEqual(['z.0.0', 'a.0.0']);
  });
  it('stays within its budget of postings and candidates', () => {
    const large = new StatementIndex(null);
    const trips = stored('x', ...Array.from({ length: 50 }, (_, n) => `Ferry ${n} left Lesbos harbour with migrants aboard on a trip to Chios.`));
    for (let i = 0; i < 300; i++) large.add(`x${i}`, trips.map((trip, n) => ({ ...trip, id: `x${i}.0.${n}`, article: `x${i}` })), null);
    expect(large.search(query, null)).toHaveLength(MOST_RESCORED);
    expect(large.lastSearch.touched).toBeLessThanOrEqual(MOST_POSTINGS);
    expect(large.lastSearch.touched).toBeGreaterThan(100);
  });
});
