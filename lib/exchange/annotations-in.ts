// W3C Web Annotations made elsewhere (https://www.w3.org/TR/annotation-model/), Hypothesis's rows among them: JSON that nobody has
// checked goes in, a draft for each page that they stand in comes out, its quotations as blocks, with what was noted there.
import { checkDraft, LONGEST_NAME, LONGEST_URL } from '../draft';
import { isRecord } from '../failure';
import { LABEL_LIMITS } from '../model';
import type { Draft } from '../model';
import { webUrl } from '../urls';

/** A text brought by an import: its draft, and what somebody wrote on it, or ''. */
export interface ImportedText {
  draft: Draft;
  note: string;
}

/** Most annotations of one file, and most pages of a collection that are looked at. */
const MOST = 100_000;
/** Longest quotation, in UTF-16 code units: what is longer is no quotation, and is left out. */
const LONGEST_QUOTE = 100_000;
/** How deep selectors refine one another. */
const DEEPEST = 4;

interface Page {
  source: string;
  title: string | null;
  /** By their words, with the place in the page where it is known. */
  quotes: Map<string, number | null>;
  notes: Set<string>;
}

/**
 * A draft for each page annotated, with its quotations in the page's order where positions tell it. Empty when no annotation quotes
 * anything. `pageOf` gives the one name of the page at an http(s) address, however that is written.
 */
export function importAnnotations(json: unknown, pageOf: (address: string) => string): ImportedText[] {
  const pages = new Map<string, Page>();
  for (const annotation of annotationsIn(json)) {
    const notes = notesOf(annotation);
    for (const target of list(annotation['target'])) {
      const source = sourceOf(target) ?? text(annotation['uri']);
      if (source === null || !isRecord(target)) continue;
      const quotes = quotesIn(target['selector'], 0);
      if (quotes.length === 0) continue;
      const bare = source.replace(/#(?![/!]).*$/, '');
      const key = webAddress(bare) ? pageOf(bare) : bare;
      const page = pages.get(key) ?? { source: bare, title: null, quotes: new Map(), notes: new Set() };
      page.title ??= titleOf(annotation, target);
      for (const { exact, start } of quotes) page.quotes.set(exact, page.quotes.get(exact) ?? start);
      for (const note of notes) page.notes.add(note);
      pages.set(key, page);
    }
  }
  return [...pages.values()].map(textOfPage);
}

function annotationsIn(json: unknown): Record<string, unknown>[] {
  if (Array.isArray(json)) return json.slice(0, MOST).filter(isRecord).filter(({ target }) => target !== undefined);
  if (!isRecord(json)) return [];
  if (json['target'] !== undefined) return [json];
  const first = json['first'];
  const items = json['items'] ?? (isRecord(first) ? first['items'] : undefined) ?? json['@graph'] ?? json['rows'];
  return Array.isArray(items) ? annotationsIn(items) : [];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST) : [value];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function sourceOf(target: unknown): string | null {
  if (!isRecord(target)) return null;
  const source = isRecord(target['source']) ? (target['source']['id'] ?? target['source']['@id']) : target['source'];
  return text(source);
}

function quotesIn(selector: unknown, depth: number): { exact: string; start: number | null }[] {
  if (depth > DEEPEST) return [];
  const all = list(selector).filter(isRecord);
  const start = all.map((one) => one['start']).find((one) => typeof one === 'number') ?? null;
  return all.flatMap((one) => {
    const exact = one['type'] === 'TextQuoteSelector' ? text(one['exact'])?.replace(/\s+/g, ' ').trim() : undefined;
    const own = exact && exact.length <= LONGEST_QUOTE ? [{ exact, start }] : [];
    return [...own, ...quotesIn(one['refinedBy'], depth + 1), ...(one['type'] === 'Choice' ? quotesIn(one['items'], depth + 1) : [])];
  });
}

/** What somebody wrote: textual bodies and Hypothesis's text. Bodies of our own export are evidence, which is derived, and no note. */
function notesOf(annotation: Record<string, unknown>): string[] {
  const bodies = list(annotation['body']).flatMap((body) => (isRecord(body) ? (body['stance'] === undefined ? [body['value']] : []) : []));
  return [...bodies, annotation['bodyValue'], annotation['text']].map(text).filter((note) => note !== null).map((note) => note.slice(0, LABEL_LIMITS.note));
}

function titleOf(annotation: Record<string, unknown>, target: Record<string, unknown>): string | null {
  const about = [target['source'], annotation['document'], target].filter(isRecord);
  for (const one of about) {
    const title = [one['title'], one['dc:title'], one['dcterms:title']].map((said) => text(Array.isArray(said) ? said[0] : said)).find((said) => said !== null);
    if (title) return title.replace(/\s+/g, ' ').trim();
  }
  return null;
}

const OUR_TEXT = 'urn:second-source:text:';

function textOfPage({ source, title, quotes, notes }: Page): ImportedText {
  const url = webAddress(source);
  // A stable sort: what has no position stays where it was found, at the end.
  const ordered = [...quotes].sort(([, a], [, b]) => (a ?? Infinity) - (b ?? Infinity) || 0);
  const named = title ?? (url ? `${url.hostname}${decoded(url.pathname)}` : decoded(source.startsWith(OUR_TEXT) ? source.slice(OUR_TEXT.length) : source));
  const draft = checkDraft({
    url: url?.href ?? null,
    title: named.slice(0, LONGEST_NAME),
    outlet: url?.hostname.replace(/^www\./, '') ?? null,
    author: null,
    published: null,
    language: null,
    blocks: ordered.map(([exact]) => ({ kind: 'quote', text: exact })),
  });
  return { draft, note: [...notes].join('\n\n').slice(0, LABEL_LIMITS.note) };
}

/** Null for what is no address of the web, or one too long to be kept: its quotations are, as of a text without address. */
function webAddress(source: string): URL | null {
  const url = source.length <= LONGEST_URL && /^https?:/i.test(source) ? webUrl(source) : null;
  return url && url.href.length <= LONGEST_URL ? url : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
