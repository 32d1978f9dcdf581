// Says when the articles behind a claim's evidence are fewer sources than they look: "3 articles, 1 origin". Draws nothing where
// every article is its own origin. Props in, nothing out; phrasing content, since it stands in a heading and in a button.
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation } from '../lib/model';
import { articlesThat, originsThat } from './tally';

const WORD = { conflicts: 'stanceDiffers', corroborates: 'stanceAgrees', related: 'stanceRelated' } as const;

/** One line for the stances that decide the claim's mark, each named where there are two. */
export function Origins({ annotation }: { annotation: Annotation }) {
  const mark = markOf(annotation);
  const stances = mark === 'related' ? (['related'] as const) : (['conflicts', 'corroborates'] as const);
  const told = stances.flatMap((stance) => {
    const articles = articlesThat(stance, annotation);
    const origins = originsThat(stance, annotation);
    if (origins === articles) return [];
    const words = t('originsIs', tn('originsArticles', articles), tn('originsCount', origins));
    return [mark === 'both' ? t('originsOf', t(WORD[stance]), words) : words];
  });
  if (told.length === 0) return null;
  return (
    <span class="origins">
      {told.join(' · ')} <span class="origins-why">{t('originsWhy')}</span>
    </span>
  );
}
