// Which view of the library an address names: a hash goes in, a route comes out, and back. Pure. What names no view is the articles.
import type { Filters } from '../../components/library/library-view';

export type Route =
  | { view: 'articles'; query: Filters }
  /** `at`: id of the statement that the reader came for. */
  | { view: 'article'; id: string; at: string | null }
  | { view: 'matters'; text: string }
  | { view: 'matter'; id: string }
  | { view: 'inbox' }
  | { view: 'verdicts' }
  | { view: 'exchange' };

const TEXTS = ['text', 'speaker', 'outlet', 'figure', 'tag'] as const;
const DAYS = ['from', 'to'] as const;

/** Longest value taken from an address, in UTF-16 units; see SearchForm.tsx. */
const LONGEST = 200;

/** '#articles?text=ferry&tag=war' → { view: 'articles', query: { text: 'ferry', tag: 'war' } } */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const values = new URLSearchParams(search);
  const [view, id] = path.split(/\/(.*)/s);
  if (view === 'article' && id) return { view, id: decoded(id), at: values.get('at') };
  if (view === 'matter' && id) return { view, id: decoded(id) };
  if (view === 'matters') return { view, text: (values.get('text') ?? '').slice(0, LONGEST) };
  if (view === 'inbox' || view === 'verdicts' || view === 'exchange') return { view };
  return { view: 'articles', query: filtersIn(values) };
}

/** The hash of a route, with its '#'. */
export function hashOf(route: Route): string {
  if (route.view === 'articles') return withSearch('#articles', new URLSearchParams(Object.entries(route.query)));
  if (route.view === 'article') return withSearch(`#article/${encodeURIComponent(route.id)}`, new URLSearchParams(route.at === null ? {} : { at: route.at }));
  if (route.view === 'matter') return `#matter/${encodeURIComponent(route.id)}`;
  if (route.view === 'matters') return withSearch('#matters', new URLSearchParams(route.text === '' ? {} : { text: route.text }));
  return `#${route.view}`;
}

/** The address of a stored article, at a statement of it where one is named. */
export function articleHref(id: string, at: string | null = null): string {
  return hashOf({ view: 'article', id, at });
}

function filtersIn(values: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of TEXTS) {
    const value = values.get(name)?.slice(0, LONGEST) ?? '';
    if (value !== '') filters[name] = value;
  }
  for (const name of DAYS) {
    const value = values.get(name) ?? '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) filters[name] = value;
  }
  const stance = values.get('stance');
  if (stance === 'corroborates' || stance === 'conflicts') filters.stance = stance;
  return filters;
}

function withSearch(path: string, values: URLSearchParams): string {
  const search = values.toString();
  return search === '' ? path : `${path}?${search}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
