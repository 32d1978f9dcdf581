// What the engine is doing in the background, as a signal. Asks often while something goes on, seldom while nothing does, and not at
// all while nobody looks. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { WorkView } from '../../components/library/library-view';
import type { LibraryPort } from './port';

/** Between two questions, in milliseconds: while work goes on (a bar that moves), and while none does (somebody else may start some). */
const BUSY = 700;
const IDLE = 8000;

export class WorkWatch {
  readonly work = signal<WorkView | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(
    private readonly port: Pick<LibraryPort, 'ask'>,
    /** Called when work has come to its end. */
    private readonly done: () => void,
  ) {}

  /** Asks now, and from now on. */
  async look(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    if (!document.hidden) {
      const was = this.work.value;
      const now = await this.port.ask('work', {}).catch(() => null);
      if (turn !== this.turn) return;
      this.work.value = now;
      if (was && !now) this.done();
    }
    this.timer = setTimeout(() => void this.look(), this.work.value ? BUSY : IDLE);
  }

  stop(): void {
    this.turn += 1;
    clearTimeout(this.timer);
  }
}
