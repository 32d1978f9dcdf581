// Is this page an article? A document in, yes or no out. Part of the loader, so it imports next to nothing.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable';
import { attributeOf, contentTypeOf, queryAllIn, queryIn, textContentOf } from './dom';

/** Characters in paragraphs from which a page that calls itself an article is believed: two or three short paragraphs. */
const ENOUGH = 400;
/** Longest JSON-LD that is searched for the word, in UTF-16 units; see structured-data.ts. */
const LONGEST = 512 * 1024;

/** False for what a browser shows by a viewer of its own: XML, JSON, plain text, scripts, pictures. */
export function isHtml(doc: Document): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)$/.test(contentTypeOf(doc) ?? 'text/html');
}

/** True for pages that Readability would read, and for pages that declare an article and have some text of it. */
export function isArticle(doc: Document): boolean {
  if (!isHtml(doc)) return false;
  const safe = { querySelectorAll: (selector: string) => queryAllIn(doc, selector) } as unknown as Document;
  return isProbablyReaderable(safe) || (declaresArticle(doc) && hasText(doc));
}

function declaresArticle(doc: Document): boolean {
  const type = queryIn(doc, 'meta[property="og:type"]');
  if (type && /^article$/i.test(attributeOf(type, 'content') ?? '')) return true;
  const scripts = queryAllIn(doc, 'script[type="application/ld+json"]');
  return Array.from(scripts)
    .slice(0, 20)
    .some((script) => /"@type"\s*:\s*\[?\s*"[A-Za-z]*(?:Article|BlogPosting)"/.test((textContentOf(script) ?? '').slice(0, LONGEST)));
}

function hasText(doc: Document): boolean {
  let length = 0;
  return Array.from(queryAllIn(doc, 'p')).some((paragraph) => (length += (textContentOf(paragraph) ?? '').trim().length) >= ENOUGH);
}
