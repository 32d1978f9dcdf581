// A pair of statements → do both tell of one lack, the one by "without" and the other by a word for failing or losing: "homes were
// without power", "power failed in homes"? Such a "without" turns nothing that the other side says. Decides no stance.
import type { Negator } from '../claims/polarity';
import type { Span, Statement } from '../model';
import { stemOf, type Token } from '../text/tokens';
import { sameConcept } from './concepts';
import lacks from './lacks.json' with { type: 'json' };
import { areSynonyms } from './lexicon';
import { isTurned } from './predicates';
import { wordsOf, type Pair } from './signals/signal';

/** One lack in the words of both sides. */
export interface SameLack {
  /** The "without" that states it, of either side. */
  negator: Negator;
  /** What is lacking and the word that says so. */
  claim: Span;
  evidence: Span;
}

/** What is lacking stands so few words behind its "without": "without running water or heat". */
const REACH = 4;
/** Between what fails and the word for it stand an auxiliary, an article or a qualifier, and no more. */
const GAP = 2;
const BREAK = /[,;:.!?()\u2013\u2014\u201C\u201D"]|\b(?:but|while|although|because|until|before|after|who|which)\b/;
const phrases = (list: string[]): string[][] => list.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length);
const FAILING = phrases(lacks.failing);
const LOSING = phrases(lacks.losing);
const RESTORED = new Set(lacks.restored);
const TOLD_BY = new Set([...FAILING, ...LOSING].map(([first]) => stemOf(first!)));

/** The lack that both sides tell of, or null: where neither states it by "without", or where the other does not tell of the same. */
export function sameLack({ claim, evidence }: Pick<Pair, 'claim' | 'evidence'>): SameLack | null {
  const here = found(claim, evidence);
  if (here) return { negator: here.negator, claim: here.without, evidence: here.failing };
  const there = found(evidence, claim);
  return there && { negator: there.negator, claim: there.failing, evidence: there.without };
}

/** The negators of a statement that may turn what the other side says: all but the "without" of a lack that both tell of. */
export function negatorsBeside(statement: Statement, lack: SameLack | null): Negator[] {
  const { negators } = wordsOf(statement);
  return lack === null ? negators : negators.filter((negator) => negator !== lack.negator);
}

function found(lacking: Statement, other: Statement): { negator: Negator; without: Span; failing: Span } | null {
  const { tokens, negators } = wordsOf(lacking);
  const stated = negators.filter(({ at }) => tokens[at]!.lower === 'without');
  if (stated.length === 0 || wordsOf(other).tokens.some(({ lower }) => RESTORED.has(lower))) return null;
  for (const negator of stated) {
    const start = tokens[negator.at]!.start;
    // "Not without power" and "never without power" tell of no lack.
    if (isTurned(lacking, [negator.at], [])) continue;
    for (const thing of tokens.slice(negator.to + 1, negator.to + 1 + REACH)) {
      if (BREAK.test(lacking.text.slice(negator.span.end, thing.start))) break;
      if (thing.stop || TOLD_BY.has(thing.stem) || isName(lacking, thing)) continue;
      const failing = failingIn(other, thing);
      if (failing) return { negator, without: { start, end: thing.end }, failing };
    }
  }
  return null;
}

/** Where a statement says that the thing fails or is lost; null where it does not, or denies it. */
function failingIn(statement: Statement, { stem }: Token): Span | null {
  const { tokens, negators } = wordsOf(statement);
  for (const [at, token] of tokens.entries()) {
    if (token.stem !== stem && !areSynonyms(token.stem, stem) && !sameConcept(token.stem, stem)) continue;
    const near = Array.from({ length: 2 * GAP + 7 }, (_, i) => at - GAP - 3 + i);
    for (const from of near) {
      const to = from < at ? endOf(tokens, from, LOSING) : from > at ? endOf(tokens, from, FAILING) : -1;
      if (to < 0 || (from < at ? to >= at || at - to > GAP + 1 : from - at > GAP + 1)) continue;
      // "Failed to" and "lack" are negators themselves, and counted as such.
      if (negators.some((negator) => negator.at <= to && negator.to >= from) || isTurned(statement, [from], [])) continue;
      const [start, end] = [Math.min(tokens[from]!.start, token.start), Math.max(tokens[to]!.end, token.end)];
      if (!BREAK.test(statement.text.slice(start, end))) return { start, end };
    }
  }
  return null;
}

/** Index of the last word of the longest listed phrase that begins at a token; -1 where none does. */
function endOf(tokens: Token[], from: number, list: string[][]): number {
  const phrase = list.find((words) => words.every((word, n) => tokens[from + n]?.lower === word || (words.length === 1 && tokens[from + n]?.stem === stemOf(word))));
  return phrase ? from + phrase.length - 1 : -1;
}

function isName(statement: Statement, { start, end }: Span): boolean {
  return statement.names.some(({ span }) => start >= span.start && end <= span.end);
}
