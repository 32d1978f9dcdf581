// A sentence → who says so: "according to X", "X said that …", "…", X said, "X: …", "… – Kremlin", "… warns X".
// Looks at one sentence; pronouns and running quotations are resolved by extract.ts. Unattributed rather than a guess.
import type { Attribution, Name, Span } from '../model';
import { stemOf, type Token } from '../text/tokens';
import cues from './cues.json' with { type: 'json' };

/** Nouns and participles that share a verb of speech's stem: "reporters", "warning". */
const NO_CUE = /(?:ing|ers?|ors?)$/;
const SAY = new Map(cues.say.map((verb) => [stemOf(verb), verb]));
const NEEDS_CLAUSE = new Set(cues.needsObjectClause);
export const DENIALS: ReadonlySet<string> = new Set(cues.deny);
const NOUNS = new Set(cues.nounCues);
const PRONOUN = /^(?:he|she|they|it|who|we|i)$/;
/** Auxiliaries and adverbs that may stand between the speaker and the verb of speech. */
const BETWEEN = new Set('has have had also later then again earlier repeatedly previously since already now did today yesterday'.split(' '));
const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;
const CUT = /^(?:on|in|at|during|after|before|who|which|whose|when|as|speaking|citing|via|from|told|talking|writing)$/;
/** Subjects longer than this are clauses, not speakers. */
const LONGEST_SUBJECT = 16;
const LONGEST_SPEAKER = 8;

/** A found attribution: the speaker is null when only a pronoun stands there. */
export interface Found extends Attribution {
  pronoun: boolean;
}

/** Who says so in one sentence, or null. Offsets into `text`, which is in normal form. */
export function findAttribution(text: string, tokens: Token[], names: Name[]): Found | null {
  return accordingTo(text, tokens, names) ?? colon(text, tokens, names) ?? trailing(text, tokens, names) ?? leading(text, tokens, names) ?? headline(text, tokens, names);
}

