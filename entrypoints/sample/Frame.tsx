// What stands above the sample article: that it is made up, what to try on it, and the way back. Draws words only.
import { t } from '../../lib/i18n';

export function Frame() {
  return (
    <>
      <p class="sample-label">{t('sampleLabel')}</p>
      <p>{t('sampleTry')}</p>
      <p>
        <a href="/welcome.html">{t('sampleBack')}</a>
      </p>
    </>
  );
}
