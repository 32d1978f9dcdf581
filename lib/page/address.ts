// The address an article goes by. In: a document. Out: its http(s) URL without fragment and credentials, or null.
import { attributeOf, queryIn, urlOf } from './dom';

/** The page's own URL; null for anything but http and https (a file is nobody's URL). Fragments that route ("#/a/1") stay. */
export function addressOf(doc: Document): string | null {
  const own = parse(urlOf(doc));
  if (!own) return null;
  const canonical = parse(canonicalHref(doc), own.href);
  return (canonical && isSameArticle(canonical, own) ? canonical : own).href;
}

function canonicalHref(doc: Document): string {
  const link = queryIn(doc, 'link[rel="canonical"][href]');
  return (link && attributeOf(link, 'href')) ?? '';
}

/** At most this long, in UTF-16 units; longer ones carry data, not an address. */
const LONGEST = 4_000;

function parse(text: string | undefined, base?: string): URL | null {
  if (!text || text.length > LONGEST) return null;
  try {
    const url = new URL(text, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    if (!/^#[/!]/.test(url.hash)) url.hash = '';
    url.username = url.password = '';
    return url;
  } catch {
    return null;
  }
}

/**
 * A canonical link is only believed within the same origin and when the last part of both paths is the same slug or
 * number ("/amp/rain-in-spain" and "/2024/rain-in-spain"): pages name their front page, or another site's article.
 */
function isSameArticle(canonical: URL, own: URL): boolean {
  if (canonical.origin !== own.origin || canonical.pathname === own.pathname) return false;
  const last = (url: URL): string => url.pathname.split('/').filter(Boolean).pop() ?? '';
  return last(own) === last(canonical) && /-.*-|\d{5}/.test(last(own));
}
