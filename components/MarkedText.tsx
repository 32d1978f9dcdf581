// Text from elsewhere (a page, a stored article) with the deciding words marked. Text nodes only, isolated with <bdi> so
// that its writing direction stays its own affair.
import { excerpt, pieces } from './excerpt';
import type { Span } from '../lib/model';

/** Draws `text` with `spans` marked; `short` leaves out what lies far from them. */
export function MarkedText({ text, spans, short = false }: { text: string; spans: Span[]; short?: boolean }) {
  return (
    <bdi>
      {(short ? excerpt(text, spans) : pieces(text, spans)).map((piece, i) => (piece.marked ? <mark key={i}>{piece.text}</mark> : piece.text))}
    </bdi>
  );
}
