// The product's name with its mark (a sentence underlined twice, the second line offset and wavy), and the ways to the
// library and the settings. Props in, callbacks out.
import { t } from '../lib/i18n';

/** The mark alone; decorative, the name stands beside it. Same drawing as public/icon/mark.svg. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect class="logo-ground" width="32" height="32" rx="7" />
      <path class="logo-quote" d="M6 14V9.8A4.8 4.8 0 0 1 10.8 5v2.7a2.1 2.1 0 0 0-2.1 2.1h2.6V14zM15 14V9.8A4.8 4.8 0 0 1 19.8 5v2.7a2.1 2.1 0 0 0-2.1 2.1h2.6V14z" />
      <path class="logo-agrees" d="M7 19h13" />
      <path class="logo-differs" d="M11.5 26q1.75-3.6 3.5 0t3.5 0 3.5 0 3.5 0" />
    </svg>
  );
}

interface Props {
  onSettings: () => void;
  /** Absent where the library itself is shown. */
  onLibrary?: () => void;
}

/** The head of popup and panel. */
export function Masthead({ onSettings, onLibrary }: Props) {
  return (
    <header class="masthead">
      <Logo />
      <h1>{t('extensionName')}</h1>
      {onLibrary && (
        <button type="button" class="quiet" onClick={onLibrary}>
          {t('library')}
        </button>
      )}
      <button type="button" class="quiet" onClick={onSettings}>
        {t('settings')}
      </button>
    </header>
  );
}
