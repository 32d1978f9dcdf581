// What the exports for people (Markdown, CSV, dossier) share: an article with what others say of it, the words for a stance, links to
// the sentence in its source. Pure; the files are in English, as the reasons of the engine are.
import type { Annotation, Article, Evidence, Label, Selectors, Source } from '../model';
import { textFragment } from './text-fragment';
import { webUrl } from '../urls';

/** One stored article as it is exported. Annotations in reading order. */
export interface ExportedText {
  article: Article;
  annotations: Annotation[];
  label: Label | null;
}

/** What the beginning of an export needs to know of an article. */
export type ExportedArticle = Pick<Article, 'title' | 'url'> & Pick<ExportedText, 'label'>;

/** The forms that can be exported, as in messages.ts. */
export type Format = 'library' | 'annotations' | 'markdown' | 'csv' | 'dossier' | 'claim-review';

const FILES: Record<Format, { stem: string; ending: string; type: string }> = {
  library: { stem: 'library', ending: 'json', type: 'application/json' },
  annotations: { stem: 'annotations', ending: 'jsonld', type: 'application/ld+json' },
  markdown: { stem: 'claims', ending: 'md', type: 'text/markdown' },
  csv: { stem: 'claims', ending: 'csv', type: 'text/csv' },
  dossier: { stem: 'dossier', ending: 'html', type: 'text/html' },
  'claim-review': { stem: 'claim-reviews', ending: 'jsonld', type: 'application/ld+json' },
};

/** File name and media type of an export made at an ISO instant: second-source-dossier-2026-11-22.html. */
export function fileOf(format: Format, generatedAt: string): { name: string; type: string } {
  const { stem, ending, type } = FILES[format];
  return { name: `second-source-${stem}-${generatedAt.slice(0, 10)}.${ending}`, type };
}

/** What a piece of evidence does to a claim, in a word. */
export const STANCE_WORDS = { conflicts: 'differs', corroborates: 'agrees', related: 'related' } as const satisfies Record<Evidence['stance'], string>;

/** One line without control characters and half characters, as every text is written for people: white space collapsed. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD').trim();
}

/** An http(s) address that may be linked to; null for anything else. */
export function linkable(url: string | null): string | null {
  const parsed = url === null ? null : webUrl(url);
  return parsed && parsed.username === '' && parsed.password === '' ? parsed.href : null;
}

/** The address of a sentence in its source, as a text fragment; null where the source has none. */
export function sentenceAddress(url: string | null, quote: Selectors['quote']): string | null {
  const address = linkable(url);
  if (address === null) return null;
  // One that routes ("#/a/1") keeps its fragment, and the directive follows it.
  return `${address}${address.includes('#') ? '' : '#'}${textFragment({ quote, position: { start: 0, end: 0 } })}`;
}

/** The quotation of a stored statement: its whole text; surroundings are not at hand. */
export function quoteOf(text: string): Selectors['quote'] {
  return { exact: text, prefix: '', suffix: '' };
}

/** Outlet and day, as far as known, for people: "The Gazette, 2023-01-04". */
export function factsOf({ outlet, published }: Pick<Source, 'outlet' | 'published'>): string {
  return [outlet === null ? '' : oneLine(outlet), published === null ? 'undated' : oneLine(published).slice(0, 10)].filter(Boolean).join(', ');
}

/** The title of an article, or what stands for one. */
export function titleOf({ title }: Pick<Source, 'title'>): string {
  return oneLine(title) || 'Untitled';
}
