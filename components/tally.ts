// Counts what a claim's evidence adds up to, in articles rather than statements: one article that says a thing twice is one.
import { tn } from '../lib/i18n';
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

/** The counts in words, differing first: "differs from 2 articles · agrees with 1 article". */
export function tally(annotation: Annotation): string {
  const differs = articlesThat('conflicts', annotation);
  const agrees = articlesThat('corroborates', annotation);
  if (differs + agrees === 0) return tn('touchedBy', articlesThat('related', annotation));
  return [differs > 0 && tn('differsFrom', differs), agrees > 0 && tn('agreesWith', agrees)].filter(Boolean).join(' · ');
}

/** How many claims of a reading carry each mark. */
export function countMarks(annotations: Annotation[]): Record<Mark, number> {
  const counts: Record<Mark, number> = { corroborated: 0, conflicting: 0, both: 0, related: 0 };
  for (const annotation of annotations) counts[markOf(annotation)] += 1;
  return counts;
}
