// The articles that were stored last: a list as a signal, delete and undo. A deleted article is gone from the corpus at once; its line
// stays, and it can be brought back, while the popup is open. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Notice, ShelfLine, ShelfView } from '../../components/shelf-view';
import type { ArticleSummary } from '../../lib/model';
import { troubleOf } from './page-reading';
import type { Port } from './port';

/** How long a notice with its undo stays, in milliseconds: long enough to read and reach it by keyboard. */
export const NOTICE_FOR = 8000;

export class Shelf {
  readonly view = signal<ShelfView>({ kind: 'waiting' });
  readonly notice = signal<Notice | null>(null);
  private readonly gone = new Map<string, ShelfLine>();
  private readonly unhear: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly port: Port) {
    this.unhear = port.hearCorpus(() => void this.refresh());
  }

  close(): void {
    clearTimeout(this.timer);
    this.unhear();
  }

  async refresh(): Promise<void> {
    try {
      const { total, rows: stored } = await this.port.newest();
      // Saved again meanwhile: it is stored, not deleted, and there is nothing to undo.
      for (const { id } of stored) if (this.gone.get(id)?.state === 'removed') this.gone.delete(id);
      const undo = this.notice.value?.undo;
      if (undo && !this.gone.has(undo)) this.say(null);
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
      this.say({ what: 'removed', title: article.title, undo: article.id });
    } catch {
      this.gone.delete(article.id);
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
      this.gone.delete(id);
      this.say({ what: 'restored', title: line.article.title, undo: null });
    } catch {
      this.mark(line.article, 'removed');
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
