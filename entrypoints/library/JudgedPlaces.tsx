// The inbox and the verdicts: sessions in, their views out.
import { useEffect } from 'preact/hooks';
import { InboxView } from '../../components/library/InboxView';
import { VerdictsView } from '../../components/library/VerdictsView';
import { t } from '../../lib/i18n';
import { articleHref } from './route';
import type { Sessions } from './sessions';

/** "Since disputed". */
export function InboxPlace({ sessions: { inbox } }: { sessions: Sessions }) {
  useEffect(() => void inbox.refresh(), []);
  return (
    <>
      <h2 tabIndex={-1}>{t('libraryInbox')}</h2>
      <InboxView view={inbox.view.value} busy={inbox.busy.value} hrefOf={articleHref} onSeen={(disputes, seen) => void inbox.mark(disputes, seen)} onRetry={() => void inbox.refresh()} />
    </>
  );
}

/** What the reader has judged. */
export function VerdictsPlace({ sessions: { verdicts } }: { sessions: Sessions }) {
  useEffect(() => void verdicts.open(), []);
  return (
    <>
      <h2 tabIndex={-1}>{t('libraryVerdicts')}</h2>
      <VerdictsView view={verdicts.view.value} onUndo={(line) => void verdicts.undo(line)} onRetry={() => void verdicts.refresh()} />
    </>
  );
}
