// An index that was kept and loaded again finds what it found; what it lacks, or has of older versions, can be told from it.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../lib/claims/extract';
import { StatementIndex } from '../../../lib/match/finding/statement-index';
import type { StoredStatement } from '../../../lib/model';

const PLACES = ['Lesbos', 'Chios', 'Samos', 'Kos', 'Rhodes', 'Crete', 'Naxos'];
const read = PLACES.map((place, at) => statementOf(`Ferry ${at + 11} sank off ${place} and ${at + 31} migrants drowned.`, null));
const articleOf = (id: string): StoredStatement[] => Array.from({ length: 60 }, (_, i) => ({ ...read[(i + id.length) % read.length]!, id: `${id}.${i}.0`, article: id }));
const vectors = (seed: number): Int8Array => Int8Array.from({ length: 60 * 128 }, (_, i) => ((i * 31 + seed * 17) % 251) - 125);
const IDS = Array.from({ length: 40 }, (_, at) => `${'x'.repeat(at % 3)}${at}`);

function filled(): StatementIndex {
  const index = new StatementIndex(null);
  IDS.forEach((id, at) => index.add(id, articleOf(id), at % 2 === 0 ? vectors(at) : null, at));
  return index;
}

function reloaded(index: StatementIndex): StatementIndex {
  const again = new StatementIndex(null);
  for (const { key, words, vectors: of } of index.kept()) expect(again.load(key, words.slice(0), of())).toBe(true);
  return again;
}

it.each(['samo', 'ferri', 'drown', 'mig', 'mi', 'l', 'nothing'])('tells the articles that have a word beginning with %s: those of its statements', (word) => {
  const index = filled();
  for (const id of IDS.slice(3, 20)) index.remove(id);
  index.add(IDS[30]!, articleOf(IDS[30]!).slice(0, 2), null);
  expect([...index.articlesWithWord(word)].sort()).toEqual([...new Set([...index.withWord(word)].map((id) => id.slice(0, id.indexOf('.'))))].sort());
});

describe('an index that is kept', () => {
  const query = statementOf('Migrants drowned when a ferry sank near Samos.', null);
  const index = filled();
  const again = reloaded(index);
  const missing = IDS.filter((id) => again.versionOf(id) === null);

  it('lacks only the articles added last, and knows the others by their versions', () => {
    expect(missing.length).toBeLessThanOrEqual(1024 / 60);
    expect(missing).toEqual(IDS.slice(-missing.length));
    for (const [at, id] of IDS.entries()) if (!missing.includes(id)) expect(again.versionOf(id)).toBe(at);
    expect([...again.articles()].sort()).toEqual(IDS.filter((id) => !missing.includes(id)).sort());
  });

  it('finds the same by words and by meaning once these are added', () => {
    for (const id of missing) again.add(id, articleOf(id), IDS.indexOf(id) % 2 === 0 ? vectors(IDS.indexOf(id)) : null, IDS.indexOf(id));
    const vector = vectors(6).subarray(0, 128);
    expect(again.search(query, 'x1', vector)).toEqual(index.search(query, 'x1', vector));
    expect(again.search(query, null)).toEqual(index.search(query, null));
    expect(again.search(query, null, vector).some(({ cosine }) => cosine !== null)).toBe(true);
    expect(again.withWord('samo')).toEqual(index.withWord('samo'));
  });

  it('has keys and changes that tell what is to be written', () => {
    const before = index.kept();
    expect(new Set(before.map(({ key }) => key)).size).toBe(before.length);
    const [first] = before;
    index.encoded(IDS[1]!, vectors(1));
    const after = index.kept();
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(after[0]!.words).toBe(first!.words);
    expect(after[0]!.vectorChanges).toBeGreaterThan(first!.vectorChanges);
    expect(after.slice(1).map(({ vectorChanges }) => vectorChanges)).toEqual(before.slice(1).map(({ vectorChanges }) => vectorChanges));
    expect(after[0]!.vectors()!.subarray(60 * 128, 120 * 128)).toEqual(vectors(1));
  });

  it('takes nothing that is cut off, and no vectors of another count', () => {
    const { key, words, vectors: of } = index.kept()[0]!;
    const other = new StatementIndex(null);
    expect(other.load(key, words.slice(0, -8), of())).toBe(false);
    expect([...other.articles()]).toEqual([]);
    expect(other.load(key, words, of()!.subarray(128))).toBe(true);
    expect(other.search(query, null, vectors(6).subarray(0, 128)).every(({ cosine }) => cosine === null)).toBe(true);
  });
});
