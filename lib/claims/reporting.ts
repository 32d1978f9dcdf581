// A sentence → the stretches that it reports rather than states: what stands after, before or around a cue, which may be a verb,
// a phrase, a noun or a feeling (reporting.json). By signs of clauses, not by a parse. Knows not whose word it is.
import type { Span } from '../model';
import { stemOf, tokenise, type Token } from '../text/tokens';
import { ADJUNCT, isApposed, isFinite, LONGEST_LOOK_BACK, PRONOUN, saysMore, speakerEnd, TURNS } from './clauses';
import { findQuotations } from './quotations';
import cues from './reporting.json' with { type: 'json' };

type Kind = 'clause' | 'told' | 'infinitive' | 'object' | 'weak' | 'ambiguous';
const KINDS: Kind[] = ['clause', 'told', 'infinitive', 'object', 'weak', 'ambiguous'];
const VERBS = new Map<string, Set<Kind>>();
for (const kind of KINDS) {
  for (const verb of cues[kind]) {
    // The stemmer takes "added" to "ad" and "add" to "add": both are kept.
    for (const stem of new Set([stemOf(verb), stemOf(`${verb.replace(/e$/, '')}ed`)])) VERBS.set(stem, (VERBS.get(stem) ?? new Set()).add(kind));
  }
}
const PHRASES = new Map<string, string[][]>();
for (const phrase of cues.phrases) {
  const words = phrase.split(' ').map(stemOf);
  PHRASES.set(words[0]!, [...(PHRASES.get(words[0]!) ?? []), words]);
}
const SOURCES = new Set(cues.sources);
const FELT = new Set(cues.felt);
const NOUNS = new Set(cues.nouns.flatMap((noun) => [noun, noun.endsWith('s') ? noun : `${noun}s`]));

/** Agents and things that share a verb's stem: "reporters", "supporter". */
const AGENT = /(?:^ads?$|ers?|ors?|ists?|ments?|tions?|sions?|ances?|als?|ful|able|ible|ive)$/;
const DETERMINER = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|any|no|some|every|each|another|such|new|recent|latest|last|first|two|three|many|several|of|for|in|with|from|by)$/;
/** Of these, what no longer belongs to what is said in a clause. */
const WIDE_TURNS = /^(?:adding|saying|noting|citing|according|prompting|leaving)$/;
const LONGEST_ADDRESSEE = 9;

/** One sentence's reported stretches, cue by cue; those inside a stretch already found are part of it. */
export function reportedIn(text: string): Span[] {
  const tokens = tokenise(text);
  const inside = quoteMask(text, tokens);
  const spans: Span[] = [];
  let past = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (inside[i]) continue;
    const found = tokens[i]!.start < past ? (lookingBack(text, tokens, i) ?? []) : atCue(text, tokens, i);
    for (const span of found) {
      spans.push(span);
      past = Math.max(past, span.start > tokens[i]!.start ? span.end : 0);
    }
  }
  return spans.length > 0 ? spans : [...colon(text, tokens), ...inSource(text, tokens)];
}

function quoteMask(text: string, tokens: Token[]): boolean[] {
  const quotes = findQuotations(text);
  let q = 0;
  return tokens.map((token) => {
    while (q < quotes.length && quotes[q]!.end <= token.start) q++;
    return q < quotes.length && quotes[q]!.start <= token.start;
  });
}

function atCue(text: string, tokens: Token[], i: number): Span[] {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (token.lower === 'according' && next?.lower === 'to') return accordingTo(text, tokens, i);
  const phrase = PHRASES.get(token.stem)?.find((words) => words.every((word, n) => tokens[i + n]?.stem === word));
  if (phrase && !isNoun(text, tokens, i)) return after(text, tokens, i + phrase.length);
  if (FELT.has(token.lower) && next && /^(?:that|about|to|of|with|over|by|at)$/.test(next.lower)) return after(text, tokens, next.lower === 'that' || next.lower === 'to' ? i + 1 : i + 2);
  if (NOUNS.has(token.lower) && next && (next.lower === 'that' || next.lower === 'whether' || (next.lower === 'to' && isNoun(text, tokens, i)))) return after(text, tokens, i + 1);
  const kinds = VERBS.get(token.stem);
  if (!kinds || !next || AGENT.test(token.lower) || isNoun(text, tokens, i)) return trailingOnly(text, tokens, i, kinds);
  if (kinds.has('clause') || kinds.has('told')) {
    const before = trailing(text, tokens, i);
    if (before) return before;
  }
  if (kinds.has('infinitive') && next.lower === 'to') return after(text, tokens, i + 1);
  if (kinds.has('told')) {
    const told = addressed(text, tokens, i);
    if (told) return told;
  }
  if (kinds.has('weak') && !/^(?:that|to|how|whether|what|why|if|who|he|she|they|it|the|his|her|their|its|like|as)$/.test(next.lower)) return [];
  if (kinds.has('clause')) return after(text, tokens, skipAdjuncts(text, tokens, i + 1), true);
  if (kinds.has('object')) return after(text, tokens, i + 1);
  return [];
}

