// What has just happened in the library, over the lower edge for some seconds, with its undo. Announced politely; takes no focus.
import { t } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { Rich } from '../Rich';

/** `about` is a title or a reason that the words name as $1. */
export interface LibraryNoticeView {
  words: Key;
  about: string;
  undo: (() => void) | null;
}

export function LibraryNotice({ notice, onDismiss }: { notice: LibraryNoticeView | null; onDismiss: () => void }) {
  const undo = notice?.undo ?? null;
  return (
    <div class="notice-place" role="status">
      {notice && (
        <div class="notice">
          <p>
            <Rich k={notice.words} parts={[<bdi key="about">{notice.about}</bdi>]} />
          </p>
          {undo && (
            <button type="button" class="quiet" onClick={undo}>
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
