// A saved HTML file in → the article in it as a draft, or why there is none. For pages of ours: parsed without running or loading
// anything, read as a clip is. Trusts the browser's own word of where a file was saved from before the page's.
import { addressOf, articleAddress } from './address';
import { clip } from './clip';
import { attributeOf, queryAllIn, queryIn, textContentOf } from './dom';
import { withInertHtml } from './inert-html';
import { decodeHtml } from './saved-encoding';
import type { Draft } from '../model';

/** Largest file read, in bytes: a page saved as one file with its pictures has 5 to 30 MB. */
export const LARGEST_SAVED = 40_000_000;
/** Most JSON-LD scripts handed on, and longest, in UTF-16 code units; as in structured-data.ts. */
const MOST_SCRIPTS = 20;
const LONGEST_SCRIPT = 512 * 1024;
/** Fewest characters of an article's text: less is a heading or a notice. */
const LEAST_TEXT = 80;

/** Why a file gives no article: of another kind, too large, or without an article's text. */
export type SavedTrouble = 'not-html' | 'too-large' | 'no-article';

/** A file as a page of ours has it. `type` is the media type that the system gives, or ''. */
export interface SavedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** True for a file that by name and type is HTML; false for pictures, archives (MHTML among them) and everything else. */
export function isHtmlFile({ name, type }: Pick<SavedFile, 'name' | 'type'>): boolean {
  const kind = type.split(';', 1)[0]!.trim().toLowerCase();
  // "Octets" says no more than nothing: some systems know no type for what a browser has saved.
  if (kind !== '' && kind !== 'application/octet-stream') return kind === 'text/html' || kind === 'application/xhtml+xml';
  return /\.(?:x?html?)$/i.test(name);
}

/** The article of a saved file with the texts of its JSON-LD scripts, for whoever reads more from them; or why there is none. Throws nothing. */
export function readSavedFile(file: SavedFile): { draft: Draft; jsonLd: string[] } | { refused: SavedTrouble } {
  if (!isHtmlFile(file)) return { refused: 'not-html' };
  if (file.bytes.length > LARGEST_SAVED) return { refused: 'too-large' };
  const html = decodeHtml(file.bytes);
  // Pictures and archives under a false name.
  if (html.slice(0, 2_000).includes('\u0000') || !/<[a-z!]/i.test(html)) return { refused: 'not-html' };
  return withInertHtml(() => articleOf(file, html));
}

function articleOf(file: SavedFile, html: string): { draft: Draft; jsonLd: string[] } | { refused: SavedTrouble } {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const jsonLd = scriptsOf(doc);
  lighten(doc);
  const own = addressOf(doc);
  const draft = clip(doc);
  if (draft.blocks.reduce((sum, { kind, text }) => sum + (kind === 'title' ? 0 : text.length), 0) < LEAST_TEXT) return { refused: 'no-article' };
  const url = savedFrom(html) ?? declared(doc);
  // A parsed file goes by the address of the page that parsed it, and an outlet taken from that is ours.
  const named = own !== null && draft.outlet === hostOf(own) ? null : draft.outlet;
  return { draft: { ...draft, url, title: draft.title || file.name.replace(/\.x?html?$/i, ''), outlet: named ?? (url === null ? null : hostOf(url)) }, jsonLd };
}

function scriptsOf(doc: Document): string[] {
  const scripts = Array.from(queryAllIn(doc, 'script[type="application/ld+json"]')).slice(0, MOST_SCRIPTS);
  return scripts.map((script) => textContentOf(script) ?? '').filter((text) => text.length <= LONGEST_SCRIPT);
}

/** Takes out what no reader sees: code, styles, pictures kept in the file. A saved page is mostly that, and the second reading copies it all. */
function lighten(doc: Document): void {
  for (const element of Array.from(queryAllIn(doc, 'script:not([type="application/ld+json"]), style, noscript, template, iframe, svg'))) element.remove();
  for (const element of Array.from(queryAllIn(doc, '[src^="data:"], [srcset], [href^="data:"], [style]'))) {
    for (const name of ['src', 'srcset', 'style']) if ((attributeOf(element, name)?.length ?? 0) > 500) element.removeAttribute(name);
    if (attributeOf(element, 'href')?.startsWith('data:')) element.removeAttribute('href');
  }
}

/** Where the browser (`saved from url=(0031)https://…`) or SingleFile (` url: https://…`) says that it took the page from. */
function savedFrom(html: string): string | null {
  const head = html.slice(0, 4_000);
  const said = /<!--\s{0,9}saved from url=\(\d{1,9}\)(\S{1,4000})/i.exec(head) ?? /<!--\s{0,9}Page saved with SingleFile\s{0,9}url:\s{0,9}(\S{1,4000})/i.exec(head);
  return articleAddress(said?.[1]);
}

/** What the page says is its own address. */
function declared(doc: Document): string | null {
  const canonical = queryIn(doc, 'link[rel="canonical"][href]');
  const shared = queryIn(doc, 'meta[property="og:url"][content]');
  return articleAddress(canonical && attributeOf(canonical, 'href')) ?? articleAddress(shared && attributeOf(shared, 'content'));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
