// What the library's components draw: shapes that the sessions of entrypoints/library work out. Types only; what the
// engine answers is drawn as lib/messages.ts has it.
import type { FailureCode } from '../../lib/failure';
import type { ArticleRow } from '../../lib/messages';
import type { Correction } from '../../lib/model';

export type { ArticleQuery as Filters, ArticleRow as LibraryRow, StoredArticle as ArticleReading } from '../../lib/messages';
export type { Work as WorkView } from '../../lib/model';

/** Something asked for. `again`: it is being asked once more after a failure. */
export type Loaded<T> = { kind: 'waiting' } | { kind: 'failed'; trouble: FailureCode; detail: string; again: boolean } | { kind: 'there'; value: T };

/** A line of the list; a removed article keeps its line, to be brought back. */
export interface RowLine {
  row: ArticleRow;
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

/** What is corrected of one statement; see Correction in lib/model.ts. */
export type Amendment = Pick<Correction, 'hidden' | 'speaker' | 'figures'>;

