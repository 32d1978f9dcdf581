// The words of one sentence → acronyms that it explains itself: "the World Anti-Doping Agency (WADA)", "WADA, the World
// Anti-Doping Agency". Only where the initials spell the acronym. Knows no names.
import { nameKey } from './fold';
import type { Token } from './tokens';

/** An acronym and the words that the text gives for it, both as keys of `nameKey`. */
export interface Expansion {
  acronym: string;
  words: string;
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u;
const SMALL = /^(?:of|for|and|the|on|in|to|de|du|des)$/;
/** An expansion has at most so many words, small ones included. */
const MOST_WORDS = 12;
/** " (", ", " and "), the " stand between an acronym and its words. */
const GAP = 2;

/** The acronyms that a sentence explains, in order. */
export function findExpansions(tokens: Token[]): Expansion[] {
  const found: Expansion[] = [];
  tokens.forEach((token, i) => {
    if (!ACRONYM.test(token.text)) return;
    const letters = token.lower.replace(/\p{N}/gu, '');
    const before = tokens[i - 1];
    if (before && token.start - before.end === GAP) {
      const from = spelledBack(tokens, i - 1, letters);
      if (from !== null) found.push(expansion(token, tokens.slice(from, i)));
    }
    let next = i + 1;
    if (tokens[next] && tokens[next]!.start - token.end !== GAP) return;
    if (tokens[next]?.lower === 'the') next++;
    const to = spelledOn(tokens, next, letters);
    if (to !== null) found.push(expansion(token, tokens.slice(next, to)));
  });
  return found;
}

function expansion(acronym: Token, words: Token[]): Expansion {
  return { acronym: acronym.lower, words: words.map((word) => nameKey(word.text)).join(' ') };
}

/** Where words ending at `last` begin whose initials spell `letters`; null where none do. Small words may be passed over. */
function spelledBack(tokens: Token[], last: number, letters: string): number | null {
  let left = letters.length;
  for (let i = last; i >= 0 && last - i < MOST_WORDS; i--) {
    const word = tokens[i]!;
    if (i < last && tokens[i + 1]!.start - word.end > 1) return null;
    if (word.lower[0] === letters[left - 1] && (word.capital || SMALL.test(word.lower))) left--;
    else if (!SMALL.test(word.lower)) return null;
    if (left === 0) return word.capital ? i : null;
  }
  return null;
}

function spelledOn(tokens: Token[], first: number, letters: string): number | null {
  let at = 0;
  for (let i = first; i < tokens.length && i - first < MOST_WORDS; i++) {
    const word = tokens[i]!;
    if (i === first ? !word.capital : word.start - tokens[i - 1]!.end > 1) return null;
    if (word.capital && word.lower[0] === letters[at]) at++;
    else if (!SMALL.test(word.lower)) return null;
    if (at === letters.length) return i + 1;
  }
  return null;
}
