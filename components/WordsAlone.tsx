// Says that statements are compared by words only, what follows from that, and why. Drawn where the engine has no sentence
// encoder: the line in popup and panel, the reason on the first-run page and in the settings.
import { t } from '../lib/i18n';

const WHY = { 'no-simd': 'wordsAloneNoSimd', missing: 'wordsAloneFiles', damaged: 'wordsAloneFiles' } as const;

/** One quiet line over a page's claims, or over the words that say why there are none. */
export function WordsAlone() {
  return <p class="words-alone muted">{t('wordsAloneLine')}</p>;
}

/** What it means for the reader, and why it is so, in two paragraphs. */
export function WordsAloneReason({ why }: { why: keyof typeof WHY }) {
  return (
    <>
      <p>{t('wordsAloneText')}</p>
      <p>{t(WHY[why])}</p>
    </>
  );
}
