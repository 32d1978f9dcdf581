// A packed segment as it is read: terms by their hash, a term's postings, a statement's terms, ids. Comes in: the buffer that
// builder.ts made, from memory or from disk; what was removed since is marked beside it. Knows no ranking.
import { ODD, readSegment, type Sections } from './layout';
import { bucketOf, type TermKey } from './term-key';

const UTF8 = new TextDecoder();

export class Segment {
  readonly statements: number;
  readonly articles: number;
  readonly terms: number;
  readonly postings: Uint16Array;
  readonly lengths: Uint16Array;
  /** Words of all its statements, removed ones too. */
  readonly words: number;
  private readonly bits: number;
  /** Ids of articles that were asked for: a page asks for the same ones again and again. */
  private readonly articleIds: string[] = [];

  private constructor(
    readonly buffer: ArrayBuffer,
    private readonly sections: Sections,
    sizes: { articles: number; statements: number; terms: number; buckets: number },
    words: number,
  ) {
    ({ statements: this.statements, articles: this.articles, terms: this.terms } = sizes);
    ({ postings: this.postings, lengths: this.lengths } = sections);
    this.words = words;
    this.bits = Math.log2(sizes.buckets);
  }

  /** The segment in a buffer; null where it holds none, or one of another version. */
  static over(buffer: ArrayBuffer): Segment | null {
    const read = readSegment(buffer);
    return read && new Segment(buffer, read.sections, read.sizes, read.words);
  }

  /** A term's number here; −1 where no statement has it. */
  find({ bytes, hash }: TermKey): number {
    const { hashes, bucketFirsts, termStarts, termBytes } = this.sections;
    const bucket = bucketOf(hash, this.bits);
    for (let term = bucketFirsts[bucket]!, end = bucketFirsts[bucket + 1]!; term < end; term++) {
      if (hashes[term] !== hash) continue;
      const start = termStarts[term]!;
      if (termStarts[term + 1]! - start !== bytes.length) continue;
      let same = 0;
      while (same < bytes.length && termBytes[start + same] === bytes[same]) same++;
      if (same === bytes.length) return term;
    }
    return -1;
  }

  /** A term's spelling, by its number. */
  term(number: number): string {
    const { termStarts, termBytes } = this.sections;
    return UTF8.decode(termBytes.subarray(termStarts[number]!, termStarts[number + 1]!));
  }

  /** Numbers of the terms that begin with these bytes, or are them where `whole`. Looks at every term. */
  beginning(bytes: ArrayLike<number>, whole: boolean): number[] {
    const { termStarts, termBytes } = this.sections;
    const { length } = bytes;
    const first = bytes[0];
    const found: number[] = [];
    for (let term = 0, start = termStarts[0]!; term < this.terms; term++) {
      const end = termStarts[term + 1]!;
      // Most terms go by their first letter.
      if (termBytes[start] === first && (whole ? end - start === length : end - start >= length)) {
        let same = 1;
        while (same < length && termBytes[start + same] === bytes[same]) same++;
        if (same >= length) found.push(term);
      }
      start = end;
    }
    return found;
  }

  /** Where a term's postings begin in `postings`, where the first of them end, and where all end. */
  start(term: number): number {
    return this.sections.postingStarts[term]!;
  }
  firstEnd(term: number): number {
    return this.sections.postingStarts[term]! + this.sections.firstCounts[term]!;
  }
  end(term: number): number {
    return this.sections.postingStarts[term + 1]!;
  }

  /** Writes a statement's terms, by number, ascending, and how often each stands in it, to the beginning of two arrays; how many there are. */
  termsOf(statement: number, terms: Uint32Array, counts: Uint16Array): number {
    const { lists, listStarts } = this.sections;
    const end = listStarts[statement + 1]!;
    let found = 0;
    let term = 0;
    for (let at = listStarts[statement]!; at < end && found < terms.length; found++) {
      let byte = lists[at++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = lists[at++]!;
        value |= (byte & 127) << shift;
      }
      term += value >>> 1;
      terms[found] = term;
      counts[found] = 1;
      if (value & 1) {
        byte = lists[at++]!;
        counts[found] = byte > 127 ? (byte & 127) | (lists[at++]! << 7) : byte;
      }
    }
    return found;
  }

  /** An article's id, its first statement and its version, by its place. */
  articleId(article: number): string {
    let id = this.articleIds[article];
    if (id === undefined) {
      const { articleIdStarts, articleIds } = this.sections;
      this.articleIds[article] = id = UTF8.decode(articleIds.subarray(articleIdStarts[article]!, articleIdStarts[article + 1]!));
    }
    return id;
  }
  firstOf(article: number): number {
    return this.sections.articleFirsts[article]!;
  }
  version(article: number): number {
    return this.sections.articleVersions[article]!;
  }

  /** The article that a statement stands in. */
  articleOf(statement: number): number {
    const { articleFirsts } = this.sections;
    let low = 0;
    let high = this.articles - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (articleFirsts[middle]! <= statement) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A statement's id. */
  id(statement: number): string {
    const { blocks, sentences, oddIdStarts, oddIds } = this.sections;
    const block = blocks[statement]!;
    if (sentences[statement] === ODD) return UTF8.decode(oddIds.subarray(oddIdStarts[block]!, oddIdStarts[block + 1]!));
    return `${this.articleId(this.articleOf(statement))}.${block}.${sentences[statement]!}`;
  }
}
