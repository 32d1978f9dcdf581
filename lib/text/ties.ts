// All sentences of a text → the names that the text itself ties: acronyms it spells out once and uses ever after, and bare
// surnames of people it has named in full ("Mike Johnson … Johnson"). Knows nothing of other texts.
import { findExpansions } from './acronyms';
import { firstNamesClash, isGivenName } from './first-names';
import { nameKey } from './fold';
import { knownName, type Known } from './known-names';
import { findNames, isParticle, isPlace, isTitle, type Ties } from './names';
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
  const usage = usageOf(sentences);
  for (const tokens of sentences) {
    if (isHeadline(tokens)) continue;
    let at = 0;
    for (const { span, canonical, kind } of findNames(tokens, capitals)) {
      if (kind !== 'person') continue;
      while (tokens[at]!.start < span.start) at++;
      let end = at;
      while (end < tokens.length && tokens[end]!.end <= span.end) end++;
      if (!isFullName(tokens, at, end, canonical, usage)) continue;
      const words = tokens.slice(at, end).map(keyOf);
      const surname = words.at(-1)!;
      const known = bearers.get(surname) ?? [];
      if (known.length < MOST_BEARERS && !known.some(({ full }) => !firstNamesClash(full.split(' ')[0]!, words[0]!))) known.push({ full: words.join(' '), known: { canonical, kind, shouted: false } });
      bearers.set(surname, known);
    }
  }
  return bearers;
}

/** A text names a family at most; also keeps hostile text linear. */
const MOST_BEARERS = 20;
/** More names than "Gabriel García Márquez", particles aside, are several things in a row. */
const MOST_NAMES = 3;
/** Shorter last words are initials or parts of names. */
const LEAST_SURNAME = 3;
/** Before a name these say what somebody is, beside the titles: "economist Ann Lee", "congresswoman", "director". */
const AGENT = /^(?:head|leader|boss|aide|envoy|author|owner|billionaire)$|(?:[^l]ist|\p{L}man|woman|\p{L}{2}ctor|grapher|[nt]eer|lawyer)$/u;
const SAYS = /^(?:said|says|told|added|wrote|argued|warned|explained|tweeted)$/;

/**
 * Are the words `[at, end)` a person's first name and surname, rather than any run of capitals ("Mail Online", "Formula Racing")? Where
 * the table does not know the person, a common first name must begin the run, or a title or trade stand before it, or the text
 * lets the surname by itself speak. By the latter two no word that the text also writes small is a surname, and nothing that
 * is known for something else: "Michael Jordan" is a man, "RBC Ukraine" none.
 */
function isFullName(tokens: Token[], at: number, end: number, canonical: string, { small, speaking }: Usage): boolean {
  const [first, last] = [tokens[at]!, tokens[end - 1]!];
  const surname = keyOf(last);
  const length = tokens.slice(at, end).filter(({ lower }) => !isParticle(lower)).length;
  if (length < 2 || length > MOST_NAMES || surname.length < LEAST_SURNAME || last.stop || first.stop || isTitle(first.lower) || !/^\p{Lu}\p{L}*\p{Ll}/u.test(last.text)) return false;
  if (knownName(canonical)?.kind === 'person') return true;
  if (isGivenName(keyOf(first)) && !isParticle(first.lower)) return true;
  const elsewhere = knownName(surname)?.kind ?? 'person';
  if (small.has(surname) || elsewhere !== 'person') return false;
  return isCalledSo(tokens, at) || (speaking.has(surname) && !isPlace(first.lower));
}

/** Does a title or trade stand before the name at `at`: "Governor Talal Barazi", "economist Ann Lee"? */
function isCalledSo(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && tokens[at]!.start - before.end <= (before.capital ? 2 : 1) && (isTitle(before.lower) || (!before.capital && AGENT.test(before.lower)));
}

function keyOf({ lower }: Token): string {
  return nameKey(lower.replace(/'s$/, ''));
}

/** How a text uses its words: those it writes in small letters somewhere, and capitalised ones that say something by themselves ("Barazi said"). */
interface Usage {
  small: ReadonlySet<string>;
  speaking: ReadonlySet<string>;
}

function usageOf(sentences: readonly Token[][]): Usage {
  const small = new Set<string>();
  const speaking = new Set<string>();
  for (const tokens of sentences) {
    tokens.forEach((token, i) => {
      if (!token.capital) small.add(token.lower);
      else if (SAYS.test(tokens[i + 1]?.lower ?? '') && !leads(tokens[i - 1])) speaking.add(keyOf(token));
    });
  }
  return { small, speaking };
}

/** Does the word before make the next one part of a longer name, or a thing: "Al-Islam said", "the Front said"? */
function leads(before: Token | undefined): boolean {
  return before !== undefined && (before.capital || before.lower === 'the' || isParticle(before.lower));
}

/** Is every word of content in capitals, as in some headlines? There "Mike Johnson Resigns" tells no surname. */
function isHeadline(tokens: Token[]): boolean {
  return tokens.length > 2 && !tokens.some(({ capital, stop, text }) => !capital && !stop && !/^\d/.test(text));
}
