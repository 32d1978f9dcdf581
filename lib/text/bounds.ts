// A figure's place in a text → the words around it that bound or soften it: "more than", "at most", "about", "or more",
// "-odd". Knows nothing of values or of what is counted.
import type { Span } from '../model';
import data from './counted.json' with { type: 'json' };

const alternatives = (words: string[]): string => [...words].sort((a, b) => b.length - a.length).map((w) => w.replace(/[.+]/g, '\\$&').replace(/ /g, ' +')).join('|');
/** What may stand before a figure and bound it; looked for in the characters before. */
const before = (words: string[]): RegExp => new RegExp(`(?:(?<![\\p{L}\\d])(?:${alternatives(words)})(?: +|(?<=[-~≈])))(?:an? +(?:additional|further|estimated|total|record|whopping) +|another +|the +)?$`, 'iu');
const after = (words: string[]): RegExp => new RegExp(`^(?: |(?=[-+]))(?:${alternatives(words.map((word) => word.trim()))})(?![\\p{L}\\d])`, 'iu');
const LEAST = before(data.least);
const MOST = before(data.most);
const ABOUT = before(data.about);
const LEAST_AFTER = after(data.after.least);
const MOST_AFTER = after(data.after.most);
const ABOUT_AFTER = after(data.after.about);
/** So many characters on either side are looked at. */
const LOOK = 36;

/** What the words around a figure make of it. At most one of `least` and `most` is set. */
export interface Bounds {
  least: boolean;
  most: boolean;
  about: boolean;
  /** Where the words after the figure end that belong to it; the figure's own end when there are none. */
  end: number;
}

/** The bounds that the text puts to the figure, its unit included, at a span. */
export function boundsAt(text: string, span: Span): Bounds {
  const lead = text.slice(Math.max(0, span.start - LOOK), span.start);
  const tail = text.slice(span.end, span.end + LOOK);
  const [least, most, about] = [LEAST_AFTER, MOST_AFTER, ABOUT_AFTER].map((words) => words.exec(tail)?.[0].length ?? 0) as [number, number, number];
  const [leastAt, mostAt] = [LEAST.exec(lead)?.index ?? LOOK, MOST.exec(lead)?.index ?? LOOK];
  // The longer words decide: "no more than" ends in "more than".
  const isMost = mostAt < leastAt || (leastAt === LOOK && most > 0);
  const isLeast = !isMost && (leastAt < mostAt || least > 0) && !/\b(?:just|a little) over +$/i.test(lead);
  return { least: isLeast, most: isMost, about: ABOUT.test(lead) || about > 0, end: span.end + Math.max(least, most, about) };
}
