// The shape of a speaker as a small drawing, hollow where the figure is approximate. Always beside words.
import type { Shape } from './shapes';

/** Decorative: whoever uses it writes the speaker's name. */
export function ShapeMark({ shape, hollow = false }: { shape: Shape; hollow?: boolean }) {
  return (
    <svg class={`shape-mark${hollow ? ' is-hollow' : ''}`} viewBox="-1.6 -1.6 3.2 3.2" width="14" height="14" aria-hidden="true" focusable="false" data-shape={shape.name}>
      <path d={shape.path} stroke="currentColor" stroke-width="0.4" />
    </svg>
  );
}
