// A quotation with its surroundings → a text directive (":~:text=…") that browsers scroll to.
// https://wicg.github.io/scroll-to-text-fragment/ — knows no document: it can't see whether the quotation stands there twice.
import type { Selectors } from '../model';
import { percentEncode } from './urn';

/** Longer quotations are given by their first and last words: Chrome's own link generator switches at the same length. */
const LONGEST_WHOLE = 300;
/** Words on either end of a long quotation: enough to be rare, few enough to survive a later edit in its middle. */
const END_WORDS = 6;
/** Shorter quotations get their surroundings too: below this length the text-fragments polyfill asks for context as well. */
const SHORTEST_ALONE = 20;
/** Words of surroundings on each side; a term must match whole words, so cut ones are dropped. */
const CONTEXT_WORDS = 3;

/**
 * The text directive of a quotation: "at least 89 soldiers" → `:~:text=at%20least%2089%20soldiers`. Syntax characters of the directive
 * (`-`, `,`, `&`) are percent-encoded. The quotation stands in one block, as a claim does; white space in it is collapsed as a browser's is.
 */
export function textFragment(selectors: Selectors): string {
  const { prefix, suffix } = selectors.quote;
  const exact = collapse(selectors.quote.exact);
  const words = exact.split(' ');
  if (exact.length > LONGEST_WHOLE && words.length >= 2 * END_WORDS) {
    return `:~:text=${encode(words.slice(0, END_WORDS).join(' '))},${encode(words.slice(-END_WORDS).join(' '))}`;
  }
  const before = exact.length < SHORTEST_ALONE ? wordsBefore(prefix) : '';
  const after = exact.length < SHORTEST_ALONE ? wordsAfter(suffix) : '';
  return `:~:text=${before === '' ? '' : `${encode(before)}-,`}${encode(exact)}${after === '' ? '' : `,-${encode(after)}`}`;
}

/** The text directive of a stored sentence, whose surroundings are not known: a short one may be found elsewhere in its article. */
export function sentenceDirective(text: string): string {
  return textFragment({ quote: { exact: text, prefix: '', suffix: '' }, position: { start: 0, end: text.length } });
}

function encode(term: string): string {
  return percentEncode(term).replaceAll('-', '%2D');
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The last whole words before the quotation on its own line (a line feed may end a block, which no term may cross). The first piece may be a cut word: it is dropped. */
function wordsBefore(prefix: string): string {
  const sameLine = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const pieces = collapse(` ${sameLine}`).split(' ');
  const whole = prefix.includes('\n') || /^\s/.test(sameLine) ? pieces : pieces.slice(1);
  return whole.slice(-CONTEXT_WORDS).join(' ');
}

/** The first whole words after the quotation on its own line. The last piece may be a cut word: it is dropped. */
function wordsAfter(suffix: string): string {
  const sameLine = suffix.split('\n', 1)[0] ?? '';
  const pieces = collapse(sameLine).split(' ');
  const whole = suffix.includes('\n') || /\s$/.test(sameLine) ? pieces : pieces.slice(0, -1);
  return whole.slice(0, CONTEXT_WORDS).join(' ');
}
