// All claims of a reading in the page's order, with their evidence beside them, as the panel lists them: narrowed by the reader's
// choice, the claim in sight marked and kept in sight. A reading in, callbacks out.
import { useContext, useEffect, useRef } from 'preact/hooks';
import { t, tn } from '../lib/i18n';
import type { Reading } from '../lib/model';
import { fitting, NO_FILTER, speakersOf } from './claim-filter';
import type { ClaimFilter } from './claim-filter';
import { ClaimFilters } from './ClaimFilters';
import { ClaimItem } from './ClaimItem';
import { placeOf } from './ClaimList';
import { Coverage } from './Coverage';
import { shownOf } from './judged';
import { Surface } from './surface';

interface Props {
  reading: Reading;
  filter: ClaimFilter;
  /** Index of the claim that the reader came for. */
  wanted: number | null;
  /** Index of the claim that the page shows now; null while that is not known. */
  current: number | null;
  follows: boolean;
  onFilter: (filter: ClaimFilter) => void;
  onFollow: (follows: boolean) => void;
  onJump: (index: number) => void;
}

export function ClaimsInOrder({ reading, filter, wanted, current, follows, onFilter, onFollow, onJump }: Props) {
  const { judging } = useContext(Surface);
  const list = useRef<HTMLElement>(null);
  const claims = shownOf(reading.annotations, judging?.all.value.values() ?? []);
  const fit = fitting(claims, filter);
  useEffect(() => {
    const place = list.current;
    // Whoever has the pointer or the keyboard in the list is reading there.
    if (!place || current === null || place.matches(':hover') || (document.hasFocus() && place.contains(document.activeElement))) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.querySelector('.is-current')?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }, [current]);
  return (
    <>
      <Coverage reading={reading} />
      <ClaimFilters filter={filter} speakers={speakersOf(claims)} follows={follows} onFilter={onFilter} onFollow={onFollow} />
      <p class="visually-hidden" role="status">
        {filter === NO_FILTER ? '' : tn('panelShown', fit.length)}
      </p>
      <section ref={list} aria-label={t('panelClaims')}>
        {fit.length === 0 && (
          <div class="status">
            <h3>{t('panelNoneTitle')}</h3>
            <p>{t('panelNoneText')}</p>
            <div class="status-ways">
              <button type="button" onClick={() => onFilter(NO_FILTER)}>
                {t('panelShowAll')}
              </button>
            </div>
          </div>
        )}
        <ol class="claims">
          {fit.map((shown) => {
            const { index } = shown;
            return <ClaimItem key={placeOf(shown)} {...shown} open wanted={index !== null && index === wanted} current={follows && index !== null && index === current} onJump={onJump} />;
          })}
        </ol>
      </section>
    </>
  );
}