/** Inside a stretch already found a cue can still end the whole: "…, which he plans to close, she said." */
function lookingBack(text: string, tokens: Token[], i: number): Span[] | null {
  const kinds = VERBS.get(tokens[i]!.stem);
  if (!kinds || !(kinds.has('clause') || kinds.has('told')) || kinds.has('weak') || AGENT.test(tokens[i]!.lower) || isNoun(text, tokens, i)) return null;
  return trailing(text, tokens, i);
}

/** A cue that ends its sentence can only look back: "…, he said." */
function trailingOnly(text: string, tokens: Token[], i: number, kinds: Set<Kind> | undefined): Span[] {
  return kinds?.has('clause') && i + 1 === tokens.length ? (trailing(text, tokens, i) ?? []) : [];
}

/** A noun by what stands beside it: "the report", "his claim", "Clinton's plan", "state officials". */
function isNoun(text: string, tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  const { lower, stem, capital } = tokens[i]!;
  const next = tokens[i + 1]?.lower ?? '';
  if (lower === 'note' && /^:/.test(text.slice(tokens[i]!.end))) return true;
  if (/(?:ed|id|ote|ought|told|found|knew|heard)$/.test(lower)) return before !== undefined && /^(?:the|a|an)$/.test(before.lower);
  if (capital && i > 0 && !headlineCase(tokens)) return true;
  if (!before) return !lower.endsWith('ing') && !/^(?:that|to)$/.test(next);
  if (/[,;:]/.test(text.slice(before.end, tokens[i]!.start))) return VERBS.get(stem)?.has('ambiguous') === true && !lower.endsWith('ing');
  if (DETERMINER.test(before.lower)) return !lower.endsWith('ing');
  if (before.lower.endsWith("'s")) return true;
  if (!VERBS.get(stem)?.has('ambiguous') || lower.endsWith('ing')) return false;
  if (PRONOUN.test(before.lower) || /^(?:to|not|will|would|can|could|may|might|must|should|do|does|did|don't|didn't|doesn't|won't|wouldn't|can't|also|they|people)$/.test(before.lower) || /ly$/.test(before.lower)) return false;
  if (!/^(?:that|to|whether|how|what|why|if|he|she|it|they|the|a|an|his|her|its|their|no)$/.test(next) && !/"/.test(text.slice(tokens[i]!.end, tokens[i]!.end + 3))) return true;
  return lower.endsWith('s') === before.lower.endsWith('s');
}

/** Is most of the sentence in capitals, as some headlines are? */
function headlineCase(tokens: Token[]): boolean {
  const words = tokens.slice(0, 30).filter((token) => !token.stop && /^\p{L}/u.test(token.text));
  return words.filter((token) => token.capital).length > 0.7 * words.length;
}

/** `[from, end of clause)` in units, from the token at `from`. */
function after(text: string, tokens: Token[], from: number, wide = false): Span[] {
  const first = tokens[from];
  if (!first) return [];
  const end = clauseEnd(text, tokens, from, wide);
  return end > first.start ? [{ start: first.start, end }] : [];
}

/** Past "on Tuesday", "in a statement", "publicly" between the cue and what is said. */
function skipAdjuncts(text: string, tokens: Token[], from: number): number {
  const near = tokens.slice(from, from + LONGEST_ADDRESSEE);
  if (!near[0] || !ADJUNCT.test(near[0].lower)) return from;
  const that = near.findIndex((token, n) => token.lower === 'that' || (n > 0 && /^[^,;]*["]/.test(text.slice(near[n - 1]!.end, token.start))));
  return that > 0 ? from + that : from;
}

/** Where the clause that begins at token `from` ends, in units: at a semicolon, a dash, or a comma that turns to something else. */
function clauseEnd(text: string, tokens: Token[], from: number, wide: boolean): number {
  let depth = 0;
  for (let i = from + 1; i < tokens.length; i++) {
    const gap = text.slice(tokens[i - 1]!.end, tokens[i]!.start);
    for (const c of gap) if (c === '"') depth ^= 1;
    if (depth === 1) continue;
    if (wide ? /;/.test(gap) : /;| - |--|\)/.test(gap)) return tokens[i - 1]!.end;
    if (/[,"]/.test(gap) && ((wide ? WIDE_TURNS : TURNS).test(tokens[i]!.lower) || startsAttribution(text, tokens, i))) return tokens[i - 1]!.end;
  }
  return text.length;
}

/** After a comma: a short subject and a verb of speech ("he said") or the verb and its subject ("said the minister"). */
function startsAttribution(text: string, tokens: Token[], i: number): boolean {
  for (let j = i; j < tokens.length && j < i + 4; j++) {
    if (j > i && /[,"]/.test(text.slice(tokens[j - 1]!.end, tokens[j]!.start))) return false;
    if (VERBS.get(tokens[j]!.stem)?.has('clause') && !AGENT.test(tokens[j]!.lower) && !tokens[j]!.lower.endsWith('ing') && (j > i || /(?:ed|id|ys|ds|told|wrote)$/.test(tokens[j]!.lower))) return true;
  }
  return false;
}

/** "C, X said", "C, said X", "C, X said, C": null when the cue does not look back. */
function trailing(text: string, tokens: Token[], i: number): Span[] | null {
  let at = i;
  while (at > 0 && i - at < LONGEST_LOOK_BACK && !/[,"]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) at--;
  if (at < 2 || i - at >= LONGEST_LOOK_BACK) return null;
  const gap = text.slice(tokens[at - 1]!.end, tokens[at]!.start);
  const quoted = /"/.test(gap) && /[,.!?-]/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));
  if (!quoted && !gap.includes(',')) return null;
  const subject = tokens.slice(at, i);
  if (subject.some((token) => TURNS.test(token.lower) && token.lower !== 'who') || tokens[i]!.lower.endsWith('ing')) return null;
  if (!quoted) {
    const said = tokens.slice(0, at).some((token, n) => isFinite(token, n));
    if (subject.length === 0 && i + 1 < tokens.length && isApposed(text, tokens, at)) return null;
    const parenthetical = subject.length > 0 && subject.length < 8 && /^,/.test(text.slice(tokens[i]!.end));
    if (!parenthetical && (!said || saysMore(text, tokens, i, subject.length === 0, VERBS.get(tokens[i]!.stem)?.has('told') === true))) return null;
  }
  const start = clauseStart(text, tokens, at);
  const spans: Span[] = [{ start, end: tokens[at - 1]!.end }];
  const close = speakerEnd(text, tokens, i);
  const next = tokens[close];
  // "…," said Ann Lee, a miller: what follows an inverted speaker is more about her.
  if (next && subject.length > 0 && /,/.test(text.slice(tokens[close - 1]!.end, next.start)) && !TURNS.test(next.lower) && !/ing$/.test(next.lower)) spans.push(...after(text, tokens, close, true));
  return spans;
}

/** Where the clause before token `at` begins: after the last semicolon or dash, and without a leading "but". */
function clauseStart(text: string, tokens: Token[], at: number): number {
  let from = at - 1;
  while (from > 0 && !/;/.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start))) from--;
  if (/^(?:but|and|so|yet|still)$/.test(tokens[from]!.lower) && from < at - 1) from++;
  return tokens[from]!.start;
}

/** "told reporters that …", "urged voters to …", "assured him: …". Null when nothing of the kind follows. */
function addressed(text: string, tokens: Token[], i: number): Span[] | null {
  for (let j = i + 1; j < tokens.length && j <= i + LONGEST_ADDRESSEE; j++) {
    const gap = text.slice(tokens[j - 1]!.end, tokens[j]!.start);
    if (/^(?:that|to|not|why|how|what|whether|if|about|against)$/.test(tokens[j]!.lower) || (/[":]/.test(gap) && j > i + 1)) return after(text, tokens, j, true);
    if (/;/.test(gap)) return null;
  }
  return /^(?:tell|told)/.test(tokens[i]!.lower) ? after(text, tokens, i + 2) : null;
}

/** The sentence around "according to X": before it, or after the comma that closes X. */
function accordingTo(text: string, tokens: Token[], i: number): Span[] {
  const start = i > 0 ? clauseStart(text, tokens, i) : -1;
  const led = i > 2 && tokens.slice(0, i).some((token, n) => isFinite(token, n));
  if (led) return [{ start, end: tokens[i - 1]!.end }];
  let to = Math.min(i + 3, tokens.length);
  while (to < tokens.length && !/,/.test(text.slice(tokens[to - 1]!.end, tokens[to]!.start))) to++;
  const rest = after(text, tokens, to, true);
  return i > 2 && start >= 0 ? [{ start, end: tokens[i - 1]!.end }, ...rest] : rest;
}

/** "In a report on Monday, …", "In an interview with …, …": what follows the comma. */
function inSource(text: string, tokens: Token[]): Span[] {
  if (!/^(?:in|per|on)$/.test(tokens[0]?.lower ?? '')) return [];
  let sourced = false;
  for (let i = 1; i < tokens.length && i < LONGEST_LOOK_BACK; i++) {
    if (SOURCES.has(tokens[i - 1]!.lower)) sourced = true;
    if (/,/.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start))) return sourced ? after(text, tokens, i, true) : [];
  }
  return [];
}

/** "PM: no plans to …": what follows a short label that begins with a capital. */
function colon(text: string, tokens: Token[]): Span[] {
  const at = text.indexOf(': ');
  const to = tokens.findIndex((token) => token.start > at);
  if (at < 0 || to < 1 || to > 5 || !tokens[0]!.capital) return [];
  return tokens.slice(0, to).every((token) => token.capital || token.stop) ? after(text, tokens, to) : [];
}
