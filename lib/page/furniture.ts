// Which elements are not the article: navigation, captions, related-link lists, share and newsletter boxes, cookie
// banners, comments, forms, what is hidden by mark-up. Judges one element by tag, role and names; knows no text, no layout.
import { attributeNamesOf, attributeOf, localNameOf, queryAllUnder, textContentOf } from './dom';
import { openings, phrases, roles, tags, words } from './furniture.json';

const TAGS = new Set(tags.split(' '));
const ROLES = new Set(roles.split(' '));
/** Looked up and not searched for: compiling an expression of 300 names takes longer than reading the page's own. */
const NAMES = new Set(`${words} ${phrases}`.split(' '));

/** Tags whose names are not looked at: they stand inside sentences, and there are many of them. */
const PLAIN = new Set(['a', 'b', 'i', 'em', 'strong', 'u', 'br', 'wbr', 'mark', 'abbr', 'time', 'q', 'cite', 'code', 'html', 'body', 'main', 'p']);

/** Class names repeat by the hundred: what was decided of one string is kept, for this many strings. */
const REMEMBERED = 2_000;
const decided = new Map<string, boolean>();

function namedSo(names: string): boolean {
  let answer = decided.get(names);
  if (answer === undefined) {
    answer = holdsName(names.slice(0, 500).replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-').toLowerCase());
    if (decided.size >= REMEMBERED) decided.clear();
    decided.set(names, answer);
  }
  return answer;
}

/** True where a word, or two or three that hyphens join, is a name of furniture. */
function holdsName(text: string): boolean {
  const parts = text.match(/[a-z]+|[^a-z]+/g) ?? [];
  for (let i = 0; i < parts.length; i++) {
    let name = parts[i]!;
    if (NAMES.has(name)) return true;
    for (let next = i + 2; next <= i + 4 && parts[next - 1] === '-'; next += 2) if (NAMES.has((name += `-${parts[next]}`))) return true;
  }
  return false;
}

/** True for what the mark-up itself hides from readers, or lets them edit; no layout is asked. `names`: of its attributes. */
export function isHiddenByMarkup(element: Element, names: readonly string[]): boolean {
  if (names.includes('hidden') || (names.includes('aria-hidden') && attributeOf(element, 'aria-hidden') === 'true')) return true;
  if (names.includes('contenteditable') && attributeOf(element, 'contenteditable') !== 'false') return true;
  return names.includes('style') && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test((attributeOf(element, 'style') ?? '').slice(0, 500));
}

/** True for elements that by their tag or role are never the article's text; `names`: of its attributes. */
export function isFurnitureByKind(element: Element, tag: string, names: readonly string[]): boolean {
  if (TAGS.has(tag)) return true;
  if (names.includes('role') && ROLES.has(attributeOf(element, 'role') ?? '')) return true;
  if (tag === 'header') return queryAllUnder(element, 'h1').length === 0;
  if (tag === 'sup') return queryAllUnder(element, 'a[href^="#"]').length > 0;
  return false;
}

/** True for elements whose class, id or test id says that they are not the article ("related-links", "cookieBanner"). `names`: of its attributes. */
export function isFurnitureByName(element: Element, tag: string, names: readonly string[]): boolean {
  // Some makers wrap the whole page in one form, so that a form is only furniture like a name: unless it holds the text.
  if (tag === 'form') return true;
  const said = (name: string): string => (names.includes(name) ? (attributeOf(element, name) ?? '') : '');
  if (PLAIN.has(tag)) return tag === 'p' && namedSo(said('class'));
  const all = `${said('class')} ${said('id')} ${said('data-testid')}`;
  return all.length > 2 && namedSo(all);
}

/** Characters in the paragraphs of a subtree: what a badly named element would cost if it were skipped. */
export function paragraphText(paragraphs: ArrayLike<Element>): number {
  let length = 0;
  for (let i = 0; i < paragraphs.length; i++) length += (textContentOf(paragraphs[i]!) ?? '').length;
  return length;
}

/** By their first character. */
const OPENINGS = new Map<string, string[]>();
for (const opening of openings.split('|')) OPENINGS.set(opening[0]!, [...(OPENINGS.get(opening[0]!) ?? []), opening]);
/** Longer than any of them, in UTF-16 units. */
const OPENING = 64;

/** True for a line that is furniture by how it opens ("Read more: …", "Photo: …"), however it is marked up. */
export function isFurnitureLine(text: string): boolean {
  const line = text.slice(0, OPENING).toLowerCase();
  return OPENINGS.get(line[0] ?? '')?.some((opening) => line.startsWith(opening)) ?? false;
}

/** True when the element or something above it, up to 30 levels, is furniture by kind: a clock in a header, an ad in an aside. */
export function standsInFurniture(element: Element, parentOf: (node: Node) => Node | null): boolean {
  let node: Node | null = element;
  for (let level = 0; node && level < 30; level++) {
    if (node.nodeType === 1) {
      const tag = localNameOf(node as Element);
      if (tag === 'body' || tag === 'html') return false;
      const names = attributeNamesOf(node as Element);
      if (isFurnitureByKind(node as Element, tag, names) || isFurnitureByName(node as Element, tag, names)) return true;
    }
    node = parentOf(node);
  }
  return false;
}
