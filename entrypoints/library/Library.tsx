// The library: its head with the way to every view, what goes on in the background, and the view that the address names. Puts the
// components and the sessions' signals together.
import { useEffect, useRef } from 'preact/hooks';
import { LibraryNotice } from '../../components/library/LibraryNotice';
import { WorkLine } from '../../components/library/WorkLine';
import { Logo } from '../../components/Masthead';
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import { ArticlePlace } from './ArticlePlace';
import { ArticlesPlace } from './ArticlesPlace';
import { ExchangePlace } from './ExchangePlace';
import { InboxPlace, VerdictsPlace } from './JudgedPlaces';
import { MatterPlace, MattersPlace } from './MatterPlaces';
import type { Route } from './route';
import type { Sessions } from './sessions';

const WAYS: { view: Route['view']; title: Key; belongs: Route['view'][] }[] = [
  { view: 'articles', title: 'libraryArticles', belongs: ['articles', 'article'] },
  { view: 'matters', title: 'libraryMatters', belongs: ['matters', 'matter'] },
  { view: 'inbox', title: 'libraryInbox', belongs: ['inbox'] },
  { view: 'verdicts', title: 'libraryVerdicts', belongs: ['verdicts'] },
  { view: 'exchange', title: 'libraryExchange', belongs: ['exchange'] },
];

export function Library({ sessions, onSettings }: { sessions: Sessions; onSettings: () => void }) {
  const { router, notices, work, inbox } = sessions;
  const route = router.route.value;
  const place = route.view === 'article' || route.view === 'matter' ? `${route.view}/${route.id}` : route.view;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    // A list takes the reader back to the line that they left by.
    else if (route.view !== 'articles') {
      scrollTo(0, 0);
      main.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }, [place]);
  return (
    <div class="library">
      <header class="library-head">
        <Logo size={28} />
        <h1>{t('library')}</h1>
        <nav aria-label={t('libraryViews')}>
          {WAYS.map(({ view, title, belongs }) => (
            <a key={view} href={sessions.hrefOf(view)} {...(belongs.includes(route.view) ? { 'aria-current': 'page' as const } : {})}>
              {t(title)}
              {view === 'inbox' && inbox.unseen.value > 0 && (
                <>
                  {' '}
                  <span class="count" aria-hidden="true">
                    {formatNumber(inbox.unseen.value)}
                  </span>
                  <span class="visually-hidden">{tn('libraryUnseen', inbox.unseen.value)}</span>
                </>
              )}
            </a>
          ))}
        </nav>
        <button type="button" class="quiet" onClick={onSettings}>
          {t('settings')}
        </button>
      </header>
      <WorkLine work={work.work.value} />
      <main ref={main} class={`library-main is-${route.view}`}>
        <View key={place} route={route} sessions={sessions} />
      </main>
      <LibraryNotice notice={notices.now.value} onDismiss={() => notices.dismiss()} />
    </div>
  );
}

function View({ route, sessions }: { route: Route; sessions: Sessions }) {
  switch (route.view) {
    case 'articles':
      return <ArticlesPlace query={route.query} sessions={sessions} />;
    case 'article':
      return <ArticlePlace id={route.id} wanted={route.at} sessions={sessions} />;
    case 'matters':
      return <MattersPlace text={route.text} sessions={sessions} />;
    case 'matter':
      return <MatterPlace id={route.id} sessions={sessions} />;
    case 'inbox':
      return <InboxPlace sessions={sessions} />;
    case 'verdicts':
      return <VerdictsPlace sessions={sessions} />;
    case 'exchange':
      return <ExchangePlace sessions={sessions} />;
  }
}
