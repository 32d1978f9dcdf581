// The matters, and one of them: sessions in, their views out.
import { useEffect, useRef } from 'preact/hooks';
import { Empty } from '../../components/library/Empty';
import { LoadState } from '../../components/library/LoadState';
import { MatterList } from '../../components/matters/MatterList';
import { MatterView } from '../../components/matters/MatterView';
import { t } from '../../lib/i18n';
import type { Matter } from '../../lib/messages';
import { hashOf } from './route';
import type { Sessions } from './sessions';

/** Statements grouped by what they speak of, largest first. */
export function MattersPlace({ text, sessions: { matters } }: { text: string; sessions: Sessions }) {
  const view = matters.rows.value;
  useEffect(() => {
    void matters.open(text);
    return () => matters.stop();
  }, []);
  return (
    <>
      <h2 tabIndex={-1}>{t('libraryMatters')}</h2>
      <LoadState view={view} waiting="libraryMattersWaiting" failed="libraryMattersFailed" onRetry={() => void matters.refresh()} />
      {view.kind === 'there' && (
        <MatterList
          rows={view.value.rows}
          total={view.value.total}
          text={matters.text.value}
          busy={matters.busy.value}
          hrefOf={(id) => hashOf({ view: 'matter', id })}
          onText={(typed) => matters.type(typed)}
          onMore={() => void matters.more()}
        />
      )}
    </>
  );
}

/** One matter, whole. */
export function MatterPlace({ id, sessions }: { id: string; sessions: Sessions }) {
  const { matters, router } = sessions;
  const view = matters.matter.value;
  useEffect(() => void matters.openMatter(id), [id]);
  const bar = useRef<HTMLDivElement>(null);
  const showAnew = async (): Promise<void> => {
    await matters.showAnew();
    bar.current?.parentElement?.querySelector('h2')?.focus();
  };
  const gone = view.kind === 'failed' && (view.trouble === 'gone' || view.trouble === 'bad-message');
  return (
    <>
      <p class="way-back">
        <a href={sessions.hrefOf('matters')}>{t('libraryBackToMatters')}</a>
      </p>
      {view.kind !== 'there' && (
        <h2 tabIndex={-1} class="visually-hidden">
          {t('libraryMatter')}
        </h2>
      )}
      {gone ? (
        <Empty title="libraryMatterGoneTitle" text="libraryMatterGoneText" />
      ) : (
        <LoadState view={view} waiting="libraryMatterWaiting" failed="libraryMatterFailed" onRetry={() => void matters.showAnew()} />
      )}
      {view.kind === 'there' && (
        <MatterView
          matter={view.value}
          onStatement={(statement) => {
            const article = articleOf(view.value, statement);
            if (article !== null) router.go({ view: 'article', id: article, at: statement });
          }}
        />
      )}
      <div ref={bar} class="matter-changed" role="status">
        {view.kind === 'there' && matters.changed.value && (
          <>
            <p>{t('libraryMatterChanged')}</p>
            <button type="button" onClick={() => void showAnew()}>
              {t('libraryMatterShowAnew')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

/** The id of the stored article in which a statement of a matter stands. */
function articleOf({ said }: Matter, statement: string): string | null {
  return said.find((one) => one.statement.id === statement)?.statement.article ?? null;
}
