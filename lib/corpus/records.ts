// What is stored of an article: a draft goes in, one record with its statements comes out. Knows no database and no index.
import { extract } from '../claims/extract';
import type { Encoder } from '../match/encoder/encoder';
import { SIZES } from '../match/encoder/layout';
import { packedVectors } from '../match/finding/statement-index';
import type { Article, ArticleSummary, Draft, StoredStatement } from '../model';
import { fingerprintOf, idOf, storedUrl } from './identity';

/**
 * Version of extraction. To be raised whenever `extract` finds other statements, or other fields of them, in the same text:
 * records of another version are extracted anew when the corpus is opened.
 */
export const EXTRACTION = 3;

/** The vectors of an article's statements. */
export interface StoredVectors {
  /** See `Encoder.stamp`. */
  encoder: string;
  /** One after another in the statements' order, 128 bytes each. */
  packed: Int8Array;
}

/** One article as IndexedDB holds it. */
export interface ArticleRecord extends Article {
  statements: StoredStatement[];
  /** The `EXTRACTION` its statements come from. */
  extraction: number;
  /** Null where it was stored without an encoder; absent in records of before there was one. */
  vectors?: StoredVectors | null;
  /** See `fingerprintOf`. */
  fingerprint: string;
}

/** Builds the record of a draft. `file` is the source text's name for a seed; `retrieved` an ISO instant. Without an encoder it has no vectors. */
export async function recordOf(draft: Draft, file: string | null, retrieved: string, encoder: Encoder | null = null): Promise<ArticleRecord> {
  const url = draft.url === null ? null : storedUrl(draft.url);
  const { title, outlet, author, published, language, blocks, claimReviews } = draft;
  const clean: Draft = { url, title, outlet, author, published, language, blocks, ...(claimReviews ? { claimReviews } : {}) };
  const id = await idOf(clean, file);
  return encoded({ id, ...clean, retrieved, file, ...statementsOf(clean, id), vectors: null, fingerprint: await fingerprintOf(clean) }, encoder);
}

/** A record of an imported article as it is, its statements still to be extracted. `fingerprint` is its `fingerprintOf`. */
export function stagedRecord(article: Article, fingerprint: string): ArticleRecord {
  return { ...article, url: article.url === null ? null : storedUrl(article.url), statements: [], extraction: 0, vectors: null, fingerprint };
}

/** A record with its statements extracted anew, and no vectors yet. */
export function extractedAnew(record: ArticleRecord): ArticleRecord {
  return { ...record, ...statementsOf(record, record.id), vectors: null };
}

/** The vectors of a record that this encoder can be asked against; null where there are none, of another encoder, or damaged. */
export function vectorsOf({ vectors, statements }: ArticleRecord, encoder: Encoder): Int8Array | null {
  // It comes from a disk: nothing is taken for granted.
  const packed: unknown = vectors?.packed;
  if (vectors?.encoder !== encoder.stamp || !(packed instanceof Int8Array)) return null;
  return packed.length === statements.length * SIZES.stored ? packed : null;
}

/** A record with the vectors of this encoder; itself when it has them, or when there is no encoder. Takes some 10 ms a statement. */
export function encoded(record: ArticleRecord, encoder: Encoder | null): ArticleRecord {
  if (!encoder || vectorsOf(record, encoder)) return record;
  return { ...record, vectors: { encoder: encoder.stamp, packed: packedVectors(encoder, record.statements.map(({ text }) => text)) } };
}

function statementsOf(draft: Draft, id: string): Pick<ArticleRecord, 'statements' | 'extraction'> {
  const { statements } = extract(draft);
  return { statements: statements.map((s) => ({ ...s, id: `${id}.${s.block}.${s.sentence}`, article: id })), extraction: EXTRACTION };
}

/** A record as one line of a list, and as the source beside a piece of evidence. */
export function summaryOf(record: ArticleRecord): ArticleSummary {
  const { id, title, outlet, published, url, file, retrieved, statements } = record;
  return { id, title, outlet, published, url, file, retrieved, statements: statements.length };
}
