// One block of text → the spans of its sentences. A single forward scan of our own, linear in the text's length
// (Intl.Segmenter is superlinear on long strings, and splits at titles, initials and quoted exclamations).
// Knows nothing of what the sentences say.
import type { Span } from '../model';
import { isCapital, isDigit, isLetter, isNumber, isSpace } from './characters';
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
/** An everyday word before a full stop, and no abbreviation of any kind: it needs no closer look. */
const LETTERS = /^[a-z]{2,}$/;
const ABBREVIATIONS: ReadonlySet<string> = new Set([...NEVER, ...MAYBE, ...STATES, ...NUMBERED]);

const ENDS = /[.!?\u2026\u3002\uFF01\uFF1F\n\r]/g;
const CLOSERS = "\"')]}\u201D\u2019\u00BB";
const OPENERS = "\"'`([{\u201C\u2018\u00AB\u2022\u2023\u25E6*\u2013\u2014-";
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
  let from = 0;
  let marker = 0;
  /** Has the text full stops at all? Looked for once, and only where a line's end asks. */
  let stopped: boolean | undefined;
  const hasStops = (): boolean => (stopped ??= /[.!?\u2026]/.test(text));
  const cut = (end: number): void => {
    push(spans, text, from, end);
    from = end;
  };
  ENDS.lastIndex = 0;
  while (ENDS.test(text)) {
    const at = ENDS.lastIndex - 1;
    while (marker < markers.length && markers[marker]!.start <= at) {
      if (markers[marker]!.start > from) cut(markers[marker]!.start);
      marker++;
    }
    const inMarker = markers[marker - 1];
    if (inMarker && at < inMarker.end) {
      ENDS.lastIndex = inMarker.end;
      continue;
    }
    const end = isLineBreak(text, at) ? (endsLine(text, at, hasStops) ? at + 1 : null) : endOf(text, from, at);
    if (end !== null) cut(end);
  }
  for (; marker < markers.length; marker++) if (markers[marker]!.start > from) cut(markers[marker]!.start);
  push(spans, text, from, text.length);
  return spans;
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** Does a sentence end with the line? Not where the next goes on in small letters, in a text that has full stops at all. */
function endsLine(text: string, at: number, hasStops: () => boolean): boolean {
  return !/^\s*\p{Ll}/u.test(text.slice(at + 1, at + 1 + LONGEST_WORD)) || !hasStops();
}

function isStop(text: string, at: number): boolean {
  const c = text[at];
  return c === '.' || c === '!' || c === '?' || c === '\u2026';
}

/** Where the sentence ends that the terminator at `at` ends; null when it ends none. Moves the scan behind what it has read. */
function endOf(text: string, from: number, at: number): number | null {
  let end = at + 1;
  const stops = spacedStops(text, at);
  if (stops.includes(' ')) return afterSpacedStops(text, at, stops);
  while (isStop(text, end)) end++;
  if (text[end] === ']' && /[[(]\s?$/.test(text.slice(Math.max(0, at - 2), at))) {
    ENDS.lastIndex = end;
    return null;
  }
  while (end < text.length && CLOSERS.includes(text[end]!) && !opensNext(text, end)) end++;
  end += footnote(text, end);
  ENDS.lastIndex = end;
  if (end >= text.length) return end;
  if (!isSpace(text.charCodeAt(end))) return runsOn(text, from, at, end) ? end : null;
  return breaksAfter(text, from, at, end) ? end : null;
}

/** The run of stops at `at`, empty where there are fewer than three: most often the next unit tells. */
function spacedStops(text: string, at: number): string {
  if (text[text[at + 1] === ' ' ? at + 2 : at + 1] !== '.') return '';
  SPACED_STOPS.lastIndex = at;
  return SPACED_STOPS.exec(text)?.[0] ?? '';
}

/** Length of the footnote's mark at `at`, 0 for none. */
function footnote(text: string, at: number): number {
  if (text[at] !== '[' && !isDigit(text.charCodeAt(at))) return 0;
  FOOTNOTE.lastIndex = at;
  return FOOTNOTE.exec(text)?.[0].length ?? 0;
}

/** "that . . . I" goes on; "compounds. . . . The" ends at its first stop, "a period . . . . Next" at its last. */
function afterSpacedStops(text: string, at: number, stops: string): number | null {
  const end = at + stops.length;
  const four = stops.replaceAll(' ', '').length > 3;
  ENDS.lastIndex = end;
  if (!four || !/^\s+["'\u201C\u2018]?\p{Lu}/u.test(text.slice(end, end + 4))) return null;
  return at === 0 || isSpace(text.charCodeAt(at - 1)) ? end : at + 1;
}

/** A straight quotation mark right after the full stop closes, unless white space stands before it. */
function opensNext(text: string, at: number): boolean {
  return at === 0 || isSpace(text.charCodeAt(at - 1));
}

function runsOn(text: string, from: number, at: number, end: number): boolean {
  RUN_ON.lastIndex = end;
  if (end > at + 1 || !RUN_ON.test(text)) return false;
  const word = wordBefore(text, from, at);
  return /^(?:\p{L}\p{Ll}+|\d[\d,]*\d)$/u.test(word) && !NEVER.has(word.toLowerCase());
}

function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && at - start < LONGEST_WORD && isOfWord(text.charCodeAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Letters, figures, and what stands in abbreviations and figures: . , ° º */
function isOfWord(code: number): boolean {
  return isLetter(code) || isNumber(code) || code === 0x2e || code === 0x2c || code === 0xb0 || code === 0xba;
}

/** Does a sentence end at the terminator run `[at, end)`, given that white space follows? */
function breaksAfter(text: string, from: number, at: number, end: number): boolean {
  let next = end;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  let first = next;
  while (first < text.length && first < next + 3 && (OPENERS.includes(text[first]!) || (first > next && text[first] === ' '))) first++;
  if (first >= text.length) return true;
  if (!mayBegin(text.charCodeAt(first))) return false;
  const word = afterComma(wordBefore(text, from, at));
  const lower = word.toLowerCase();
  if (text[at] === '!' && EXCLAIMING.has(lower)) return STARTERS.has(wordAt(text, first));
  if (text[at] !== '.' || text[at + 1] === '.') return true;
  if (LETTERS.test(lower) && !ABBREVIATIONS.has(lower)) return true;
  const follower = wordAt(text, first);
  return breaksAfterStop(
    {
      word,
      lower,
      follower,
      startsLikeSentence: STARTERS.has(follower),
      opens: text.slice(from, at - word.length).trim() === '',
      opensWithTime: at - from < LONGEST_WORD && FRONTED.test(text.slice(from, at)),
      figure: isNumber(text.charCodeAt(first)),
    },
    text,
    at,
    first,
  );
}

/** May a sentence begin so: with a capital, a letter of a script that has none, a figure, or money? */
function mayBegin(code: number): boolean {
  return isCapital(code) || isDigit(code) || code === 0x24 || (code >= 0x80 && /[\p{Lo}\p{N}€£]/u.test(String.fromCharCode(code)));
}

function afterComma(word: string): string {
  return word.slice(word.lastIndexOf(',') + 1);
}

/** The word that begins at `at`, in small letters; empty where none does. */
function wordAt(text: string, at: number): string {
  return /^[\p{L}']+/u.exec(text.slice(at, at + LONGEST_WORD))?.[0].toLowerCase() ?? '';
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
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}
