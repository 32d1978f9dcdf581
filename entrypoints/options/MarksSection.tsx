// How pages are marked: on or off, which sentences, and whether the card opens by itself. Settings in, wishes out.
import { troubleWords } from '../../components/trouble-words';
import { t } from '../../lib/i18n';
import { DENSITIES } from '../../lib/settings';
import type { Preferences } from './preferences';

const WORDS = { conflicts: 'settingsDensityConflicts', stances: 'settingsDensityStances', all: 'settingsDensityAll' } as const;

export function MarksSection({ preferences }: { preferences: Preferences }) {
  const settings = preferences.settings.value;
  const trouble = preferences.trouble.value;
  return (
    <section>
      <h2>{t('settingsMarksHeading')}</h2>
      {settings && (
        <div class="wishes">
          <label>
            <input type="checkbox" checked={settings.marks} aria-describedby="marks-hint" onChange={({ currentTarget }) => void preferences.change({ marks: currentTarget.checked })} />
            <span>{t('settingsMarksOn')}</span>
          </label>
          <p id="marks-hint" class="muted">
            {t('settingsMarksKey')}
          </p>
          <fieldset>
            <legend>{t('settingsDensity')}</legend>
            {DENSITIES.map((density) => (
              <label key={density}>
                <input type="radio" name="density" value={density} checked={settings.density === density} onChange={() => void preferences.change({ density })} />
                <span>{t(WORDS[density])}</span>
              </label>
            ))}
          </fieldset>
          <label>
            <input type="checkbox" checked={settings.hover} aria-describedby="hover-hint" onChange={({ currentTarget }) => void preferences.change({ hover: currentTarget.checked })} />
            <span>{t('settingsHover')}</span>
          </label>
          <p id="hover-hint" class="muted">
            {t('settingsHoverText')}
          </p>
        </div>
      )}
      <div role="status">{trouble && <p class="not-kept">{t('settingsNotKept', troubleWords(trouble))}</p>}</div>
    </section>
  );
}
