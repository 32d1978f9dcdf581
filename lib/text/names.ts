// Words → the names among them, each folded to one canonical form: transliterations (Zelensky, Zelenskiy), demonyms
// (Russian), acronyms (IAEA) and surnames of full names. Tables of well-known names, what the text itself ties, and rules
// for the rest. Knows nothing of what is said of them.
import type { Name } from '../model';
import { findExpansions } from './acronyms';
import { firstNamesClash, isGivenName } from './first-names';
import { nameKey } from './fold';
import { firstNamesOf, knownName, longestFrom, standsFor, type Known } from './known-names';
import lists from './name-words.json' with { type: 'json' };
import type { Token } from './tokens';
import { baseOf, canonicalOf, foldRun } from './unlisted-names';

/** Names that a text itself gives: an acronym or a bare surname (as keys of `nameKey`) → whom it means there. */
export type Ties = ReadonlyMap<string, Known>;

interface Match extends Known {
  /** In tokens. */
  length: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const TITLES = words(lists.titles);
const ADJECTIVES = words(lists.adjectives);
const CALENDAR = words(lists.calendar);
const PARTICLES = words(lists.particles);
const HEADED = words(lists.headed);
/** Known names that also open ordinary sentences: "Fed up with …", "Shell casings …", "Labour shortages …". */
const ORDINARY = new Set(['fed', 'labour', 'shell', 'commons', 'oracle', 'polish', 'pole', 'poles', 'spurs', 'amnesty', 'intel', 'conservative party', 'citi', 'rio', 'bali', 'sumy']);
/** " & ", ". " and ", " stand between the words of a name at most. */
const WIDEST_GAP = 3;
/** A name tied by the text has at most so many words, as in acronyms.ts. */
const LONGEST_TIE = 12;
/** A longer run of capitals is a headline, not a name; also keeps hostile text linear. */
const LONGEST_RUN = 10;
/** A full stop may stand after these words of a name. */
const ABBREVIATED = /^(?:\p{Lu}|St|Ste|Mt|Ft|Jr|Sr)$/u;
const NO_TIES: Ties = new Map();

/** The state or body that a seat of government or an office holder stands for; undefined for any other name. */
export function governedBy(canonical: string): string | undefined {
  return standsFor(canonical);
}

/** Who acts under a name: the state or body that a seat or office holder stands for, else the name itself. Example: "kremlin" → "russia". */
export function acting(canonical: string): string {
  return standsFor(canonical) ?? canonical;
}

/** Is this lower-case word a title or office that stands before a person's name: "mr", "president", "spokesman"? */
export function isTitle(lower: string): boolean {
  return TITLES.has(lower);
}

/** Is this lower-case word a small one within names: "von", "de", "al"? */
export function isParticle(lower: string): boolean {
  return PARTICLES.has(lower);
}

/** Is this lower-case word a country, its people or its capital, as the table has them? */
export function isPlace(lower: string): boolean {
  return knownName(nameKey(lower))?.kind === 'place';
}

/**
 * The names among a sentence's tokens, left to right, not overlapping. `capitals` holds words seen capitalised inside
 * sentences of the same text, which tells a sentence-initial name from an ordinary first word; `ties` what `tiesOf` found there.
 */
export function findNames(tokens: Token[], capitals: ReadonlySet<string>, ties: Ties = NO_TIES): Name[] {
  const sentence = new Sentence(tokens, capitals, ties);
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const known = sentence.known(i);
    const length = known?.length ?? sentence.run(i);
    if (length === 0) {
      i++;
      continue;
    }
    const { canonical, kind } = known ?? foldRun(tokens.slice(i, i + length));
    names.push({ span: { start: tokens[i]!.start, end: tokens[i + length - 1]!.end }, canonical, kind });
    i += length;
  }
  return names;
}

/** One sentence's words with what is known around them. */
class Sentence {
  private readonly keys: string[];
  /** In a headline in capitals throughout, "WHO" and "US" tell nothing. */
  private readonly shouting: boolean;
  /** What this sentence explains itself; the text's own ties stand behind it. */
  private readonly explained = new Map<string, Known>();

  constructor(
    private readonly tokens: Token[],
    private readonly capitals: ReadonlySet<string>,
    private readonly ties: Ties,
  ) {
    this.keys = tokens.map((token) => nameKey(baseOf(token)));
    this.shouting = tokens.length > 2 && tokens.every(({ text }) => text === text.toUpperCase());
    for (const { acronym, words: expanded } of findExpansions(tokens)) {
      const known = canonicalOf(expanded);
      this.explained.set(acronym, known).set(expanded, known);
    }
  }

