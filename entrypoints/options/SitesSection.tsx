// The rules for single sites, each with its removal and the undo of the last one. Settings in, wishes out.
import { useEffect, useRef } from 'preact/hooks';
import { Rich } from '../../components/Rich';
import { t } from '../../lib/i18n';
import type { SiteRule } from '../../lib/settings';
import type { Preferences } from './preferences';

const RULES = { always: 'settingsSiteAlways', click: 'settingsSiteClick', never: 'settingsSiteNever' } as const;

/** When a rule goes, the focus goes to its undo, and from there back to the heading. */
export function SitesSection({ preferences }: { preferences: Preferences }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const { settings, removed } = preferences;
  const gone = removed.value;
  useEffect(() => {
    if (gone) undo.current?.focus();
  }, [gone]);
  const sites = Object.entries(settings.value?.sites ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('settingsSitesHeading')}
      </h2>
      <p>{t('settingsSitesLead')}</p>
      {settings.value && sites.length === 0 && <p class="muted">{t('settingsSitesNone')}</p>}
      {sites.length > 0 && (
        <ul class="rules">
          {sites.map(([host, rule]) => (
            <li key={host}>
              <bdi>{host}</bdi>
              <select value={rule} aria-label={t('settingsSiteRule', host)} onChange={({ currentTarget }) => void preferences.rule(host, currentTarget.value as SiteRule)}>
                {(Object.keys(RULES) as SiteRule[]).map((one) => (
                  <option key={one} value={one}>
                    {t(RULES[one])}
                  </option>
                ))}
              </select>
              <button type="button" class="quiet" aria-label={t('settingsSiteRemove', host)} onClick={() => void preferences.rule(host, null)}>
                {t('settingsSiteRemoveShort')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {gone && (
          <p>
            <Rich k="settingsSiteRemoved" parts={[<bdi key="host">{gone.host}</bdi>]} />
          </p>
        )}
      </div>
      {gone && (
        <button
          ref={undo}
          type="button"
          class="quiet"
          onClick={() => {
            heading.current?.focus();
            void preferences.undo();
          }}
        >
          {t('undo')}
        </button>
      )}
    </section>
  );
}
