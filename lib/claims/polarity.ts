// A sentence → is its matter affirmed or negated (parity of negators on the main clause), and how is it put (modality).
// Works on tokens; the attribution is left out, but a denial counts as a negator. Knows nothing of other sentences.
import type { Modality, Polarity, Span } from '../model';
import type { Token } from '../text/tokens';
import negators from './negators.json' with { type: 'json' };

const PLAIN = new Set(negators.plain);
const VERBS = new Set(negators.verbs);
const IMPLICIT = new Set(negators.implicit);
/** First word of a phrase → the phrases that begin with it, in the order of the list. */
const byFirst = (phrases: string[]): ReadonlyMap<string, string[][]> => {
  const map = new Map<string, string[][]>();
  for (const words of phrases.map((phrase) => phrase.split(' '))) map.set(words[0]!, [...(map.get(words[0]!) ?? []), words]);
  return map;
};
const FIXED = byFirst(negators.phrases);
const HARMLESS = byFirst(negators.harmless);

/** Tokens that negate what follows, with the words that do so. */
export interface Negator {
  span: Span;
  /** Index of the token it starts at, and of the last one. */
  at: number;
  to: number;
  /** A verb that says of its object that it is not so ("scrap", "rule out"), rather than a word like "not". */
  implicit: boolean;
}

/** The negators of a token sequence outside `skip` (the attribution). "not only" and "no doubt" negate nothing. */
export function findNegators(tokens: Token[], skip: Span | null): Negator[] {
  const found: Negator[] = [];
  // Where other words of content are in lower case, one in capitals is a name: "Denys" denies nothing.
  const lowers = tokens.some((token) => !token.stop && !token.capital && /^\p{L}/u.test(token.text));
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (skip && token.start >= skip.start && token.end <= skip.end) continue;
    const harmless = phraseAt(tokens, i, HARMLESS);
    if (harmless) {
      i += harmless.length - 1;
      continue;
    }
    const phrase = phraseAt(tokens, i, FIXED);
    if (phrase) {
      found.push({ span: { start: token.start, end: tokens[i + phrase.length - 1]!.end }, at: i, to: i + phrase.length - 1, implicit: IMPLICIT.has(phrase.join(' ')) });
      i += phrase.length - 1;
    } else if (token.lower === 'nor' && isNeither(tokens, found.at(-1), i)) {
      // "Neither … nor" negates both once.
    } else if (PLAIN.has(token.lower) || token.lower.endsWith("n't") || (VERBS.has(token.stem) && tokens[i - 1]?.lower !== 'to' && !(token.capital && i > 0 && lowers))) {
      found.push({ span: { start: token.start, end: token.end }, at: i, to: i, implicit: VERBS.has(token.stem) });
    }
  }
  return found;
}

/** "Neither" and its "nor" stand at most so many words apart. */
const NEITHER_NOR = 10;

function isNeither(tokens: Token[], last: Negator | undefined, at: number): boolean {
  return last !== undefined && tokens[last.at]!.lower === 'neither' && at - last.at <= NEITHER_NOR;
}

/** The first listed phrase that begins at a token, by its word or its stem. */
function phraseAt(tokens: Token[], at: number, phrases: ReadonlyMap<string, string[][]>): string[] | undefined {
  const { lower, stem } = tokens[at]!;
  const byWord = phrases.get(lower)?.find((words) => matches(tokens, at, words));
  return byWord ?? (stem === lower ? undefined : phrases.get(stem)?.find((words) => matches(tokens, at, words)));
}

function matches(tokens: Token[], at: number, words: string[]): boolean {
  return words.every((word, n) => tokens[at + n]?.lower === word || tokens[at + n]?.stem === word);
}

/** Parity of the negators, turned once more by a denying attribution. */
export function polarityOf(negatorCount: number, denied: boolean): Polarity {
  return (negatorCount + (denied ? 1 : 0)) % 2 === 1 ? 'negated' : 'affirmed';
}

const MODALS: [Modality, RegExp][] = [
  ['question', /\?["')]*$/],
  ['conditional', /^\W*(?:if|unless|provided that)\b/iu],
  ['called-for', /\b(?:(?<!(?:resist|reject|ignor|defi)(?:s|ed|es|ing) |despite |amid )call(?:ed|s|ing)? (?:on|for)|urg(?:e|ed|es|ing)|demand(?:ed|s|ing)?|appeal(?:ed|s|ing)? (?:to|for)|ask(?:ed|s|ing)? (?!not )\p{L}+ to|should|ought to|let us|want(?:s|ed)? \p{L}+ to)\b/iu],
  ['possible', /\b(?:may|might|could|perhaps|possibl[ey]|probably|likely|appear(?:s|ed|ing)? to|seem(?:s|ed)? to|risk(?:s|ed)? \p{L}+ing)\b/iu],
  ['planned', /\b(?:(?<!\b(?:in|of|under|with|by) (?:a|the|its|his|their) )plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? to|prepar(?:e|es|ed|ing) (?:to|for|a|an|another|its)|set to|ready to|due to (?:be|start|begin|arrive)|getting ready|about to|going to|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing) to|look(?:s|ing)? set)\b/iu],
  ['necessary', /\b(?:must|(?<!\bthe )need(?:s|ed)? to|ha(?:s|ve|d) to|be forced to|no need|(?:is|was|are|were) (?:not )?(?:needed|necessary|required)|need for|have got to)\b/iu],
  ['future', /\b(?:will|won't|shall|'ll|would)\b/iu],
];

/** How the statement puts its matter, by the first of the rules above that fits; `text` without the attribution. */
export function modalityOf(text: string): Modality {
  for (const [modality, pattern] of MODALS) if (pattern.test(text)) return modality;
  return 'asserted';
}
