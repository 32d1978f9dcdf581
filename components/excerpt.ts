// A text and what is marked in it go in, the pieces to draw come out: marked and unmarked, cut to what surrounds the marks where
// the text is long. Pure; offsets are UTF-16 and into the text as given, marks in order and not overlapping (see receipt.ts).
import type { MarkedSpan } from './receipt';

/** A stretch of text to draw, with what marks it, if anything does. */
export interface Piece {
  text: string;
  mark: MarkedSpan | null;
}

/** What stands for words left out. */
const LEFT_OUT = '…';

/** Less than this, in UTF-16 units, is not worth leaving out: half a line, which an ellipsis would save in vain. */
const LEAST_LEFT_OUT = 40;

/** Cuts a text into marked and unmarked pieces that together are the text again. */
export function pieces(text: string, marks: MarkedSpan[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) out.push({ text: text.slice(at, mark.start), mark: null });
    out.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) out.push({ text: text.slice(at), mark: null });
  return out;
}

/**
 * The pieces with some `around` characters kept on each side of a mark, on to where the word ends; an ellipsis stands for what is
 * left out before, between and behind. A text without marks keeps its beginning, twice as much. What is hardly longer stays whole.
 */
export function excerpt(text: string, marks: MarkedSpan[], around: number): Piece[] {
  const all = pieces(text, marks);
  return all.map((piece, i) => {
    if (piece.mark) return piece;
    const [first, last] = [i === 0, i === all.length - 1];
    const head = first ? (last ? 2 * around : 0) : around;
    return { text: shortened(piece.text, head, last ? 0 : around), mark: null };
  });
}

/** A text with `head` characters of its beginning and `tail` of its end kept, both to the outer word boundary. */
function shortened(text: string, head: number, tail: number): string {
  const from = head === 0 ? 0 : wordEnd(text, head);
  const to = tail === 0 ? text.length : wordStart(text, text.length - tail);
  if (to - from < LEAST_LEFT_OUT) return text;
  return [text.slice(0, from), LEFT_OUT, text.slice(to)].filter(Boolean).join(' ');
}

function wordStart(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank < 0 ? 0 : blank + 1;
}

function wordEnd(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank;
}
