// Which claim the page has in sight: asks the tab's reader twice a second, only while somebody looks at the panel and wants it
// followed. A tab goes in, the claim's index comes out as a signal. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Port } from '../popup/port';

/** Between two questions, in ms: as often as a reader is asked at most. */
const EVERY = 500;
/** After an unanswered question, in ms: the page is gone, or just changing. */
const PAUSE = 4_000;

export class Following {
  /** Index of the claim in sight; the last one while none is; null while nothing is known. */
  readonly current = signal<number | null>(null);
  private tab: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Pick<Port, 'inView'>,
    /** False while nobody can see the panel. */
    private readonly isSeen: () => boolean,
  ) {}

  /** Follows the page in a tab from now on; with null, none. */
  follow(tab: number | null): void {
    if (tab === this.tab) return;
    this.tab = tab;
    this.current.value = null;
    clearTimeout(this.timer);
    if (tab !== null) void this.ask(tab);
  }

  private async ask(tab: number): Promise<void> {
    let wait = EVERY;
    if (this.isSeen()) {
      try {
        const { current } = await this.port.inView(tab);
        if (tab === this.tab && current !== null) this.current.value = current;
      } catch {
        wait = PAUSE;
      }
    }
    if (tab === this.tab) this.timer = setTimeout(() => void this.ask(tab), wait);
  }
}
