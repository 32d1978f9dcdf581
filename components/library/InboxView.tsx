// "Since disputed": what newly saved articles differ from in older ones, newest first. Props in, callbacks out.
import { t, tn } from '../../lib/i18n';
import type { Dispute } from '../../lib/model';
import { DisputeItem } from './DisputeItem';
import { Empty } from './Empty';
import type { Loaded } from './library-view';
import { LoadState } from './LoadState';

interface Props {
  view: Loaded<Dispute[]>;
  /** Ids of the lines whose mark is on its way. */
  busy: ReadonlySet<string>;
  hrefOf: (article: string, statement: string) => string;
  onSeen: (disputes: Dispute[], seen: boolean) => void;
  onRetry: () => void;
}

export function InboxView({ view, busy, hrefOf, onSeen, onRetry }: Props) {
  const unseen = view.kind === 'there' ? view.value.filter(({ seen }) => !seen) : [];
  return (
    <>
      <p class="lead">{t('libraryInboxLead')}</p>
      <LoadState view={view} waiting="libraryInboxWaiting" failed="libraryInboxFailed" onRetry={onRetry} />
      {view.kind === 'there' && view.value.length === 0 && <Empty title="libraryInboxEmptyTitle" text="libraryInboxEmptyText" />}
      {view.kind === 'there' && view.value.length > 0 && (
        <>
          <div class="list-head">
            <p role="status">{tn('libraryUnseen', unseen.length)}</p>
            <button type="button" class="quiet" aria-disabled={unseen.length === 0} onClick={() => unseen.length > 0 && onSeen(unseen, true)}>
              {t('libraryAllSeen')}
            </button>
          </div>
          <ul class="disputes">
            {view.value.map((dispute) => (
              <DisputeItem key={dispute.id} dispute={dispute} busy={busy.has(dispute.id)} hrefOf={hrefOf} onSeen={(one, seen) => onSeen([one], seen)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
