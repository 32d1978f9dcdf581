// What makes two articles the same one: an address, a seed's file name or a text goes in, a content-addressed id or
// fingerprint comes out. Knows no database.
import { verdictKey } from '../annotate/judged';
import type { Draft } from '../model';
import { isSelection } from '../selection-address';
import { wordingKey } from '../text/wording-key';
import trackers from './trackers.json';

const NAMES: ReadonlySet<string> = new Set(trackers.names);

function tracks(parameter: string): boolean {
  const name = parameter.toLowerCase();
  return NAMES.has(name) || trackers.prefixes.some((prefix) => name.startsWith(prefix));
}

/**
 * An address as it is stored and linked to: no tracking parameters, no fragment, no credentials. Everything else stays as it
 * was, parameter by parameter, so that the link still leads there: `https://a.example/x?utm_source=m&id=7#top` → `https://a.example/x?id=7`.
 * @throws TypeError when it is no address.
 */
export function cleanUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracks(decoded(part.split('=', 1)[0]!)))
    .join('&');
  return url.href;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The form in which addresses are compared: `cleanUrl` (which drops default ports and lower-cases the host) without trailing slashes
 * in the path. An AMP or mobile copy counts as an article of its own.
 */
export function normalUrl(address: string): string {
  const url = new URL(cleanUrl(address));
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href;
}

/** SHA-256 of a text, the first 128 bits in hexadecimal: enough for any number of articles to never meet by chance. */
async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The id of the article at an address: the same for every way of writing that address. */
export function idOfUrl(address: string): Promise<string> {
  return digest(`url ${normalUrl(address)}`);
}

/** An address as it is stored: as `cleanUrl`, with the text directive that names a stretch of a page. */
export function storedUrl(address: string): string {
  return isSelection(address) ? cleanUrl(address) + new URL(address).hash : cleanUrl(address);
}

/** The id of what is to be stored: by its seed file, else by its address (a stretch of a page by its text too), else by its text. */
export async function idOf(draft: Draft, file: string | null): Promise<string> {
  if (file !== null) return digest(`file ${file}`);
  if (draft.url !== null && isSelection(draft.url)) return digest(`selection ${normalUrl(draft.url)} ${await fingerprintOf(draft)}`);
  if (draft.url !== null) return idOfUrl(draft.url);
  return digest(`text ${await fingerprintOf(draft)}`);
}

/** Tells whether an article's text has changed: a digest of its blocks, white space aside. */
export function fingerprintOf(draft: Draft): Promise<string> {
  return digest(draft.blocks.map((block) => block.text.replace(/\s+/g, ' ').trim()).join('\n'));
}

/** The id of a verdict: the same for two texts whichever is the claim, or for one claim alone (`evidence` null). */
export function idOfVerdict(claim: string, evidence: string | null): Promise<string> {
  return digest(`verdict ${verdictKey(claim, evidence)}`);
}

/** The id of the correction of a statement of an article. */
export function idOfCorrection(article: string, text: string): Promise<string> {
  return digest(`correction ${article} ${wordingKey(text)}`);
}

/** The id of a line of the inbox: two statements by their articles and words. */
export function idOfDispute(older: { article: string; text: string }, newer: { article: string; text: string }): Promise<string> {
  return digest(`dispute ${JSON.stringify([older, newer].map(({ article, text }) => [article, wordingKey(text)]))}`);
}
