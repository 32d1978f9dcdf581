// What has just happened in popup or panel, in words, with its undo.
import { NoticePlace } from './NoticePlace';
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
  const words = notice && <Rich k={WORDS[notice.what]} parts={[<bdi key="title">{notice.title}</bdi>]} />;
  return <NoticePlace words={words} onUndo={undo === null ? null : () => onUndo(undo)} onDismiss={onDismiss} />;
}
