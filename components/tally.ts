// Counts what a claim's evidence adds up to, in articles rather than statements: one article that says a thing twice is one.
import { t, tn } from '../lib/i18n';
import { markOf } from '../lib/model';
import type { Annotation, Mark, Stance } from '../lib/model';

/** How many stored articles hold evidence of this stance on the claim. */
export function articlesThat(stance: Stance, { evidence }: Annotation): number {
  return new Set(evidence.filter((e) => e.stance === stance).map((e) => e.source.id)).size;
}

/** From how many origins that evidence comes: articles that share their text, a quotation or an agency count as one. */
export function originsThat(stance: Stance, { evidence }: Annotation): number {
  return new Set(evidence.filter((e) => e.stance === stance).map((e) => e.origin ?? e.source.id)).size;
}

/** The counts in words, differing first, with their origins where there are several articles: "differs from 2 articles, 1 origin · agrees with 1 article". */
export function tally(annotation: Annotation): string {
  if (annotation.evidence.length === 0) return t('verdictSetAside');
  const counted = (['conflicts', 'corroborates'] as const).map((stance) => inWords(stance, annotation)).filter((words) => words !== null);
  return counted.length > 0 ? counted.join(' · ') : (inWords('related', annotation) ?? '');
}

const STEM = { conflicts: 'differsFrom', corroborates: 'agreesWith', related: 'touchedBy' } as const;

function inWords(stance: keyof typeof STEM, annotation: Annotation): string | null {
  const articles = articlesThat(stance, annotation);
  if (articles === 0) return null;
  const words = tn(STEM[stance], articles);
  return articles > 1 ? t('originsIs', words, tn('originsCount', originsThat(stance, annotation))) : words;
}

/** How many claims of a reading carry each mark. */
export function countMarks(annotations: Annotation[]): Record<Mark, number> {
  const counts: Record<Mark, number> = { corroborated: 0, conflicting: 0, both: 0, related: 0 };
  for (const annotation of annotations) counts[markOf(annotation)] += 1;
  return counts;
}
