// The side panel: every claim of the page in its order with all its evidence, turned to the claim that the reader came for and
// following the page; then what the page leaves out, and how it has changed since it was saved.
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { NO_FILTER } from '../../components/claim-filter';
import { ClaimsInOrder } from '../../components/ClaimsInOrder';
import { Masthead } from '../../components/Masthead';
import { PageBody } from '../../components/PageBody';
import { SiteAccessLine } from '../../components/SiteAccessLine';
import type { WayOut } from '../../components/status-words';
import { Surface } from '../../components/surface';
import { sentenceDirective } from '../../lib/exchange/text-fragment';
import { timeLineOf } from '../../lib/updates';
import type { Session } from '../popup/session';
import type { Following } from './following';
import { PageAsides } from './PageAsides';
import type { Wanted } from './wanted';

interface Props {
  session: Session;
  following: Following;
  wanted: Signal<Wanted | null>;
  onJumped: () => void;
  onSettings: () => void;
  onLibrary: () => void;
}

export function Panel({ session, following, wanted, onJumped, onSettings, onLibrary }: Props) {
  const { access, foundBy, judging, saving, tab, view } = session;
  const [filter, setFilter] = useState(NO_FILTER);
  const [follows, setFollows] = useState(true);
  const { sample } = session;
  const lent = useMemo(() => ({ judging: sample ? null : judging, directive: sentenceDirective, timeLine: timeLineOf }), [judging, sample]);
  const { host } = access.value;
  const id = tab.value?.id ?? null;
  const claim = wanted.value?.tab === id ? (wanted.value?.claim ?? null) : null;
  const listed = view.value.kind === 'read';

  // With the drawing, not some frames after it: nobody is asked once it need not follow.
  useLayoutEffect(() => following.follow(follows && listed ? id : null), [follows, listed, id]);
  useEffect(() => () => following.follow(null), []);
  // Whoever comes for a claim wants to see it, whatever was chosen before.
  useEffect(() => {
    if (claim !== null) setFilter(NO_FILTER);
  }, [wanted.value]);
  useEffect(() => {
    if (claim === null || !listed) return;
    const item = document.getElementById(`claim-${claim}`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    item?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    item?.querySelector('button')?.focus({ preventScroll: true });
  }, [wanted.value, listed]);

  const wayOut = (way: WayOut) => void (way === 'grant' ? session.grant() : session.retry());
  const jump = (index: number) => void session.jump(index).then(onJumped, () => session.retry());
  return (
    <Surface.Provider value={lent}>
      <div class="panel">
        <Masthead onSettings={onSettings} onLibrary={onLibrary} />
        <SiteAccessLine access={access.value} rule={session.rule} onChoose={(rule) => void session.choose(rule)} />
        <div class="panel-body">
          <PageBody
            view={view.value}
            host={host}
            saved={saving.value.state === 'saved'}
            foundBy={foundBy.value}
            onJump={jump}
            onWayOut={wayOut}
            shelf={false}
            list={(reading) => (
              <ClaimsInOrder
                reading={reading}
                filter={filter}
                wanted={claim}
                current={following.current.value}
                follows={follows}
                onFilter={setFilter}
                onFollow={setFollows}
                onJump={jump}
              />
            )}
          />
          {view.value.kind === 'read' && id !== null && !sample && view.value.reading.articles > 0 && (
            <PageAsides key={view.value.url} asides={session.asides} tab={id} saved={saving.value.state === 'saved'} />
          )}
        </div>
      </div>
    </Surface.Provider>
  );
}
