// What matching needs of a corpus: an interface that match defines and corpus, the command line and the tests fulfil.
import type { Source, Statement, StoredStatement } from '../../model';

/** A stored statement that may speak of the same matter. `score` is only comparable within one search. */
export interface Candidate {
  id: string;
  score: number;
  /** Likeness of meaning (cosine128), −1 to 1; null where either side has no vector. */
  cosine: number | null;
}

/** A stored statement with the article it stands in. */
export interface Stored {
  statement: StoredStatement;
  source: Source;
}

export interface CorpusIndex {
  /** How many articles there are, leaving out the one with this id. */
  articles(except: string | null): number;
  /** A text's vector in its stored form; null where there is no sentence encoder. Takes some 10 ms. */
  encode(text: string): Int8Array | null;
  /** At most 64 candidates for a statement, or `most`, best first; never from the article `except`. Without its `vector` they are found by words alone. */
  search(statement: Statement, except: string | null, vector?: Int8Array | null, most?: number): Candidate[];
  /** Says which vectors are searched for next, leaving out the article `except`: together they are compared much faster. Changes no answer. */
  lookAhead(vectors: readonly Int8Array[], except: string | null): void;
  /** The statements themselves, for those that are to be judged; ids that are gone are left out. */
  texts(ids: string[]): Promise<Stored[]>;
}
