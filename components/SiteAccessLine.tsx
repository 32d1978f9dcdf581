// Whether this site is read without a click, in one line, and the one click that changes it. The line keeps its place while
// (or where) there is no site to speak of.
import { t } from '../lib/i18n';
import type { SiteAccess } from './page-view';
import { Rich } from './Rich';

const WORDS = { none: 'accessNone', granted: 'accessGranted', all: 'accessAll', fixed: 'accessFixed' } as const;

interface Props {
  access: SiteAccess;
  /** Called straight in the click: browsers ask for permissions only then. */
  onAllow: () => void;
  onStop: () => void;
}

export function SiteAccessLine({ access, onAllow, onStop }: Props) {
  if (access.host === null) return <div class="site-access" />;
  return (
    <div class={`site-access is-${access.state}`}>
      <p>
        <span class="site-dot" aria-hidden="true" />
        <span>
          <Rich k={WORDS[access.state]} parts={[<bdi key="host">{access.host}</bdi>]} />
        </span>
      </p>
      {access.state === 'none' && (
        <button type="button" class="quiet" onClick={onAllow}>
          {t('accessAllow')}
        </button>
      )}
      {access.state === 'granted' && (
        <button type="button" class="quiet" onClick={onStop}>
          {t('accessStop')}
        </button>
      )}
    </div>
  );
}
