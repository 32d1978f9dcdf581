// How much of the page was compared with anything, so that an unmarked sentence never reads as a checked one; and, in the
// same place, the key to the marks with how many there are of each.
import { formatNumber, t, tn } from '../lib/i18n';
import type { Mark, Reading } from '../lib/model';
import { StanceMark } from './StanceMark';
import { countMarks } from './tally';

const WORDS = { conflicting: 'markDiffers', corroborated: 'markAgrees', both: 'markBoth', related: 'markRelated' } as const;

/** "31 claims found, 12 comparable with your 8 stored articles." */
export function coverageWords({ claims, annotations, articles }: Reading): string {
  return t('coverage', tn('claims', claims), formatNumber(annotations.length), tn('yourArticles', articles));
}

export function Coverage({ reading }: { reading: Reading }) {
  const rest = Math.max(0, reading.claims - reading.annotations.length);
  const counts = countMarks(reading.annotations);
  const present = (Object.keys(WORDS) as Mark[]).filter((mark) => counts[mark] > 0);
  return (
    <div class="coverage">
      <p>
        {coverageWords(reading)} {rest > 0 && <span class="muted">{tn('notCovered', rest)}</span>}
      </p>
      {present.length > 0 && (
        <ul class="key">
          {present.map((mark) => (
            <li key={mark} class={`is-${mark}`}>
              <StanceMark mark={mark} /> {formatNumber(counts[mark])} {t(WORDS[mark])}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
