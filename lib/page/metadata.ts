// What a page says of its article: title, outlet, author, date, language. In: a document. Out: a draft without blocks.
// None of it is checked, all of it is capped; only the address is the page's own (see address.ts).
import { addressOf } from './address';
import { attributeOf, queryAllIn, queryIn, rootElementOf, textContentOf } from './dom';
import { articleData, nameIn } from './structured-data';
import type { Draft } from '../model';

/** Longest title, and longest outlet or author, in UTF-16 units. */
const TITLE = 500;
const NAME = 200;

/** The draft's fields but its blocks; null for whatever the page does not say, or says in a form nobody can use. */
export function describe(doc: Document): Omit<Draft, 'blocks'> {
  const data = articleData(doc) ?? {};
  const meta = metaOf(doc);
  const url = addressOf(doc);
  const host = url ? new URL(url).hostname.replace(/^www\./, '') : null;
  const outlet = line(nameIn(meta('og:site_name')), NAME) ?? line(nameIn(data['publisher']), NAME) ?? line(meta('application-name'), NAME) ?? host;
  const title = line(meta('og:title'), TITLE) ?? line(nameIn(data['headline']), TITLE) ?? headline(doc) ?? line(textOf(queryIn(doc, 'title')), TITLE) ?? '';
  return {
    url,
    title: withoutOutlet(title, [outlet, host]),
    outlet,
    author: line(nameIn(data['author']), NAME) ?? line(byline(doc, meta), NAME),
    published: published(doc, meta, data['datePublished']),
    language: languageOf(doc, meta),
  };
}

type Meta = (name: string) => string | null;

/** Most `meta` elements looked at; news pages have 20 to 80. */
const METAS = 500;

/** The first content of each name, in one pass: asking the document anew for every name takes longer than reading the page. */
function metaOf(doc: Document): Meta {
  const said = new Map<string, string>();
  const elements = queryAllIn(doc, 'meta[content]');
  for (let i = 0; i < Math.min(elements.length, METAS); i++) {
    const element = elements[i]!;
    for (const key of ['property', 'name', 'itemprop']) {
      const name = attributeOf(element, key)?.toLowerCase();
      if (name && !said.has(name)) said.set(name, attributeOf(element, 'content') ?? '');
    }
  }
  return (name) => said.get(name) ?? null;
}

function textOf(element: Element | null | undefined): string | null {
  return element ? textContentOf(element) : null;
}

/** One line of at most `longest` units, without control characters; null when nothing is left. */
function line(text: string | null, longest: number): string | null {
  if (text === null) return null;
  const clean = text.slice(0, longest * 4).replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, longest);
  return clean.replace(/[\ud800-\udbff]$/, '').trim() || null;
}

/** The page's only `h1`; with several nobody knows which. */
function headline(doc: Document): string | null {
  const heads = queryAllIn(doc, 'h1');
  return heads.length === 1 ? line(textOf(heads[0]), TITLE) : null;
}

/** "Rain in Spain | Daily Plain" without the outlet; other bars and dashes stay. */
function withoutOutlet(title: string, outlets: (string | null)[]): string {
  const cut = title.match(/^(.{10,}?)\s+[|–—·-]\s+([^|–—·]{2,60})$/u);
  const tail = cut?.[2]?.toLowerCase();
  return cut && outlets.some((outlet) => outlet?.toLowerCase() === tail) ? cut[1]! : title;
}

function byline(doc: Document, meta: Meta): string | null {
  const named = meta('author') ?? textOf(queryIn(doc, '[itemprop="author"] [itemprop="name"], a[rel~="author"], [itemprop="author"]'));
  return nameIn(named)?.replace(/^\s*by\s+/i, '') ?? null;
}

/** Names of `meta` elements that date articles, as seen on news pages; those of the Open Graph and schema.org first. */
const DATED = ['article:published_time', 'og:article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'parsely-pub-date', 'sailthru.date', 'pubdate'];

function published(doc: Document, meta: Meta, declared: unknown): string | null {
  const said = first([typeof declared === 'string' ? declared : null, ...DATED.map(meta)]);
  if (said !== null) return said;
  const item = queryIn(doc, '[itemprop="datePublished"]');
  const time = queryIn(doc, 'article time[datetime], main time[datetime], time[pubdate]');
  return first([item && (attributeOf(item, 'content') ?? attributeOf(item, 'datetime')), time && attributeOf(time, 'datetime')]);
}

/** The first of these texts that is a date. */
function first(said: (string | null)[]): string | null {
  for (const one of said) {
    const date = one === null ? null : isoDate(one);
    if (date !== null) return date;
  }
  return null;
}

/**
 * An ISO date or instant, as given with its own zone (the day on which its readers read it), or null.
 * "2024-01-05 23:30:00-05:00" → "2024-01-05T23:30:00-05:00"; "January 5, 2024" → "2024-01-05". Years 1900 to 2100 only.
 */
export function isoDate(text: string): string | null {
  const given = text.trim();
  if (given.length < 8 || given.length > 64) return null;
  const iso = given.match(/^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/i);
  if (iso) {
    const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
    const time = iso[4]?.replace(/^(\d\d):?(\d\d)(?::?(\d\d))?/, (_, h: string, m: string, s?: string) => `${h}:${m}:${s ?? '00'}`);
    const whole = time ? `${day}T${time}${(iso[5] ?? '').toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2')}` : day;
    return isSane(new Date(whole)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? whole : null;
  }
  const date = new Date(given);
  if (!isSane(date) || !/\d{4}/.test(given)) return null;
  if (/GMT|UTC|Z$|[+-]\d\d:?\d\d/.test(given)) return date.toISOString();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function isSane(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 2100;
}

/** The BCP 47 tag the page declares for itself. */
function languageOf(doc: Document, meta: Meta): string | null {
  const root = rootElementOf(doc);
  const tag = (root && (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang')))?.trim() || meta('language')?.trim() || '';
  // Part by part: as one expression it takes longer to be compiled than all the others together.
  const [language = '', ...more] = tag.split(/[-_]/);
  const good = /^[a-z]{2,3}$/i.test(language) && more.length <= 4 && more.every((part) => part.length <= 8 && /^[a-z0-9]+$/i.test(part));
  return good ? tag.replaceAll('_', '-') : null;
}
