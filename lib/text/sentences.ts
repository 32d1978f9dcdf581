// One block of text → the spans of its sentences. A single forward scan of our own, linear in the text's length
// (Intl.Segmenter is superlinear on long strings, and splits at titles, initials and quoted exclamations).
// Knows nothing of what the sentences say.
import type { Span } from '../model';
import words from './words.json' with { type: 'json' };

const NEVER = new Set(words.abbreviations.never);
const MAYBE = new Set(words.abbreviations.maybe);
const STARTERS = new Set(words.starters);

const ENDS = /[.!?\u2026\u3002\uFF01\uFF1F\n]/g;
const CLOSER = /["')\]}\u201D\u2019\u00BB]/;
const OPENER = /["'([{\u201C\u2018\u00AB\u2022\u2023\u25E6*-]/;
const SPACE = /\s/;
/** No abbreviation or word that matters here is longer; bounds the look-back, so that hostile text stays linear. */
const LONGEST_WORD = 24;

/** The sentences of a block, trimmed, in order; nothing but white space lies between them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  ENDS.lastIndex = 0;
  for (let match = ENDS.exec(text); match; match = ENDS.exec(text)) {
    const at = match.index;
    let end = at + 1;
    if (text[at] === '\n') {
      if (/^\s*\p{Ll}/u.test(text.slice(end, end + LONGEST_WORD))) continue;
    } else {
      while (end < text.length && /[.!?\u2026]/.test(text[end]!)) end++;
      while (end < text.length && CLOSER.test(text[end]!) && !opensNext(text, end)) end++;
      if (end < text.length && !SPACE.test(text[end]!)) {
        ENDS.lastIndex = end;
        continue;
      }
      if (end < text.length && !breaksAfter(text, from, at, end)) {
        ENDS.lastIndex = end;
        continue;
      }
    }
    push(spans, text, from, end);
    from = end;
    ENDS.lastIndex = end;
  }
  push(spans, text, from, text.length);
  return spans;
}

/** A straight quotation mark right after the full stop closes, unless white space stands before it. */
function opensNext(text: string, at: number): boolean {
  return SPACE.test(text[at - 1] ?? ' ');
}

/** Does a sentence end at the terminator run `[at, end)`, given that white space follows? */
function breaksAfter(text: string, from: number, at: number, end: number): boolean {
  let next = end;
  while (next < text.length && SPACE.test(text[next]!)) next++;
  let first = next;
  while (first < text.length && first < next + 3 && OPENER.test(text[first]!)) first++;
  const c = text[first];
  if (c === undefined) return true;
  if (!/[\p{Lu}\p{Lo}\p{N}]/u.test(c)) return false;
  if (text[at] !== '.' || text[at + 1] === '.') return true;

  let start = at;
  while (start > from && at - start < LONGEST_WORD && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start--;
  const word = text.slice(start, at);
  const follower = /^[\p{L}']+/u.exec(text.slice(first, first + LONGEST_WORD))?.[0] ?? '';
  const startsLikeSentence = STARTERS.has(follower.toLowerCase());
  if (/^\d+$/.test(word) && text.slice(from, start).trim() === '') return false;
  if (/^\p{Lu}$/u.test(word)) return startsLikeSentence && word !== 'J';
  const lower = word.toLowerCase();
  if (lower.includes('.')) return startsLikeSentence;
  if (NEVER.has(lower) || (lower === 'p' && /\d/.test(c))) return false;
  if (MAYBE.has(lower)) return lower === 'no' ? !/\d/.test(c) : startsLikeSentence && /^\p{Lu}/u.test(follower);
  return true;
}

function push(spans: Span[], text: string, start: number, end: number): void {
  while (start < end && SPACE.test(text[start]!)) start++;
  while (end > start && SPACE.test(text[end - 1]!)) end--;
  if (end > start) spans.push({ start, end });
}
