// The library's list of articles: a search goes in, the lines in sight come out as a signal; delete and undo, tags and notes. Reaches
// the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Filters, Listing, Loaded, RowLine } from '../../components/library/library-view';
import { decimalMark } from '../../lib/i18n';
import type { ArticleRow } from '../../lib/messages';
import { UNDO_MS } from '../../lib/model';
import { troubleOf } from '../popup/page-reading';
import { listingOf, PAGE, pagesOf, stillGone } from './listing';
import type { Gone, Known } from './listing';
import type { Notices } from './notices';
import type { LibraryPort } from './port';

const NOTHING: Known = { total: 0, rows: new Map(), gone: [] };

export class Articles {
  readonly view = signal<Loaded<Listing>>({ kind: 'waiting' });
  readonly restoringSeeds = signal(false);
  /** Ids of the articles that the reader has selected, to export them. */
  readonly selected = signal<ReadonlySet<string>>(new Set());
  private filters: Filters = {};
  private known: Known = NOTHING;
  private readonly states = new Map<string, RowLine['state']>();
  private readonly gone = new Map<string, Gone>();
  private range = { first: 0, last: PAGE };
  private readonly underWay = new Set<number>();
  /** Counts the questions, so that the answer to one that was overtaken is dropped. */
  private turn = 0;

  constructor(
    private readonly port: LibraryPort,
    private readonly notices: Notices,
  ) {}

  /** Lists what fits; what was listed stays until the answer is there. */
  async open(filters: Filters): Promise<void> {
    this.filters = filters;
    // As many lines as were in sight: where the next list is as long, nobody tells anew which are.
    this.range = { first: 0, last: Math.max(PAGE, this.range.last - this.range.first) };
    this.gone.clear();
    for (const [id, state] of this.states) if (state === 'removed') this.states.delete(id);
    await this.reload();
  }

  /** Asks again for what is in sight. */
  async reload(): Promise<void> {
    const turn = ++this.turn;
    this.underWay.clear();
    const was = this.view.value;
    if (was.kind === 'failed') this.view.value = { ...was, again: true };
    else if (was.kind === 'there') this.view.value = { kind: 'there', value: { ...was.value, busy: true } };
    const wanted = pagesOf({ ...this.known, total: Math.max(this.known.total, this.range.last) }, this.range.first, this.range.last);
    try {
      const answers = await Promise.all((wanted.length > 0 ? wanted : [0]).map(async (page) => ({ page, ...(await this.ask(page)) })));
      if (turn !== this.turn) return;
      const rows = new Map(answers.flatMap(({ page, rows: found }) => found.map((row, i): [number, ArticleRow] => [page * PAGE + i, row])));
      const gone = stillGone(this.gone.values(), rows.values());
      for (const id of this.gone.keys()) if (!gone.some(({ row }) => row.id === id)) this.forget(id);
      this.known = { total: answers[0]?.total ?? 0, rows, gone };
      this.draw();
      await this.want(this.range.first, this.range.last);
    } catch (error) {
      if (turn === this.turn) this.view.value = { kind: 'failed', ...troubleOf(error), again: false };
    }
  }

  /** These lines are in sight: asks for those that are not known. */
  async want(first: number, last: number): Promise<void> {
    this.range = { first, last };
    const missing = pagesOf(this.known, first, last).filter((page) => !this.underWay.has(page) && !this.has(page));
    await Promise.all(missing.map((page) => this.fill(page)));
  }

  private has(page: number): boolean {
    const end = Math.min((page + 1) * PAGE, this.known.total);
    for (let at = page * PAGE; at < end; at += 1) if (!this.known.rows.has(at)) return false;
    return true;
  }

  private async fill(page: number): Promise<void> {
    const { turn } = this;
    this.underWay.add(page);
    try {
      const { rows: found } = await this.ask(page);
      if (turn !== this.turn) return;
      const rows = new Map(this.known.rows);
      for (const [i, row] of found.entries()) rows.set(page * PAGE + i, row);
      this.known = { ...this.known, rows };
      this.draw();
    } catch (error) {
      if (turn === this.turn) this.view.value = { kind: 'failed', ...troubleOf(error), again: false };
    } finally {
      if (turn === this.turn) this.underWay.delete(page);
    }
  }

  private ask(page: number): Promise<{ total: number; rows: ArticleRow[] }> {
    return this.port.ask('search', { query: this.filters.figure ? { ...this.filters, decimal: decimalMark() } : this.filters, offset: page * PAGE, limit: PAGE });
  }

  private draw(): void {
    this.view.value = { kind: 'there', value: listingOf(this.known, this.states, false) };
  }

  private mark(id: string, state: RowLine['state']): void {
    this.states.set(id, state);
    if (this.view.value.kind === 'there') this.draw();
  }

  private forget(id: string): void {
    this.gone.delete(id);
    this.states.delete(id);
  }

  /** The line of an article that is known, or -1. */
  private lineOf(id: string): number {
    const listing = listingOf(this.known, this.states, false);
    for (let at = 0; at < listing.lines; at += 1) if (listing.line(at)?.row.id === id) return at;
    return -1;
  }

  /** Selects an article, or no longer; with null none is selected. */
  select(id: string | null, selected = true): void {
    const now = new Set(id === null ? [] : this.selected.value);
    if (id !== null && selected) now.add(id);
    else if (id !== null) now.delete(id);
    this.selected.value = now;
  }

  /** Deletes an article; its line stays, to bring it back. */
  async remove({ row }: RowLine): Promise<void> {
    if (this.states.has(row.id)) return;
    const at = this.lineOf(row.id);
    this.mark(row.id, 'removing');
    try {
      await this.port.remove(row.id, this.port.operation());
      this.gone.set(row.id, { at, row });
      this.select(row.id, false);
      this.mark(row.id, 'removed');
      this.notices.say('noticeRemoved', row.title, () => void this.restore(row.id, row), UNDO_MS);
    } catch (error) {
      this.forget(row.id);
      this.notices.fail('libraryNotRemoved', error);
    }
    await this.reload();
  }

  /** Brings a deleted article back; `row` is of one whose line may not be shown any more. */
  async restore(id: string, row = this.gone.get(id)?.row): Promise<void> {
    const state = this.states.get(id);
    if (!row || state === 'removing' || state === 'restoring') return;
    this.mark(id, 'restoring');
    try {
      await this.port.restore(id, this.port.operation());
      this.forget(id);
      this.notices.say('noticeRestored', row.title);
    } catch (error) {
      if (this.gone.has(id)) this.mark(id, 'removed');
      else this.forget(id);
      this.notices.fail('libraryNotRestored', error, 'libraryUndoOver');
    }
    await this.reload();
  }

  /** Puts back the articles that came with the extension. */
  async restoreSeeds(): Promise<void> {
    if (this.restoringSeeds.value) return;
    this.restoringSeeds.value = true;
    try {
      const { restored } = await this.port.ask('restoreSeeds', { operation: this.port.operation() });
      this.notices.say(restored > 0 ? 'librarySeedsBack' : 'librarySeedsThere', String(restored));
    } catch (error) {
      this.notices.fail('librarySeedsFailed', error);
    }
    this.restoringSeeds.value = false;
    await this.reload();
  }
}
