// A selection that the reader has picked: its id goes in; the selection, what stored articles say of it, and how far saving it has
// come go out as signals. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import { Failure } from '../../lib/failure';
import type { FailureCode } from '../../lib/failure';
import type { Selection } from '../../lib/messages';
import type { Reading } from '../../lib/model';
import { troubleOf } from '../popup/page-reading';
import type { Saved } from '../popup/port';

/** What the page needs of the world. */
export interface PickedPort {
  selection(id: string): Promise<Selection>;
  check(id: string): Promise<Reading>;
  save(id: string, note: string, operation: string): Promise<Saved>;
  remove(article: string, operation: string): Promise<void>;
  operation(): string;
}

export type Picking = { state: 'waiting' } | { state: 'gone' } | { state: 'failed'; trouble: FailureCode } | { state: 'picked'; selection: Selection };
export type Checking = { state: 'busy' } | { state: 'failed'; trouble: FailureCode } | { state: 'read'; reading: Reading };
export type Keeping = { state: 'idle' } | { state: 'busy' } | { state: 'saved'; article: string; already: boolean } | { state: 'removed' } | { state: 'failed'; trouble: FailureCode };

export class Picked {
  readonly picking = signal<Picking>({ state: 'waiting' });
  readonly checking = signal<Checking>({ state: 'busy' });
  readonly keeping = signal<Keeping>({ state: 'idle' });

  constructor(
    private readonly port: PickedPort,
    private readonly id: string,
  ) {}

  /** Asks for the selection and what is said of it; again after a failure. */
  async start(): Promise<void> {
    this.picking.value = { state: 'waiting' };
    try {
      this.picking.value = { state: 'picked', selection: await this.port.selection(this.id) };
    } catch (error) {
      const { trouble, detail } = troubleOf(error);
      // Said by the switchboard, it is the selection that is gone; else it is the switchboard.
      this.picking.value = trouble === 'gone' && detail === 'no such selection' ? { state: 'gone' } : { state: 'failed', trouble };
      return;
    }
    await this.check();
  }

  async check(): Promise<void> {
    this.checking.value = { state: 'busy' };
    try {
      this.checking.value = { state: 'read', reading: await this.port.check(this.id) };
    } catch (error) {
      this.checking.value = { state: 'failed', trouble: troubleOf(error).trouble };
    }
  }

  /** Saves it, once however often it is pressed; sent once more under the same operation id if the switchboard was just being restarted. */
  async save(note: string): Promise<void> {
    if (this.keeping.value.state === 'busy') return;
    this.keeping.value = { state: 'busy' };
    const operation = this.port.operation();
    const once = (): Promise<Saved> => this.port.save(this.id, note, operation);
    try {
      const { article, already } = await once().catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'gone') return once();
        throw error;
      });
      this.keeping.value = { state: 'saved', article: article.id, already };
    } catch (error) {
      this.keeping.value = { state: 'failed', trouble: troubleOf(error).trouble };
    }
  }

  /** Takes back what was saved here just now. */
  async undo(): Promise<void> {
    const saved = this.keeping.value;
    if (saved.state !== 'saved' || saved.already) return;
    this.keeping.value = { state: 'busy' };
    try {
      await this.port.remove(saved.article, this.port.operation());
      this.keeping.value = { state: 'removed' };
    } catch (error) {
      this.keeping.value = { state: 'failed', trouble: troubleOf(error).trouble };
    }
  }
}
