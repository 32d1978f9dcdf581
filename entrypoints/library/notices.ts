// What has just happened, as a signal. It goes out after some seconds, unless it can be undone: a reader who comes by keyboard or with a
// screen reader takes longer, and WCAG 2.2.1 asks that nobody be hurried. Draws nothing.
import { signal } from '@preact/signals';
import type { LibraryNoticeView } from '../../components/library/LibraryNotice';
import { troubleWords } from '../../components/trouble-words';
import type { Key } from '../../lib/i18n';
import { troubleOf } from '../popup/page-reading';
import { NOTICE_FOR } from '../popup/shelf';

export class Notices {
  readonly now = signal<LibraryNoticeView | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows words about something; `undo` takes it back, once, for as long as nothing else is said. */
  say(words: Key, about = '', undo: (() => void) | null = null): void {
    clearTimeout(this.timer);
    const once = undo && (() => {
      this.dismiss();
      undo();
    });
    this.now.value = { words, about, undo: once };
    if (!once) this.timer = setTimeout(() => this.dismiss(), NOTICE_FOR);
  }

  /** Says that something failed, and why. */
  fail(words: Key, error: unknown): void {
    this.say(words, troubleWords(troubleOf(error).trouble));
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.now.value = null;
  }
}
