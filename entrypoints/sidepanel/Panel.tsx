// The side panel: every claim of the page with all its evidence open, turned to the claim that the reader came for.
import { useEffect } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { Masthead } from '../../components/Masthead';
import { PageBody } from '../../components/PageBody';
import { SiteAccessLine } from '../../components/SiteAccessLine';
import type { WayOut } from '../../components/status-words';
import type { Session } from '../popup/session';
import type { Wanted } from './wanted';

interface Props {
  session: Session;
  wanted: Signal<Wanted | null>;
  onJumped: () => void;
  onSettings: () => void;
}

export function Panel({ session, wanted, onJumped, onSettings }: Props) {
  const { access, foundBy, saving, tab, view } = session;
  const { host } = access.value;
  const claim = wanted.value?.tab === tab.value?.id ? (wanted.value?.claim ?? null) : null;
  const listed = view.value.kind === 'read';

  useEffect(() => {
    if (claim === null || !listed) return;
    const item = document.getElementById(`claim-${claim}`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    item?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    item?.querySelector('button')?.focus({ preventScroll: true });
  }, [wanted.value, listed]);

  const wayOut = (way: WayOut) => void (way === 'grant' ? session.grant() : session.retry());
  return (
    <div class="panel">
      <Masthead onSettings={onSettings} />
      <SiteAccessLine access={access.value} onAllow={() => void session.grant()} onStop={() => void session.revoke()} />
      <div class="panel-body">
        <PageBody
          view={view.value}
          host={host}
          saved={saving.value.state === 'saved'}
          foundBy={foundBy.value}
          open
          wanted={claim}
          onJump={(index) => void session.jump(index).then(onJumped, () => session.retry())}
          onWayOut={wayOut}
          shelf={false}
        />
      </div>
    </div>
  );
}
