// The place over the lower edge where a page of ours tells what has just happened, with its undo. Announced politely; takes no focus, and
// gives it back to where it came from when it goes.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../lib/i18n';

interface Props {
  /** The words; null while there is nothing to tell. */
  words: ComponentChildren | null;
  onUndo: (() => void) | null;
  onDismiss: () => void;
}

/** Where a reader goes on when what had the focus is gone: the heading of what is shown. */
function toHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h2, h2, h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

export function NoticePlace({ words, onUndo, onDismiss }: Props) {
  const from = useRef<HTMLElement | null>(null);
  /** Before the pressed button goes with its notice, and takes the focus along. */
  const leaving = (act: () => void) => () => {
    if (from.current?.isConnected) from.current.focus();
    else toHeading();
    act();
  };
  const entered = ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: HTMLElement }): void => {
    if (!currentTarget.contains(relatedTarget as Node | null)) from.current = relatedTarget as HTMLElement | null;
  };
  return (
    <div class="notice-place" role="status" onFocusIn={entered}>
      {words !== null && (
        <div class="notice">
          <p>{words}</p>
          {onUndo && (
            <button type="button" class="quiet" onClick={leaving(onUndo)}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="quiet icon-only" aria-label={t('dismiss')} onClick={leaving(onDismiss)}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
              <path d="M1.5 1.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
            </svg>
          </button>
        </div>
      )}
    </div>
  );
}
