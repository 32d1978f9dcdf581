// Which lines the list of articles has: what the engine answered, page by page, with removed articles kept in their places, to be
// brought back. Pure.
import type { Listing, RowLine } from '../../components/library/library-view';
import type { ArticleRow } from '../../lib/messages';

/** Lines asked for at once: a screenful and some more. Each is one more article to be read from disk before anything is shown. */
export const PAGE = 20;

/** A removed article and the place of its line. */
export interface Gone {
  at: number;
  row: ArticleRow;
}

/** What is known: rows by their place in the engine's answer, how many there are, and what was removed out of them. */
export interface Known {
  total: number;
  rows: ReadonlyMap<number, ArticleRow>;
  gone: readonly Gone[];
}

/** The places in the engine's answer that lines `[first, last)` show, as pages of PAGE. */
export function pagesOf(known: Known, first: number, last: number): number[] {
  const pages = new Set<number>();
  for (let line = first; line < last; line += 1) {
    const at = placeOf(known, line);
    if (typeof at === 'number' && at < known.total) pages.add(Math.floor(at / PAGE));
  }
  return [...pages].sort((a, b) => a - b);
}

/** Where a line stands in the engine's answer, or the removed article that keeps it. */
function placeOf({ gone }: Known, line: number): number | Gone {
  const here = gone.find(({ at }) => at === line);
  return here ?? line - gone.filter(({ at }) => at < line).length;
}

/** The lines to draw; `states` are of those on which something is under way, by id. */
export function listingOf(known: Known, states: ReadonlyMap<string, RowLine['state']>, busy: boolean): Listing {
  return {
    lines: known.total + known.gone.length,
    stored: known.total,
    busy,
    line: (line) => {
      const place = placeOf(known, line);
      const row = typeof place === 'number' ? known.rows.get(place) : place.row;
      return row ? { row, state: states.get(row.id) ?? 'stored' } : null;
    },
  };
}

/** Removed articles in the order of their places; one that is stored again has none. */
export function stillGone(gone: Iterable<Gone>, rows: Iterable<ArticleRow>): Gone[] {
  const stored = new Set([...rows].map(({ id }) => id));
  return [...gone].filter(({ row }) => !stored.has(row.id)).sort((a, b) => a.at - b.at);
}
