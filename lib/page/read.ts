// Reads an article off a page: a document in, its draft out, with the way back from every character to its text node.
// Changes nothing in the page. Works on a rendered page and, without layout, on a parsed file (linkedom in Node).
import { keepArticle } from './article';
import { bodyOf, queryAllIn, queryAllUnder } from './dom';
import { isFurnitureByKind, isFurnitureByName, isHiddenByMarkup, paragraphText } from './furniture';
import { describe } from './metadata';
import { walk } from './walk';
import type { Chunk } from './walk';
import type { Draft } from '../model';

export interface PageText {
  draft: Draft;
  /** For each of the draft's blocks, the text nodes it was read from. */
  places: Chunk[][];
  document: Document;
  /** True when the page was longer than is read. */
  cut: boolean;
}

export interface ReadOptions {
  /** Asks the layout whether an element is drawn; without it only mark-up that hides is heeded. */
  visible?: (element: Element) => boolean;
}

/**
 * Characters of text taken from one page, in UTF-16 units. A long live blog has 200,000; the time grows with what is taken,
 * and 1.5 million in 13,000 paragraphs take 130 ms, 220 with layout (Chromium, 2 shared cores). What comes after is left
 * unread (`cut`).
 */
export const CAP = 1_500_000;
/** With less text than this found, names like "content-ad-free" may have misled: it is read once more without minding names. */
const TOO_LITTLE = 250;
/** An element that holds more of the page's paragraphs than this is no furniture, whatever its name says. */
const TOO_MUCH = 0.5;

/** Reads the article. An empty page gives a draft without blocks; nothing is thrown for what a page may contain. */
export function read(doc: Document, options: ReadOptions = {}): PageText {
  const body = bodyOf(doc);
  const about = describe(doc);
  if (!body) return { draft: { ...about, blocks: [] }, places: [], document: doc, cut: false };
  let { kept, cut } = readBlocks(doc, body, about.title, options, true);
  if (kept.reduce((sum, block) => sum + block.text.length, 0) < TOO_LITTLE) ({ kept, cut } = readBlocks(doc, body, about.title, options, false));
  return {
    draft: { ...about, blocks: kept.map(({ kind, text }) => ({ kind, text })) },
    places: kept.map(({ chunks }) => chunks),
    document: doc,
    cut,
  };
}

function readBlocks(doc: Document, body: Element, title: string, { visible }: ReadOptions, names: boolean) {
  let all: number | undefined;
  const holdsMuch = (element: Element): boolean => {
    const own = queryAllUnder(element, 'p');
    if (own.length === 0) return queryAllUnder(element, 'h1').length > 0;
    all ??= paragraphText(queryAllIn(doc, 'p'));
    return paragraphText(own) > TOO_MUCH * all;
  };
  const skip = (element: Element, tag: string, attributes: readonly string[]): boolean =>
    isFurnitureByKind(element, tag, attributes) ||
    (attributes.length > 0 && isHiddenByMarkup(element, attributes)) ||
    (names && isFurnitureByName(element, tag, attributes) && !holdsMuch(element));
  const { found, cut } = walk(body, { skip, visible, cap: CAP });
  return { kept: keepArticle(found, body, title), cut };
}
