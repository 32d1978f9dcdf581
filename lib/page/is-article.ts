// Is this page an article? A document in, yes or no out. Part of the loader, so it imports next to nothing.
import { attributeOf, contentTypeOf, hasAttribute, matchesIn, parentOf, queryAllIn, queryIn, textContentOf } from './dom';

/** Characters in paragraphs from which a page that calls itself an article is believed: two or three short paragraphs. */
const ENOUGH = 400;
/**
 * What Readability's own check (isProbablyReaderable, mozilla/readability, Apache-2.0) goes by: names of what is hardly the text and of
 * what it may be all the same, the least length of a paragraph that counts, and the sum of roots that makes an article.
 */
const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
const PERHAPS = /and|article|body|column|content|main|shadow/i;
const LEAST_LENGTH = 140;
const LEAST_SCORE = 20;
/** Longest JSON-LD that is searched for the word, in UTF-16 units; see structured-data.ts. */
const LONGEST = 512 * 1024;

/** False for what a browser shows by a viewer of its own: XML, JSON, plain text, scripts, pictures. */
export function isHtml(doc: Document): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)$/.test(contentTypeOf(doc) ?? 'text/html');
}

/** True for pages that Readability would read, and for pages that declare an article and have some text of it. */
export function isArticle(doc: Document): boolean {
  if (!isHtml(doc)) return false;
  return isReadable(doc) || (declaresArticle(doc) && hasText(doc));
}

/**
 * Readability's check, in a third of its bytes and by getters that no page can bend. A test holds it against the original. Example:
 * three paragraphs of 190 characters are enough.
 */
export function isReadable(doc: Document): boolean {
  const lines = Array.from(queryAllIn(doc, 'div > br'), (line) => parentOf(line) as Element);
  let score = 0;
  return [...new Set([...Array.from(queryAllIn(doc, 'p, pre, article')), ...lines])].some((node) => {
    const named = attributeOf(node, 'class') ?? '';
    if (/display:\s*none/.test(attributeOf(node, 'style') ?? '') || hasAttribute(node, 'hidden')) return false;
    if (attributeOf(node, 'aria-hidden') === 'true' && !named.includes('fallback-image')) return false;
    const names = `${named} ${attributeOf(node, 'id') ?? ''}`;
    if ((UNLIKELY.test(names) && !PERHAPS.test(names)) || matchesIn(node, 'li p')) return false;
    const length = (textContentOf(node) ?? '').trim().length;
    score += length < LEAST_LENGTH ? 0 : Math.sqrt(length - LEAST_LENGTH);
    return score > LEAST_SCORE;
  });
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
