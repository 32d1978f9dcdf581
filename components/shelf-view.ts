// The stored articles as they are listed: what the shelf works out and ArticleList draws. Types only.
import type { FailureCode } from '../lib/failure';
import type { ArticleSummary } from '../lib/model';

/** A line of the list. A removed article keeps its line, and can be brought back, while the popup is open. */
export interface ShelfLine {
  article: ArticleSummary;
  state: 'stored' | 'removing' | 'removed' | 'restoring';
}

export type ShelfView = { kind: 'waiting' } | { kind: 'failed'; trouble: FailureCode; detail: string } | { kind: 'listed'; lines: ShelfLine[]; /** How many are stored, listed here or not. */ total: number };

/** What has just happened, shown for some seconds at the lower edge. `undo` is the article that can be brought back. */
export interface Notice {
  what: 'removed' | 'restored' | 'remove-failed' | 'restore-failed' | 'declined' | 'rule-always' | 'rule-click' | 'rule-never' | 'rule-failed';
  title: string;
  undo: string | null;
}
