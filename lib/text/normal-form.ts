// A text's normal form for reading by rules: one kind of quotation mark, dash and space, nothing invisible. Offsets in
// the normal form map back to the original exactly. Knows nothing of sentences or words.
import type { Span } from '../model';

/** Replaced one for one, so that offsets stay. Full-width digits and letters fold by arithmetic below. */
const FOLD: Record<string, string> = {
  '\u2018': "'", '\u2019': "'", '\u201A': "'", '\u201B': "'", '\u2032': "'", '\u02BC': "'",
  '\u201C': '"', '\u201D': '"', '\u201E': '"', '\u201F': '"', '\u00AB': '"', '\u00BB': '"', '\u2033': '"',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2015': '-', '\u2212': '-',
  '\u00A0': ' ', '\u2000': ' ', '\u2001': ' ', '\u2002': ' ', '\u2003': ' ', '\u2004': ' ', '\u2005': ' ', '\u2006': ' ',
  '\u2007': ' ', '\u2008': ' ', '\u2009': ' ', '\u200A': ' ', '\u202F': ' ', '\u205F': ' ', '\u3000': ' ', '\t': ' ', '\r': ' ',
};

/** What is left out: soft hyphen, zero-width characters, bidi controls, tag characters' lead, variation selectors, NUL. */
// eslint-disable-next-line no-misleading-character-class -- ranges of single code units, on purpose
const UNSEEN = /[\u0000\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/;
// eslint-disable-next-line no-misleading-character-class -- as above
const CHANGES = /[\u0000\t\r\u00A0\u00AB\u00BB\u00AD\u02BC\u061C\u180E\u2000-\u2033\u205F-\u2069\u2212\u3000\uFE00-\uFE0F\uFEFF\uFF01-\uFF5E]/;

export interface NormalForm {
  text: string;
  /** A span of the normal form as a span of the original. */
  back(span: Span): Span;
}

/** The normal form of a text. Example: "70\u00A0000 sol\u00ADdiers" → "70 000 soldiers". */
export function normalForm(original: string): NormalForm {
  if (!CHANGES.test(original)) return { text: original, back: (span) => span };
  let text = '';
  const origin: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const c = original[i]!;
    if (UNSEEN.test(c)) continue;
    const code = original.charCodeAt(i);
    origin.push(i);
    text += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (FOLD[c] ?? c);
  }
  return {
    text,
    back: ({ start, end }) => ({
      start: origin[start] ?? original.length,
      end: end > start ? (origin[end - 1] ?? original.length - 1) + 1 : (origin[end] ?? original.length),
    }),
  };
}
