// A small library of our own, and an article with what others say of it, for the tests of every export and import.
import type { ExportedText } from '../../lib/exchange/exported';
import type { Library } from '../../lib/exchange/library';
import type { Article, Evidence, Statement } from '../../lib/model';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

/** One article of two blocks. */
export const ARTICLE: Article = {
  id: A,
  url: 'https://gazette.example/ferry?id=7',
  title: 'Ferry sinks',
  outlet: 'The Gazette',
  author: null,
  published: '2023-01-04',
  language: 'en',
  blocks: [{ kind: 'title', text: 'Ferry sinks' }, { kind: 'paragraph', text: 'Eleven sailors drowned, the coast guard said.' }],
  retrieved: '2026-11-01T10:00:00.000Z',
  file: null,
};

/** A library with one record of each kind. */
export const LIBRARY: Library = {
  articles: [ARTICLE],
  verdicts: [{ id: 'v'.repeat(32), verdict: 'agreed', claim: 'Eleven drowned.', evidence: 'Seven drowned.', stance: 'conflicts', note: '', at: '2026-11-02T10:00:00.000Z' }],
  corrections: [{ id: 'c'.repeat(32), article: A, text: 'Eleven sailors drowned.', hidden: false, speaker: null, figures: [{ at: 0, min: 11, max: null }], at: '2026-11-02T10:00:00.000Z' }],
  labels: [{ article: A, tags: ['sea'], note: 'To be read again', at: '2026-11-02T10:00:00.000Z' }],
};

/** A library with nothing in it. */
export const EMPTY: Library = { articles: [], verdicts: [], corrections: [], labels: [] };

/** A statement of the made-up articles. */
export function statement(text: string, speaker: string | null = null): Statement {
  return {
    text, block: 1, sentence: 0, span: { start: 0, end: text.length }, polarity: 'affirmed', modality: 'asserted', quantities: [], dates: [], names: [], terms: [], reported: null, context: [],
    attribution: speaker === null ? null : { speaker, cue: 'say', span: { start: 0, end: 0 }, quoted: false },
  };
}

/** Evidence from another article. */
export function evidence(text: string, stance: Evidence['stance'], more: { speaker?: string; title?: string; outlet?: string; url?: string; words?: string; spans?: { start: number; end: number }[] } = {}): Evidence {
  return {
    statement: { ...statement(text, more.speaker ?? null), id: `${B}.1.0`, article: B },
    source: { id: B, title: more.title ?? 'What the harbour says', outlet: more.outlet ?? 'Harbour News', published: '2023-01-05', url: more.url ?? 'https://harbour.example/1', file: null },
    stance,
    confidence: 0.8,
    reason: { signal: 'quantity', words: more.words ?? '11 here, 7 there', claim: [], evidence: more.spans ?? [] },
  };
}

/** The article with the evidence given, on its one claim. */
export function exported(evidences: Evidence[], article: Partial<Article> = {}): ExportedText {
  const text = (article.blocks ?? ARTICLE.blocks)[1]?.text ?? '';
  return { article: { ...ARTICLE, ...article }, annotations: evidences.length === 0 ? [] : [{ claim: statement(text, 'the coast guard'), evidence: evidences }], label: null };
}
