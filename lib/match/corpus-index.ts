// What matching needs of a corpus: an interface that match defines and corpus, the command line and the tests fulfil.
import type { Source, Statement, StoredStatement } from '../model';

/** A stored statement that may speak of the same matter. `score` is only comparable within one search. */
export interface Candidate {
  id: string;
  score: number;
}

/** A stored statement with the article it stands in. */
export interface Stored {
  statement: StoredStatement;
  source: Source;
}

export interface CorpusIndex {
  /** How many articles there are, leaving out the one with this id. */
  articles(except: string | null): number;
  /** At most 64 candidates for a statement, best first; never from the article `except`. */
  search(statement: Statement, except: string | null): Candidate[];
  /** The statements themselves, for those that are to be judged; ids that are gone are left out. */
  texts(ids: string[]): Promise<Stored[]>;
}
