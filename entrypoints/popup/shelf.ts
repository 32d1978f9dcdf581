// The articles that were stored last: a list as a signal, delete and undo. A deleted article is gone from the corpus at once; its line
// stays, to bring it back, for as long as that can be done and the popup is open. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Notice, ShelfLine, ShelfView } from '../../components/shelf-view';
import { UNDO_MS } from '../../lib/model';
import type { ArticleSummary } from '../../lib/model';
import { troubleOf } from './page-reading';
import type { Port } from './port';

/** How long a notice with its undo stays, in milliseconds: long enough to read and reach it by keyboard. */
export const NOTICE_FOR = 8000;

export class Shelf {
  readonly view = signal<ShelfView>({ kind: 'waiting' });
  readonly notice = signal<Notice | null>(null);
  private readonly gone = new Map<string, ShelfLine>();
  /** Of each article that can still be brought back. */
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly unhear: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly port: Port) {
    this.unhear = port.hearCorpus(() => void this.refresh());
  }

  close(): void {
    clearTimeout(this.timer);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.unhear();
  }

  async refresh(): Promise<void> {
    try {
      const { total, rows: stored } = await this.port.newest();
      // Saved again meanwhile: it is stored, not deleted, and there is nothing to undo.
      for (const { id } of stored) if (this.gone.get(id)?.state === 'removed') this.forget(id);
      const kept = stored.filter(({ id }) => !this.gone.has(id)).map((article): ShelfLine => ({ article, state: 'stored' }));
      this.view.value = { kind: 'listed', lines: [...kept, ...this.gone.values()].sort(newestFirst), total };
    } catch (error) {
      this.view.value = { kind: 'failed', ...troubleOf(error) };
    }
  }

  /** Deletes an article; its line stays, to bring it back. */
  async remove(article: ArticleSummary): Promise<void> {
    if (this.gone.has(article.id)) return;
    this.mark(article, 'removing');
    try {
      await this.port.remove(article.id, this.port.operation());
      this.mark(article, 'removed');
      this.timers.set(article.id, setTimeout(() => this.over(article.id), UNDO_MS));
      this.say({ what: 'removed', title: article.title, undo: article.id });
    } catch {
      this.forget(article.id);
      this.say({ what: 'remove-failed', title: article.title, undo: null });
    }
    await this.refresh();
  }

  /** Brings a deleted article back. */
  async restore(id: string): Promise<void> {
    const line = this.gone.get(id);
    if (line?.state !== 'removed') return;
    this.mark(line.article, 'restoring');
    try {
      await this.port.restore(id, this.port.operation());
      this.forget(id);
      this.say({ what: 'restored', title: line.article.title, undo: null });
    } catch {
      if (this.timers.has(id)) this.mark(line.article, 'removed');
      else this.forget(id);
      this.say({ what: 'restore-failed', title: line.article.title, undo: null });
    }
    await this.refresh();
  }

  /** Shows a notice for some seconds; one that can be undone until the next. */
  say(notice: Notice | null): void {
    clearTimeout(this.timer);
    this.notice.value = notice;
    if (notice && !notice.undo) this.timer = setTimeout(() => (this.notice.value = null), NOTICE_FOR);
  }

  /** An article can no longer be brought back: its line goes, unless that is being tried. */
  private over(id: string): void {
    this.timers.delete(id);
    if (this.gone.get(id)?.state !== 'removed') return;
    this.forget(id);
    void this.refresh();
  }

  private forget(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.gone.delete(id);
    if (this.notice.value?.undo === id) this.say(null);
  }

  private mark(article: ArticleSummary, state: ShelfLine['state']): void {
    this.gone.set(article.id, { article, state });
    if (this.view.value.kind !== 'listed') return;
    const total = this.view.value.total - (state === 'removing' ? 1 : 0);
    this.view.value = { kind: 'listed', total, lines: this.view.value.lines.map((line) => (line.article.id === article.id ? { article, state } : line)) };
  }
}

/** Latest saved first; of the same instant by title, so that the order never jumps. */
function newestFirst(a: ShelfLine, b: ShelfLine): number {
  return b.article.retrieved.localeCompare(a.article.retrieved) || a.article.title.localeCompare(b.article.title) || a.article.id.localeCompare(b.article.id);
}
