// Clips a page's article to be stored: a document in, a draft of plain text out. What is stored is what two readings agree
// on, our own and Readability's. The page's own nodes are not touched: Readability works on a copy, from which what the
// reader can't see has been taken out.
import { Readability } from '@mozilla/readability';
import { FRAGMENT, nodeTypeOf, queryAllIn, rootElementOf, rootNodeOf, textContentOf } from './dom';
import { isHtml } from './is-article';
import { describe } from './metadata';
import { read } from './read';
import type { ReadOptions } from './read';
import type { Chunk } from './walk';
import type { Block, Draft } from '../model';

/** HTML above this is not copied and parsed again (Readability: about 20 ms for 0.3 MB); our own blocks are stored. UTF-16 units. */
const LARGEST = 2_000_000;
/**
 * Of our own text, Readability must have found this share to be heeded: with less, it missed the article. On the 52 pages of
 * the article-extraction benchmark both together reach F1 .98 on the body; Readability alone .95, with link lists and captions.
 */
const AGREED = 0.7;

/** The article as a draft; without blocks when the page has no text or is no HTML. */
export function clip(doc: Document, options: ReadOptions = {}): Draft {
  if (!isHtml(doc)) return { ...describe(doc), blocks: [] };
  const { draft, places } = read(doc, options);
  const second = (rootElementOf(doc)?.outerHTML.length ?? 0) > LARGEST ? null : readability(doc, options);
  if (!second) return draft;
  const agreed = draft.blocks.filter((block, i) => block.kind === 'title' || isInShadow(places[i]) || second.text.includes(bare(block.text)));
  const author = draft.author ?? second.author;
  return { ...draft, author, blocks: size(agreed) >= AGREED * size(draft.blocks) ? agreed : draft.blocks };
}

/** Shadow roots are not copied: Readability had no chance to see this. */
function isInShadow(chunks: Chunk[] | undefined): boolean {
  return chunks?.[0] !== undefined && nodeTypeOf(rootNodeOf(chunks[0].node)) === FRAGMENT;
}

function size(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** Text without white space and without the marks that a walk adds or leaves out, for comparing two readings. */
function bare(text: string): string {
  return text.replace(/[\s“”]+/gu, '');
}

/** What Readability takes for the article's text and author; null when it finds none or gives up. */
function readability(doc: Document, { visible }: ReadOptions): { text: string; author: string | null } | null {
  try {
    const copy = doc.cloneNode(true) as Document;
    if (visible) removeHidden(doc, copy, visible);
    const article = new Readability<Element>(copy, { serializer: (node) => node as Element }).parse();
    if (!article?.content) return null;
    return { text: bare(textContentOf(article.content) ?? ''), author: article.byline?.slice(0, 200).trim() || null };
  } catch {
    return null;
  }
}

/** Takes out of the copy what is not drawn in the page. Both list their elements in the same order. */
function removeHidden(doc: Document, copy: Document, visible: (element: Element) => boolean): void {
  const [own, copied] = [queryAllIn(doc, 'body *'), queryAllIn(copy, 'body *')];
  for (let i = 0; i < own.length; i++) if (!visible(own[i]!)) copied[i]?.remove();
}
