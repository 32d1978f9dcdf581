// A text's normal form for reading by rules: one kind of quotation mark, dash and space, nothing invisible. Offsets in
// the normal form map back to the original exactly. Knows nothing of sentences or words.
import type { Span } from '../model';

/** Replaced one for one, so that offsets stay. Full-width digits and letters fold by arithmetic below. */
const FOLD = new Map<string, string>(Object.entries({
  '\u2018': "'", '\u2019': "'", '\u201A': "'", '\u201B': "'", '\u2032': "'", '\u02BC': "'",
  '\u201C': '"', '\u201D': '"', '\u201E': '"', '\u201F': '"', '\u00AB': '"', '\u00BB': '"', '\u2033': '"',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2015': '-', '\u2212': '-',
  '\u00A0': ' ', '\u2000': ' ', '\u2001': ' ', '\u2002': ' ', '\u2003': ' ', '\u2004': ' ', '\u2005': ' ', '\u2006': ' ',
  '\u2007': ' ', '\u2008': ' ', '\u2009': ' ', '\u200A': ' ', '\u202F': ' ', '\u205F': ' ', '\u3000': ' ', '\t': ' ', '\r': ' ',
}));

/** All that changes; what FOLD does not know among it stays, or is left out. */
// eslint-disable-next-line no-misleading-character-class -- ranges of single code units, on purpose
const CHANGES = /[\u0000\t\r\u00A0\u00AB\u00BB\u00AD\u02BC\u061C\u180E\u2000-\u2033\u205F-\u2069\u2212\u3000\uFE00-\uFE0F\uFEFF\uFF01-\uFF5E]/g;
/** What is left out: soft hyphen, zero-width characters, bidi controls, tag characters' lead, variation selectors, NUL. */
// eslint-disable-next-line no-misleading-character-class -- as above
const UNSEEN = /[\u0000\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/;

/** Needs two bytes. */
const WIDE = /[^\u0000-\u00FF]/;

export interface NormalForm {
  text: string;
  /** A span of the normal form as a span of the original. */
  back(span: Span): Span;
}

/** The normal form of a text. Example: "70\u00A0000 sol\u00ADdiers" → "70 000 soldiers". */
export function normalForm(original: string): NormalForm {
  CHANGES.lastIndex = 0;
  if (!CHANGES.test(original)) return { text: original, back: (span) => span };
  /** Where in the normal form something was left out, once for each unit: all else is replaced one for one. */
  const gaps: number[] = [];
  const text = narrowed(original.replace(CHANGES, (c, at: number) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    const plain = FOLD.get(c);
    if (plain !== undefined) return plain;
    if (!UNSEEN.test(c)) return c;
    gaps.push(at - gaps.length);
    return '';
  }));
  const origin = (at: number): number => at + gapsUpTo(gaps, at);
  return {
    text,
    back: ({ start, end }) => ({
      start: start < text.length ? origin(start) : original.length,
      end: end > start ? (end <= text.length ? origin(end - 1) + 1 : original.length) : end < text.length ? origin(end) : original.length,
    }),
  };
}

/**
 * The same text, held in one byte a unit where that will do. Engines keep whatever was cut from a text of two bytes in two bytes, even
 * where no unit needs them any more, and match our patterns on it at half the speed; reading it anew is what makes them look.
 */
function narrowed(text: string): string {
  return WIDE.test(text) ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** How many of these ordered places are at or before this one. */
function gapsUpTo(gaps: number[], at: number): number {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
