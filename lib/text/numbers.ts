// A text in normal form → the numbers it gives in figures or words: "-1,250.5", "18bn", "one hundred and three and two
// thirds", "half a million", "one in five" excepted (that is a share of something). Knows nothing of units, dates or names.
import type { Span } from '../model';
import { DENOMINATORS, isCardinal, ORDINALS, PARTS, SCALES, SHORT, TEENS, TENS, UNITS } from './number-words';
import { SPACED, SPACED_OR_HYPHEN, WholeNumbers, type Read } from './whole-numbers';

/** A number as the text writes it, its sign and scale words included. */
export interface Figure extends Span {
  value: number;
  /** Product of its scale words and letters ("18bn": 1e9), which a range gives to both its ends; 1 when there are none. */
  scale: number;
  form: 'integer' | 'decimal' | 'fraction' | 'power' | 'words';
}

/** Words that may begin a number. */
const BEGINS = new Set(['minus', 'negative', 'half', 'a', 'an', ...UNITS.keys(), ...TEENS.keys(), ...TENS.keys()]);

/** What else may stand between the words of one number. */
const MAYBE_SPACED = /^ *$/;
const LOOSE = /^(?: *|-)$/;
const DASHED = /^ *-? *$/;

/** The numbers of a text, in order, in time linear in its length. Values are finite. */
export function findNumbers(text: string): Figure[] {
  return new Reader(text).numbers();
}

class Reader extends WholeNumbers {
  numbers(): Figure[] {
    const found: Figure[] = [];
    for (let i = 0; i < this.lexemes.length; ) {
      const read = this.numberAt(i);
      if (read && read.value !== null && Number.isFinite(read.value)) found.push(this.figure(i, read as Read));
      i = read ? Math.max(i + 1, read.next) : i + 1;
    }
    return found;
  }

  /** The number that begins at a lexeme; value null for an ordinal, which is passed over whole. */
  private numberAt(i: number): { value: number | null; scale: number; next: number } | null {
    const { value, word } = this.lexemes[i]!;
    if (value === null && !BEGINS.has(word)) return null;
    if (value === null && (word === 'minus' || word === 'negative') && this.joined(i, SPACED_OR_HYPHEN)) {
      const read = this.lexemes[i - 1]?.value === undefined || this.lexemes[i - 1]!.value === null ? this.numberAt(i + 1) : null;
      return read && read.value !== null ? { ...read, value: -read.value } : null;
    }
    if (this.isPartOfWord(i)) return null;
    const read = value === null ? this.wordsAt(i) : this.numeralAt(i);
    return read && read.value !== null ? this.ratio(read as Read) : read;
  }

  /** "H5N1" is one word already; here "TA-35", "Covid-19" and "A1-2", but not "sub-500", "minus-260", "six-10". */
  private isPartOfWord(i: number): boolean {
    const before = this.lexemes[i - 1];
    if (!before || before.value !== null || this.text.slice(before.end, this.lexemes[i]!.start) !== '-') return false;
    return !/^(?:sub|pre|post|over|under|mid|near|now|minus|a|an|half)$/.test(before.word) && !isCardinal(before.word);
  }

  private numeralAt(i: number): Read {
    const { value, form } = this.lexemes[i]!;
    let read: Read = { value: value!, scale: 1, next: i + 1 };
    if (form === 'power' || form === 'fraction') return this.scaled(read);
    read = this.scaled(read);
    return this.withFraction(read);
  }

  /** Scale words after a value: "2.5 million", "10k", "3-billion", "322 hundred". A single letter spaced off must be k or a capital: "8 B". */
  private scaled(read: Read): Read {
    let { value, scale, next } = read;
    for (; next < this.lexemes.length && this.joined(next - 1, LOOSE); next++) {
      const { word, start, end } = this.lexemes[next]!;
      const glued = this.lexemes[next - 1]!.end === start;
      const letter = /^(?:[kmbt]|mm)$/.test(word);
      const short = scale === 1 && (!letter || (glued ? this.meansScale(next) : /^(?:[kKMB]|MM)$/.test(this.text.slice(start, end)))) ? SHORT.get(word) : undefined;
      const long = SCALES.get(word) ?? short;
      if (long === undefined || (letter && this.text[end] === '.' && /\p{L}/u.test(this.text[end + 1] ?? ''))) break;
      value *= long;
      scale *= long;
    }
    return { value, scale, next };
  }

  /** "5m" is five million before something counted or after a currency, else five metres; k and b have no such second sense, t is tonnes. */
  private meansScale(next: number): boolean {
    const { word, start, end } = this.lexemes[next]!;
    if (word === 'k' || word === 'b') return true;
    const money = /(?:[$€£¥₹₽₴₩=]|\b(?:[A-Z]{3}|Rs\.?|PS)) ?$/.test(this.text.slice(Math.max(0, this.lexemes[next - 1]!.start - 6), this.lexemes[next - 1]!.start));
    if (money) return true;
    return word === 'm' && this.text[start] === 'm' && /^ \p{Ll}{2,}/u.test(this.text.slice(end, end + 4)) && !/^ (?:long|high|tall|wide|deep|above|below|from|away|to|in|of|off|at|and|or|by|on|across|race|sprint|dash|final|freestyle|hurdles|medley|swim)\b/.test(this.text.slice(end, end + 12));
  }

