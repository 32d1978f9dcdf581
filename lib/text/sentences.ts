// One block of text → the spans of its sentences. A single forward scan of our own, linear in the text's length
// (Intl.Segmenter is superlinear on long strings, and splits at titles, initials and quoted exclamations).
// Knows nothing of what the sentences say.
import type { Span } from '../model';
import { listMarkers } from './list-items';
import words from './sentence-words.json' with { type: 'json' };

const listed = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Abbreviations after which no sentence ends; those after which one may; those of American and Canadian states. */
const NEVER = listed(words.never);
const MAYBE = listed(words.maybe);
const STATES = listed(words.states);
/** Abbreviations that a figure follows: "No. 5", "Rs. 200". */
const NUMBERED = listed(words.numbered);
/** Names that end in an exclamation mark. */
const EXCLAIMING = listed(words.exclaiming);
/** What may follow "5 p.m." in its sentence: days, months and time zones. */
const AFTER_HOURS = listed(words.afterHours);
const STARTERS = listed(words.starters);

const ENDS = /[.!?\u2026\u3002\uFF01\uFF1F\n\r]/g;
const CLOSER = /["')\]}\u201D\u2019\u00BB]/;
const OPENER = /["'`([{\u201C\u2018\u00AB\u2022\u2023\u25E6*\u2013\u2014-]/;
const SPACE = /\s/;
/** No abbreviation or word that matters here is longer; bounds the look-back, so that hostile text stays linear. */
const LONGEST_WORD = 24;
/** A footnote's number or brackets, which belong to the sentence before: "martyr.[1] The", "ill health.11 12 Take". */
const FOOTNOTE = /(?:\[\d{1,3}\])+|(?<=[\p{Ll})][.!?]["\u201D]?)\d{1,3}(?: \d{1,3}){0,3}(?=\s+\p{Lu})/uy;
/** Initials and the like, which keep their stops: "U.S", "Ph.D"; no address of a page. */
const DOTTED = /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u;
/** A sentence's opening of nothing but a time. */
const FRONTED = /^\s*(?:at|by|around|about|before|after|since|from|until) [\d:. ]+[ap]\.m$/i;
/** "3 p.m. Moscow time". */
const ZONE = /^\p{L}+ (?:\p{L}+ )?time\b/iu;
/** Three stops with spaces between mark an omission, four one at a sentence's end. */
const SPACED_STOPS = /(?: ?\.){3,}/y;
/** The next sentence runs on without a space: "world.Today is". Letters on both sides, so that no figure or address is split. */
const RUN_ON = /\p{Lu}(?:\p{Ll}*\s|\p{Ll}{2,}[,.!?](?:\s|$))|Mr\.|Mrs\.|Ms\.|Dr\./uy;

/** The sentences of a block, trimmed, in order; nothing but white space lies between them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  const markers = listMarkers(text);
  const unpunctuated = !/[.!?\u2026]/.test(text);
  let from = 0;
  let marker = 0;
  const cut = (end: number): void => {
    push(spans, text, from, end);
    from = end;
  };
  ENDS.lastIndex = 0;
  for (let match = ENDS.exec(text); match; match = ENDS.exec(text)) {
    const at = match.index;
    while (marker < markers.length && markers[marker]!.start <= at) {
      if (markers[marker]!.start > from) cut(markers[marker]!.start);
      marker++;
    }
    const inMarker = markers[marker - 1];
    if (inMarker && at < inMarker.end) {
      ENDS.lastIndex = inMarker.end;
      continue;
    }
    const end = /[\n\r]/.test(text[at]!) ? (unpunctuated || !/^\s*\p{Ll}/u.test(text.slice(at + 1, at + 1 + LONGEST_WORD)) ? at + 1 : null) : endOf(text, from, at);
    if (end !== null) cut(end);
  }
  for (; marker < markers.length; marker++) if (markers[marker]!.start > from) cut(markers[marker]!.start);
  push(spans, text, from, text.length);
  return spans;
}

/** Where the sentence ends that the terminator at `at` ends; null when it ends none. Moves the scan behind what it has read. */
function endOf(text: string, from: number, at: number): number | null {
  let end = at + 1;
  SPACED_STOPS.lastIndex = at;
  const stops = SPACED_STOPS.exec(text)?.[0];
  if (stops?.includes(' ')) return afterSpacedStops(text, at, stops);
  while (end < text.length && /[.!?\u2026]/.test(text[end]!)) end++;
  if (text[end] === ']' && /[[(]\s?$/.test(text.slice(Math.max(0, at - 2), at))) {
    ENDS.lastIndex = end;
    return null;
  }
  while (end < text.length && CLOSER.test(text[end]!) && !opensNext(text, end)) end++;
  FOOTNOTE.lastIndex = end;
  end += FOOTNOTE.exec(text)?.[0].length ?? 0;
  ENDS.lastIndex = end;
  if (end >= text.length) return end;
  if (!SPACE.test(text[end]!)) return runsOn(text, from, at, end) ? end : null;
  return breaksAfter(text, from, at, end) ? end : null;
}

/** "that . . . I" goes on; "compounds. . . . The" ends at its first stop, "a period . . . . Next" at its last. */
function afterSpacedStops(text: string, at: number, stops: string): number | null {
  const end = at + stops.length;
  const four = stops.replaceAll(' ', '').length > 3;
  ENDS.lastIndex = end;
  if (!four || !/^\s+["'\u201C\u2018]?\p{Lu}/u.test(text.slice(end, end + 4))) return null;
  return SPACE.test(text[at - 1] ?? ' ') ? end : at + 1;
}

/** A straight quotation mark right after the full stop closes, unless white space stands before it. */
function opensNext(text: string, at: number): boolean {
  return SPACE.test(text[at - 1] ?? ' ');
}

function runsOn(text: string, from: number, at: number, end: number): boolean {
  RUN_ON.lastIndex = end;
  if (end > at + 1 || !RUN_ON.test(text)) return false;
  const word = wordBefore(text, from, at);
  return /^(?:\p{L}\p{Ll}+|\d[\d,]*\d)$/u.test(word) && !NEVER.has(word.toLowerCase());
}

function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && at - start < LONGEST_WORD && /[\p{L}\p{N}.,°º]/u.test(text[start - 1]!)) start--;
  return text.slice(start, at);
}

/** Does a sentence end at the terminator run `[at, end)`, given that white space follows? */
function breaksAfter(text: string, from: number, at: number, end: number): boolean {
  let next = end;
  while (next < text.length && SPACE.test(text[next]!)) next++;
  let first = next;
  while (first < text.length && first < next + 3 && (OPENER.test(text[first]!) || (first > next && text[first] === ' '))) first++;
  const c = text[first];
  if (c === undefined) return true;
  if (!/[\p{Lu}\p{Lo}\p{N}$€£]/u.test(c)) return false;
  const word = wordBefore(text, from, at).split(',').at(-1)!;
  const lower = word.toLowerCase();
  const follower = /^[\p{L}']+/u.exec(text.slice(first, first + LONGEST_WORD))?.[0].toLowerCase() ?? '';
  const startsLikeSentence = STARTERS.has(follower);
  if (text[at] === '!' && EXCLAIMING.has(lower)) return startsLikeSentence;
  if (text[at] !== '.' || text[at + 1] === '.') return true;
  return breaksAfterStop({ word, lower, follower, startsLikeSentence, opens: text.slice(from, at - word.length).trim() === '', opensWithTime: at - from < LONGEST_WORD && FRONTED.test(text.slice(from, at)), figure: /\p{N}/u.test(c) }, text, at, first);
}

interface Around {
  word: string;
  lower: string;
  follower: string;
  startsLikeSentence: boolean;
  /** The word is the first of its sentence. */
  opens: boolean;
  /** The sentence has no more than a time so far: "At 5 a.m." */
  opensWithTime: boolean;
  /** A figure follows. */
  figure: boolean;
}

/** The same for one full stop: is it the word's, or the sentence's? */
function breaksAfterStop({ word, lower, follower, startsLikeSentence, opens, opensWithTime, figure }: Around, text: string, at: number, first: number): boolean {
  if (/^\d+$/.test(word) && opens) return false;
  if (word === 'I' && /(?:^|\s)\p{Ll}+ $/u.test(text.slice(Math.max(0, at - LONGEST_WORD), at - 1))) return true;
  if (/^\p{Lu}$/u.test(word)) return startsLikeSentence && word !== 'J';
  if (NEVER.has(lower) || (NUMBERED.has(lower) && figure)) return false;
  if (/^[ap]\.m$/.test(lower)) return !opensWithTime && !AFTER_HOURS.has(follower) && !figure && !ZONE.test(text.slice(first, first + 2 * LONGEST_WORD));
  if (DOTTED.test(lower)) return startsLikeSentence;
  if (MAYBE.has(lower) || (STATES.has(lower) && word !== lower)) return lower === 'no' ? !figure : startsLikeSentence;
  return true;
}

function push(spans: Span[], text: string, start: number, end: number): void {
  while (start < end && SPACE.test(text[start]!)) start++;
  while (end > start && SPACE.test(text[end - 1]!)) end--;
  if (end > start) spans.push({ start, end });
}
