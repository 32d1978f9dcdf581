// Where a statement stands: title, outlet, date and, if it has a web address, a link with its host written out, since
// title and outlet are only what the page said of itself.
import { t } from '../lib/i18n';
import type { Source } from '../lib/model';
import { withoutDirective } from '../lib/selection-address';
import { day } from './moment';
import { webAddress } from './web-address';

interface Props {
  source: Source;
  /** A text directive (":~:text=…") that leads on to the sentence; '' for a link to the article. */
  directive?: string;
}

/** One line about a stored article. Only http(s) addresses become links. */
export function SourceLine({ source, directive = '' }: Props) {
  const address = webAddress(source.url);
  const title = <bdi class="source-title">{source.title.trim() || t('untitled')}</bdi>;
  return (
    <p class="source">
      {address ? (
        <a href={withDirective(address.href, directive)} rel="noreferrer" target="_blank">
          {title}
          <span class="visually-hidden"> ({t(directive === '' ? 'opensTab' : 'sourceSentence')})</span>
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

/** An address keeps its own fragment; the directive stands behind it, in the place of one that is there, and browsers hide it from the page. */
function withDirective(href: string, directive: string): string {
  if (directive === '') return href;
  const page = withoutDirective(href);
  return `${page}${page.includes('#') ? '' : '#'}${directive}`;
}
