// What is known of the page in a tab: asks the tab's reader, has one injected where there is none, waits politely while it
// works, and puts the outcome into one signal. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { PageView } from '../../components/page-view';
import { Failure } from '../../lib/failure';
import type { PageState } from '../../lib/messages';
import { pageKind } from './page-kind';
import type { Port, Tab } from './port';

/** Waits before asking again a reader that is busy or does not answer yet, in milliseconds. News that it has finished
    usually comes first; these only bound how long a lost message goes unnoticed. */
const ASK_AGAIN = [150, 300, 600, 1000, 2000];

/** How often an injected reader may stay silent before that is a failure: about four seconds in all. */
const SILENCES = 5;

/** An error as a view shows it. */
export function troubleOf(error: unknown): { trouble: Failure['code']; detail: string } {
  if (error instanceof Failure) return { trouble: error.code, detail: error.message };
  return { trouble: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

export class PageReading {
  readonly view = signal<PageView>({ kind: 'waiting', for: 'page' });
  private tab: Tab | null = null;
  /** Counts the loads, so that an answer about a tab left meanwhile is dropped. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Port,
    /** Called whenever the page has been read (again), with its address. */
    private readonly onRead: (url: string) => void,
  ) {}

  stop(): void {
    this.turn += 1;
    clearTimeout(this.timer);
  }

  /** Turns to a tab and has it read if it is not. */
  async open(tab: Tab): Promise<void> {
    this.view.value = { kind: 'waiting', for: 'page' };
    this.tab = tab;
    await this.refresh();
  }

  /** Asks the same tab again, leaving what is shown until there is an answer. */
  async refresh(): Promise<void> {
    const { tab } = this;
    this.stop();
    const { turn } = this;
    if (!tab) return;
    const kind = pageKind(tab.url, this.port.own);
    if (kind !== 'web' && kind !== 'unknown' && kind !== 'pdf' && kind !== 'sample') {
      this.view.value = { kind: 'unreadable', why: kind };
      return;
    }
    await this.settle(turn, async () => {
      try {
        return await this.port.pageState(tab.id);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
      if (turn === this.turn) await this.port.read(tab.id);
      return 'injected';
    });
  }

  /** Shows what `find` comes back with, unless the tab was left meanwhile. */
  private async settle(turn: number, find: () => Promise<PageState | 'injected'>, asked = 0, silences = 0): Promise<void> {
    try {
      const state = await find();
      if (turn !== this.turn) return;
      if (state === 'injected') this.askAgain(turn, 0, 0, 0);
      else this.show(state, turn, asked);
    } catch (error) {
      if (turn !== this.turn) return;
      if (!isGone(error)) this.fail(error);
      else if (asked > 0 && silences < SILENCES) this.askAgain(turn, asked, silences + 1);
      else this.fail(asked > 0 ? new Failure('no-reader', error.message) : error);
    }
  }

  private askAgain(turn: number, asked: number, silences: number, wait = ASK_AGAIN[Math.min(asked, ASK_AGAIN.length - 1)]): void {
    const { tab } = this;
    if (!tab) return;
    this.timer = setTimeout(() => void this.settle(turn, () => this.port.pageState(tab.id), asked + 1, silences), wait);
  }

  private show(state: PageState, turn: number, asked: number): void {
    if (state.state === 'reading' || state.state === 'engine-starting') {
      this.view.value = { kind: 'waiting', for: state.state === 'reading' ? 'reading' : 'engine' };
      this.askAgain(turn, asked, 0);
    } else if (state.state === 'not-article') {
      this.view.value = this.isPdf() ? { kind: 'unreadable', why: 'pdf' } : { kind: 'not-article' };
    } else if (state.state === 'not-english') {
      this.view.value = { kind: 'not-english', language: state.language };
    } else if (state.state === 'failed') {
      this.fail(new Failure(state.code, state.detail));
    } else {
      this.view.value = { kind: 'read', url: state.url, title: state.title, cut: state.cut, reading: state.reading };
      this.onRead(state.url);
    }
  }

  private fail(error: unknown): void {
    const what = troubleOf(error);
    if (this.isPdf() && (what.trouble === 'unreadable-page' || what.trouble === 'no-reader')) this.view.value = { kind: 'unreadable', why: 'pdf' };
    else if (what.trouble === 'no-access' || what.trouble === 'left-alone') this.view.value = { kind: what.trouble };
    else if (what.trouble === 'unreadable-page') this.view.value = { kind: 'unreadable', why: 'browser' };
    else this.view.value = { kind: 'failed', ...what };
  }

  /** A PDF by its address: only a hint, so it counts once reading has come to nothing. */
  private isPdf(): boolean {
    return pageKind(this.tab?.url) === 'pdf';
  }
}

function isGone(error: unknown): error is Failure {
  return error instanceof Failure && error.code === 'gone';
}
