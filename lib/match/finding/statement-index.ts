// The index over stored statements: a statement goes in, at most 64 candidates come out, found by its words and by its
// meaning. Without an encoder, by words alone. Knows no article's text and no database.
import type { Statement, StoredStatement } from '../../model';
import type { Candidate } from './corpus-index';
import type { Encoder } from '../encoder/encoder';
import { SIZES } from '../encoder/layout';
import { indexTerms, isOnTop } from './index-terms';
import { LexicalIndex, MOST_CANDIDATES, type Found } from './lexical-index';
import { MOST_STATEMENTS } from './segments/layout';
import { Segment } from './segments/segment';
import { Segments, type Indexed } from './segments/segments';
import { scaleOf } from './segments/vector-room';
import { VectorIndex } from './vector-index';

/** Reciprocal rank fusion: 1 ÷ (k + rank), summed. The smaller k, the more the first ranks of either side count (docs/decisions/0008-encoder.md). */
const K = 10;

/** A segment as it is kept: `words` never change for a `key`, `vectors` do whenever `vectorChanges` does. What was removed from it is not told. */
export interface KeptSegment {
  key: number;
  words: ArrayBuffer;
  vectorChanges: number;
  /** One after another, all zero for a statement without one; null where none has one. Copies them. */
  vectors: () => Int8Array | null;
}

export class StatementIndex {
  private readonly segments = new Segments();
  private readonly lexical = new LexicalIndex(this.segments);
  private readonly vectors = new VectorIndex(this.segments);

  /** What `lookAhead` found, as long as nothing has changed. */
  private ahead: { changes: number; except: string | null; found: Map<Int8Array, Found[]> } | null = null;

  constructor(private readonly encoder: Encoder | null) {}

  /** What the last search cost: postings read, statements scored in full, vectors looked at, with all that were looked ahead for together. */
  get lastSearch(): { touched: number; rescored: number; looked: number } {
    const { touched, rescored } = this.lexical;
    return { touched, rescored, looked: this.segments.room?.looked ?? 0 };
  }

  /** Adds an article's statements in place of those it may have; `packed` holds their vectors one after another, null where there are none. */
  add(article: string, statements: StoredStatement[], packed: Int8Array | null, version = 0): void {
    this.segments.add(article, statements.map(indexed), packed, version);
  }

  /** Gives an article that was added without vectors its own, one after another in its statements' order. */
  encoded(article: string, packed: Int8Array): void {
    this.segments.encoded(article, packed);
  }

  /** What an article was added as; null where it is not held. */
  versionOf(article: string): number | null {
    return this.segments.where(article)[0]?.version ?? null;
  }

  /** The articles that are held. */
  articles(): Iterable<string> {
    return this.segments.articles();
  }

  /** True when every part of the article has vectors; they come for all of its statements at once. */
  hasVectors(article: string): boolean {
    return this.segments.haveVectors(article);
  }

  /** Merges small segments a little, some milliseconds of work; false when there is nothing to merge. */
  step(): boolean {
    return this.segments.step();
  }

  /** Lets nothing more be added to what was added last, so that it can be kept. */
  seal(): void {
    this.segments.seal();
  }

  /** The segments worth keeping on disk, in the order in which they are to be loaded again. Articles added since `seal` are in none yet, nor is what `forget` has still to be merged out of. */
  kept(): KeptSegment[] {
    return this.segments.settled().filter(({ forgotten }) => forgotten === 0).map((held) => ({ key: held.key, words: held.segment.buffer, vectorChanges: held.vectorChanges, vectors: () => this.segments.vectorsOf(held) }));
  }

  /** Takes a segment as it was kept, oldest first, into an index that is new; false where it is damaged or of another version, and nothing is taken but its key. */
  load(key: number, words: ArrayBuffer, vectors: Int8Array | null): boolean {
    const segment = Segment.over(words);
    if (segment) this.segments.load(segment, vectors?.length === segment.statements * SIZES.stored ? vectors : null, key);
    else this.segments.passOver(key);
    return segment !== null;
  }

  /** Takes an article's statements out. */
  remove(article: string): void {
    this.segments.remove(article);
  }

  /** Takes an article's statements out for good: where they were, words of them stay until it is merged, and it is not kept until then. */
  forget(article: string): void {
    this.segments.forget(article);
  }

  /** Ids of the statements with a word of this stem, or one that begins with it. */
  withWord(stem: string): Set<string> {
    return this.lexical.withWord(stem);
  }

  /** Ids of the articles that have such statements. */
  articlesWithWord(stem: string): Set<string> {
    return this.lexical.articlesWithWord(stem);
  }

  /** A text's vector as it is stored; null without an encoder. */
  encode(text: string): Int8Array | null {
    return this.encoder && this.encoder.project(this.encoder.encode(text));
  }

  /** Finds what lies near these vectors in one pass, for the searches that follow; at most 64 at a time pay. */
  lookAhead(vectors: readonly Int8Array[], except: string | null): void {
    const found = this.vectors.searchAll(vectors, except, MOST_CANDIDATES);
    this.ahead = { changes: this.segments.changes, except, found: new Map(vectors.map((vector, at) => [vector, found[at]!])) };
  }

  private near(vector: Int8Array, except: string | null): Found[] {
    const { ahead } = this;
    const known = ahead?.changes === this.segments.changes && ahead.except === except ? ahead.found.get(vector) : undefined;
    return known ?? this.vectors.search(vector, except, MOST_CANDIDATES);
  }

  /** At most so many candidates for a statement with this vector, best first, never from the article `except`. */
  search(statement: Statement, except: string | null, vector: Int8Array | null = null, most = MOST_CANDIDATES): Candidate[] {
    const byWords = this.lexical.search(indexTerms(statement).keys(), except, vector === null ? most : MOST_CANDIDATES);
    if (vector === null) return byWords.map(({ held, statement: number, score }) => ({ id: held.segment.id(number), score, cosine: null }));
    const scale = scaleOf(vector);
    const places = new Map(this.segments.all().map((held, at) => [held, at * MOST_STATEMENTS]));
    const scores = new Map<number, { found: Found; score: number }>();
    for (const ranked of [byWords, this.near(vector, except)]) {
      ranked.forEach((found, rank) => {
        const key = places.get(found.held)! + found.statement;
        scores.set(key, { found, score: (scores.get(key)?.score ?? 0) + 1 / (K + rank + 1) });
      });
    }
    return Array.from(scores.values(), ({ found: { held, statement: number }, score }) => ({ id: held.segment.id(number), score, held, number }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id, score, held, number }) => ({ id, score, cosine: this.vectors.cosine(held, number, vector, scale) }));
  }
}

/** A statement as segments take it. */
function indexed(statement: StoredStatement): Indexed {
  const terms = indexTerms(statement);
  let length = 0;
  for (const [term, count] of terms) if (!isOnTop(term)) length += count;
  return { id: statement.id, length, terms };
}

/** The vectors of some texts, one after another, 128 bytes each. Some 10 ms a text. */
export function packedVectors(encoder: Encoder, texts: string[]): Int8Array {
  const packed = new Int8Array(texts.length * SIZES.stored);
  texts.forEach((text, i) => packed.set(encoder.project(encoder.encode(text)), i * SIZES.stored));
  return packed;
}
