// Where a statement stands: title, outlet, date and, if it has a web address, a link with its host written out, since
// title and outlet are only what the page said of itself.
import { t } from '../lib/i18n';
import type { Source } from '../lib/model';
import { day } from './moment';
import { webAddress } from './web-address';

/** One line about a stored article. Only http(s) addresses become links. */
export function SourceLine({ source }: { source: Source }) {
  const address = webAddress(source.url);
  const title = <bdi class="source-title">{source.title.trim() || t('untitled')}</bdi>;
  return (
    <p class="source">
      {address ? (
        <a href={address.href} rel="noreferrer" target="_blank">
          {title}
          <span class="visually-hidden"> ({t('opensTab')})</span>
        </a>
      ) : (
        title
      )}
      <span class="source-facts">
        {source.outlet && <bdi>{source.outlet}</bdi>}
        <span>{day(source.published) ?? t('undated')}</span>
        {address ? <bdi class="source-host">{address.host}</bdi> : source.file !== null && <span>{t('seedSource')}</span>}
      </span>
    </p>
  );
}
