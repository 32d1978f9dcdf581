// Which claims of a page are in sight: ranges of claims in, indices out. Reads layout, so it is called only when asked, and seldom.
import { rectsOf } from './rects';

/** A claim's place in the page; `index` is into `reading.annotations`. */
export interface Placed {
  index: number;
  range: StaticRange;
}

/** The claims of which at least one line is in the viewport, from the top; of the same line in the order given. */
export function inView(doc: Document, claims: Placed[]): number[] {
  const height = doc.defaultView?.innerHeight ?? 0;
  return claims
    .flatMap(({ index, range }) => {
      const line = rectsOf(doc, range).find(({ top, bottom }) => bottom > 0 && top < height);
      return line ? [{ index, top: line.top }] : [];
    })
    .sort((a, b) => a.top - b.top)
    .map(({ index }) => index);
}
