// What finds stored claims by the words of a sentence: ours and its peers behind one door, so that the same stage measures all.
import type { StoredStatement } from '../../../lib/model';
import type { Query } from '../corpus/queries';

/** Work done for the last sentence, where a finder counts it. */
export interface Counters {
  /** Postings read. */
  touched: number;
  /** Candidates whose score was made exact, or that were handed on. */
  rescored: number;
}

export interface Finder {
  readonly name: string;
  /** Takes the claims of one article. */
  add(article: string, statements: StoredStatement[]): void;
  /** Called once after the last article. */
  ready(): void;
  /** Numbers of the claims found for a sentence, best first. */
  find(query: Query): number[];
  counters?(): Counters;
}

/** How many found claims count. */
export const DEPTH = 20;
