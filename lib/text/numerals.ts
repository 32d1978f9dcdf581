// A text in normal form → its numerals ("1,234.5", "2/3", "-7", "1e10") and words, in order: what the grammar of numbers reads.
// Knows the spelling of numerals only, nothing of number words or of what is counted.
import type { Span } from '../model';
import numbers from './numbers.json' with { type: 'json' };

/** A numeral with its value, or a word in lower case with value null. */
export interface Lexeme extends Span {
  word: string;
  value: number | null;
  form: 'word' | 'integer' | 'decimal' | 'fraction' | 'power';
}

const VULGAR = new Map(Object.entries(numbers.vulgar));
/** Grouped by commas or spaces in threes, the Indian way in twos, or with a decimal comma that is no list of numbers. Groups are bounded, so that long lists take linear time. */
const INTEGER = String.raw`\d{1,3}(?:,\d{3}){1,6}(?!,?\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!,?\d)|\d{1,3}(?: \d{3}){1,6}(?!\d)|\d+`;
const DECIMAL = String.raw`(?<!\d\.)(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,3}(?: \d{3}){1,6}|\d+)\.\d+(?!\.?\d)|(?<!\d|\d\.)\.\d+(?!\.?\d)`;
const DECIMAL_COMMA = String.raw`(?<!\d,)\d+,\d{1,2}(?![\d,])`;
const EXPONENT = String.raw`e[+-]?\d+(?!\d|\p{L})|\^[+-]?\d+| ?[×x] ?10(?:\^[+-]?|[+-])\d+`;
/** "1/2", "10 1/2", and with blanks around the stroke as some wires print it; no date and no season ("24/7/2022", "2021/22" is over one). */
const FRACTION = String.raw`(?<![\d/.])(?:(?<whole>\d+)  ?)?(?<over>\d{1,4}) ?[/⁄] ?(?<under>\d{1,4})(?![\d/.]?\d|/)`;
const NUMERAL = new RegExp(`${FRACTION}|(?:(?<decimal>${DECIMAL}|${DECIMAL_COMMA})|(?<integer>${INTEGER}))(?<exponent>${EXPONENT})?|(?<vulgar>[½⅓⅔¼¾⅕-⅘⅛-⅞])`, 'iuy');
/** A word, or where a numeral may begin. */
const START = /\p{L}[\p{L}\p{N}]*|[.\d½⅓⅔¼¾⅕-⅘⅛-⅞]/gu;
/** Most sentences hold none of these, and need not be read at all. */
const ANY = new RegExp(`[\\d½⅓⅔¼¾⅕-⅘⅛-⅞]|\\b(?:${[numbers.units, numbers.teens, numbers.tens, numbers.scales, numbers.ordinals, numbers.parts].flatMap((words) => Object.keys(words)).join('|')})`, 'i');
/** Only words with a figure in them, or "twofold", are more than one. */
const MAY_SPLIT = /\d|fold$/i;
const CODE = /^(\p{L}+)\d/u;
const MULTIPLE = /^(two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)fold$/i;
/** Codes that are written onto their figure: "EUR50m", "Rs500"; so are letters after a dollar sign, "$US50". */
const CODES = /^(?:[A-Z]{2}[DPY]|EUR|CHF|SEK|NOK|RUB|UAH|Rs|PS)$/;

/** The numerals and words of a text, in order. A value may be infinite: a numeral too long to be one. */
export function lexemesOf(text: string): Lexeme[] {
  if (!ANY.test(text)) return [];
  const found: Lexeme[] = [];
  for (let at = 0; at < text.length; ) {
    START.lastIndex = at;
    const start = START.exec(text);
    if (!start) break;
    const lexeme = /^\p{L}/u.test(start[0]) ? wordAt(text, start.index, start[0]) : numeralAt(text, start.index);
    if (lexeme) found.push(lexeme);
    at = lexeme?.end ?? start.index + start[0].length;
  }
  return found;
}

function wordAt(text: string, start: number, written: string): Lexeme {
  const glued = MAY_SPLIT.test(written) ? (CODE.exec(written) ?? MULTIPLE.exec(written)) : null;
  const splits = glued && (CODES.test(glued[1]!) || text[start - 1] === '$' || /fold$/i.test(written));
  const word = splits ? glued[1]! : written;
  return { start, end: start + word.length, word: word.toLowerCase(), value: null, form: 'word' };
}

function numeralAt(text: string, start: number): Lexeme | null {
  NUMERAL.lastIndex = start;
  const match = NUMERAL.exec(text);
  if (!match) return null;
  const { value, form } = readNumeral(match);
  return { start, end: start + match[0].length, word: match[0].toLowerCase(), value, form };
}

function readNumeral({ groups }: RegExpExecArray): Pick<Lexeme, 'value' | 'form'> {
  const { whole, over, under, decimal, integer, exponent, vulgar } = groups!;
  if (over !== undefined) return { value: Number(whole ?? 0) + Number(over) / Number(under), form: 'fraction' };
  if (vulgar !== undefined) return { value: VULGAR.get(vulgar)!, form: 'fraction' };
  const numeral = decimal ?? integer;
  if (numeral === undefined) return { value: null, form: 'word' };
  const commaIsPoint = decimal !== undefined && /^\d+,\d{1,2}$/.test(numeral);
  const base = Number(commaIsPoint ? numeral.replace(',', '.') : numeral.replace(/[, ]/g, ''));
  if (exponent === undefined) return { value: base, form: decimal === undefined ? 'integer' : 'decimal' };
  const power = Number(/[+-]?\d+$/.exec(exponent)![0]);
  return { value: exponent.startsWith('^') ? base ** power : base * 10 ** power, form: 'power' };
}
