// A block of text → the stretches that are somebody's word, thought or wish rather than the writer's own: quotations, and
// what each sentence reports. Wider than an attribution: it need not know whose word it is.
import type { Span } from '../model';
import { splitSentences } from '../text/sentences';
import { tokenise } from '../text/tokens';
import { findQuotations } from './quotations';
import { reportedIn } from './reporting';

/** Quoted stretches of fewer words are names, titles and single words taken up. */
const LEAST_QUOTED = 4;
/** Of a longer sentence only so much is read, so that a page without full stops costs no quadratic time. In UTF-16 units. */
const LONGEST_FRAGMENT = 3000;
/** A transcript's label for who speaks: "VOSS: ". */
const LABEL = /^\W{0,3}\p{Lu}[\p{Lu} .'-]{2,40}: /u;

/** Stretches of a block (normal form, quotation marks folded) that report somebody. Ordered, apart from each other. */
export function findReported(text: string): Span[] {
  const spans = findQuotations(text).filter((span) => isUtterance(text.slice(span.start + 1, span.end)));
  const label = LABEL.exec(text);
  if (label) return [{ start: label[0].length, end: text.length }];
  for (const sentence of splitSentences(text)) {
    const end = Math.min(sentence.end, sentence.start + LONGEST_FRAGMENT);
    for (const span of reportedIn(text.slice(sentence.start, end))) spans.push({ start: span.start + sentence.start, end: span.end + sentence.start });
  }
  return joined(spans);
}

/** Is what stands in quotation marks said by somebody, rather than a title ("Saturday Night Live") or a word taken up? */
function isUtterance(words: string): boolean {
  const tokens = tokenise(words.slice(0, 400));
  if (tokens.length < LEAST_QUOTED) return /[,.!?]"$/.test(words) && tokens.length > 1;
  return tokens.some((token) => !token.capital && !token.stop) || /[.!?,]"?$/.test(words);
}

function joined(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const out: Span[] = [];
  for (const span of spans) {
    if (span.end <= span.start) continue;
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
