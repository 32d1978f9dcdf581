// The index over stored statements: a statement goes in, at most 64 candidates come out, found by its words and by its
// meaning. Without an encoder, by words alone. Knows no article's text and no database.
import type { Statement, StoredStatement } from '../../model';
import type { Candidate } from './corpus-index';
import type { Encoder } from '../encoder/encoder';
import { SIZES } from '../encoder/layout';
import { LexicalIndex, MOST_CANDIDATES } from './lexical-index';
import { VectorIndex } from './vector-index';

/** Reciprocal rank fusion: 1 ÷ (k + rank), summed. The smaller k, the more the first ranks of either side count (docs/decisions/0008-encoder.md). */
const K = 10;

export class StatementIndex {
  private readonly lexical = new LexicalIndex();
  private readonly vectors = new VectorIndex();

  constructor(private readonly encoder: Encoder | null) {}

  /** Adds an article's statements; `packed` holds their vectors one after another, null where there are none. */
  add(article: string, statements: StoredStatement[], packed: Int8Array | null): void {
    this.lexical.add(article, statements);
    if (packed) this.vectors.add(article, statements.map(({ id }) => id), packed);
  }

  /** Takes an article's statements out. */
  remove(article: string): void {
    this.lexical.remove(article);
    this.vectors.remove(article);
  }

  /** Ids of the statements with a word of this stem, or one that begins with it. */
  withWord(stem: string): Set<string> {
    return this.lexical.withWord(stem);
  }

  /** A text's vector as it is stored; null without an encoder. */
  encode(text: string): Int8Array | null {
    return this.encoder && this.encoder.project(this.encoder.encode(text));
  }

  /** Candidates for a statement with this vector, best first, never from the article `except`. */
  search(statement: Statement, except: string | null, vector: Int8Array | null = null): Candidate[] {
    const byWords = this.lexical.search(statement, except);
    if (vector === null) return byWords.map((found) => ({ ...found, cosine: null }));
    const scores = new Map<string, number>();
    for (const ranked of [byWords, this.vectors.search(vector, except, MOST_CANDIDATES)]) {
      ranked.forEach(({ id }, rank) => scores.set(id, (scores.get(id) ?? 0) + 1 / (K + rank + 1)));
    }
    return Array.from(scores, ([id, score]) => ({ id, score, cosine: this.vectors.cosine(id, vector) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_CANDIDATES);
  }
}

/** The vectors of some texts, one after another, 128 bytes each. Some 10 ms a text. */
export function packedVectors(encoder: Encoder, texts: string[]): Int8Array {
  const packed = new Int8Array(texts.length * SIZES.stored);
  texts.forEach((text, i) => packed.set(encoder.project(encoder.encode(text)), i * SIZES.stored));
  return packed;
}
