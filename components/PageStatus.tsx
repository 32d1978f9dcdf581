// The page's state when there are no claims to list: what it is, why, and what one can do next. While something is being
// waited for it says what. Props in, callbacks out.
import { t } from '../lib/i18n';
import { Disclosure } from './Disclosure';
import type { PageView } from './page-view';
import { Rich } from './Rich';
import type { StatusWords, WayOut } from './status-words';

interface Props {
  words: StatusWords;
  /** The site that 'grant' asks for. */
  host: string | null;
  onWayOut: (way: WayOut) => void;
}

export function PageStatus({ words, host, onWayOut }: Props) {
  const label = (way: WayOut) => {
    if (way === 'grant') return <Rich k="noAccessGrant" parts={[<bdi key="host">{host}</bdi>]} />;
    return t(({ 'look-again': 'lookAgain', 'try-again': 'tryAgain', shelf: 'showShelf' } as const)[way]);
  };
  return (
    <div class="status">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {words.next && <p class="status-next">{words.next}</p>}
      {words.ways.length > 0 && (
        <div class="status-ways">
          {words.ways.map((way) => (
            <button key={way} type="button" class={way === 'grant' || way === 'try-again' ? 'primary' : ''} onClick={() => onWayOut(way)}>
              {label(way)}
            </button>
          ))}
        </div>
      )}
      {words.detail && (
        <Disclosure class="detail" summary={t('details')}>
          <bdi class="detail-text">{words.detail.slice(0, 600)}</bdi>
        </Disclosure>
      )}
    </div>
  );
}

const WAITING = { page: 'waitPage', reading: 'waitReading', engine: 'waitEngine' } as const;

/** What is being waited for. Shows itself only after a moment, so that a quick answer does not flicker. */
export function Waiting({ view }: { view: Extract<PageView, { kind: 'waiting' }> }) {
  return (
    <div class="status waiting" aria-busy="true">
      <p>
        <span class="spinner" aria-hidden="true" /> {t(WAITING[view.for])}
      </p>
      {view.for === 'engine' && <p class="muted">{t('waitEngineText')}</p>}
    </div>
  );
}
