// What has just happened, over the lower edge for some seconds, with its undo. Announced politely; takes no focus.
import { t } from '../lib/i18n';
import { Rich } from './Rich';
import type { Notice } from './shelf-view';

const WORDS = {
  removed: 'noticeRemoved',
  restored: 'noticeRestored',
  'remove-failed': 'noticeRemoveFailed',
  'restore-failed': 'noticeRestoreFailed',
  declined: 'noticeDeclined',
  'rule-always': 'noticeAlways',
  'rule-click': 'noticeRevoked',
  'rule-never': 'noticeNever',
  'rule-failed': 'noticeRuleFailed',
} as const;

interface Props {
  notice: Notice | null;
  onUndo: (id: string) => void;
  onDismiss: () => void;
}

export function NoticeBar({ notice, onUndo, onDismiss }: Props) {
  const undo = notice?.undo ?? null;
  return (
    <div class="notice-place" role="status">
      {notice && (
        <div class="notice">
          <p>
            <Rich k={WORDS[notice.what]} parts={[<bdi key="title">{notice.title}</bdi>]} />
          </p>
          {undo !== null && (
            <button type="button" class="quiet" onClick={() => onUndo(undo)}>
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
