// One walk over a subtree: in go a root and what to leave out, out come blocks of text with white space collapsed as
// rendered, each with the text nodes it came from. Knows nothing of articles; keeps every character but white space.
import { ELEMENT, TEXT, attributeNamesOf, attributeOf, dataOf, firstChildOf, localNameOf, nextSiblingOf, nodeTypeOf, shadowRootOf } from './dom';
import type { BlockKind } from '../model';

/** Where a stretch of a block's text comes from. Raw offsets are worked out on demand: see anchor.ts. */
export interface Chunk {
  node: Text;
  /** Where its text starts in the block, and how long it is there, white space collapsed. */
  at: number;
  length: number;
  /** True when white space at its start was swallowed, because the block was empty or ended in a space. */
  bare: boolean;
}

/** A block as found: text, origin, and what is needed to tell whether it belongs to the article. */
export interface Found {
  kind: BlockKind;
  text: string;
  chunks: Chunk[];
  /** The element whose text this is. */
  element: Element;
  /** Characters that stand inside links. */
  links: number;
  /** The innermost list, if it stands in one. */
  list: Element | null;
}

export interface WalkOptions {
  /** Subtrees to leave out, by element, tag and the names of its attributes. */
  skip: (element: Element, tag: string, attributes: readonly string[]) => boolean;
  /**
   * Asks the layout whether an element is drawn. It is the dearest question of all (1 µs), so it is only put of elements
   * that hold text of their own, and of inline ones that carry attributes.
   */
  visible?: ((element: Element) => boolean) | undefined;
  /** Most characters to take; the walk ends there. */
  cap: number;
}

const BLOCKS = new Set(
  ('address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul').split(' '),
);
/** What HTML does not take for white space. */
const SOLID = /[^ \t\n\r\f]/;
const LISTS = new Set(['ul', 'ol', 'dl', 'menu', 'dir']);
const KINDS: Record<string, BlockKind> = {
  h1: 'title', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'item', dd: 'item', dt: 'item', blockquote: 'quote',
};

interface Frame {
  tag: string;
  next: Node | null;
  /** Nodes assigned to a slot, which have no sibling order of their own; in reverse. */
  assigned: Node[] | null;
  block: boolean;
  element: Element;
  kind: BlockKind;
  list: Element | null;
  link: boolean;
}

/** The blocks below `root`, in order of the (flattened) tree. Takes any depth: it keeps its own stack. */
export function walk(root: Element, { skip, visible, cap }: WalkOptions): { found: Found[]; cut: boolean } {
  const found: Found[] = [];
  let room = cap;
  let text = '';
  let chunks: Chunk[] = [];
  let links = 0;
  let endsInSpace = true;
  let breaks = 0;
  let frame: Frame = { tag: localNameOf(root), next: firstChildOf(root), assigned: null, block: true, element: root, kind: 'paragraph', list: null, link: false };
  const stack: Frame[] = [];

  let asked: Element | undefined;
  let drawn = true;
  const isDrawn = (element: Element): boolean => {
    if (visible && asked !== element) [asked, drawn] = [element, visible(element)];
    return drawn;
  };
  const flush = (): void => {
    breaks = 0;
    if (text === '') return;
    if (endsInSpace) text = text.slice(0, -1);
    const last = chunks.at(-1);
    if (last) last.length = Math.min(last.length, text.length - last.at);
    if (last?.length === 0) chunks.pop();
    if (text !== '' && isDrawn(frame.element)) found.push({ kind: frame.kind, text, chunks, element: frame.element, links, list: frame.list });
    text = '';
    chunks = [];
    links = 0;
    endsInSpace = true;
  };
  const put = (part: string): void => {
    text += part;
    room -= part.length;
    endsInSpace = part.endsWith(' ');
  };
  const take = (node: Text): void => {
    const data = dataOf(node);
    const bare = endsInSpace;
    // Most text nodes are the indents between blocks.
    if (bare && !SOLID.test(data)) return;
    let part = collapse(data.length > room ? data.slice(0, Math.max(room, 0)) : data);
    if (bare && part.startsWith(' ')) part = part.slice(1);
    if (part === '') return;
    if (part !== ' ') breaks = 0;
    chunks.push({ node, at: text.length, length: part.length, bare });
    if (frame.link) links += part.length;
    put(part);
  };
  const breakLine = (): void => {
    breaks++;
    if (breaks > 1) flush();
    else if (!endsInSpace) put(' ');
  };
  const open = (element: Element): void => {
    const tag = localNameOf(element);
    if (tag === 'br') return breakLine();
    const attributes = attributeNamesOf(element);
    if (skip(element, tag, attributes)) return;
    const block = BLOCKS.has(tag);
    if (visible && !block && attributes.length > 0 && !visible(element)) return;
    if (tag === 'q') put('“');
    const shadow = shadowRootOf(element);
    const assigned = tag === 'slot' && 'assignedNodes' in element ? (element as HTMLSlotElement).assignedNodes() : [];
    if (block) flush();
    stack.push(frame);
    frame = {
      tag,
      next: assigned.length > 0 ? null : firstChildOf(shadow ?? element),
      assigned: assigned.length > 0 ? assigned.reverse() : null,
      block,
      element: block ? element : frame.element,
      kind: KINDS[tag] ?? frame.kind,
      list: LISTS.has(tag) ? element : frame.list,
      link: frame.link || (tag === 'a' && attributes.includes('href')) || (attributes.includes('role') && attributeOf(element, 'role') === 'link'),
    };
  };

  for (;;) {
    let node: Node | null;
    if (frame.assigned) node = frame.assigned.pop() ?? null;
    else {
      node = frame.next;
      if (node) frame.next = nextSiblingOf(node);
    }
    if (node === null || room <= 0) {
      if (frame.block) flush();
      if (frame.tag === 'q') put('”');
      const outer = stack.pop();
      if (!outer) return { found, cut: room <= 0 };
      frame = outer;
      continue;
    }
    const type = nodeTypeOf(node);
    if (type === TEXT) take(node as Text);
    else if (type === ELEMENT) open(node as Element);
  }
}

/** White space collapsed as a browser does outside `pre`; no-break spaces and zero-width characters stay. */
export function collapse(text: string): string {
  return text.replace(/ [ \t\n\r\f]+|[\t\n\r\f][ \t\n\r\f]*/g, ' ');
}