  /** The longest name that the text or the tables know from `at` on. */
  known(at: number): Match | undefined {
    const first = this.tokens[at]!;
    if (!first.capital) return undefined;
    const most = Math.max(longestFrom(this.keys[at]!), this.ties.size + this.explained.size > 0 ? LONGEST_TIE : 1);
    let key = '';
    let best: Match | undefined;
    for (let n = 0; n < most && at + n < this.tokens.length; n++) {
      const token = this.tokens[at + n]!;
      if (n > 0 && token.start - this.tokens[at + n - 1]!.end > WIDEST_GAP) break;
      key += n === 0 ? this.keys[at]! : ` ${this.keys[at + n]!}`;
      const found = this.explained.get(key) ?? this.ties.get(key) ?? knownName(key);
      if (!found || (found.shouted && !this.isShouted(at, n)) || (n > 0 && found.kind !== 'person' && !token.capital && !/^\p{Ll}'\p{L}/u.test(token.text))) continue;
      if (n === 0 && at === 0 && ORDINARY.has(key) && !this.capitals.has(key)) continue;
      best = { ...found, length: n + 1 };
    }
    return best && this.rightly(best, at);
  }

  /** A known name that is part of another: "Michael Jordan", "Mike Johnson" beside Boris Johnson. */
  private rightly(match: Match, at: number): Match | undefined {
    const before = this.tokens[at - 1];
    const surname = match.length === 1 && before?.capital && this.tokens[at]!.start - before.end === 1 && isGivenName(this.keys[at - 1]!);
    return surname && match.kind !== 'organisation' ? undefined : match;
  }

  private isShouted(at: number, n: number): boolean {
    return !this.shouting && this.tokens.slice(at, at + n + 1).every(({ text }) => text === text.toUpperCase() || text.endsWith("'s"));
  }

  /** How many words stand together from `at` on as a name that no table has; 0 when the first is only a sentence's first word. */
  run(at: number): number {
    const { tokens } = this;
    const first = tokens[at]!;
    const next = tokens[at + 1];
    if (!first.capital || first.stop || this.shouting || CALENDAR.has(baseOf(first)) || /^\d/.test(first.text)) return 0;
    const ofOffice = ADJECTIVES.has(baseOf(first)) && next?.capital === true && HEADED.has(baseOf(next));
    if (TITLES.has(baseOf(first)) || (ADJECTIVES.has(baseOf(first)) && !ofOffice)) return 0;
    let length = 1;
    for (let more = this.next(at, length); more > 0 && length < LONGEST_RUN; more = this.next(at, length)) length += more;
    if (at === 0 && length === 1 && !this.capitals.has(baseOf(first)) && first.text !== first.text.toUpperCase()) return 0;
    return length;
  }

  /** How many more words the run `[at, at + length)` takes in. */
  private next(at: number, length: number): number {
    const last = this.tokens[at + length - 1]!;
    const token = this.tokens[at + length];
    if (!token || last.lower.endsWith("'s") || token.start - last.end > (ABBREVIATED.test(last.text) ? 2 : 1)) return 0;
    if (!token.capital) return token.start - last.end > 1 ? 0 : this.joined(at + length, last);
    if (CALENDAR.has(baseOf(token)) || TITLES.has(baseOf(token))) return 0;
    const known = this.known(at + length);
    if (known?.kind === 'person') return known.length === 1 && this.isFirstName(at, known) ? 1 : 0;
    return known?.kind === 'place' && at === 0 && length === 1 && !this.capitals.has(baseOf(last)) ? 0 : 1;
  }

  /** "Mike" before Johnson, "Volodimir" before Zelenskyy; not "Billionaire" before Musk at a sentence's start. */
  private isFirstName(at: number, surname: Known): boolean {
    const first = this.keys[at]!;
    return at > 0 || this.capitals.has(first) || isGivenName(first) || firstNamesOf(surname.canonical).some((name) => !firstNamesClash(name, first));
  }

  /** Small words within a name: "Ursula von der Leyen", "Ministry of Defence" (but not "Parliament of Ukraine", which names two). */
  private joined(at: number, last: Token): number {
    const { tokens } = this;
    const small = tokens[at]!.lower;
    const close = (i: number): boolean => tokens[i]?.capital === true && tokens[i]!.start - tokens[i - 1]!.end === 1;
    if (PARTICLES.has(small)) return close(at + 1) ? 2 : PARTICLES.has(tokens[at + 1]?.lower ?? '') && close(at + 2) ? 3 : 0;
    if (small !== 'of' || !HEADED.has(baseOf(last))) return 0;
    const to = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
    return close(to) && !tokens[to]!.stop && this.known(to)?.kind !== 'place' ? to - at + 1 : 0;
  }
}
