// The lines of the list: rows known page by page, with removed articles in their places.
import { describe, expect, it } from 'vitest';
import { listingOf, PAGE, pagesOf, stillGone } from '../../entrypoints/library/listing';
import type { Known } from '../../entrypoints/library/listing';
import type { ArticleRow } from '../../lib/messages';

const row = (id: string): ArticleRow => ({ id, title: id, outlet: null, published: null, url: null, file: null, retrieved: '', statements: 0, tags: [], note: '', hit: null });
const known = (ids: string[], gone: [number, string][] = [], total = ids.length): Known => ({
  total,
  rows: new Map(ids.map((id, at) => [at, row(id)])),
  gone: gone.map(([at, id]) => ({ at, row: row(id) })),
});
const lines = (of: Known) => {
  const listing = listingOf(of, new Map(of.gone.map(({ row: { id } }) => [id, 'removed'])), false);
  return Array.from({ length: listing.lines }, (_, at) => listing.line(at)).map((line) => line && `${line.row.id}${line.state === 'stored' ? '' : ' gone'}`);
};

describe('the lines', () => {
  it.each([
    { what: 'stored ones', of: known(['a', 'b']), drawn: ['a', 'b'] },
    { what: 'one removed at the start', of: known(['b', 'c'], [[0, 'a']]), drawn: ['a gone', 'b', 'c'] },
    { what: 'two removed beside each other', of: known(['a', 'd'], [[1, 'b'], [2, 'c']]), drawn: ['a', 'b gone', 'c gone', 'd'] },
    { what: 'the last removed', of: known(['a'], [[1, 'b']]), drawn: ['a', 'b gone'] },
    { what: 'all removed', of: known([], [[0, 'a'], [1, 'b']]), drawn: ['a gone', 'b gone'] },
    { what: 'some not known yet', of: known(['a'], [], 3), drawn: ['a', null, null] },
  ])('$what', ({ of, drawn }) => expect(lines(of)).toEqual(drawn));

  it('count what is stored, without what was removed', () => {
    expect(listingOf(known(['a'], [[1, 'b']]), new Map(), true)).toMatchObject({ lines: 2, stored: 1, busy: true });
  });
});

it('asks for the pages that lines in sight stand on, and none beyond the end', () => {
  const many = { ...known([], [], 10_000) };
  expect(pagesOf(many, 0, 10)).toEqual([0]);
  expect(pagesOf(many, PAGE - 1, PAGE + 1)).toEqual([0, 1]);
  expect(pagesOf(many, 9_990, 10_020)).toEqual([Math.floor(9_999 / PAGE)]);
  expect(pagesOf({ ...many, gone: [{ at: 3, row: row('x') }] }, PAGE, PAGE + 1)).toEqual([0]);
});

it('no longer keeps the place of an article that is stored again', () => {
  const gone = [
    { at: 4, row: row('b') },
    { at: 1, row: row('a') },
  ];
  expect(stillGone(gone, [row('b')]).map(({ row: { id } }) => id)).toEqual(['a']);
  expect(stillGone(gone, []).map(({ at }) => at)).toEqual([1, 4]);
});
