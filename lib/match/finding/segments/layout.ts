// How a packed segment lies in its one buffer: a header of 32-bit words, then sections in fixed order, each on a multiple of 4,
// all in the machine's byte order (little-endian wherever the extension runs). Views are laid over it; nothing is parsed.

/** First word of a segment: "SEG1", read as a little-endian number. */
export const MAGIC = 0x31474553;
/** To be raised whenever sections or their meaning change, and with `indexTerms`: segments of another version are built anew. */
export const SEGMENT_VERSION = 1;
/** Statements a segment can hold: their numbers take 15 bits, the 16th says that a term stands in one more than once. */
export const MOST_STATEMENTS = 32_768;
/** Terms of a statement beyond these are left out: a sentence of words without end is no sentence. */
export const MOST_TERMS = 1024;
/** The bit in a posting that says "more than once": how often stands in the statement's own list. */
export const MORE_THAN_ONCE = 0x8000;

/** The header's words, by index; `sizes` begins the lengths that the sections follow from. */
const HEADER = { magic: 0, version: 1, bytes: 2, words: 3, sizes: 4 } as const;
const HEADER_WORDS = 16;

/** What the lengths of all sections follow from. */
export interface Sizes {
  articles: number;
  statements: number;
  terms: number;
  postings: number;
  /** Buckets of the dictionary: a power of 2. */
  buckets: number;
  /** Bytes of the statements' lists of terms, of the terms, of the articles' ids, and of the statements' ids that have to be spelt out. */
  listBytes: number;
  termBytes: number;
  articleBytes: number;
  oddIds: number;
  oddIdBytes: number;
}

const SIZE_NAMES = ['articles', 'statements', 'terms', 'postings', 'buckets', 'listBytes', 'termBytes', 'articleBytes', 'oddIds', 'oddIdBytes'] as const satisfies (keyof Sizes)[];

/** The sections of a segment, as views on its buffer. Every `…Starts` has one entry more than there are things: where the last one ends. */
export interface Sections {
  /** Where each article's id lies in `articleIds`, its first statement, and the version it was added as. */
  articleIdStarts: Uint32Array;
  articleFirsts: Uint32Array;
  articleVersions: Uint32Array;
  /** Where each statement's list of terms begins. */
  listStarts: Uint32Array;
  /** Hashes of the terms, ascending; the first term of each bucket, which is the hash's upper bits; where each term is spelt. */
  hashes: Uint32Array;
  bucketFirsts: Uint32Array;
  termStarts: Uint32Array;
  /** Where each term's postings begin. */
  postingStarts: Uint32Array;
  oddIdStarts: Uint32Array;
  /** So many of a term's postings come first: of the statements in which it is one of the rarest terms. */
  firstCounts: Uint16Array;
  /** Numbers of statements, ascending in either part of a term's postings. */
  postings: Uint16Array;
  /** Words of each statement without function words. */
  lengths: Uint16Array;
  /** Block and sentence in each statement's id; ODD as the sentence: its id is spelt out, the block says where. */
  blocks: Uint16Array;
  sentences: Uint16Array;
  /** A statement's terms by number, ascending, as gaps: variable-length numbers, gap × 2, plus 1 where a count follows. */
  lists: Uint8Array;
  termBytes: Uint8Array;
  articleIds: Uint8Array;
  oddIds: Uint8Array;
}

/** In place of a sentence's number: the id is none of `<article>.<block>.<sentence>`. */
export const ODD = 0xffff;

/** The views over a buffer that holds sections of these sizes; how many bytes they take with the header. */
function laidOut(buffer: ArrayBuffer | null, sizes: Sizes): { sections: Sections; bytes: number } {
  let at = HEADER_WORDS * 4;
  const place = <T>(make: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number, width: number): T => {
    const start = at;
    at = Math.ceil((at + length * width) / 4) * 4;
    return buffer ? new make(buffer, start, length) : (undefined as T);
  };
  const words = (length: number): Uint32Array => place(Uint32Array, length, 4);
  const halves = (length: number): Uint16Array => place(Uint16Array, length, 2);
  const bytes = (length: number): Uint8Array => place(Uint8Array, length, 1);
  const { articles, statements, terms } = sizes;
  const sections: Sections = {
    articleIdStarts: words(articles + 1),
    articleFirsts: words(articles + 1),
    articleVersions: words(articles),
    listStarts: words(statements + 1),
    hashes: words(terms),
    bucketFirsts: words(sizes.buckets + 1),
    termStarts: words(terms + 1),
    postingStarts: words(terms + 1),
    oddIdStarts: words(sizes.oddIds + 1),
    firstCounts: halves(terms),
    postings: halves(sizes.postings),
    lengths: halves(statements),
    blocks: halves(statements),
    sentences: halves(statements),
    lists: bytes(sizes.listBytes),
    termBytes: bytes(sizes.termBytes),
    articleIds: bytes(sizes.articleBytes),
    oddIds: bytes(sizes.oddIdBytes),
  };
  return { sections, bytes: at };
}

/** A new segment's buffer, and views to fill it by. `words` is the sum of its statements' lengths. */
export function newSegment(sizes: Sizes, words: number): { buffer: ArrayBuffer; sections: Sections } {
  const buffer = new ArrayBuffer(laidOut(null, sizes).bytes);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, SEGMENT_VERSION, buffer.byteLength, words]);
  header.set(SIZE_NAMES.map((name) => sizes[name]), HEADER.sizes);
  return { buffer, sections: laidOut(buffer, sizes).sections };
}

/** Views over a segment's buffer; null where it is none, of another version or cut off. */
export function readSegment(buffer: ArrayBuffer): { sizes: Sizes; words: number; sections: Sections } | null {
  if (buffer.byteLength < HEADER_WORDS * 4) return null;
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (header[HEADER.magic] !== MAGIC || header[HEADER.version] !== SEGMENT_VERSION || header[HEADER.bytes] !== buffer.byteLength) return null;
  const sizes = Object.fromEntries(SIZE_NAMES.map((name, i) => [name, header[HEADER.sizes + i]!])) as unknown as Sizes;
  if (sizes.statements > MOST_STATEMENTS || laidOut(null, sizes).bytes !== buffer.byteLength) return null;
  return { sizes, words: header[HEADER.words]!, sections: laidOut(buffer, sizes).sections };
}
