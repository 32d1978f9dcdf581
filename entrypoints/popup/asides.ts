// What more can be found out of the page that is looked at: what independent articles carry and it lacks, and how it has changed
// since it was saved. A tab goes in, signals come out. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { AsideView } from '../../components/page-view';
import type { LeftOut } from '../../lib/messages';
import type { Change, Draft } from '../../lib/model';
import { troubleOf } from './page-reading';
import type { Port } from './port';

/** How a saved page has changed; `saved` is the ISO instant of saving. Null when it is not stored. */
export type Changes = { saved: string; changes: Change[] } | null;

export class Asides {
  readonly leftOut = signal<AsideView<LeftOut[]>>({ kind: 'idle' });
  readonly changes = signal<AsideView<Changes>>({ kind: 'idle' });
  /** Counts the pages, so that what is found of one left meanwhile is dropped. */
  private turn = 0;

  constructor(private readonly port: Pick<Port, 'draft' | 'leftOut' | 'changes'>) {}

  /** Forgets what was found: another page, or another corpus. */
  clear(): void {
    this.turn += 1;
    this.leftOut.value = { kind: 'idle' };
    this.changes.value = { kind: 'idle' };
  }

  /** Finds out what the page in a tab leaves out. */
  findLeftOut(tab: number): Promise<void> {
    return this.find(this.leftOut, tab, (draft) => this.port.leftOut(draft));
  }

  /** Finds out how the page in a tab has changed since it was saved. */
  findChanges(tab: number): Promise<void> {
    return this.find(this.changes, tab, (draft) => this.port.changes(draft));
  }

  private async find<T>(view: Signal<AsideView<T>>, tab: number, ask: (draft: Draft) => Promise<T>): Promise<void> {
    if (view.value.kind === 'waiting') return;
    const { turn } = this;
    view.value = { kind: 'waiting' };
    let found: AsideView<T>;
    try {
      found = { kind: 'found', found: await ask(await this.port.draft(tab)) };
    } catch (error) {
      found = { kind: 'failed', ...troubleOf(error) };
    }
    if (turn === this.turn) view.value = found;
  }
}
