// A budgeted inverted index over stored statements: terms in, at most 64 candidates out. Rarest terms are read first and
// at most 12,000 postings are touched for a statement, so that a larger corpus costs recall rather than time.
import type { Statement, StoredStatement } from '../model';
import type { Candidate } from './corpus-index';
import { conceptsOf } from './concepts';
import { rarity } from './rarity';

/** Only the rarest terms of a statement are indexed: commoner ones add postings but hardly candidates (docs/decisions/0004). */
const INDEXED_TERMS = 12;
/** A concept joins statements without a common word ("struck", "targeting"), but it is common itself. */
const CONCEPT_RARITY = 0.5;
export const MOST_POSTINGS = 12_000;
export const MOST_CANDIDATES = 64;

interface Document {
  id: string;
  article: string;
  /** 1 ÷ sqrt of its summed rarity, so that long statements do not win by length. */
  norm: number;
}

/** What a statement is indexed and looked up by: content stems, canonical names, news concepts, and its figures. */
export function indexTerms(statement: Statement): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { stem } of statement.terms) {
    terms.set(stem, rarity(stem));
    for (const { name } of conceptsOf(stem)) terms.set(`@${name}`, CONCEPT_RARITY);
  }
  for (const { min, max } of statement.quantities) {
    const value = min ?? max;
    if (value !== null && value >= 10) terms.set(`#${value}`, 0.9);
  }
  return terms;
}

export class LexicalIndex {
  private documents: (Document | null)[] = [];
  private readonly postings = new Map<string, number[]>();
  private readonly byArticle = new Map<string, number[]>();
  private live = 0;
  /** Postings read by the last search; what the budget is tested on. */
  touched = 0;

  /** Adds the statements of one article. */
  add(article: string, statements: StoredStatement[]): void {
    const numbers: number[] = [];
    for (const statement of statements) {
      const terms = [...indexTerms(statement)].sort((a, b) => b[1] - a[1]);
      const weight = terms.reduce((sum, [, w]) => sum + w, 0);
      if (weight === 0) continue;
      const number = this.documents.length;
      this.documents.push({ id: statement.id, article, norm: 1 / Math.sqrt(weight) });
      numbers.push(number);
      this.live++;
      for (const [term] of terms.slice(0, INDEXED_TERMS)) {
        const list = this.postings.get(term);
        if (list) list.push(number);
        else this.postings.set(term, [number]);
      }
    }
    this.byArticle.set(article, numbers);
  }

  /** Takes an article's statements out; their postings are passed over from then on. */
  remove(article: string): void {
    for (const number of this.byArticle.get(article) ?? []) {
      if (this.documents[number]) this.live--;
      this.documents[number] = null;
    }
    this.byArticle.delete(article);
  }

  /** Candidates for a statement, best first, never from the article `except`. Scores are BM25-like sums, idf × rarity × length norm. */
  search(statement: Statement, except: string | null): Candidate[] {
    const lists = [...indexTerms(statement)]
      .flatMap(([term, weight]) => {
        const list = this.postings.get(term);
        return list ? [{ list, weight }] : [];
      })
      .sort((a, b) => a.list.length - b.list.length);
    const scores = new Map<number, number>();
    this.touched = 0;
    for (const { list, weight } of lists) {
      const idf = Math.log(1 + (this.live + 1) / (list.length + 0.5)) * weight;
      for (let i = list.length - 1; i >= 0 && this.touched < MOST_POSTINGS; i--, this.touched++) {
        scores.set(list[i]!, (scores.get(list[i]!) ?? 0) + idf);
      }
    }
    const candidates: Candidate[] = [];
    for (const [number, score] of scores) {
      const document = this.documents[number];
      if (document && document.article !== except) candidates.push({ id: document.id, score: score * document.norm });
    }
    return candidates.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, MOST_CANDIDATES);
  }
}
