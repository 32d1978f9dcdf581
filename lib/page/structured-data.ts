// What a page says of itself in JSON-LD. In: a document. Out: the object that describes its article, as data nobody has
// checked. Everything is capped and may be missing, of another type, or a lie.
import { queryAllIn, textContentOf } from './dom';

/** Longest JSON-LD script that is parsed, in UTF-16 units (news pages: 1 to 60 KB), and how many of them. */
const LONGEST = 512 * 1024;
const MOST = 20;
/** Objects looked at in one page, and how deep. */
const OBJECTS = 500;
const DEPTH = 4;

const ARTICLE = /(?:Article|BlogPosting|Reportage|LiveBlogPosting|NewsReport)$/;

export type Data = Record<string, unknown>;

/** The first article described by the page's JSON-LD; null when there is none that can be read. */
export function articleData(doc: Document): Data | null {
  const scripts = queryAllIn(doc, 'script[type="application/ld+json"]');
  let looked = 0;
  const find = (value: unknown, depth: number): Data | null => {
    if (typeof value !== 'object' || value === null || depth > DEPTH || ++looked > OBJECTS) return null;
    if (Array.isArray(value)) return first(value.slice(0, 100), (one) => find(one, depth + 1));
    const data = value as Data;
    const types = Array.isArray(data['@type']) ? data['@type'] : [data['@type']];
    if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return data;
    return first([data['@graph'], data['mainEntity'], data['mainEntityOfPage']], (one) => find(one, depth + 1));
  };
  return first([...Array(Math.min(scripts.length, MOST)).keys()], (i) => {
    const text = textContentOf(scripts[i]!) ?? '';
    if (text.length > LONGEST) return null;
    try {
      return find(JSON.parse(text), 0);
    } catch {
      return null;
    }
  });
}

function first<A, B>(values: A[], of: (value: A) => B | null): B | null {
  for (const value of values) {
    const result = of(value);
    if (result !== null) return result;
  }
  return null;
}

/** The name in "Jane Roe", {name: "Jane Roe"}, or a list of such; null when there is none. Addresses are no names. */
export function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return /^https?:/i.test(value) ? null : value;
  if (Array.isArray(value)) {
    const names = value.slice(0, 10).map((one) => (Array.isArray(one) ? null : nameIn(one))).filter((name) => name !== null);
    return names.length > 0 ? names.join(', ') : null;
  }
  return typeof value === 'object' && value !== null && typeof (value as Data)['name'] === 'string' ? ((value as Data)['name'] as string) : null;
}
