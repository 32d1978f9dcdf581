// What the reader has selected on a page: a document in; the selection's text as paragraphs and what stands around it out. Changes
// neither page nor selection.
import { ELEMENT, matchesIn, nodeTypeOf, parentOf, queryAllIn } from './dom';
import { describe } from './metadata';
import type { Draft, Selectors } from '../model';

/** Longest selection that is taken, in UTF-16 units: some 3,000 words; a whole article is better saved as one. */
export const LONGEST_SELECTION = 20_000;
/** Characters before and after that are looked at, to find the place again. */
const AROUND = 64;

export interface Selected {
  draft: Draft;
  /** Its first paragraph as it stands in the page. */
  quote: Selectors['quote'];
  /** False where only its beginning was taken. */
  whole: boolean;
}

/** What is selected; null when nothing is. 'in-field' where a part of it is what somebody writes, which is never taken. */
export function selected(doc: Document): Selected | 'in-field' | null {
  const selection = doc.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (selection && isInField(doc, range)) return 'in-field';
  if (!selection || !range) return null;
  const taken = takeText(selection.toString());
  const [first] = taken.paragraphs;
  if (first === undefined) return null;
  const blocks = taken.paragraphs.map((text) => ({ kind: 'paragraph' as const, text }));
  return { draft: { ...describe(doc), blocks }, quote: { exact: first, ...around(range) }, whole: taken.whole };
}

/** What a reader writes in. Pages may put text into one, and browsers differ in whether a selection tells it. */
const FIELD = 'input,textarea,select,[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="searchbox"],[role="combobox"]';

/** Does a selection begin or end in a field, hold one, or is it the focused field's own? */
function isInField(doc: Document, range: Range | null): boolean {
  const field = (node: Node | null): boolean => {
    for (let at = node; at; at = parentOf(at) ?? (at as { host?: Node }).host ?? null) if (nodeTypeOf(at) === ELEMENT && matchesIn(at as Element, FIELD)) return true;
    return false;
  };
  const focused = doc.activeElement;
  if (focused !== null && field(focused)) return true;
  if (!range) return false;
  const holds = Array.from(queryAllIn(doc, '[contenteditable]:not([contenteditable="false"])')).some((one) => range.intersectsNode(one));
  return holds || field(range.startContainer) || field(range.endContainer);
}

/** A selection's text as paragraphs: lines of it, white space collapsed. At most LONGEST_SELECTION of it, cut at a word. */
export function takeText(text: string): { paragraphs: string[]; whole: boolean } {
  const whole = text.length <= LONGEST_SELECTION;
  const kept = whole ? text : text.slice(0, LONGEST_SELECTION).replace(/\S{0,200}$/, '');
  const paragraphs = kept.split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim());
  return { paragraphs: paragraphs.filter((line) => line !== ''), whole };
}

/** What stands before and after in the same text nodes. */
function around({ startContainer, startOffset, endContainer, endOffset }: Range): { prefix: string; suffix: string } {
  const text = (node: Node): string => (node.nodeType === node.TEXT_NODE ? (node.nodeValue ?? '') : '');
  return { prefix: text(startContainer).slice(Math.max(0, startOffset - AROUND), startOffset), suffix: text(endContainer).slice(endOffset, endOffset + AROUND) };
}
