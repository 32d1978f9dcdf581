// A sentence's tokens → where its clauses break, and what stands around a verb of speech: the subject before it, the speaker
// or the words said after it. Cheap signs, no parse: commas, auxiliaries, endings. Knows no list of such verbs.
import type { Token } from '../text/tokens';

/** What may stand between a verb of speech and the words said: "said on Monday", "said again". */
export const ADJUNCT = /^(?:on|in|at|during|after|before|late|early|earlier|later|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this|again|repeatedly|publicly|privately|also|flatly|simply|recently)$/;
/** Words that begin another clause after a comma. */
export const TURNS = /^(?:but|while|although|though|whereas|after|before|when|which|who|whose|where|adding|saying|noting|citing|according|as|even|despite|yet|so|until|unless|because|since|prompting|leaving|making)$/;
/** Auxiliaries and modals: sure signs of a finite clause. */
export const FINITE = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|isn't|aren't|wasn't|weren't|won't|wouldn't|can't|couldn't|don't|doesn't|didn't|hasn't|haven't|hadn't)$/;
/** Pronouns that can be subjects. */
export const PRONOUN = /^(?:he|she|they|it|who|we|i|you)$/;
/** A cue looks back over so many words for the comma or mark that parts it from what was said: fewer than a speaker may have (speakers.ts), since here nobody checks that a speaker stands between. */
export const LONGEST_LOOK_BACK = 14;

/** Do the words said follow the verb of speech at `i`? `inverted` when no subject stands before it, `told` for verbs that take an addressee. Not after "X said." and "X said on Monday", nor after "said X." */
export function saysMore(text: string, tokens: Token[], i: number, inverted: boolean, told: boolean): boolean {
  const next = tokens[i + 1];
  if (!next || /[,.]/.test(text.slice(tokens[i]!.end, next.start))) return false;
  if (next.lower === 'that' || /[":]/.test(text.slice(tokens[i]!.end, next.start))) return true;
  const rest = tokens.slice(i + 1, speakerEnd(text, tokens, i));
  if (inverted) return (PRONOUN.test(next.lower) && rest.length > 2) || rest.some((token, n) => n > 0 && FINITE.test(token.lower));
  if (told) return rest.some((token) => FINITE.test(token.lower));
  return !ADJUNCT.test(next.lower) || rest.some((token) => FINITE.test(token.lower));
}

/** Does the stretch between the last two commas belong to a speaker: "Ann Lee, who owns the mill, said", "Ann Lee, a miller, said"? */
export function isApposed(text: string, tokens: Token[], at: number): boolean {
  let from = at - 1;
  while (from > 0 && !/[,;"]/.test(text.slice(tokens[from - 1]!.end, tokens[from]!.start))) from--;
  if (from === 0) return false;
  if (/^(?:who|which|whose)$/.test(tokens[from]!.lower)) return true;
  return /^(?:a|an|the|now|then|formerly|one|his|her|its|their)$/.test(tokens[from]!.lower) && !tokens.slice(from, at).some((token) => FINITE.test(token.lower));
}

/** Index past the stretch without a comma that begins after token `i`. */
export function speakerEnd(text: string, tokens: Token[], i: number): number {
  let to = i + 1;
  while (to < tokens.length && !/[,;"]/.test(text.slice(tokens[to - 1]!.end, tokens[to]!.start))) to++;
  return to;
}

/** Is the token at `n` likely a finite verb? Auxiliaries, and words in -ed or -s that are no names. */
export function isFinite(token: Token, n: number): boolean {
  return FINITE.test(token.lower) || (n > 0 && !token.capital && /(?:ed|s)$/.test(token.lower) && !token.stop);
}
