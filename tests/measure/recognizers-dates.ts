// A statement's dates → what Microsoft's Date rows compare: the stretch of text and one day for it. Our mentions are
// stretches of time; the rows want the day in their middle where the words count weeks or months from now ("a month ago").
import type { Statement } from '../../lib/model';

const COUNTED = /\b(?:ago|from now|from today)$/i;

/** Each date of a statement: its stretch in UTF-16 units, and the one ISO day that counts as right. */
export function dateFinds({ dates, text }: Statement): { start: number; end: number; values: string[] }[] {
  return dates.map(({ span, from, to, grain }) => {
    const vague = (grain === 'week' || grain === 'month') && COUNTED.test(text.slice(span.start, span.end));
    return { ...span, values: [vague ? middleOf(from, to) : from] };
  });
}

function middleOf(from: string, to: string): string {
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
}
