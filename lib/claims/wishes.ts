// A sentence without plain words of speech → who is behind it all the same: "issued a statement saying", "urged drivers to",
// "vowed to", "expects inflation to". Looks at one sentence; asked only after the plain styles of attribution.ts.
import type { Name } from '../model';
import type { Token } from '../text/tokens';
import { FINITE, speakerEnd } from './clauses';
import cues from './cues.json' with { type: 'json' };
import { byStem, type Found, insideQuotes, isSpeaker, lastBreak, LONGEST_SUBJECT, made, MOST_DESCRIBING, NO_CUE, PAPERS, PASSIVE, pastOpening, subjectEnd } from './speakers';

const WISHES_TO = byStem(cues.wishes.to);
const WISHES_SOMEONE = byStem(cues.wishes.someone);
const ISSUES = byStem(cues.issues);
const JUSTIFIES = byStem(cues.justifies);
const PARTICIPLES = new Map(Object.entries(cues.participles));

/** End of the attribution: past "that", also past whom it is told: "assured residents that". */
export function thatAfter(text: string, tokens: Token[], i: number, addressed: boolean): number {
  for (let at = i + 1; at < tokens.length && at <= i + (addressed ? MOST_DESCRIBING : 1); at++) {
    if (/[,;:"]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) break;
    if (tokens[at]!.lower === 'that') return tokens[at]!.end;
  }
  return tokens[i]!.end;
}

/** "The ministry issued a statement saying that …", "She defended the cut, saying …": the subject of the verb before says so. */
export function saying(text: string, tokens: Token[], names: Name[]): Found | null {
  const at = tokens.findIndex((token, i) => i > 2 && PARTICIPLES.has(token.lower));
  if (at < 0 || at + 2 >= tokens.length || insideQuotes(text, tokens[at]!.start)) return null;
  const issued = PAPERS.has(tokens[at - 1]!.lower) && !/,/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));
  const verb = tokens.findIndex((token, i) => i > 0 && i < at && (issued ? ISSUES : JUSTIFIES).has(token.stem));
  if (verb < 1 || verb > LONGEST_SUBJECT) return null;
  const from = pastOpening(text, tokens, 0, verb);
  const to = subjectEnd(tokens, from, verb);
  if (!isSpeaker(text, tokens, names, from, to)) return null;
  const end = thatAfter(text, tokens, at, false);
  return made(text, tokens, names, from, to, issued ? { start: tokens[from]!.start, end } : { start: tokens[at]!.start, end }, PARTICIPLES.get(tokens[at]!.lower)!);
}

/**
 * "The minister urged drivers to …", "the airline vowed to …", "the bank expects inflation to …": the speaker is known, but no
 * words are left out of the matter, since who wishes it and how are part of it. The span is empty, at the cue.
 */
export function wishing(text: string, tokens: Token[], names: Name[]): Found | null {
  for (let i = 1; i < tokens.length - 1 && i < LONGEST_SUBJECT + 8; i++) {
    const token = tokens[i]!;
    const someone = WISHES_SOMEONE.get(token.stem);
    const verb = WISHES_TO.get(token.stem) ?? someone;
    if (!verb || NO_CUE.test(token.lower) || token.capital || PASSIVE.test(tokens[i - 1]!.lower) || insideQuotes(text, token.start)) continue;
    const near = tokens.slice(i + 1, speakerEnd(text, tokens, i)).slice(0, MOST_DESCRIBING);
    const to = near.findIndex(({ lower }) => lower === 'to');
    const calls = someone === 'appeal' || someone === 'call';
    if (calls ? !(near[0] && /^(?:to|on|for)$/.test(near[0].lower)) : someone === undefined ? to < 0 : to < 1) continue;
    const from = pastOpening(text, tokens, Math.max(0, lastBreak(text, tokens, i, /[;:"]/) ?? 0), i);
    const end = subjectEnd(tokens, from, i);
    if (tokens.slice(from, end).some((each) => FINITE.test(each.lower)) || !isSpeaker(text, tokens, names, from, end, verb)) continue;
    return made(text, tokens, names, from, end, { start: token.start, end: token.start }, verb);
  }
  return null;
}
