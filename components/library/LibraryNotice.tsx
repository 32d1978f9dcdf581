// What has just happened in the library, in words, with its undo.
import type { Key } from '../../lib/i18n';
import { NoticePlace } from '../NoticePlace';
import { Rich } from '../Rich';

/** `about` is a title or a reason that the words name as $1. */
export interface LibraryNoticeView {
  words: Key;
  about: string;
  undo: (() => void) | null;
}

export function LibraryNotice({ notice, onDismiss }: { notice: LibraryNoticeView | null; onDismiss: () => void }) {
  const words = notice && <Rich k={notice.words} parts={[<bdi key="about">{notice.about}</bdi>]} />;
  return <NoticePlace words={words} onUndo={notice?.undo ?? null} onDismiss={onDismiss} />;
}
