// What the Worker's corpus tells of its work in the background goes in, step by step; what others are told comes out, seldom enough
// that nobody draws all the time. Knows no message: it posts through a function.
import type { Work } from '../../lib/model';
import type { WorkerNews } from './protocol';

/** So often is told how far the work is, in ms; its end always. */
const EVERY_MS = 500;
/** So often at most is told that something new was found, in ms: whoever hears of it asks about a whole page anew. */
const CHANGED_MS = 4_000;

/** Tells of background work. `mark` says where the corpus's changes stand. */
export class WorkNews {
  private toldAt = 0;
  private busy = false;
  private changedAt = 0;
  private known: number;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly post: (news: WorkerNews) => void,
    private readonly mark: () => number,
    private readonly now: () => number = Date.now,
  ) {
    this.known = mark();
  }

  /** Hears of one step; null is the end. */
  heard(work: Work | null): void {
    const ends = work === null && this.busy;
    this.busy = work !== null;
    if (ends || (work !== null && this.now() - this.toldAt >= EVERY_MS)) {
      this.toldAt = this.now();
      this.post({ work });
    }
    if (ends || work !== null) this.tellChanges();
  }

  /** Tells that something has changed since it was last told: at once, or as soon as the last time is long enough ago. */
  private tellChanges(): void {
    if (this.mark() === this.known || this.later !== undefined) return;
    const wait = this.changedAt + CHANGED_MS - this.now();
    if (wait > 0) {
      this.later = setTimeout(() => {
        this.later = undefined;
        this.tellChanges();
      }, wait);
      return;
    }
    this.known = this.mark();
    this.changedAt = this.now();
    this.post({ changed: true });
  }
}