  private wordsAt(i: number): { value: number | null; scale: number; next: number } | null {
    const { word } = this.lexemes[i]!;
    if (word === 'half' || word === 'a' || word === 'an') return this.partAt(i);
    if (!UNITS.has(word) && !TEENS.has(word) && !TENS.has(word)) return null;
    return this.withParts(i, this.cardinalAt(i)!);
  }

  /** "a hundred", "half a million", "a fifth", "a half"; "half" by itself is a half. */
  private partAt(i: number): Read | null {
    const { word } = this.lexemes[i]!;
    const next = this.lexemes[i + 1];
    const following = next && this.joined(i, SPACED_OR_HYPHEN) ? next.word : '';
    if (word === 'half') {
      const article = following === 'a' || following === 'an' ? 2 : 1;
      const scale = article === 1 && following === '' ? undefined : SCALES.get(this.lexemes[i + article]?.word ?? '');
      if (scale !== undefined && (article === 1 || this.joined(i + 1, SPACED_OR_HYPHEN))) return { value: scale / 2, scale, next: i + article + 1 };
      return { value: 0.5, scale: 1, next: i + 1 };
    }
    if (PARTS.has(following) && !following.endsWith('s')) return this.ofScale({ value: 1 / PARTS.get(following)!, scale: 1, next: i + 2 });
    const denominator = this.denominatorAt(i + 1, following, true);
    if (denominator) return this.ofScale({ value: 1 / denominator.value, scale: 1, next: denominator.next });
    if (!SCALES.has(following) || following.endsWith('s')) return null;
    return this.withParts(i, this.cardinalAt(i + 1)!) as Read | null;
  }

  /** "a quarter of a million" */
  private ofScale(read: Read): Read {
    const [of, a, scale] = this.lexemes.slice(read.next, read.next + 3);
    const factor = of?.word === 'of' && a?.word === 'a' && scale ? SCALES.get(scale.word) : undefined;
    return factor === undefined ? read : { value: read.value * factor, scale: factor, next: read.next + 3 };
  }

  /** After a whole number in words: its decimals, the denominator that makes it a fraction, or a fraction beside it. */
  private withParts(i: number, whole: Read): { value: number | null; scale: number; next: number } {
    const fraction = this.fractionOf(i, whole);
    if (fraction !== undefined) return fraction;
    return this.withFraction(this.withPoint(whole));
  }

  /** "two thirds"; "one hundred thirty fifths" is 100/35, "one hundred and thirty fifths" 130/5. Undefined when no denominator follows. */
  private fractionOf(i: number, whole: Read): { value: number | null; scale: number; next: number } | undefined {
    const last = whole.next - 1;
    const gap = this.joined(last, DASHED) ? this.text.slice(this.lexemes[last]!.end, this.lexemes[last + 1]!.start) : null;
    if (gap === null || gap === '') return undefined;
    const tens = TENS.get(this.lexemes[last]!.word);
    const joins = tens !== undefined && last > i && this.lexemes[last - 1]!.word !== 'and' && UNITS.has(this.cardinalOf(last + 1));
    if (joins) {
      const before = this.cardinalAt(i, last)!;
      const denominator = this.denominatorAt(last, this.lexemes[last]!.word, before.value === 1);
      if (denominator) return { value: before.value / denominator.value, scale: 1, next: denominator.next };
    }
    const denominator = this.denominatorAt(last + 1, this.lexemes[last + 1]!.word, whole.value === 1);
    if (denominator && !(gap.includes(' -') && whole.value > 19)) return this.ofScale({ value: whole.value / denominator.value, scale: 1, next: denominator.next });
    const ordinal = ORDINALS.get(this.lexemes[last + 1]!.word);
    return ordinal !== undefined && ordinal !== 2 && gap.length === 1 ? { value: null, scale: 1, next: last + 2 } : undefined;
  }

  /** The cardinal of an ordinal under ten ("fifths" → "five"), or ''. */
  private cardinalOf(i: number): string {
    const value = ORDINALS.get((this.lexemes[i]?.word ?? '').replace(/s$/, ''));
    return value === undefined || value > 9 ? '' : [...UNITS].find(([, unit]) => unit === value)![0];
  }

