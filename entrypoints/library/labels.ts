// Tags and notes: what the reader wrote on an article goes in and is kept, with the way back. Reaches the world through the port only.
import { signal } from '@preact/signals';
import { stepBack } from '../../components/step-back';
import type { Step } from '../../components/step-back';
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

  /** Keeps tags and note of an article, or drops empty ones; false when that failed, or another is still on its way. */
  async write(article: string, { tags, note }: Written): Promise<boolean> {
    return this.send(article, { tags, note }, { how: isEmpty({ tags, note }) ? 'drop' : 'keep' });
  }

  private async send(article: string, { tags, note }: Written, step: Step<Written>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    try {
      const { before, now, overtaken } = await this.port.ask('label', { label: { article, tags, note }, ...step, operation: this.port.operation() });
      const back = stepBack<Written>(now, before);
      if (overtaken) this.notices.overtaken();
      else this.notices.say('libraryLabelKept', '', back && (() => void whenFree(this.busy, () => this.send(article, back.value, back))));
      return !overtaken;
    } catch (error) {
      this.notices.fail('libraryLabelFailed', error);
      return false;
    } finally {
      this.busy.value = false;
      this.changed();
    }
  }
}

function isEmpty({ tags, note }: Written): boolean {
  return tags.length === 0 && note === '';
}
