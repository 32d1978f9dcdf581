// A budgeted inverted index over stored statements: terms in, at most 64 statements out, ranked by BM25. Rarest terms are read
// first and at most 12,000 postings are touched for a statement, so that a larger corpus costs recall rather than time.
import type { Statement, StoredStatement } from '../../model';
import { indexTerms, isOnTop } from './index-terms';

/** BM25 (Robertson and Zaragoza 2009): how soon more of the same word stops counting, and how far a long statement is held back. */
const K1 = 1.2;
const B = 0.5;
/** Names, concepts and figures are counted beside the words they stand in, so for half. */
const ON_TOP = 0.5;
export const MOST_POSTINGS = 12_000;
export const MOST_CANDIDATES = 64;

/** Letters that must be there for the beginning of a word to be looked for. */
const LEAST_BEGINNING = 3;

/** A statement found, with its score. */
export interface Ranked {
  id: string;
  score: number;
}

interface Document {
  id: string;
  article: string;
  /** Its words without function words. */
  length: number;
}

/** Document numbers that hold a term, in order of arrival, and how often. */
interface Postings {
  documents: number[];
  counts: number[];
}

export class LexicalIndex {
  private documents: (Document | null)[] = [];
  private readonly postings = new Map<string, Postings>();
  private readonly byArticle = new Map<string, number[]>();
  private live = 0;
  private length = 0;
  /** Postings read by the last search; what the budget is tested on. */
  touched = 0;

  /** Adds the statements of one article. */
  add(article: string, statements: StoredStatement[]): void {
    const numbers: number[] = [];
    for (const statement of statements) {
      const terms = indexTerms(statement);
      if (terms.size === 0) continue;
      const number = this.documents.length;
      let length = 0;
      for (const [term, count] of terms) {
        if (!isOnTop(term)) length += count;
        const list = this.postings.get(term);
        if (list) {
          list.documents.push(number);
          list.counts.push(count);
        } else this.postings.set(term, { documents: [number], counts: [count] });
      }
      this.documents.push({ id: statement.id, article, length });
      numbers.push(number);
      this.live++;
      this.length += length;
    }
    this.byArticle.set(article, numbers);
  }

  /** Takes an article's statements out; their postings are passed over from then on. */
  remove(article: string): void {
    for (const number of this.byArticle.get(article) ?? []) {
      const document = this.documents[number];
      if (document) {
        this.live--;
        this.length -= document.length;
      }
      this.documents[number] = null;
    }
    this.byArticle.delete(article);
  }

  /** Ids of the statements with a word of this stem, or one that begins with it: for a reader's search, which says no more than that. */
  withWord(stem: string): Set<string> {
    const ids = new Set<string>();
    for (const [term, { documents }] of this.postings) {
      if (term !== stem && !(stem.length >= LEAST_BEGINNING && term.startsWith(stem))) continue;
      for (const number of documents) {
        const document = this.documents[number];
        if (document) ids.add(document.id);
      }
    }
    return ids;
  }

  /** Statements that share terms with one, best first, of equals the one added first; never from the article `except`. */
  search(statement: Statement, except: string | null): Ranked[] {
    const lists = [...indexTerms(statement).keys()]
      .flatMap((term) => {
        const list = this.postings.get(term);
        return list ? [{ list, share: isOnTop(term) ? ON_TOP : 1 }] : [];
      })
      .sort((a, b) => a.list.documents.length - b.list.documents.length);
    const scores = new Map<number, number>();
    const mean = this.length / Math.max(this.live, 1) || 1;
    this.touched = 0;
    for (const { list, share } of lists) {
      const { documents, counts } = list;
      // A list may still count what was removed: never more than all, so that the logarithm stays above 0.
      const idf = Math.log(1 + Math.max(this.live - documents.length + 0.5, 0.5) / (documents.length + 0.5)) * share;
      for (let i = documents.length - 1; i >= 0 && this.touched < MOST_POSTINGS; i--, this.touched++) {
        const document = this.documents[documents[i]!];
        if (!document || document.article === except) continue;
        const count = counts[i]!;
        const part = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * document.length) / mean));
        scores.set(documents[i]!, (scores.get(documents[i]!) ?? 0) + part);
      }
    }
    const ranked = Array.from(scores, ([number, score]) => ({ number, score })).sort((a, b) => b.score - a.score || a.number - b.number);
    return ranked.slice(0, MOST_CANDIDATES).map(({ number, score }) => ({ id: this.documents[number]!.id, score }));
  }
}
