// Says why the articles behind a claim's evidence are fewer sources than they look. Draws nothing where every article is its own
// origin. Props in, nothing out; phrasing content, since it stands in a heading and in a button.
import { t } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { articlesThat, originsThat } from './tally';

/** One line under the counts, of the stances that decide the claim's mark. */
export function Origins({ annotation }: { annotation: Annotation }) {
  const stances = markOf(annotation) === 'related' ? (['related'] as const) : (['conflicts', 'corroborates'] as const);
  if (stances.every((stance) => originsThat(stance, annotation) === articlesThat(stance, annotation))) return null;
  return <span class="origins">{t('originsWhy')}</span>;
}
