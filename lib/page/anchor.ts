// The way back from a block's text to the page: a span in, a range of text nodes or W3C selectors out. Nothing is
// remembered of the nodes' text: when the page has changed it since the reading, there is no range.
import { bodyOf, dataOf, isConnected, nodeTypeOf, rootNodeOf, walkerOf, FRAGMENT } from './dom';
import type { PageText } from './read';
import type { Chunk } from './walk';
import { collapse } from './walk';
import type { Selectors, Span } from '../model';

/** A stretch of a document's text, by its first and last text nodes. Unlike a Range it costs the page nothing to keep. */
export interface Stretch {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** Characters of context on each side of a quote, in UTF-16 units: what Hypothesis and the W3C's examples use. */
const CONTEXT = 32;

/** The stretch of the page that a span of a block was read from; null when the page no longer says that. */
export function stretchOf(page: PageText, block: number, span: Span): Stretch | null {
  const chunks = page.places[block] ?? [];
  const text = page.draft.blocks[block]?.text ?? '';
  const first = chunks.find((chunk) => chunk.at + chunk.length > span.start);
  const last = chunks.findLast((chunk) => chunk.at < span.end);
  if (!first || !last || first.at > last.at || span.start >= span.end) return null;
  for (let i = chunks.indexOf(first); chunks[i] && chunks[i]!.at <= last.at; i++) if (!isUnchanged(chunks[i]!, text)) return null;
  return {
    startContainer: first.node,
    startOffset: rawOffset(first, Math.max(span.start - first.at, 0)),
    endContainer: last.node,
    endOffset: rawOffset(last, Math.min(span.end - last.at, last.length) - 1) + 1,
  };
}

/** The same as a StaticRange, to be highlighted; browsers only. */
export function rangeOf(page: PageText, block: number, span: Span): StaticRange | null {
  const stretch = stretchOf(page, block, span);
  return stretch && new StaticRange(stretch);
}

function isUnchanged(chunk: Chunk, text: string): boolean {
  if (!isConnected(chunk.node)) return false;
  const now = collapse(dataOf(chunk.node).slice(0, rawLimit(chunk)));
  const from = chunk.bare && now.startsWith(' ') ? 1 : 0;
  return now.slice(from, from + chunk.length) === text.slice(chunk.at, chunk.at + chunk.length);
}

/** How much of a node's data can have gone into a chunk: a node of 10 MB, cut by the reading's cap, is not collapsed whole. */
function rawLimit(chunk: Chunk): number {
  return rawOffset(chunk, chunk.length - 1) + 1;
}

/** Where in its node's data the character at `offset` of a chunk stands. A run of white space stands at its first character. */
function rawOffset(chunk: Chunk, offset: number): number {
  const data = dataOf(chunk.node);
  let seen = 0;
  let inSpace = chunk.bare;
  for (let i = 0; i < data.length; i++) {
    const space = isSpace(data.charCodeAt(i));
    if (space && inSpace) continue;
    inSpace = space;
    if (seen++ === offset) return i;
  }
  return data.length;
}

/** The white space that HTML collapses: space, tab, line feed, form feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

/**
 * Quote and position of a span, in the text of the tree that it stands in: the body's `textContent` (what the W3C model's
 * examples count), or an open shadow root's. `prefix + exact + suffix` is a stretch of that text. Null as `stretchOf`.
 */
export function selectorsOf(page: PageText, block: number, span: Span): Selectors | null {
  const stretch = stretchOf(page, block, span);
  const body = bodyOf(page.document);
  if (!stretch || !body) return null;
  const tree = rootNodeOf(stretch.startContainer);
  const root = nodeTypeOf(tree) === FRAGMENT ? tree : body;
  // 12 = SHOW_TEXT | SHOW_CDATA_SECTION: what textContent is made of.
  const walker = walkerOf(page.document, root, 12);
  const parts: string[] = [];
  let length = 0;
  let start = -1;
  let end = -1;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const data = dataOf(node);
    if (node === stretch.startContainer) start = length + stretch.startOffset;
    if (node === stretch.endContainer) end = length + stretch.endOffset;
    parts.push(data);
    length += data.length;
    if (end >= 0 && length >= end + CONTEXT) break;
  }
  if (start < 0 || end < start) return null;
  const text = parts.join('');
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(start - CONTEXT, 0), start).replace(/^[\udc00-\udfff]/, ''),
      suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
    },
    position: { start, end },
  };
}
