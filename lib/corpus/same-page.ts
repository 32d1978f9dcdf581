// A page does not back itself: which stored articles are stretches of a page that the reader saved as statements of their own, and an
// index without those of one page. Addresses and ids come in; knows no database and no text.
import type { CorpusIndex } from '../match/finding/corpus-index';
import { isSelection } from '../selection-address';
import { idOfUrl } from './identity';

/** The stretches among the stored articles, and the pages they are of. */
export class Stretches {
  private readonly urls = new Map<string, string>();
  private readonly pages = new Map<string, string>();

  /** Takes a stored article in; one that is no stretch is none of ours. */
  add(id: string, url: string | null): void {
    if (url !== null && isSelection(url)) this.urls.set(id, url);
  }

  /** This article is gone, or comes again. */
  remove(id: string): void {
    this.urls.delete(id);
    this.pages.delete(id);
  }

  /** Is this stored article a stretch? */
  has(id: string): boolean {
    return this.urls.has(id);
  }

  /** By each stretch's id the id that its page's own article has, or would have were it stored. */
  async byPage(): Promise<ReadonlyMap<string, string>> {
    for (const [id, url] of this.urls) {
      if (this.pages.has(id)) continue;
      const page = await idOfUrl(url);
      if (this.urls.get(id) === url) this.pages.set(id, page);
    }
    return this.pages;
  }

  /** Whatever may be stored of the page at `url`: its stretches and its own article; nothing for what has no address. */
  async ofPage(url: string | null): Promise<ReadonlySet<string>> {
    if (url === null || (this.urls.size === 0 && !isSelection(url))) return new Set();
    const page = await idOfUrl(url);
    return new Set([page, ...[...(await this.byPage())].flatMap(([id, of]) => (of === page ? [id] : []))]);
  }
}

/** The index as if these articles were not in it. */
export function without(index: CorpusIndex, own: ReadonlySet<string>): CorpusIndex {
  if (own.size === 0) return index;
  const isOwn = (statement: string): boolean => own.has(statement.slice(0, statement.indexOf('.')));
  return {
    // `articles` tells one from none by what leaving it out takes away.
    articles: (except) => index.articles(except) - [...own].filter((id) => id !== except && index.articles(id) < index.articles(null)).length,
    encode: (text) => index.encode(text),
    lookAhead: (vectors, except) => index.lookAhead(vectors, except),
    search: (statement, except, vector) => index.search(statement, except, vector).filter(({ id }) => !isOwn(id)),
    texts: (ids) => index.texts(ids),
  };
}
