// The address an article goes by: the one that the browser shows for its tab, whatever the page says of itself. In: a
// document. Out: its http(s) URL without fragment and credentials, or null.
import { urlOf } from './dom';

/** The page's own URL; null for anything but http and https (a file is nobody's URL). Fragments that route ("#/a/1") stay. */
export function addressOf(doc: Document): string | null {
  return parse(urlOf(doc))?.href ?? null;
}

/** At most this long, in UTF-16 units; longer ones carry data, not an address. */
const LONGEST = 4_000;

function parse(text: string | undefined): URL | null {
  if (!text || text.length > LONGEST) return null;
  try {
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    if (!/^#[/!]/.test(url.hash)) url.hash = '';
    url.username = url.password = '';
    return url;
  } catch {
    return null;
  }
}
