// The three underlines explained on sentences of our own, marked as examples. Static: nothing here was compared.
import { t } from '../lib/i18n';
import { Rich } from './Rich';
import { StanceMark } from './StanceMark';

const EXAMPLES = [
  { mark: 'corroborated', words: 'marksAgreesWords', text: 'marksAgreesText', stored: 'marksAgreesStored' },
  { mark: 'conflicting', words: 'marksDiffersWords', text: 'marksDiffersText', stored: 'marksDiffersStored' },
  { mark: 'both', words: 'marksBothWords', text: 'marksBothText', stored: 'marksBothStored' },
] as const;

export function MarksExplained() {
  return (
    <div class="marks">
      <ul>
        {EXAMPLES.map(({ mark, words, text, stored }) => (
          <li key={mark} class={`is-${mark}`}>
            <p class="tally">
              <StanceMark mark={mark} />
              <span>{t(words)}</span>
              <span class="example-label">{t('marksExample')}</span>
            </p>
            <p class="example">
              <span class={`underlined is-${mark}`}>{t(text)}</span>
            </p>
            <p class="muted">
              <Rich k="marksExampleStored" parts={[t(stored)]} />
            </p>
          </li>
        ))}
      </ul>
      <p>{t('marksNote')}</p>
    </div>
  );
}
