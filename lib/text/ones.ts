// A sentence → where "one" counts something, and where an article does: "a worker was killed" is one worker. Knows nothing of
// other figures.
import type { Quantity, Span } from '../model';
import { isPerson, tokenFrom } from './counted';
import type { Token } from './tokens';

/** So much of the text around an article is looked at. */
const LOOK = 36;

/** "One worker", "one refinery": a noun and no pronoun, adverb or time after it. */
export function countsOne(text: string, tokens: Token[], span: Span): boolean {
  const token = tokens[tokenFrom(tokens, span.end)];
  if (!token || token.start - span.end !== 1 || token.stop || token.capital || /^\d|(?:ed|ing|ly)$/.test(token.lower)) return false;
  return !/^(?:day|thing|time|way|point|side|hand|another|step|end|word|moment|reason|part|can|could|were|got|wants?|thinks?|set|piece|type|example|version|aspect|area|issue|question|problem|factor|source|method|option|concern|tool|sign|theory|idea|view|form|key|big|major|main)$/.test(token.lower) && !/^ (?:such|kind|sort|form)\b/.test(text.slice(span.end, span.end + 8));
}

/** What befell the one: said before ("killing a child") or after ("a worker was killed", "a woman and a child died"). */
const STRUCK_BEFORE = /(?:^|[^\p{L}])(?:kills?|killed|killing|injur(?:es|ed|ing)|wound(?:s|ed|ing)) $/iu;
const STRUCK_AFTER =
  /^(?: and an? (?:\p{Ll}+ )?\p{Ll}+)?(?: (?:was|were|is|are|has|have|had|been|also|later|reportedly|who|left|feared|seriously|critically|badly|fatally))* (?:killed|died|dies|dead|injured|wounded|hurt|drowned|murdered)(?!\p{L})/u;

/** "A worker was killed", "killing a child": the article counts one person whom something befell. */
export function impliedOnes(text: string, tokens: Token[]): Quantity[] {
  return tokens.flatMap(({ lower, start, end }, i) => {
    if (lower !== 'a' && lower !== 'an') return [];
    const person = [1, 2, 3].map((n) => tokens[i + n]).find((token) => token !== undefined && isPerson(token));
    if (!person || !/^[\p{L} -]+$/u.test(text.slice(end, person.end))) return [];
    if (!STRUCK_BEFORE.test(text.slice(Math.max(0, start - LOOK), start)) && !STRUCK_AFTER.test(text.slice(person.end, person.end + 2 * LOOK))) return [];
    return [{ span: { start, end }, min: 1, max: 1, approximate: false, unit: 'count', of: person.stem, implied: true as const }];
  });
}
