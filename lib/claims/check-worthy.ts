// A sentence → does it state something that another article could agree with or differ from? Cheap rules over tokens
// and what was found in it; leans to yes, since nothing is shown without evidence. A high score of worth lets in what the
// rules would leave out, and never the other way round: the score was fitted on speech. Knows nothing of the corpus.
import type { DateMention, Name, Quantity } from '../model';
import type { Token } from '../text/tokens';
import { CHECK_WORTHY, worthOf } from './worth';

/** Below this a line is a label, a date line or an exclamation. Headlines run shorter than sentences. */
const LEAST_WORDS = 5;
const LEAST_WORDS_TITLE = 4;
const LEAST_CONTENT = 3;
const INVITES = /^(?:read|see|click|watch|subscribe|sign|follow|share|listen|join|download|get|advertisement|photo|image|photograph|picture|file|source|copyright|updated|published|leave|required|your email|for more|by)\b/i;
const VERBISH = /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did)$/;
const VERB_FORM = /(?:ed|es|s|ing|en)$/;
const PERSONAL = /^(?:i|we|you|my|our|your)$/;

/** Does this sentence state something that can be compared? A question, an invitation or a bare label does not. */
export function isCheckWorthy(text: string, tokens: Token[], found: { names: Name[]; quantities: Quantity[]; dates: DateMention[]; title: boolean; quoted: boolean }): boolean {
  if (tokens.length < (found.title ? LEAST_WORDS_TITLE : LEAST_WORDS)) return false;
  if (/\?["')]*$/.test(text) || INVITES.test(text)) return false;
  if (!tokens.some((_, i) => isVerb(text, tokens, i, found.title))) return false;
  return isComparable(tokens, found) || (!found.title && worthOf(text, tokens) >= CHECK_WORTHY);
}

/** Enough words of content, and something named, counted or dated among them or many of them. */
function isComparable(tokens: Token[], found: { names: Name[]; quantities: Quantity[]; dates: DateMention[]; quoted: boolean }): boolean {
  const content = tokens.filter((token) => !token.stop);
  if (content.length < LEAST_CONTENT) return false;
  if (!found.quoted && PERSONAL.test(tokens[0]!.lower) && found.names.length === 0 && found.quantities.length === 0) return false;
  return found.names.length + found.quantities.length + found.dates.length > 0 || content.length >= (found.quoted ? 3 : 5);
}

/** By its form. In a headline a word in -s that a list or a preposition of place follows is a plural: "War: aid, blackouts and a plant under fire". */
function isVerb(text: string, tokens: Token[], i: number, title: boolean): boolean {
  const { lower, capital, end } = tokens[i]!;
  if (VERBISH.test(lower) || verbs.has(lower)) return true;
  if (i === 0 || capital || !VERB_FORM.test(lower)) return false;
  const next = tokens[i + 1];
  return !title || !lower.endsWith('s') || (next !== undefined && !/^(?:and|or|of|in|at|from|under)$/.test(next.lower) && !/[,:;]/.test(text.slice(end, next.start)));
}

/** Everyday past forms and bare presents that no ending gives away. */
const verbs = new Set('said told sent lost left took gave made went came became began brought built fell fought found fled held kept led met paid ran rose saw sold shot spoke spent stood struck won wrote broke withdrew hit put set cut shut say plan face refuse deny need'.split(' '));
