// The card by an underlined sentence: what the claim's evidence adds up to, the first piece of it, and the way to the rest.
// Props in, callbacks out; drawn inside a shadow root, knows neither page nor browser.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { EvidenceItem } from './EvidenceItem';
import { Origins } from './Origins';
import { StanceMark } from './StanceMark';
import { tally } from './tally';

interface Props {
  annotation: Annotation;
  onAll: () => void;
  onClose: () => void;
}

/** Takes the focus when it is first drawn, not when its evidence changes. Not modal: Tab leads out of it again. */
export function Card({ annotation, onAll, onClose }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const [first] = annotation.evidence;
  if (!first) return null;
  return (
    <section ref={card} class="card" role="dialog" aria-label={t('cardLabel')} tabIndex={-1} lang="en">
      <header>
        <span class={`is-${markOf(annotation)}`}>
          <StanceMark mark={markOf(annotation)} />
        </span>
        <h2>
          {tally(annotation)} <Origins annotation={annotation} />
        </h2>
        <button type="button" class="close" aria-label={t('cardClose')} title={t('cardClose')} onClick={onClose}>
          ×
        </button>
      </header>
      <ul>
        <EvidenceItem claim={annotation.claim.text} evidence={first} />
      </ul>
      <footer>
        <button type="button" onClick={onAll}>
          {annotation.evidence.length > 1 ? t('cardAll', annotation.evidence.length) : t('cardOpen')}
        </button>
        <span class="name">{t('extensionName')}</span>
      </footer>
    </section>
  );
}