function accordingTo(text: string, tokens: Token[], names: Name[]): Found | null {
  const at = tokens.findIndex((token, i) => token.lower === 'according' && tokens[i + 1]?.lower === 'to');
  if (at < 0) return null;
  const from = at + 2;
  let to = from;
  while (to < tokens.length && to - from < LONGEST_SUBJECT && !/[,;:"]|- /.test(text.slice(tokens[to - 1]!.end, tokens[to]!.start))) to++;
  return made(text, tokens, names, from, to, { start: tokens[at]!.start, end: tokens[to - 1]!.end }, 'according to');
}

/** "Anton Gerashchenko: …", "Kremlin: …" at the start of a headline or bullet. */
function colon(text: string, tokens: Token[], names: Name[]): Found | null {
  const at = text.indexOf(': ');
  if (at < 0 || at > 60) return null;
  const to = tokens.findIndex((token) => token.start > at);
  if (to < 1 || to > LONGEST_SPEAKER) return null;
  if (tokens.slice(0, to).some((token) => SAY.has(token.stem) && !token.capital)) return null;
  if (!names.some((name) => name.span.end <= at && name.span.end > at - 3) && !NOUNS.has(tokens[to - 1]!.lower)) return null;
  return made(text, tokens, names, 0, to, { start: 0, end: at + 1 }, 'say');
}

/** After the words: `…," Shoigu said`, `…," Yermak, chief of staff, said via Telegram`, `…, said the minister on Tuesday.` */
function trailing(text: string, tokens: Token[], names: Name[]): Found | null {
  for (let i = tokens.length - 1; i > 1; i--) {
    const token = tokens[i]!;
    const verb = SAY.get(token.stem);
    if (!verb || NO_CUE.test(token.lower) || PASSIVE.test(tokens[i - 1]!.lower) || startsClause(text, tokens, i)) continue;
    const quote = lastBreak(text, tokens, i, /"/);
    const from = quote !== null && quote < i ? quote : (lastBreak(text, tokens, i, /[,"]/) ?? 0);
    if (from < 3) continue;
    if (from < i) {
      const to = subjectEnd(tokens, from, i);
      if (isSpeaker(tokens, names, from, to)) return made(text, tokens, names, from, to, { start: tokens[from]!.start, end: closing(text, tokens, names, i) }, verb);
    } else if (i + 1 < tokens.length && !CUT.test(tokens[i + 1]!.lower)) {
      const to = until(text, tokens, names, i + 1);
      if (isSpeaker(tokens, names, i + 1, to)) return made(text, tokens, names, i + 1, to, { start: token.start, end: closing(text, tokens, names, to - 1) }, verb);
    }
  }
  return null;
}

/** Before the words: `Shoigu said …`, `The minister has denied that …`. */
function leading(text: string, tokens: Token[], names: Name[]): Found | null {
  for (let i = 1; i < tokens.length && i < LONGEST_SUBJECT + 8; i++) {
    const token = tokens[i]!;
    const verb = SAY.get(token.stem);
    if (!verb || NO_CUE.test(token.lower) || (token.capital && i > 0)) continue;
    if (insideQuotes(text, token.start)) break;
    if (/^(?:to|by|of|the|a|an|his|her|its|their|this)$/.test(tokens[i - 1]!.lower) || PASSIVE.test(tokens[i - 1]!.lower)) continue;
    let from = i - 1;
    while (from > 0 && i - from < LONGEST_SUBJECT && !/[;:"]/.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start))) from--;
    if (i - from >= LONGEST_SUBJECT) continue;
    const to = subjectEnd(tokens, from, i);
    const tail = text.slice(token.end, token.end + 60);
    if (/^ +(?:to|by)\b/.test(tail)) continue;
    const reports = /^(?:[^.;]{0,40}?\bthat\b|(?: \p{L}+){0,8}[:,]? ?")/u.test(tail) || /^:/.test(tail);
    if (!reports && NEEDS_CLAUSE.has(verb) && !DENIALS.has(verb)) continue;
    if (!isSpeaker(tokens, names, from, to)) continue;
    const that = tokens[i + 1]?.lower === 'that' ? tokens[i + 1]!.end : token.end;
    return made(text, tokens, names, from, to, { start: tokens[from]!.start, end: that }, verb);
  }
  return null;
}

/** Headlines: `No progress on the deal – Kremlin`, `Winter will be hard, says WHO`, `Grid damage is huge claims operator`. */
function headline(text: string, tokens: Token[], names: Name[]): Found | null {
  const dash = text.lastIndexOf(' - ');
  if (dash > 20 && text.length - dash < 50) {
    const from = tokens.findIndex((token) => token.start > dash);
    if (from > 3 && tokens.length - from <= 5 && isSpeaker(tokens, names, from, tokens.length)) {
      return made(text, tokens, names, from, tokens.length, { start: dash + 1, end: tokens.at(-1)!.end }, 'say');
    }
  }
  if (/[.!?]["']?$/.test(text)) return null;
  for (let i = tokens.length - 2; i > 3 && i > tokens.length - 8; i--) {
    const verb = NO_CUE.test(tokens[i]!.lower) ? undefined : SAY.get(tokens[i]!.stem);
    if (!verb || !/s$/.test(tokens[i]!.lower) || !isSpeaker(tokens, names, i + 1, tokens.length)) continue;
    if (/^(?:to|the|a|of|and)$/.test(tokens[i - 1]!.lower)) continue;
    return made(text, tokens, names, i + 1, tokens.length, { start: tokens[i]!.start, end: tokens.at(-1)!.end }, verb);
  }
  return null;
}

function made(text: string, tokens: Token[], names: Name[], from: number, to: number, span: Span, cue: string): Found | null {
  if (to <= from) return null;
  const pronoun = to - from === 1 && PRONOUN.test(tokens[from]!.lower);
  return { speaker: pronoun ? null : speakerIn(text, tokens, names, from, to), cue, span, quoted: /"/.test(text), pronoun };
}

/** The speaker's name within `[from, to)`: a person if one is named there, else the phrase without article and adjuncts. */
function speakerIn(text: string, tokens: Token[], names: Name[], from: number, to: number): string | null {
  const start = tokens[from]!.start;
  const end = tokens[to - 1]!.end;
  const person = names.find((name) => name.kind === 'person' && name.span.start >= start && name.span.end <= end);
  if (person) return bare(text.slice(person.span.start, person.span.end));
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
function isSpeaker(tokens: Token[], names: Name[], from: number, to: number): boolean {
  if (to <= from || to - from > LONGEST_SUBJECT) return false;
  if (to - from === 1 && PRONOUN.test(tokens[from]!.lower)) return true;
  let cut = from + 1;
  while (cut < to && !CUT.test(tokens[cut]!.lower)) cut++;
  const adjunct = to - cut <= 6 && cut - from <= LONGEST_SPEAKER && !tokens.slice(from, to).some((token) => PASSIVE.test(token.lower));
  return [adjunct ? cut - 1 : to - 1, to - 1].some((last) => {
    const token = tokens[last]!;
    return NOUNS.has(token.lower) || names.some((name) => name.span.start <= token.start && token.end <= name.span.end);
  });
}

/** Where the subject ends: before the auxiliaries that precede the verb at `verb`. */
function subjectEnd(tokens: Token[], from: number, verb: number): number {
  let to = verb;
  while (to > from && BETWEEN.has(tokens[to - 1]!.lower)) to--;
  return to;
}

/** Index of the first token after the last gap before token `i` that matches; null when there is none near. */
function lastBreak(text: string, tokens: Token[], i: number, gap: RegExp): number | null {
  for (let j = i; j > 0 && i - j < LONGEST_SUBJECT; j--) {
    if (gap.test(text.slice(tokens[j - 1]!.end, tokens[j]!.start))) return j;
  }
  return null;
}

function startsClause(text: string, tokens: Token[], i: number): boolean {
  return tokens[i + 1]?.lower === 'that' || /^:/.test(text.slice(tokens[i]!.end));
}

/** Index past the clause that starts at `from`; a comma before a name ("the WHO's director, Dr Hans Kluge") is part of it. */
function until(text: string, tokens: Token[], names: Name[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST_SUBJECT) {
    const gap = text.slice(tokens[to - 1]!.end, tokens[to]!.start);
    const apposed = /^,/.test(gap) && names.some((name) => name.kind === 'person' && name.span.start >= tokens[to]!.start && name.span.start <= tokens[to]!.end + 1);
    if (/[,;:"]|\. /.test(gap) && !apposed && !/^\. ?$/.test(gap)) break;
    to++;
  }
  return to;
}

/** The attribution runs to the end of its clause: "he said in a statement." */
function closing(text: string, tokens: Token[], names: Name[], i: number): number {
  return tokens[until(text, tokens, names, i) - 1]!.end;
}

function insideQuotes(text: string, at: number): boolean {
  let open = false;
  for (let i = text.indexOf('"'); i >= 0 && i < at; i = text.indexOf('"', i + 1)) open = !open;
  return open;
}
