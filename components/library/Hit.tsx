// The statement that fits a search, cut to what surrounds the words that fit, which are marked. Text nodes only.
import type { Span } from '../../lib/model';
import { excerpt } from '../excerpt';
import { tidy } from '../receipt';

/** Characters kept around what fits: two short lines in all. */
const AROUND = 60;

/** Spans are UTF-16 offsets into the text; what lies outside of it is left out. */
export function Hit({ text, spans }: { text: string; spans: Span[] }) {
  const marks = tidy(spans, text.length).map((span) => ({ ...span, kind: 'deciding' as const }));
  return <bdi class="hit">{excerpt(text, marks, AROUND).map(({ text: piece, mark }, i) => (mark ? <mark key={i}>{piece}</mark> : piece))}</bdi>;
}
