// Matters as signals: the list that fits a text, some at a time, and one matter whole. Reaches the world through the port only; draws
// nothing.
import { signal } from '@preact/signals';
import type { Matter, MatterRow } from '../../lib/messages';
import type { LibraryPort } from './port';
import { Resource } from './resource';

/** Rows asked for at first, and with each "Show more". */
const SOME = 50;

/** After the last key, in milliseconds; as in search.ts. */
const PAUSE = 250;

export class Matters {
  /** What is typed into the search, shown at once. */
  readonly text = signal('');
  readonly busy = signal(false);
  private limit = SOME;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly list: Resource<{ total: number; rows: MatterRow[] }>;
  private readonly whole: Resource<Matter>;
  private id = '';

  constructor(
    port: Pick<LibraryPort, 'ask'>,
    /** Called with the text that is asked for, to be kept in the address. */
    private readonly asked: (text: string) => void,
  ) {
    this.list = new Resource(() => port.ask('matters', { text: this.text.value, offset: 0, limit: this.limit }));
    this.whole = new Resource(() => port.ask('matter', { id: this.id }));
  }

  get rows(): Resource<{ total: number; rows: MatterRow[] }>['view'] {
    return this.list.view;
  }

  get matter(): Resource<Matter>['view'] {
    return this.whole.view;
  }

  /** Lists what fits a text. */
  async open(text: string): Promise<void> {
    clearTimeout(this.timer);
    this.text.value = text;
    this.limit = SOME;
    await this.refresh();
  }

  /** The reader types: asked for once that pauses. */
  type(text: string): void {
    this.text.value = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.asked(text);
      void this.open(text);
    }, PAUSE);
  }

  /** Lists more of what fits. */
  async more(): Promise<void> {
    if (this.busy.value) return;
    this.limit += SOME;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.busy.value = true;
    await this.list.refresh();
    this.busy.value = false;
  }

  /** Turns to one matter, forgetting another one. */
  async openMatter(id: string): Promise<void> {
    if (id !== this.id) this.whole.forget();
    this.id = id;
    await this.whole.refresh();
  }

  async refreshMatter(): Promise<void> {
    if (this.id !== '') await this.whole.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
