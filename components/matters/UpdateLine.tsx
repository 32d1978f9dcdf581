// The time line of one count: the page's own figure among earlier and later ones, each with its day, who says so and where. Props in,
// nothing out; draws nothing where there is no update.
import { t } from '../../lib/i18n';
import type { Moment } from '../../lib/updates';
import { day } from '../moment';
import { figureWords } from './figure-words';

/** Oldest first; the page's own figure is named as such. */
export function UpdateLine({ moments }: { moments: readonly Moment[] }) {
  if (moments.length < 2) return null;
  return (
    <section class="update-line" aria-label={t('updateLine')}>
      <p class="muted">{t('updateLine')}</p>
      <ol>
        {moments.map(({ day: when, figure, speaker, source }, i) => (
          <li key={i} class={source === null ? 'is-here' : ''} aria-current={source === null ? 'true' : undefined}>
            <span class="update-day">{day(when) ?? t('undated')}</span>
            <strong>{figureWords(figure, figure.unit)}</strong>
            <span class="muted">
              {[speaker, source === null ? t('updateHere') : (source.outlet ?? source.title)].filter((word) => word !== null).map((word, n) => (
                <span key={n}>
                  {n > 0 && ' · '}
                  <bdi>{word}</bdi>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
