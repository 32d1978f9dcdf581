// Segments side by side → one that holds what is left of them, in the same order, in steps of a few milliseconds. What is removed
// while it is under way comes along, and is the caller's to take out. Must not know where segments are kept.
import { SegmentBuilder, STEP } from './builder';
import type { Held } from './held';
import { MOST_TERMS } from './layout';
import type { Segment } from './segment';

/** Where an article's statements were, and where they are in the merged segment. */
export interface Moved {
  article: string;
  version: number;
  from: Held;
  first: number;
  to: number;
  count: number;
}

export function* merging(sources: readonly Held[]): Generator<void, { buffer: ArrayBuffer; moved: Moved[] }> {
  const builder = new SegmentBuilder();
  const moved: Moved[] = [];
  for (const from of sources) {
    const { segment } = from;
    const copy = copier(segment, builder);
    let since = 0;
    for (let at = 0; at < segment.articles; at++) {
      const first = segment.firstOf(at);
      const count = segment.firstOf(at + 1) - first;
      // An article goes as a whole; one without statements leaves nothing to say that it is gone.
      if (count === 0 || from.isDead(first)) continue;
      const article = segment.articleId(at);
      const version = segment.version(at);
      moved.push({ article, version, from, first, to: builder.statements, count });
      builder.beginArticle(article, version);
      for (let statement = first; statement < first + count; statement++) copy(statement);
      since += count;
      if (since >= STEP) {
        since = 0;
        yield;
      }
    }
    yield;
  }
  return { buffer: yield* builder.packing(), moved };
}

/** Copies statements of a segment into a builder; each term is spelt out once. */
function copier(segment: Segment, builder: SegmentBuilder): (statement: number) => void {
  const numbers = new Int32Array(segment.terms).fill(-1);
  const terms = new Uint32Array(MOST_TERMS);
  const counts = new Uint16Array(MOST_TERMS);
  return (statement) => {
    const found = segment.termsOf(statement, terms, counts);
    for (let i = 0; i < found; i++) {
      const term = terms[i]!;
      if (numbers[term]! < 0) numbers[term] = builder.numberOf(segment.term(term));
      builder.addTerm(numbers[term]!, counts[i]!);
    }
    builder.addStatement(segment.id(statement), segment.lengths[statement]!);
  };
}
