// What the library's components draw: shapes that the sessions of entrypoints/library work out. Types only; the shapes of what the
// engine answers are in lib/messages.ts, which fit these.
import type { FailureCode } from '../../lib/failure';
import type { Annotation, Article, ArticleSummary, Correction, Label, Span, StoredStatement } from '../../lib/model';

/** Something asked for. `again`: it is being asked once more after a failure. */
export type Loaded<T> = { kind: 'waiting' } | { kind: 'failed'; trouble: FailureCode; detail: string; again: boolean } | { kind: 'there'; value: T };

/** What the list of articles is narrowed by; absent means: by nothing. Days are ISO days, inclusive. */
export interface Filters {
  text?: string;
  speaker?: string;
  outlet?: string;
  figure?: string;
  from?: string;
  to?: string;
  stance?: 'corroborates' | 'conflicts';
  tag?: string;
}

/** A stored article as it is listed; `hit` is the statement that fits the search best. */
export interface LibraryRow extends ArticleSummary {
  tags: string[];
  note: string;
  hit: { text: string; spans: Span[] } | null;
}

/** A line of the list; a removed article keeps its line, to be brought back. */
export interface RowLine {
  row: LibraryRow;
  state: 'stored' | 'removing' | 'removed' | 'restoring';
}

/** The list: how many lines it has, of which only some are known. `stored` counts those that are not removed. */
export interface Listing {
  lines: number;
  stored: number;
  /** The line at a place from 0; null while it is not known. */
  line: (at: number) => RowLine | null;
  /** A newer question is under way; what is shown answers the one before. */
  busy: boolean;
}

/** A stored article with everything that is read beside it. */
export interface ArticleReading {
  article: Article;
  statements: StoredStatement[];
  annotations: Annotation[];
  label: Label | null;
  corrections: Correction[];
}

/** What is corrected of one statement; see Correction in lib/model.ts. */
export type Amendment = Pick<Correction, 'hidden' | 'speaker' | 'figures'>;

/** Long work in the background. */
export interface WorkView {
  kind: 'comparing' | 'extracting' | 'encoding' | 'importing';
  done: number;
  of: number;
}
