// Where on the screen a stretch of text is drawn. Ranges in, rectangles in viewport pixels out; reads layout, so it is
// called on a click or a key, never while reading.
import { createRangeIn, isConnected } from './dom';

/** The rectangles of a range's lines; none when it is no longer in the page or not drawn. */
export function rectsOf(doc: Document, range: StaticRange): DOMRect[] {
  if (!isConnected(range.startContainer) || !isConnected(range.endContainer)) return [];
  const live = createRangeIn(doc);
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return Array.from(live.getClientRects()).filter((rect) => rect.width > 0 && rect.height > 0);
  } catch {
    // The page has shortened the text since: an offset lies beyond its end.
    return [];
  }
}

/** True when the point lies on one of the rectangles, give or take the two pixels of an underline. */
export function holds(rects: DOMRect[], x: number, y: number): boolean {
  return rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + 2);
}

/** Scrolls a range to the middle of the viewport, in whatever scrolls. */
export function scrollTo(doc: Document, range: StaticRange): void {
  const element = range.startContainer.parentElement;
  const height = doc.defaultView?.innerHeight ?? 0;
  const inSight = (): boolean => {
    const rect = rectsOf(doc, range)[0];
    return rect !== undefined && rect.top >= 0 && rect.bottom <= height * 0.8;
  };
  if (inSight()) return;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rect = rectsOf(doc, range)[0];
  if (rect && !inSight()) doc.defaultView?.scrollBy({ top: rect.top - height / 3, behavior: 'instant' });
}
