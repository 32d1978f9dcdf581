// Says that a page was compared by words only, and what follows from that. Drawn where the engine has no sentence encoder; why it
// has none stands on the first-run page. Nothing in, nothing out.
import { t } from '../lib/i18n';

/** One quiet line over a page's claims, or over the words that say why there are none. */
export function WordsAlone() {
  return <p class="words-alone muted">{t('wordsAloneLine')}</p>;
}
