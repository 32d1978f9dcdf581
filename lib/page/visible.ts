// Whether an element is drawn at all, asked of the browser's layout. In: an element of a rendered document.
import { checkVisibilityOf } from './dom';

/**
 * False for elements that the reader can't see: no box, or `visibility: hidden`. Opacity does not count: pages fade their
 * text in after it is there. Elements with `display: contents` have no box of their own and are seen.
 */
export function isRendered(element: Element): boolean {
  return checkVisibilityOf(element, { visibilityProperty: true }) || getComputedStyle(element).display === 'contents';
}
