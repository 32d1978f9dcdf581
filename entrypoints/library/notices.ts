// What has just happened, as a signal. It goes out after some seconds, unless it can be undone: a reader who comes by keyboard or with a
// screen reader takes longer, and WCAG 2.2.1 asks that nobody be hurried. Draws nothing.
import { signal } from '@preact/signals';
import type { LibraryNoticeView } from '../../components/library/LibraryNotice';
import { troubleWords } from '../../components/trouble-words';
import { Failure } from '../../lib/failure';
import { t } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { troubleOf } from '../popup/page-reading';
import { NOTICE_FOR } from '../popup/shelf';

export class Notices {
  readonly now = signal<LibraryNoticeView | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows words about something; `undo` takes it back, once, for as long as nothing else is said, and for `lasts` ms at most. */
  say(words: Key, about = '', undo: (() => void) | null = null, lasts = undo ? Infinity : NOTICE_FOR): void {
    clearTimeout(this.timer);
    const once = undo && (() => {
      this.dismiss();
      undo();
    });
    this.now.value = { words, about, undo: once };
    if (lasts < Infinity) this.timer = setTimeout(() => this.dismiss(), lasts);
  }

  /** Says that something failed, and why; `gone` are the words for what is not there any more, where that says more. */
  fail(words: Key, error: unknown, gone: Key | null = null): void {
    const { trouble } = troubleOf(error);
    this.say(words, trouble === 'gone' && gone !== null ? t(gone) : troubleWords(trouble));
  }

  /** Says that what was to be undone has been changed since, and stays. */
  overtaken(): void {
    this.fail('verdictNotUndone', new Failure('changed'));
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.now.value = null;
  }
}
