// Tokens of a sentence → who could be the speaker in a stretch of it, and the speaker's name. A speaker is named, has a speaker's
// noun ("the ministry"), is a pronoun, or is described before a plain verb of speech. Knows not where in the sentence to look.
import type { Attribution, Name, Span } from '../model';
import { stemOf, type Token } from '../text/tokens';
import { FINITE } from './clauses';
import cues from './cues.json' with { type: 'json' };

/** Nouns for those who speak, as a sentence's subject: "ministry", "residents", "study". */
export const NOUNS = new Set(cues.nounCues);
/** Things written, which say but are nobody: "Analysis:" names no speaker. */
export const PAPERS = new Set(cues.papers);
/** Plain verbs of speech: their subject is somebody, however described. */
export const STRONG = new Set(cues.strong);
/** Verbs of speech that take an addressee: "told reporters". */
export const ADDRESSED = new Set(cues.addressed);
const PRONOUN = /^(?:he|she|they|it|who|we|i)$/;
/** Phrases that may open a sentence before its subject: "In a statement, the ministry said". */
export const OPENS = /^(?:in|on|at|after|before|during|since|when|while|as|if|speaking|asked|writing|citing|despite|with|for|by|from|to|under|amid|even|then|just|earlier|later|meanwhile|however|separately|also|but|and|yet|still|so|now|today|yesterday|last|this|overnight|instead|according|once|until|because|although|though)$/;
/** Determiners that begin a speaker described rather than named: "her neighbour said". */
const DESCRIBES = /^(?:the|a|an|his|her|their|its|my|our|one|two|three|four|five|six|some|many|several|most|other|another|state|local|both)$/;
/** A described speaker or an addressee has at most so many words. */
export const MOST_DESCRIBING = 7;
/** Auxiliaries and adverbs that may stand between the speaker and the verb of speech. */
const BETWEEN = new Set('has have had also later then again earlier repeatedly previously since already now did today yesterday'.split(' '));
/** Inside a supposed subject these begin a clause. */
const CONJUNCTION = /^(?:after|as|because|when|while|since|that|until|if|although|though)$/;
/** Forms of "be": before a verb of speech they make it a passive. */
export const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;
/** What ends a speaker's name: an adjunct or a relative clause. */
export const CUT = /^(?:on|in|at|during|after|before|who|which|whose|when|as|speaking|citing|via|from|told|talking|writing)$/;
/** Nouns and participles that share a verb of speech's stem: "reporters", "warning". */
export const NO_CUE = /(?:ing|ers?|ors?)$/;
/** Subjects longer than this are clauses, not speakers. */
export const LONGEST_SUBJECT = 16;
/** Names and titles of more words are no speaker's. */
export const LONGEST_SPEAKER = 8;

/** A found attribution: the speaker is null when only a pronoun stands there. */
export interface Found extends Attribution {
  pronoun: boolean;
}

/** The verbs by the stems of their forms; the stemmer takes "added" to "ad" and "add" to "add", so both are kept. */
export function byStem(verbs: string[]): Map<string, string> {
  return new Map(verbs.flatMap((verb) => [stemOf(verb), stemOf(`${verb.replace(/e$/, '')}ed`)].map((stem): [string, string] => [stem, verb])));
}

