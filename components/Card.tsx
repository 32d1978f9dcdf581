// The card by an underlined sentence: what the claim's evidence adds up to, the first piece of it, and the way to the rest.
// Props in, callbacks out; drawn inside a shadow root, knows neither page nor browser.
import { useContext, useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { EvidenceItem } from './EvidenceItem';
import { shownOf } from './judged';
import { Origins } from './Origins';
import { StanceMark } from './StanceMark';
import { Surface } from './surface';
import { tally } from './tally';

interface Props {
  annotation: Annotation;
  /** Null where there is nothing to lead to: the reader has just set the claim aside. */
  onAll: (() => void) | null;
  onClose: () => void;
  /** False for a card that came by resting: the reader has not asked for it, and keeps the focus where it was. */
  takesFocus?: boolean;
}

/** Takes the focus, unless told not to, when it is first drawn, not when its evidence changes. Not modal: Tab leads out of it again. */
export function Card({ annotation, onAll, onClose, takesFocus = true }: Props) {
  const card = useRef<HTMLElement>(null);
  const { judging } = useContext(Surface);
  useEffect(() => {
    if (takesFocus) card.current?.focus({ preventScroll: true });
  }, []);
  const shown = shownOf([annotation], judging?.all.value.values() ?? []).find((one) => one.annotation.claim.text === annotation.claim.text);
  const [first] = shown?.annotation.evidence ?? [];
  if (!shown || !first) return null;
  const mark = markOf(shown.counted);
  return (
    <section ref={card} class="card" role="dialog" aria-label={t('cardLabel')} tabIndex={-1} lang="en">
      <header>
        <span class={`is-${mark}`}>
          <StanceMark mark={mark} />
        </span>
        <h2>
          {tally(shown.counted)} <Origins annotation={shown.counted} />
        </h2>
        <button type="button" class="close" aria-label={t('cardClose')} title={t('cardClose')} onClick={onClose}>
          ×
        </button>
      </header>
      <ul>
        <EvidenceItem claim={annotation.claim.text} evidence={first} annotation={shown.annotation} alone />
      </ul>
      <footer>
        {onAll && (
          <button type="button" onClick={onAll}>
            {shown.annotation.evidence.length > 1 ? t('cardAll', shown.annotation.evidence.length) : t('cardOpen')}
          </button>
        )}
        <span class="name">{t('extensionName')}</span>
      </footer>
    </section>
  );
}
