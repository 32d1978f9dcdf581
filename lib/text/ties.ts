// All sentences of a text → the names that the text itself ties: acronyms it spells out once and uses ever after, and bare
// surnames of people it has named in full ("Mike Johnson … Johnson"). Knows nothing of other texts.
import { findExpansions } from './acronyms';
import { firstNamesClash } from './first-names';
import { nameKey } from './fold';
import type { Known } from './known-names';
import { findNames, type Ties } from './names';
import type { Token } from './tokens';
import { canonicalOf } from './unlisted-names';

/**
 * What a text's own names mean in it. A surname borne by two people of the text stays untied, and each of their full names
 * stands for itself. `capitals` as for `findNames`. Example: "… Mike Johnson …", "Johnson said" → "johnson" is Mike Johnson.
 */
export function tiesOf(sentences: readonly Token[][], capitals: ReadonlySet<string>): Ties {
  const ties = new Map<string, Known>();
  for (const tokens of sentences) {
    for (const { acronym, words } of findExpansions(tokens)) {
      const known = canonicalOf(words);
      if (!ties.has(acronym)) ties.set(acronym, known);
      ties.set(words, known);
    }
  }
  for (const [surname, bearers] of bearersOf(sentences, capitals)) {
    const [one] = bearers;
    if (bearers.length === 1 && one) ties.set(surname, one.known);
    else for (const { full } of bearers) ties.set(full, { canonical: full, kind: 'person', shouted: false });
  }
  return ties;
}

interface Bearer {
  /** Key of the full name. */
  full: string;
  known: Known;
}

/** Surname → the people of the text who bear it, told apart by their first names. */
function bearersOf(sentences: readonly Token[][], capitals: ReadonlySet<string>): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const tokens of sentences) {
    let at = 0;
    for (const { span, canonical, kind } of findNames(tokens, capitals)) {
      if (kind !== 'person') continue;
      while (tokens[at]!.start < span.start) at++;
      let end = at;
      while (end < tokens.length && tokens[end]!.end <= span.end) end++;
      const words = tokens.slice(at, end).map(({ lower }) => nameKey(lower.replace(/'s$/, '')));
      const surname = words.at(-1)!;
      if (words.length < 2 || surname.length < 3) continue;
      const known = bearers.get(surname) ?? [];
      if (!known.some(({ full }) => !firstNamesClash(full.split(' ')[0]!, words[0]!))) known.push({ full: words.join(' '), known: { canonical, kind, shouted: false } });
      bearers.set(surname, known);
    }
  }
  return bearers;
}
