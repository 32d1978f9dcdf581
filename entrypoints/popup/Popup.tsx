// The popup: site access, the page's claims or its state, the stored articles, and what can be done with them. Puts the
// components and the session's signals together.
import { useMemo, useState } from 'preact/hooks';
import { ArticleList } from '../../components/ArticleList';
import { BackupReminder } from '../../components/BackupReminder';
import { Masthead } from '../../components/Masthead';
import { NoticeBar } from '../../components/NoticeBar';
import { PageActions } from '../../components/PageActions';
import { PageBody } from '../../components/PageBody';
import { SiteAccessLine } from '../../components/SiteAccessLine';
import type { WayOut } from '../../components/status-words';
import { Surface } from '../../components/surface';
import { Tabs } from '../../components/Tabs';
import { sentenceDirective } from '../../lib/exchange/text-fragment';
import { formatNumber, t } from '../../lib/i18n';
import type { SiteRule } from '../../lib/settings';
import { timeLineOf } from '../../lib/updates';
import type { Session } from './session';
import type { Shelf } from './shelf';

interface Props {
  session: Session;
  shelf: Shelf;
  /** Called once the page has scrolled to a claim. */
  onJumped: () => void;
  onSettings: () => void;
  /** With a hash, at that view of the library. */
  onLibrary: (hash?: string) => void;
}

export function Popup({ session, shelf, onJumped, onSettings, onLibrary }: Props) {
  const [tab, setTab] = useState('page');
  const { access, exporting, exportingAll, foundBy, judging, saving, view } = session;
  const { sample } = session;
  const lent = useMemo(() => ({ judging: sample ? null : judging, directive: sentenceDirective, timeLine: timeLineOf }), [judging, sample]);
  const { host } = access.value;
  const lines = shelf.view.value.kind === 'listed' ? shelf.view.value.total : null;

  const choose = async (rule: SiteRule) => {
    const came = await session.choose(rule);
    shelf.say({ what: came === 'declined' ? 'declined' : came === 'failed' ? 'rule-failed' : `rule-${rule}`, title: host ?? '', undo: null });
  };
  const jump = (claim: number) => void session.jump(claim).then(onJumped, () => session.retry());
  const wayOut = (way: WayOut) => {
    if (way === 'grant') void choose('always');
    else if (way === 'shelf') setTab('shelf');
    else void session.retry();
  };

  return (
    <Surface.Provider value={lent}>
      <div class="popup">
        <Masthead onSettings={onSettings} onLibrary={() => onLibrary()} />
        <SiteAccessLine access={access.value} rule={session.rule} onChoose={(rule) => void choose(rule)} />
        {session.dueBackup !== null && <BackupReminder changes={session.dueBackup} onBackup={() => onLibrary('#exchange')} onLater={() => void session.backupLater()} />}
        <Tabs
          label={t('tabsLabel')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'page', title: t('tabPage') },
            { id: 'shelf', title: <>{t('tabShelf')} {lines !== null && <span class="count">{formatNumber(lines)}</span>}</> },
          ]}
        >
          {tab === 'page' ? (
            <PageBody view={view.value} host={host} saved={saving.value.state === 'saved'} foundBy={foundBy.value} onJump={jump} onWayOut={wayOut} />
          ) : (
            <ArticleList
              view={shelf.view.value}
              exporting={exportingAll.value}
              onRemove={(article) => void shelf.remove(article)}
              onRestore={(id) => void shelf.restore(id)}
              onRetry={() => void shelf.refresh()}
              onExportAll={() => void session.exportAll()}
              onLibrary={() => onLibrary()}
            />
          )}
        </Tabs>
        {tab === 'page' && view.value.kind === 'read' && !sample && (
          <PageActions
            saving={saving.value}
            exporting={exporting.value}
            exportable={view.value.reading.annotations.length > 0}
            onSave={() => void session.save()}
            onExport={() => void session.exportPage()}
          />
        )}
        <NoticeBar notice={shelf.notice.value} onUndo={(id) => void shelf.restore(id)} onDismiss={() => shelf.say(null)} />
      </div>
    </Surface.Provider>
  );
}