  /** "thirds", "twenty-fifths", "one hundred fifth", "hundredths": singular after one only. "Second" is a time, "first" no part. */
  private denominatorAt(i: number, word: string, one: boolean): { value: number; next: number } | null {
    let at = i;
    let value = 0;
    if (isCardinal(word)) {
      const whole = SCALES.has(word) ? null : this.cardinalAt(i);
      if (!whole || !this.joined(whole.next - 1, SPACED_OR_HYPHEN)) return null;
      at = whole.next;
      value = whole.value;
    }
    const last = this.lexemes[at]?.word ?? '';
    const singular = last.replace(/s$/, '');
    if (last === singular ? !one : !DENOMINATORS.has(singular)) return null;
    const part = (value === 0 ? PARTS.get(last) : undefined) ?? ORDINALS.get(singular);
    if (part === undefined || (value === 0 && part < 3 && !PARTS.has(last))) return null;
    return value === 0 ? { value: part, next: at + 1 } : part < 100 ? { value: value + part, next: at + 1 } : null;
  }

  /** "two hundred point zero three" */
  private withPoint(whole: Read): Read {
    if (this.lexemes[whole.next]?.word !== 'point' || !this.joined(whole.next - 1, SPACED)) return whole;
    let digits = '';
    let at = whole.next + 1;
    for (; at < this.lexemes.length && this.joined(at - 1, SPACED_OR_HYPHEN) && digits.length < 12; at++) {
      const { word } = this.lexemes[at]!;
      const digit = UNITS.get(word) ?? TEENS.get(word) ?? TENS.get(word);
      if (digit === undefined) break;
      digits = TENS.has(this.lexemes[at - 1]!.word) && digit < 10 ? String(Number(digits) + digit) : digits + String(digit);
    }
    return digits === '' ? whole : this.scaled({ ...whole, value: Number(`${whole.value}.${digits}`), next: at });
  }

  /** "one and a half", "three and a fifth", "2½", "one hundred and three and two thirds"; a scale may follow: "three and a half million". */
  private withFraction(whole: Read): Read {
    const after = this.lexemes[whole.next];
    if (after?.form === 'fraction' && after.value! < 1 && this.joined(whole.next - 1, MAYBE_SPACED)) return this.scaled({ ...whole, value: whole.value + after.value!, next: whole.next + 1 });
    if (after?.word !== 'and' || !this.joined(whole.next - 1, SPACED_OR_HYPHEN) || !this.joined(whole.next, SPACED_OR_HYPHEN) || !Number.isInteger(whole.value)) return whole;
    const start = whole.next + 1;
    const part = /^an?$/.test(this.lexemes[start]!.word) ? this.partAt(start) : UNITS.has(this.lexemes[start]!.word) ? this.fractionOf(start, this.cardinalAt(start)!) : undefined;
    if (!part || part.value === null || part.value >= 1 || part.scale !== 1) return whole;
    return this.scaled({ value: whole.value + part.value * (whole.scale > 1 && whole.value === whole.scale ? whole.scale : 1), scale: whole.scale, next: part.next });
  }

  /** "one out of three"; "1 over 3" only where nothing is counted, since "10 over 3 years" is no ratio. */
  private ratio(read: Read): Read {
    const [first, second] = this.lexemes.slice(read.next, read.next + 2);
    const words = first?.word === 'over' ? 1 : first?.word === 'out' && second?.word === 'of' ? 2 : 0;
    if (words === 0 || !this.joined(read.next - 1, SPACED) || read.next + words >= this.lexemes.length) return read;
    const start = read.next + words;
    const lexeme = this.lexemes[start]!;
    const under = lexeme.value === null ? (isCardinal(lexeme.word) && !SCALES.has(lexeme.word) ? this.cardinalAt(start) : null) : this.numeralAt(start);
    if (!under || !(Math.abs(read.value) < under.value)) return read;
    if (words === 1 && under.next < this.lexemes.length && this.joined(under.next - 1, SPACED_OR_HYPHEN)) return read;
    return { value: read.value / under.value, scale: 1, next: under.next };
  }

  private figure(i: number, { value, scale, next }: Read): Figure {
    const { start, form } = this.lexemes[i]!;
    const end = this.lexemes[next - 1]!.end;
    const sign = form === 'word' ? 0 : this.minusBefore(start, end);
    const words = this.text.slice(start, end);
    const ratio = /\b(?:over|out of)\b|[/⁄]/i.test(words);
    return { start: start - sign, end, value: sign > 0 ? -value : value, scale, form: ratio || (form === 'word' && !Number.isInteger(value)) ? 'fraction' : form === 'word' ? 'words' : form };
  }

  /** Length of the minus sign that belongs to a numeral: one after a blank or bracket; spaced off only where the figure stands alone. */
  private minusBefore(start: number, end: number): number {
    if (this.text[start - 1] === '-') return start === 1 || /[\s(]/.test(this.text[start - 2]!) ? 1 : 0;
    const alone = /^\s*(- +)$/.exec(this.text.slice(0, start));
    return alone && /^[\s.]*$/.test(this.text.slice(end)) ? alone[1]!.length : 0;
  }
}
