// One thing asked of the engine, as a signal: waiting, failed or there. An answer overtaken by a later question is dropped. Knows
// neither what is asked nor who draws it.
import { signal } from '@preact/signals';
import type { Loaded } from '../../components/library/library-view';
import { troubleOf } from '../popup/page-reading';

export class Resource<T> {
  readonly view = signal<Loaded<T>>({ kind: 'waiting' });
  private turn = 0;

  constructor(private readonly ask: () => Promise<T>) {}

  /** Forgets what was known, and drops what is under way. */
  forget(): void {
    this.turn += 1;
    this.view.value = { kind: 'waiting' };
  }

  /** Asks (again); what was known stays until the answer is there. True once this question has been answered. */
  async refresh(): Promise<boolean> {
    const turn = ++this.turn;
    const was = this.view.value;
    if (was.kind === 'failed') this.view.value = { ...was, again: true };
    try {
      const value = await this.ask();
      if (turn === this.turn) this.view.value = { kind: 'there', value };
      return turn === this.turn;
    } catch (error) {
      if (turn === this.turn) this.view.value = { kind: 'failed', ...troubleOf(error), again: false };
      return false;
    }
  }

  /** Changes what is there, until the next answer. */
  change(how: (value: T) => T): void {
    if (this.view.value.kind === 'there') this.view.value = { kind: 'there', value: how(this.view.value.value) };
  }
}
