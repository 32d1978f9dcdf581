// How much of the page was compared with anything, so that an unmarked sentence never reads as a checked one; and, in the
// same place, the key to the marks with how many there are of each.
import { formatNumber, t, tn } from '../lib/i18n';
import type { Mark, Reading } from '../lib/model';
import { StanceMark } from './StanceMark';
import { countMarks } from './tally';

const WORDS = { conflicting: 'markDiffers', corroborated: 'markAgrees', both: 'markBoth', related: 'markRelated' } as const;

/** "This page makes 31 claims; 12 could be compared with your 8 articles; 19 are not covered." */
export function coverageWords({ claims, annotations, articles }: Reading): string {
  const made = tn('claimsMade', claims);
  const compared = tn('compared', annotations.length, tn('yourArticles', articles));
  const rest = restOf({ claims, annotations });
  return rest > 0 ? t('coverage', made, compared, tn('notCovered', rest)) : t('coverageWhole', made, compared);
}

function restOf({ claims, annotations }: Pick<Reading, 'claims' | 'annotations'>): number {
  return Math.max(0, claims - annotations.length);
}

export function Coverage({ reading }: { reading: Reading }) {
  const counts = countMarks(reading.annotations);
  const present = (Object.keys(WORDS) as Mark[]).filter((mark) => counts[mark] > 0);
  return (
    <div class="coverage">
      <p>
        {coverageWords(reading)} {restOf(reading) > 0 && <span class="muted">{t('notCoveredMeans')}</span>}
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