/** The attribution to whoever stands in `[from, to)`; null when nobody does. */
export function made(text: string, tokens: Token[], names: Name[], from: number, to: number, span: Span, cue: string): Found | null {
  if (to <= from) return null;
  const pronoun = to - from === 1 && isPronoun(tokens[from]!);
  return { speaker: pronoun ? null : speakerIn(text, tokens, names, from, to), cue, span, quoted: /"/.test(text), pronoun };
}

/** The speaker's name within `[from, to)`: a person if one is named there, else the phrase without article and adjuncts. */
function speakerIn(text: string, tokens: Token[], names: Name[], from: number, to: number): string | null {
  const start = tokens[from]!.start;
  const end = tokens[to - 1]!.end;
  const person = names.find((name) => name.kind === 'person' && name.span.start >= start && name.span.end <= end);
  // In "Ann Lee's lawyer" and "Ann Lee family" somebody else speaks than the person named.
  const headed = person && person.span.end < end && NOUNS.has(tokens[to - 1]!.lower) && !text.slice(person.span.end, end).includes(',') && to - from <= LONGEST_SPEAKER;
  if (person && !headed) return bare(text.slice(person.span.start, person.span.end));
  let cut = from + 1;
  while (cut < to && !CUT.test(tokens[cut]!.lower) && !/[,(]/.test(text.slice(tokens[cut - 1]!.end, tokens[cut]!.start))) cut++;
  const first = /^(?:the|a|an)$/.test(tokens[from]!.lower) && cut > from + 1 ? from + 1 : from;
  if (cut - first > LONGEST_SPEAKER) return null;
  return bare(text.slice(tokens[first]!.start, tokens[cut - 1]!.end));
}

function bare(speaker: string): string {
  return speaker.replace(/'s$/, '');
}

/** Does `[from, to)` end, adjuncts aside, in a name, a noun for those who speak, or is it a pronoun? */
export function isSpeaker(text: string, tokens: Token[], names: Name[], from: number, to: number, verb = ''): boolean {
  if (to <= from || to - from > LONGEST_SUBJECT) return false;
  if (to - from === 1 && isPronoun(tokens[from]!)) return true;
  if (holdsClause(text, tokens, from, to)) return false;
  // Whoever says, tells or writes is somebody, named or not: "her neighbour said".
  const described = STRONG.has(verb) && to - from > 1 && to - from <= MOST_DESCRIBING && DESCRIBES.test(tokens[from]!.lower);
  if (described && !tokens.slice(from, to).some((token) => token.lower === 'that')) return true;
  // "Dr Ann Lee, its technical lead, warned": a person named first, after a title at most.
  const first = names.find(({ span }) => span.end > tokens[from]!.start);
  if (first?.kind === 'person' && to - from > 3 && first.span.start <= tokens[Math.min(from + 1, to - 1)]!.start && text[first.span.end] === ',') return true;
  let cut = from + 1;
  while (cut < to && !CUT.test(tokens[cut]!.lower)) cut++;
  const adjunct = to - cut <= 6 && cut - from <= LONGEST_SPEAKER && !tokens.slice(from, to).some((token) => PASSIVE.test(token.lower));
  return [adjunct ? cut - 1 : to - 1, to - 1].some((last) => {
    const token = tokens[last]!;
    return NOUNS.has(token.lower) || names.some((name) => name.span.start <= token.start && token.end <= name.span.end);
  });
}

/** A clause rather than a subject: "it is claimed executives", "fire spreads after officials". What a relative clause says of a speaker is none. */
function holdsClause(text: string, tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (i > from && /,/.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start))) return false;
    if (/^(?:who|which|whose)$/.test(tokens[i]!.lower)) return false;
    if ((FINITE.test(tokens[i]!.lower) && !tokens[i]!.capital) || (i > from && CONJUNCTION.test(tokens[i]!.lower))) return true;
  }
  return false;
}

/** "who" is a pronoun, "WHO" is not. */
function isPronoun(token: Token): boolean {
  return PRONOUN.test(token.lower) && !/^\p{Lu}{2,}$/u.test(token.text);
}

/** Where the subject begins that ends before `i`: past "In a statement," and "Speaking in Berlin,". */
export function pastOpening(text: string, tokens: Token[], from: number, i: number): number {
  if (!OPENS.test(tokens[from]!.lower)) return from;
  for (let at = from + 1; at < i; at++) if (/,/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) return at;
  return /^(?:but|and|yet|so)$/.test(tokens[from]!.lower) && from + 1 < i ? from + 1 : from;
}

/** Where the subject ends: before the auxiliaries that precede the verb at `verb`. */
export function subjectEnd(tokens: Token[], from: number, verb: number): number {
  let to = verb;
  while (to > from && BETWEEN.has(tokens[to - 1]!.lower)) to--;
  return to;
}

/** Index of the first token after the last gap before token `i` that matches; null when there is none near. */
export function lastBreak(text: string, tokens: Token[], i: number, gap: RegExp): number | null {
  for (let j = i; j > 0 && i - j < LONGEST_SUBJECT; j--) {
    if (gap.test(text.slice(tokens[j - 1]!.end, tokens[j]!.start))) return j;
  }
  return null;
}

/** Does the unit at `at` stand inside quotation marks? */
export function insideQuotes(text: string, at: number): boolean {
  let open = false;
  for (let i = text.indexOf('"'); i >= 0 && i < at; i = text.indexOf('"', i + 1)) open = !open;
  return open;
}
