// Lexemes of a text → the whole numbers among them that are given in words: "twenty-one trillion and three hundred". Knows nothing of numerals,
// fractions and signs; they are numbers.ts.
import { DENOMINATORS, isCardinal, SCALES, TEENS, TENS, UNITS } from './number-words';
import { lexemesOf, type Lexeme } from './numerals';

/** Blanks between two words of one number. */
export const SPACED = /^ +$/;
/** Blanks or a hyphen between them. */
export const SPACED_OR_HYPHEN = /^(?: +|-)$/;
const WIDEST_GAP = 8;

/** What was read from a lexeme on: up to `next`, exclusive. */
export interface Read {
  value: number;
  scale: number;
  next: number;
}

/** Reads whole numbers in words; more is built on it. */
export class WholeNumbers {
  protected readonly lexemes: Lexeme[];

  constructor(protected readonly text: string) {
    this.lexemes = lexemesOf(text);
  }

  /** Is the gap after a lexeme, before the next one, such as the pattern allows? */
  protected joined(i: number, gap: RegExp): boolean {
    const next = this.lexemes[i + 1];
    const end = this.lexemes[i]?.end ?? 0;
    return next !== undefined && next.start - end <= WIDEST_GAP && gap.test(this.text.slice(end, next.start));
  }

  /** A whole number in words from a lexeme on ("twenty-one trillion and three hundred"), ending before `limit`. A scale word may begin it. */
  protected cardinalAt(start: number, limit = this.lexemes.length): Read | null {
    let total = 0;
    let group = 0;
    let scale = 1;
    let least = Infinity;
    let i = start;
    /** What may still be added to the group: under 1000, 100 or 10; 1 for nothing. */
    let room = 100;
    if (SCALES.has(this.lexemes[i]!.word)) group = 1;
    for (; i < limit; i++) {
      if (i > start && !this.joined(i - 1, SPACED_OR_HYPHEN)) break;
      const { word } = this.lexemes[i]!;
      const value = UNITS.get(word) ?? TEENS.get(word) ?? TENS.get(word);
      if (value !== undefined) {
        if (value >= room || (value >= 10 && room < 100)) break;
        group += value;
        room = TENS.has(word) ? 10 : 0;
      } else if (SCALES.has(word)) {
        const factor = SCALES.get(word)!;
        if (group === 0 && total === 0) break;
        if (factor < 100) group *= factor;
        else if (factor === 100) {
          if (group === 0 || group > 99) break;
          group *= 100;
        } else if (group === 0 || (total > 0 && factor >= least)) {
          if (group !== 0 || !SCALES.has(this.lexemes[i - 1]!.word)) break;
          total *= factor;
        } else {
          total += group * factor;
          least = factor;
          group = 0;
        }
        scale = Math.max(scale, factor);
        room = 100;
      } else if (word === 'and' && i > start && this.mayGoOn(i, limit, group, least)) continue;
      else break;
    }
    if (this.lexemes[i - 1]?.word === 'and') i--;
    return i === start ? null : { value: total + group, scale, next: i };
  }

  /** "a hundred and six", "two thousand and two hundred"; not "between one hundred and two hundred". */
  private mayGoOn(and: number, limit: number, group: number, least: number): boolean {
    const before = SCALES.get(this.lexemes[and - 1]!.word);
    const after = this.lexemes[and + 1];
    if (before === undefined || before < 100 || !after || and + 1 >= limit || !this.joined(and, SPACED) || !isCardinal(after.word) || SCALES.has(after.word)) return false;
    let end = and + 1;
    while (end < limit && end < and + 4 && isCardinal(this.lexemes[end]!.word) && !SCALES.has(this.lexemes[end]!.word)) end++;
    const rest = this.cardinalAt(and + 1, end);
    if (!rest || this.between(and)) return false;
    const following = this.lexemes[rest.next]?.word ?? '';
    if (/s$/.test(following) && DENOMINATORS.has(following.replace(/s$/, '')) && rest.value < 10) return false;
    return group === 0 ? rest.value < least : following !== 'hundred';
  }

  private between(and: number): boolean {
    return this.lexemes.slice(Math.max(0, and - 6), and).some(({ word }) => word === 'between');
  }
}
