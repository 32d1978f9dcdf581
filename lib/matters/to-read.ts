// Links → the statements that grouping has to read: those of pairs of which it asks whether they share what is rare. Bounded: a large
// library's surest pairs come first, and the rest is grouped without. Knows no library.
import type { Link } from '../model';
import { articleOf, asksForRare, surestFirst } from './groups';

/** Ids of statements by their article, of at most `most` articles. */
export function statementsToRead(links: readonly Link[], most: number): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { a, b } of surestFirst(links.filter(asksForRare))) {
    const articles = [articleOf(a), articleOf(b)] as const;
    const more = new Set(articles.filter((article) => !wanted.has(article))).size;
    if (wanted.size + more > most) continue;
    [a, b].forEach((id, side) => wanted.set(articles[side]!, (wanted.get(articles[side]!) ?? new Set()).add(id)));
  }
  return wanted;
}
