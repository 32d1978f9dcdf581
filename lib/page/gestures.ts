// What a reader does to the page that concerns us: a click on an underlined sentence, Enter on the one jumped to, Escape.
// In: a document and what is underlined; out: calls of `open` and `dismiss`. Heeds only real input, and never takes a
// click from the page: links, buttons, fields, selections and modified clicks are left alone.
import { createRangeIn, matchesIn, nodeTypeOf, parentOf, rootNodeOf, ELEMENT } from './dom';
import type { Marking } from './marks';
import { holds, rectsOf } from './rects';

export interface GestureTargets {
  markings: () => Marking[];
  /** Index of the claim jumped to, if any. */
  current: () => number | null;
  /** The card's host while a card is shown. */
  card: () => Element | null;
  open: (index: number) => void;
  dismiss: () => void;
}

/** What has a use of its own for a click or for Enter. */
const BUSY =
  'a[href],area,button,input,select,textarea,label,summary,video,audio,iframe,embed,object,[onclick],[contenteditable]:not([contenteditable="false"]),' +
  ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option', 'slider', 'textbox', 'combobox'].map((role) => `[role="${role}"]`).join();

/** Listens until the signal is aborted. */
export function listen(doc: Document, targets: GestureTargets, signal: AbortSignal): void {
  const click = (event: MouseEvent): void => {
    if (!event.isTrusted) return;
    const card = targets.card();
    if (card && event.composedPath().includes(card)) return;
    if (card) targets.dismiss();
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
    if (isBusy(event.composedPath()) || isSelecting(doc)) return;
    const index = claimAt(doc, targets.markings(), event);
    if (index !== null) targets.open(index);
  };
  const key = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const card = targets.card();
    if (event.key === 'Escape' && (card || targets.current() !== null)) {
      targets.dismiss();
      if (card) swallow(event);
    } else if (event.key === 'Enter' && !event.shiftKey && !card && !isBusy(event.composedPath())) {
      const index = targets.current();
      if (index === null) return;
      targets.open(index);
      swallow(event);
    }
  };
  doc.addEventListener('click', click, { capture: true, signal });
  doc.addEventListener('keydown', key, { capture: true, signal });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function isBusy(path: EventTarget[]): boolean {
  return path.some((target) => 'nodeType' in target && nodeTypeOf(target as Node) === ELEMENT && matchesIn(target as Element, BUSY));
}

function isSelecting(doc: Document): boolean {
  return doc.defaultView?.getSelection()?.type === 'Range';
}

/** Index of the claim under the pointer; null when there is none, or when something lies over it. */
export function claimAt(doc: Document, markings: Marking[], event: Pick<MouseEvent, 'composedPath' | 'clientX' | 'clientY'>): number | null {
  const target = event.composedPath()[0];
  const found = markings.find(({ range }) => {
    return target && holds(rectsOf(doc, range), event.clientX, event.clientY) && isOn(doc, target as Node, range);
  });
  return found?.index ?? null;
}

/** True when what was clicked holds the range, or stands in it or across one of its ends: an overlay does neither. */
function isOn(doc: Document, target: Node, range: StaticRange): boolean {
  const hostOf = (node: Node): Node | null => (node as { host?: Node }).host ?? null;
  const isWithin = (node: Node | null): boolean => {
    while (node && node !== target) node = parentOf(node) ?? hostOf(node);
    return node === target;
  };
  if (isWithin(range.startContainer) || isWithin(range.endContainer)) return true;
  const root = rootNodeOf(range.startContainer);
  let clicked: Node | null = target;
  while (clicked && rootNodeOf(clicked) !== root) clicked = hostOf(rootNodeOf(clicked));
  if (!clicked || rootNodeOf(range.endContainer) !== root) return false;
  const live = createRangeIn(doc);
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.intersectsNode(clicked);
}

/** What a reader types into, or may: a frame's own focus can't be seen. */
const FIELD = 'input:not([type="button"],[type="submit"],[type="reset"],[type="image"],[type="checkbox"],[type="radio"]),select,textarea,iframe,frame,embed,object';

/** Takes the focus from a link or button, so that Enter is ours; never from a field. */
export function takeFocus(doc: Document): void {
  let focused = doc.activeElement as HTMLElement | null;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement as HTMLElement;
  if (!focused || focused.isContentEditable || matchesIn(focused, FIELD) || matchesIn(focused, '[role="textbox"],[role="searchbox"],[role="combobox"]')) return;
  focused.blur();
}
