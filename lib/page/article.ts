// Which of a page's blocks are its article. In: the blocks of a walk, in order. Out: those to keep. Finds the element
// that holds the article by where the running text stands, then drops what is not running text. Asks no layout.
import { attributeOf, localNameOf, nodeTypeOf, parentOf, ELEMENT } from './dom';
import { isFurnitureLine } from './furniture';
import type { Found } from './walk';

/** A block counts as running text from this many characters on: shorter ones are as often labels as sentences. */
const RUNNING = 60;
/** One block's say in where the article is, at most: a single long list of links or legal text must not decide. */
const WEIGHT = 1_000;
/** Of what an element holds, its child must hold this much to be the article in its stead. */
const NEARLY_ALL = 0.9;
/** An element that says it is the article is believed when it holds this much of the page's running text. */
const BELIEVED = 0.4;
/** Share of linked characters from which a block (or a whole list) is a list of links. Readability drops from 0.2 to 0.5. */
const LINKED = 0.5;
/** How far above a block its containers are counted; real pages stay under 40 levels, hostile ones have 50,000. */
const LEVELS = 60;

/** What holds one text, and no other. */
const PARAGRAPHS = new Set('p li blockquote h1 h2 h3 h4 h5 h6 pre dd dt'.split(' '));
const ENDS = /[.!?…:;]['"”’»)\]]*$/;

function isRunning(block: Found): boolean {
  return block.kind !== 'title' && block.kind !== 'heading' && block.text.length >= RUNNING && block.links / block.text.length < 0.35 && /[.!?…]/.test(block.text);
}

function above(element: Element): Element | null {
  const parent = parentOf(element);
  if (!parent) return null;
  if (nodeTypeOf(parent) === ELEMENT) return parent as Element;
  return (parent as { host?: Element }).host ?? null;
}

/** Running text held by every element above some of it. */
function weigh(found: Found[]): Map<Element, number> {
  const containers = new Map<Element, number>();
  for (const block of found) {
    if (!isRunning(block)) continue;
    // A text that stands right in a container counts for that container; a paragraph's for what holds the paragraph.
    const container = PARAGRAPHS.has(localNameOf(block.element)) ? above(block.element) : block.element;
    if (container) containers.set(container, (containers.get(container) ?? 0) + Math.min(block.text.length, WEIGHT));
  }
  const weights = new Map<Element, number>();
  for (const [container, weight] of containers) {
    let element: Element | null = container;
    for (let level = 0; element && level < LEVELS; level++) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
      element = above(element);
    }
  }
  return weights;
}

function saysArticle(element: Element): number {
  if ((attributeOf(element, 'itemprop') ?? '').split(' ').includes('articleBody')) return 3;
  const tag = localNameOf(element);
  const role = attributeOf(element, 'role');
  if (tag === 'article' || role === 'article') return 2;
  return tag === 'main' || role === 'main' ? 1 : 0;
}

/** The element that holds the article: what says so of itself and holds enough, narrowed to where nearly all of it is. */
export function findRoot(found: Found[], body: Element): Element {
  const weights = weigh(found);
  const total = weights.get(body) ?? 0;
  if (total === 0) return body;
  let root = body;
  let best = 0;
  for (const [element, weight] of weights) {
    const says = saysArticle(element);
    const rank = says * 2 + weight / total;
    if (says > 0 && weight >= BELIEVED * total && rank > best) [root, best] = [element, rank];
  }
  const children = new Map<Element, Element[]>();
  for (const element of weights.keys()) {
    const parent = above(element);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), element]);
  }
  for (;;) {
    const held = weights.get(root) ?? 0;
    const heir = children.get(root)?.find((child) => (weights.get(child) ?? 0) >= NEARLY_ALL * held);
    if (!heir) return root;
    root = heir;
  }
}

function isWithin(element: Element, root: Element): boolean {
  let node: Element | null = element;
  while (node && node !== root) node = above(node);
  return node === root;
}

/** The article's blocks: those in its root that are sentences, its headline (`title` as the page declares it), its headings. */
export function keepArticle(found: Found[], body: Element, title: string): Found[] {
  const root = findRoot(found, body);
  // Paragraphs share what they stand in.
  const known = new Map<Element | null, boolean>();
  const inside = found.map(({ element }) => {
    const parent = above(element);
    let yes = known.get(parent);
    if (yes === undefined) known.set(parent, (yes = parent !== null && isWithin(parent, root)));
    return yes || element === root;
  });
  const first = inside.findIndex((yes, i) => yes && isRunning(found[i]!));
  const headline = pickHeadline(found, inside, first, title);
  const linked = linkLists(found);
  const kept = found.filter((block, i) => {
    if (i === headline) return true;
    if (!inside[i] || block.kind === 'title' || (block.list && linked.has(block.list))) return false;
    return isArticleLine(block);
  });
  // A heading with nothing under it headed something that was left out.
  return kept
    .filter((block, i) => block.kind !== 'heading' || (kept[i + 1] !== undefined && kept[i + 1]!.kind !== 'heading'))
    .map((block) => (block.kind === 'title' && found[headline] !== block ? { ...block, kind: 'heading' as const } : block));
}

/** True for a block that is running text or a heading, by itself. */
export function isArticleLine({ kind, text, links }: Found): boolean {
  if (links / text.length >= LINKED || isFurnitureLine(text)) return false;
  if (kind === 'heading') return text.length <= 200;
  return text.length >= RUNNING || ENDS.test(text);
}

/** The `h1` that is the article's headline: the one that reads like the declared title, else the last before the text. */
function pickHeadline(found: Found[], inside: boolean[], first: number, title: string): number {
  const heads = found.flatMap((block, i) => (block.kind === 'title' ? [i] : []));
  const declared = title.toLowerCase();
  const same = heads.find((i) => declared !== '' && (declared.includes(found[i]!.text.toLowerCase()) || found[i]!.text.toLowerCase().includes(declared)));
  return same ?? heads.filter((i) => i < first || inside[i]).pop() ?? -1;
}

/** Lists most of whose characters are links. */
function linkLists(found: Found[]): Set<Element> {
  const sums = new Map<Element, { links: number; all: number }>();
  for (const { list, links, text } of found) {
    if (!list) continue;
    const sum = sums.get(list) ?? { links: 0, all: 0 };
    sums.set(list, { links: sum.links + links, all: sum.all + text.length });
  }
  return new Set([...sums].filter(([, { links, all }]) => links / all >= LINKED).map(([list]) => list));
}
