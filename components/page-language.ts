// A page of ours says which language its words are in, for screen readers, hyphenation and quotation marks.
import { locale } from '../lib/i18n';

/** Names the language of the messages on a page's root. Call before drawing. */
export function nameLanguage(page: Document): void {
  page.documentElement.lang = locale();
}
