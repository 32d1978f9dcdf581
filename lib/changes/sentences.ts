// A draft → its sentences as they are compared with another version's: words without case, quotation marks and white space. Says of
// each whether it states something checkable. Knows only one version.
import { extract } from '../claims/extract';
import type { Draft } from '../model';
import { normalForm } from '../text/normal-form';
import { splitSentences } from '../text/sentences';
import { tokenise, type Token } from '../text/tokens';

export interface Sentence {
  /** Place in the text, from 0. */
  at: number;
  text: string;
  /** Of the normal form of `text`. */
  tokens: Token[];
  /** Equal for sentences that differ in case, punctuation and space only. */
  key: string;
  /** States something that could be checked: a claim. */
  claim: boolean;
}

/** A longer sentence is a table or a list run together, and no claim (claims/extract.ts). In UTF-16 units. */
const LONGEST = 1200;

/** All sentences of a draft in reading order; those without a word are left out. */
export function sentencesOf(draft: Draft): Sentence[] {
  const claims = new Set(extract(draft).statements.map(({ block, sentence }) => `${block}.${sentence}`));
  const all: Sentence[] = [];
  draft.blocks.forEach((block, b) => {
    const { text } = normalForm(block.text);
    splitSentences(text).forEach(({ start, end }, s) => {
      const own = text.slice(start, Math.min(end, start + LONGEST));
      const tokens = tokenise(own);
      if (tokens.length > 0) all.push({ at: all.length, text: own.replace(/\s+/g, ' ').trim(), tokens, key: tokens.map(({ lower }) => lower.replace(/'s$/, '')).join(' '), claim: claims.has(`${b}.${s}`) });
    });
  });
  return all;
}
