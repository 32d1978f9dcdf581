// What a reader does to the page that concerns us: a click on an underlined sentence, Enter on the one jumped to, Escape.
// In: a document and what is underlined; out: calls of `open` and `dismiss`. Heeds only real input, and never takes a
// click from the page: links, buttons, fields, selections and modified clicks are left alone.
import { matchesIn, nodeTypeOf, parentOf, ELEMENT } from './dom';
import { holds, rectsOf } from './rects';
import type { Marking } from './session';

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

/** Listens until the returned undo is called. */
export function listen(doc: Document, targets: GestureTargets): () => void {
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
  doc.addEventListener('click', click, true);
  doc.addEventListener('keydown', key, true);
  return () => {
    doc.removeEventListener('click', click, true);
    doc.removeEventListener('keydown', key, true);
  };
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
export function claimAt(doc: Document, markings: Marking[], event: MouseEvent): number | null {
  const target = event.composedPath()[0];
  const found = markings.find(({ range }) => {
    if (!target || !isOn(target as Node, range)) return false;
    return holds(rectsOf(doc, range), event.clientX, event.clientY);
  });
  return found?.index ?? null;
}

/** True when what was clicked holds the range or is held by the element that holds it: an overlay is neither. */
function isOn(target: Node, range: StaticRange): boolean {
  const within = (node: Node | null, holder: Node): boolean => {
    while (node && node !== holder) node = parentOf(node) ?? (node as { host?: Node }).host ?? null;
    return node === holder;
  };
  const parent = parentOf(range.startContainer);
  return within(range.startContainer, target) || within(range.endContainer, target) || (parent !== null && within(target, parent));
}
