// The address an article goes by: the one that the browser shows for its tab, whatever the page says of itself. In: a
// document. Out: its http(s) URL without fragment and credentials, or null.
import { webUrl } from '../urls';
import { urlOf } from './dom';

/** At most this long, in UTF-16 units; longer ones carry data, not an address. */
const LONGEST = 4_000;

/** The page's own URL; null for anything but http and https (a file is nobody's URL). */
export function addressOf(doc: Document): string | null {
  return articleAddress(urlOf(doc));
}

/** An http(s) address without credentials and fragment; one that routes ("#/a/1") stays. Null for every other text, and for one too long. */
export function articleAddress(text: string | null | undefined): string | null {
  const url = text && text.length <= LONGEST ? webUrl(text) : null;
  if (url === null) return null;
  if (!/^#[/!]/.test(url.hash)) url.hash = '';
  url.username = url.password = '';
  return url.href;
}
