// The popup: site access, the page's claims or its state, the stored articles, and what can be done with them. Puts the
// components and the session's signals together.
import { useState } from 'preact/hooks';
import { ArticleList } from '../../components/ArticleList';
import { Masthead } from '../../components/Masthead';
import { NoticeBar } from '../../components/NoticeBar';
import { PageActions } from '../../components/PageActions';
import { PageBody } from '../../components/PageBody';
import { SiteAccessLine } from '../../components/SiteAccessLine';
import type { WayOut } from '../../components/status-words';
import { Tabs } from '../../components/Tabs';
import { formatNumber, t } from '../../lib/i18n';
import type { Session } from './session';
import type { Shelf } from './shelf';

interface Props {
  session: Session;
  shelf: Shelf;
  /** Called once the page has scrolled to a claim. */
  onJumped: () => void;
  onSettings: () => void;
}

export function Popup({ session, shelf, onJumped, onSettings }: Props) {
  const [tab, setTab] = useState('page');
  const { access, exporting, exportingAll, foundBy, saving, view } = session;
  const { host } = access.value;
  const lines = shelf.view.value.kind === 'listed' ? shelf.view.value.lines.filter(({ state }) => state === 'stored').length : null;

  const allow = async () => {
    if (!(await session.grant())) shelf.say({ what: 'declined', title: host ?? '', undo: null });
  };
  const stop = async () => shelf.say({ what: (await session.revoke()) ? 'revoked' : 'revoke-failed', title: host ?? '', undo: null });
  const jump = (claim: number) => void session.jump(claim).then(onJumped, () => session.retry());
  const wayOut = (way: WayOut) => {
    if (way === 'grant') void allow();
    else if (way === 'shelf') setTab('shelf');
    else void session.retry();
  };

  return (
    <div class="popup">
      <Masthead onSettings={onSettings} />
      <SiteAccessLine access={access.value} onAllow={() => void allow()} onStop={() => void stop()} />
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
          />
        )}
      </Tabs>
      {tab === 'page' && view.value.kind === 'read' && (
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
  );
}
