// How this site is read, in one line, and the three choices that change it. The line keeps its place while (or where) there is no
// site to speak of. Props in, callbacks out.
import { t } from '../lib/i18n';
import type { SiteRule } from '../lib/settings';
import type { SiteAccess } from './page-view';

const WORDS = { always: 'siteAlways', click: 'siteClick', never: 'siteNever' } as const;

interface Props {
  access: SiteAccess;
  /** What the reader chose for this site; null: nothing, so what the browser grants holds. */
  rule: SiteRule | null;
  /** Called straight in the click: browsers ask for permissions only then. */
  onChoose: (rule: SiteRule) => void;
}

/** What holds for a site: a rule can narrow what the browser grants, never widen it. */
export function inForce({ state }: SiteAccess, rule: SiteRule | null): SiteRule {
  if (rule === 'never' || rule === 'click') return rule;
  return state === 'none' ? 'click' : 'always';
}

export function SiteAccessLine({ access, rule, onChoose }: Props) {
  const { host } = access;
  if (host === null) return <div class="site-access" />;
  const now = inForce(access, rule);
  return (
    <div class={`site-access is-${now}`}>
      <p>
        <span class="site-dot" aria-hidden="true" />
        <bdi>{host}</bdi>
      </p>
      <div class="site-rules" role="group" aria-label={t('siteRuleNamed', host)}>
        {(Object.keys(WORDS) as SiteRule[]).map((one) => (
          <button key={one} type="button" aria-pressed={one === now} onClick={() => one !== now && onChoose(one)}>
            {t(WORDS[one])}
          </button>
        ))}
      </div>
    </div>
  );
}
