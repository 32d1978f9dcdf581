// The shape of a mark as a small drawing: the same three lines that stand under sentences on the page. Always beside words.
import type { Mark } from '../lib/model';

const LINES: Record<Mark, string[]> = {
  corroborated: ['M1 5H23'],
  conflicting: ['M1 5q1.83-5 3.67 0t3.67 0 3.67 0 3.67 0 3.67 0 3.67 0'],
  both: ['M1 3H23', 'M1 7H23'],
  related: ['M2 5h.01M7 5h.01M12 5h.01M17 5h.01M22 5h.01'],
};

/** Solid, wavy or double line; dots for what is not underlined. Decorative: whoever uses it writes the words. */
export function StanceMark({ mark }: { mark: Mark }) {
  return (
    <svg class={`stance-mark is-${mark}`} viewBox="0 0 24 10" width="24" height="10" aria-hidden="true" focusable="false">
      {LINES[mark].map((d) => (
        <path key={d} d={d} fill="none" stroke="currentColor" stroke-width={mark === 'both' ? 1.5 : 2} stroke-linecap="round" />
      ))}
    </svg>
  );
}
