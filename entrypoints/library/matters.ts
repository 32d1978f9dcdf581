// Matters as signals: the list that fits a text, some at a time, and one matter whole, which stays as it is shown until the reader wants
// it anew. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Matter, MatterRow } from '../../lib/messages';
import { troubleOf } from '../popup/page-reading';
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
  /** The matter that is shown is another one by now, or no more. */
  readonly changed = signal(false);
  private limit = SOME;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly list: Resource<{ total: number; rows: MatterRow[] }>;
  private readonly whole: Resource<Matter>;
  private id = '';

  constructor(
    private readonly port: Pick<LibraryPort, 'ask'>,
    /** Called with the text that is asked for, to be kept in the address. */
    private readonly asked: (text: string) => void,
    /** Called when the matter that is shown goes by another id. */
    private readonly moved: (from: string, to: string) => void,
  ) {
    this.list = new Resource(() => port.ask('matters', { text: this.text.value, offset: 0, limit: this.limit }));
    this.whole = new Resource(() => this.askMatter());
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
    await this.showAnew();
  }

  /** Shows the matter as it is now, also where its statements are grouped otherwise. */
  async showAnew(): Promise<void> {
    if (this.id === '' || !(await this.whole.refresh())) return;
    this.changed.value = false;
    const { shown, id } = this;
    if (!shown || shown.id === id) return;
    this.id = shown.id;
    this.moved(id, shown.id);
  }

  /** Looks whether the matter has changed; what is shown stays. Where nothing is, it is asked for. */
  async refreshMatter(): Promise<void> {
    const { shown } = this;
    if (!shown) return this.showAnew();
    let changed: boolean;
    try {
      changed = drawn(await this.askMatter()) !== drawn(shown);
    } catch (error) {
      changed = troubleOf(error).trouble === 'gone' || this.changed.value;
    }
    if (this.shown === shown) this.changed.value = changed;
  }

  private get shown(): Matter | null {
    const view = this.matter.value;
    return view.kind === 'there' ? view.value : null;
  }

  private askMatter(): Promise<Matter> {
    return this.port.ask('matter', { id: this.id, statements: this.shown?.said.map(({ statement }) => statement.id) ?? [] });
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** All of a matter that is drawn; its links are not. */
function drawn(matter: Matter): string {
  return JSON.stringify({ ...matter, links: null });
}
