// Tags and notes: what the reader wrote on an article goes in and is kept, with the way back. Reaches the world through the port only.
import { signal } from '@preact/signals';
import type { Notices } from './notices';
import type { LibraryPort } from './port';
import { whenFree } from './when-free';

/** What is written on an article. */
export interface Written {
  tags: string[];
  note: string;
}

export class Labels {
  readonly busy = signal(false);

  constructor(
    private readonly port: LibraryPort,
    private readonly notices: Notices,
    /** Called when something was kept. */
    private readonly changed: () => void,
  ) {}

  /** Keeps tags and note of an article; false when that failed, or another is still on its way. */
  async write(article: string, now: Written, before: Written): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    try {
      await this.port.ask('label', { label: { article, tags: now.tags, note: now.note }, operation: this.port.operation() });
      this.notices.say('libraryLabelKept', '', () => void whenFree(this.busy, () => this.write(article, before, now)));
      return true;
    } catch (error) {
      this.notices.fail('libraryLabelFailed', error);
      return false;
    } finally {
      this.busy.value = false;
      this.changed();
    }
  }
}
