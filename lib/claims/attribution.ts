// A sentence → who says so: "according to X", "X said that …", "…", X said, "X: …", "… – Kremlin", "… warns X".
// Looks at one sentence; pronouns and running quotations are resolved by extract.ts. Unattributed rather than a guess.
import type { Name } from '../model';
import type { Token } from '../text/tokens';
import { FINITE, isApposed, isFinite, saysMore, speakerEnd } from './clauses';
import cues from './cues.json' with { type: 'json' };
import { foldQuotations } from './quotations';
import { ADDRESSED, byStem, CUT, type Found, insideQuotes, isSpeaker, lastBreak, LONGEST_SPEAKER, LONGEST_SUBJECT, made, NO_CUE, NOUNS, OPENS, PAPERS, PASSIVE, pastOpening, STRONG, subjectEnd } from './speakers';
import { saying, thatAfter, wishing } from './wishes';

export type { Found } from './speakers';

const SAY = byStem(cues.say);
const NEEDS_CLAUSE = new Set(cues.needsObjectClause);
/** A label in small letters has at most so many words: "Team 5 source: …". */
const MOST_LABELLING = 4;
/** Cues by which somebody says that it is not so. */
export const DENIALS: ReadonlySet<string> = new Set(cues.deny);

/** Who says so in one sentence, or null. Offsets into `sentence`, which is in normal form. */
export function findAttribution(sentence: string, tokens: Token[], names: Name[]): Found | null {
  const text = foldQuotations(sentence);
  return accordingTo(text, tokens, names) ?? colon(text, tokens, names) ?? trailing(text, tokens, names) ?? leading(text, tokens, names) ?? headline(text, tokens, names) ?? saying(text, tokens, names) ?? wishing(text, tokens, names);
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
  if (!names.some((name) => name.span.end <= at && name.span.end > at - 3) && ((to > MOST_LABELLING && tokens.slice(0, to).some((token) => !token.capital && !token.stop)) || !NOUNS.has(tokens[to - 1]!.lower) || PAPERS.has(tokens[to - 1]!.lower))) return null;
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
    if (from < 1 || (from < 3 && quote === null && !/^,/.test(text.slice(token.end)))) continue;
    const quoted = text.slice(tokens[from - 1]!.end, tokens[from]!.start).includes('"');
    const led = quoted || tokens.slice(0, from).some((each, n) => isFinite(each, n));
    const told = ADDRESSED.has(verb);
    if (from < i) {
      const aside = /^,/.test(text.slice(token.end)) && !OPENS.test(tokens[0]!.lower);
      if (!aside && ((!led && i + 1 < tokens.length) || saysMore(text, tokens, i, false, told))) continue;
      const to = subjectEnd(tokens, from, i);
      if (isSpeaker(text, tokens, names, from, to, verb)) return made(text, tokens, names, from, to, { start: tokens[from]!.start, end: aside ? token.end : closing(text, tokens, names, i) }, verb);
    } else if (led && (token.lower !== verb || STRONG.has(verb)) && i + 1 < tokens.length && !CUT.test(tokens[i + 1]!.lower) && (quoted || !isApposed(text, tokens, i)) && !saysMore(text, tokens, i, true, told)) {
      const to = until(text, tokens, names, i + 1);
      if (isSpeaker(text, tokens, names, i + 1, to, verb)) return made(text, tokens, names, i + 1, to, { start: token.start, end: closing(text, tokens, names, to - 1) }, verb);
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
    while (from > 0 && i - from < LONGEST_SUBJECT && !/[;:"]| - /.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start))) from--;
    if (i - from >= LONGEST_SUBJECT) continue;
    from = pastOpening(text, tokens, from, i);
    const to = subjectEnd(tokens, from, i);
    const tail = text.slice(token.end, token.end + 60);
    if (/^ +(?:to|by)\b/.test(tail)) continue;
    const reports = /^(?:[^.;]{0,40}?\bthat\b|(?: \p{L}+){0,8}[:,]? ?")/u.test(tail) || /^:/.test(tail) || clauseFollows(text, tokens, i, ADDRESSED.has(verb));
    if (!reports && NEEDS_CLAUSE.has(verb) && !DENIALS.has(verb)) continue;
    if (!isSpeaker(text, tokens, names, from, to, verb)) continue;
    const that = thatAfter(text, tokens, i, ADDRESSED.has(verb));
    return made(text, tokens, names, from, to, { start: tokens[from]!.start, end: that }, verb);
  }
  return null;
}

/** Does a clause of its own follow the verb at `i`: "warned the virus was spreading"? It has a finite verb before the next comma. */
function clauseFollows(text: string, tokens: Token[], i: number, addressed: boolean): boolean {
  const rest = tokens.slice(i + 1, speakerEnd(text, tokens, i));
  if (rest.length < 3 || CUT.test(rest[0]!.lower) || /^(?:of|for|to|against|about)$/.test(rest[0]!.lower)) return false;
  return rest.some((token, n) => n > (addressed ? 1 : 0) && FINITE.test(token.lower));
}

/** Headlines: `No progress on the deal – Kremlin`, `Winter will be hard, says WHO`, `Grid damage is huge claims operator`. */
function headline(text: string, tokens: Token[], names: Name[]): Found | null {
  const dash = text.lastIndexOf(' - ');
  if (dash > 20 && text.length - dash < 50) {
    const from = tokens.findIndex((token) => token.start > dash);
    if (from > 2 && tokens.length - from <= 5 && isSpeaker(text, tokens, names, from, tokens.length)) {
      return made(text, tokens, names, from, tokens.length, { start: dash + 1, end: tokens.at(-1)!.end }, 'say');
    }
  }
  if (/[.!?]["']?$/.test(text)) return null;
  for (let i = tokens.length - 2; i > 3 && i > tokens.length - 8; i--) {
    const verb = NO_CUE.test(tokens[i]!.lower) ? undefined : SAY.get(tokens[i]!.stem);
    if (!verb || !/s$/.test(tokens[i]!.lower) || OPENS.test(tokens[i + 1]!.lower) || !isSpeaker(text, tokens, names, i + 1, tokens.length)) continue;
    if (/^(?:to|the|a|of|and)$/.test(tokens[i - 1]!.lower)) continue;
    return made(text, tokens, names, i + 1, tokens.length, { start: tokens[i]!.start, end: tokens.at(-1)!.end }, verb);
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
