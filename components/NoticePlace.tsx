// The place over the lower edge where a page of ours tells what has just happened, with its undo. Announced politely; takes no focus.
import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n';

interface Props {
  /** The words; null while there is nothing to tell. */
  words: ComponentChildren | null;
  onUndo: (() => void) | null;
  onDismiss: () => void;
}

export function NoticePlace({ words, onUndo, onDismiss }: Props) {
  return (
    <div class="notice-place" role="status">
      {words !== null && (
        <div class="notice">
          <p>{words}</p>
          {onUndo && (
            <button type="button" class="quiet" onClick={onUndo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="quiet icon-only" aria-label={t('dismiss')} onClick={onDismiss}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
              <path d="M1.5 1.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
            </svg>
          </button>
        </div>
      )}
    </div>
  );
}
