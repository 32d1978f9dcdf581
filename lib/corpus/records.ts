// What is stored of an article: a draft goes in, one record with its statements comes out. Knows no database and no index.
import { extract } from '../claims/extract';
import type { Article, ArticleSummary, Draft, StoredStatement } from '../model';
import { cleanUrl, fingerprintOf, idOf } from './identity';

/**
 * Version of extraction. To be raised whenever `extract` finds other statements, or other fields of them, in the same text:
 * records of another version are extracted anew when the corpus is opened.
 */
export const EXTRACTION = 2;

/** One article as IndexedDB holds it. */
export interface ArticleRecord extends Article {
  statements: StoredStatement[];
  /** The `EXTRACTION` its statements come from. */
  extraction: number;
  /** See `fingerprintOf`. */
  fingerprint: string;
}

/** Builds the record of a draft. `file` is the source text's name for a seed; `retrieved` an ISO instant. */
export async function recordOf(draft: Draft, file: string | null, retrieved: string): Promise<ArticleRecord> {
  const url = draft.url === null ? null : cleanUrl(draft.url);
  const { title, outlet, author, published, language, blocks } = draft;
  const clean: Draft = { url, title, outlet, author, published, language, blocks };
  const id = await idOf(clean, file);
  return { id, ...clean, retrieved, file, ...statementsOf(clean, id), fingerprint: await fingerprintOf(clean) };
}

/** A record with its statements extracted anew. */
export function extractedAnew(record: ArticleRecord): ArticleRecord {
  return { ...record, ...statementsOf(record, record.id) };
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
