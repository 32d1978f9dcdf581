// When the engine is asked about a page that keeps changing: the page's texts in, one question at a time out, each answer
// handed on. Takes no answer to a page that was forgotten. Knows nothing of what is done with the answers.
import type { PageText } from './read';
import type { Begun, Draft, Reading } from '../model';

export type Answer = { state: 'read'; reading: Reading } | { state: 'failed'; error: unknown };

export interface AskerPorts {
  /** Asks the engine; `soon`: its beginning will do. May reject; the rejection becomes the answer 'failed'. */
  annotate: (draft: Draft, soon: boolean) => Promise<Reading | Begun>;
  /** Told of the beginning of an answer: the rest has been asked for. */
  begun: (page: PageText, reading: Begun) => void;
  /** Told when a question is put, and again when its answer is late. */
  waiting: (late: boolean) => void;
  /** Told of each answer, with the text that it is about. */
  answered: (page: PageText, answer: Answer) => void;
}

/** Milliseconds without an answer after which it is late; warm, the engine answers in 20 to 100. */
const PATIENCE = 300;
/** Times that a page is asked about as soon as it is quiet: it may be filling itself in. After that, once in an interval. */
const AT_ONCE = 2;
/** Milliseconds from one question about a page to the next, unless a reader or the corpus wants it sooner. */
export const INTERVAL = 5_000;

export class Asker {
  /** True while an answer is waited for. */
  asking = false;
  private page: PageText | null = null;
  /** The drafts of the newest text and of the text last asked about, to be compared. */
  private text = '';
  private asked = '';
  private times = 0;
  private last = 0;
  private next: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(
    private readonly ports: AskerPorts,
    private readonly interval: number,
  ) {}

  /** Takes the page's newest text. True when it is the one that was asked about last. */
  offer(page: PageText): boolean {
    this.page = page;
    this.text = JSON.stringify(page.draft);
    return this.text === this.asked;
  }

  /** Asks about the newest text unless that was done: now, when the answer under way is here, or when its turn has come. */
  plan(): void {
    if (this.asking || this.next !== undefined || this.text === this.asked) return;
    const wait = this.times < AT_ONCE ? 0 : this.last + this.interval - performance.now();
    if (wait <= 0) return void this.ask();
    this.next = setTimeout(() => {
      this.next = undefined;
      this.plan();
    }, wait);
  }

  /** Asks at once, known or not; an answer under way is no longer waited for. */
  async ask(): Promise<void> {
    const { page } = this;
    if (!page) return;
    const turn = ++this.turn;
    this.asking = true;
    this.asked = this.text;
    this.times++;
    this.last = performance.now();
    this.ports.waiting(false);
    const late = setTimeout(() => {
      if (turn === this.turn) this.ports.waiting(true);
    }, PATIENCE);
    let answer: Answer;
    try {
      let reading = await this.ports.annotate(page.draft, true);
      if ('more' in reading && turn === this.turn) {
        this.ports.begun(page, reading);
        // The whole, also where the corpus has changed since: asked for beginnings while others are stored, it would begin again and again.
        reading = await this.ports.annotate(page.draft, false);
      }
      answer = { state: 'read', reading };
    } catch (error) {
      answer = { state: 'failed', error };
    }
    clearTimeout(late);
    if (turn !== this.turn) return;
    this.asking = false;
    this.ports.answered(page, answer);
    this.plan();
  }

  /** Another page, or none: no question more about this one, and no answer. */
  forget(): void {
    clearTimeout(this.next);
    this.next = undefined;
    this.turn++;
    this.asking = false;
    this.page = null;
    this.text = this.asked = '';
    this.times = 0;
  }
}
