// A reading's claims and what the reader has said of them go in; the claims to draw come out: what was set aside does not count, and
// what the engine therefore no longer brings stays in its place as long as it can be undone here. Pure.
import type { Annotation, Evidence } from '../lib/model';
import { applies } from './judging';
import type { Judgement } from './judging';

/** A claim as it is drawn. */
export interface Shown {
  /** With everything that is drawn under it. */
  annotation: Annotation;
  /** Without what the reader has set aside: this is what the claim's mark and its counts go by. Its evidence may be empty. */
  counted: Annotation;
  /** Index in the reading; null for a claim that the reading no longer has. */
  index: number | null;
}

/** The claims of a reading in its order, each with what is counted of it. */
export function shownOf(annotations: Annotation[], judgements: Iterable<Judgement>): Shown[] {
  const aside = [...judgements].filter((judgement) => applies(judgement) && judgement.said.verdict !== 'agreed');
  const shown = annotations.map((annotation, index): Shown => ({ annotation, counted: annotation, index }));
  for (const { said, drawn } of aside) {
    if (!drawn) continue;
    const there = shown.filter(({ annotation }) => annotation.claim.text === said.claim);
    if (there.length === 0) insert(shown, said.evidence === null ? drawn.annotation : { claim: drawn.annotation.claim, evidence: drawn.evidence ? [drawn.evidence] : [] });
    else if (drawn.evidence) for (const one of there) one.annotation = withEvidence(one.annotation, drawn.evidence, drawn.at);
  }
  for (const one of shown) one.counted = withoutAside(one.annotation, aside);
  return shown;
}

function insert(shown: Shown[], annotation: Annotation): void {
  const { block, span } = annotation.claim;
  const next = shown.findIndex(({ annotation: { claim } }) => claim.block > block || (claim.block === block && claim.span.start > span.start));
  shown.splice(next < 0 ? shown.length : next, 0, { annotation, counted: annotation, index: null });
}

/** The evidence once more in its place, unless the reading still has it. */
function withEvidence(annotation: Annotation, evidence: Evidence, at: number): Annotation {
  if (annotation.evidence.some(({ statement }) => statement.text === evidence.statement.text)) return annotation;
  return { ...annotation, evidence: annotation.evidence.toSpliced(at, 0, evidence) };
}

function withoutAside(annotation: Annotation, aside: Judgement[]): Annotation {
  const said = aside.filter((judgement) => judgement.said.claim === annotation.claim.text).map((judgement) => judgement.said.evidence);
  if (said.length === 0) return annotation;
  if (said.includes(null)) return { ...annotation, evidence: [] };
  return { ...annotation, evidence: annotation.evidence.filter(({ statement }) => !said.includes(statement.text)) };
}
