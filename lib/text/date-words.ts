// The words that dates are made of: pattern sources for months, weekdays, days of the month and counts, to be looked for in a text of
// plain letters, and what each means. Knows nothing of where in a sentence they stand.
import { LETTER } from './plain-letters';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const UNITS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ');
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
/** Said of no exact number: the value taken is the usual one. */
const VAGUE: Record<string, number> = { a: 1, an: 1, few: 3, 'a few': 3, several: 4, couple: 2, 'a couple of': 2, 'couple of': 2, dozen: 12, 'a dozen': 12 };

/** A month's name, its abbreviation with the stop that belongs to it. */
export const MONTH =
  `(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\\.(?=[ ,]*\\d))?)(?![${LETTER}])`;
/** A month's full name. */
export const FULL_MONTH = `(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![${LETTER}])`;
/** A weekday's name. */
export const WEEKDAY = `(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?![${LETTER}])`;
/** A weekday's abbreviation, known only beside a day of the month. */
export const SHORT_WEEKDAY = '(?:mon|tues?|wed|thur?s?|fri|sat|sun)\\.?';
/** A year of four figures, 1500 to 2099. */
export const YEAR = '(?:1[5-9]|20)\\d\\d(?!\\d|[.,]\\d)';
/** A day of the month in words, ordinal or cardinal: "second", "twenty-first", "twenty nine". */
export const DAY_WORD = `(?:(?:twenty|thirty)[ -](?:${UNITS.slice(0, 9).join('|')}|${COUNTS.slice(0, 9).join('|')})|${UNITS.join('|')}|thirtieth|thirty)(?![${LETTER}])`;
/** A day of the month in figures, where it may not be the end of another figure or a sum. */
export const DAY_FIGURE = `(?<!\\d[.,/:-]|[\\d$€£#.]|[$€£] )(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d%${LETTER}]|[.,:/]\\d|-[${LETTER}])`;
/** How many days, weeks or months: figures, words, or a vague number. */
export const COUNT = `(?:\\d{1,3}|a few|a couple of|couple of|several|few|an?|${COUNTS.join('|')})`;

/** Month from 0; −1 for what is none. */
export function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase());
}

/** Weekday from Monday 0; −1 for what is none. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());
}

/** Day of the month or other ordinal, from figures or words: "21st" → 21, "twenty first" → 21, "last" → −1; 0 for what is none. */
export function ordinalNumber(words: string): number {
  const lower = words.toLowerCase();
  if (/^\d/.test(lower)) return parseInt(lower, 10);
  if (lower === 'last') return -1;
  if (lower === 'thirty' || lower === 'thirtieth') return 30;
  const [tens, unit] = lower.split(/[ -]/);
  if (unit !== undefined) return (tens === 'thirty' ? 30 : 20) + ordinalNumber(unit);
  const ordinal = UNITS.indexOf(lower) + 1;
  return ordinal > 0 ? ordinal : COUNTS.indexOf(lower) + 1;
}

/** The value of what COUNT matches: "two" → 2, "a few" → 3. */
export function countNumber(words: string): number {
  const lower = words.toLowerCase();
  return VAGUE[lower] ?? ordinalNumber(lower);
}
