// A text and the spans that decided go in, the pieces to draw come out: marked and unmarked, cut to what surrounds the
// spans where the text is long. Pure; offsets are UTF-16 and into the text as given.
import type { Span } from '../lib/model';

export interface Piece {
  text: string;
  marked: boolean;
}

/** Spans in order, within the text, merged where they touch. */
export function tidy(spans: Span[], length: number): Span[] {
  const out: Span[] = [];
  for (const { start, end } of spans.map((s) => ({ start: Math.max(0, s.start), end: Math.min(length, s.end) })).sort((a, b) => a.start - b.start)) {
    if (!(start < end)) continue;
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Cuts a text into marked and unmarked pieces that together are the text again. */
export function pieces(text: string, spans: Span[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const { start, end } of tidy(spans, text.length)) {
    if (start > at) out.push({ text: text.slice(at, start), marked: false });
    out.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false });
  return out;
}

/**
 * The pieces around the marked spans, with `around` characters kept on both sides, to the next word boundary; an ellipsis
 * stands for what is left out. A text with no spans, or hardly longer than what would be kept, comes back whole.
 */
export function excerpt(text: string, spans: Span[], around = 48): Piece[] {
  const marks = tidy(spans, text.length);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return pieces(text, []);
  const from = first.start <= around ? 0 : wordStart(text, first.start - around);
  const to = text.length - last.end <= around ? text.length : wordEnd(text, last.end + around);
  if (to - from > text.length * 0.8) return pieces(text, marks);
  const inner = pieces(text.slice(from, to), marks.map(({ start, end }) => ({ start: start - from, end: end - from })));
  return [...(from > 0 ? [{ text: '… ', marked: false }] : []), ...inner, ...(to < text.length ? [{ text: ' …', marked: false }] : [])];
}

function wordStart(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank < 0 ? 0 : blank + 1;
}

function wordEnd(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank;
}
