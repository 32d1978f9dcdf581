// What the parts of a date mean, once they are read: days, weekdays, months, seasons and feasts → the times from and to, seen from the
// article's day. What needs that day gives null without it. Knows nothing of how news words them; that is date-patterns.ts.
import { addMonths, DAY, easterOf, isDay, mondayOf, nthWeekday, utc, weekdayOf, yearOf } from './calendar';
import { weekdayNumber } from './date-words';
import type { DateMention } from '../model';

/** What a form means: the times from (inclusive) and to (exclusive). */
export interface Meaning {
  from: number;
  to: number;
  grain: DateMention['grain'];
  /** The year, or more, comes from the article's date. */
  inferred: boolean;
  /** Day and month are given, the year is not: known even in an undated article. */
  yearless?: true;
  /** Only the year was taken from the article's date, as the nearest: the one before it may be meant. */
  drifts?: true;
}

/** Where a form stands. */
export interface Setting {
  /** The article's day; null when unknown. */
  reference: number | null;
  /** Does the clause look ahead: "will meet on Friday"? */
  ahead: boolean;
}

/** Stands for the reference where none is known but a form needs a year to hold a day and a month. A leap year. */
const NO_YEAR = 2000;
/** In days: a week or a month ago may be so much earlier or later. */
const LEEWAY = { week: 3, month: 15 };

/** So many days from a midnight on; from the article's date unless said otherwise. */
export const day = (from: number, inferred = true, days = 1): Meaning => ({ from, to: from + days * DAY, grain: 'day', inferred });
/** From one midnight to another. */
export const spanOf = (from: number, to: number, grain: DateMention['grain'], inferred = true): Meaning => ({ from, to, grain, inferred });
/** So many whole months, three being a quarter; months from 0. */
export const monthSpan = (year: number, month: number, inferred: boolean, months = 1): Meaning => spanOf(utc(year, month), utc(year, month + months), months === 3 ? 'quarter' : 'month', inferred);
/** So many whole years. */
export const yearSpan = (year: number, inferred = false, years = 1): Meaning => spanOf(utc(year, 0), utc(year + years, 0), 'year', inferred);

/** The year that brings a month (and day) nearest to the reference; for 29 February the nearest that has one. */
export function nearestYear(reference: number, month: number, dayOfMonth = 15): number | null {
  const around = [0, -1, 1, -2, 2, -3, 3, -4, 4].map((shift) => yearOf(reference) + shift).filter((year) => isDay(year, month, dayOfMonth));
  const near = around.slice(0, 3).sort((a, b) => Math.abs(utc(a, month, dayOfMonth) - reference) - Math.abs(utc(b, month, dayOfMonth) - reference));
  return near[0] ?? null;
}

/** Days of a month, of the year that is written or of the nearest; null where there is no such day. Months from 0. */
export function calendarDay(month: number, first: number, last: number, year: string | undefined, { reference }: Setting): Meaning | null {
  const of = year === undefined ? nearestYear(reference ?? utc(NO_YEAR, 6), month, first) : fullYear(year, reference);
  if (of === null || !isDay(of, month, first) || !isDay(of, month, last) || last < first) return null;
  return { ...day(utc(of, month, first), year === undefined, last - first + 1), ...(year === undefined && { yearless: true as const, drifts: true as const }) };
}

/** "71" → 1971, "16" → 2016: two figures are of the hundred years that end twenty after the article's. */
function fullYear(year: string, reference: number | null): number {
  const value = Number(year.replace("'", ''));
  if (value > 99) return value;
  return value + 2000 > yearOf(reference ?? utc(2020, 0)) + 20 ? value + 1900 : value + 2000;
}

/** A day and a month in figures, either way round; the month first when both may be. */
export function figures(a: number, b: number, year: string | undefined, setting: Setting): Meaning | null {
  return a > 12 ? calendarDay(b - 1, a, a, year, setting) : calendarDay(a - 1, b, b, year, setting);
}

/** A weekday: "last" and "next" mean the weeks before and after, none the last such day, or the next where the clause looks ahead. */
export function weekday(name: string, which: string | undefined, { reference, ahead }: Setting): Meaning | null {
  if (reference === null) return null;
  const wanted = weekdayNumber(name);
  const ofWeek = mondayOf(reference) + wanted * DAY;
  const word = (which ?? '').toLowerCase().replace('this ', '');
  if (/^(?:last|previous)$/.test(word)) return day(ofWeek - 7 * DAY);
  if (/^(?:next|following)$/.test(word)) return day(ofWeek + 7 * DAY);
  if (word === 'this') return day(ofWeek);
  const since = (weekdayOf(reference) - wanted + 7) % 7;
  if (word === 'coming' || word === 'upcoming') return day(reference + (7 - since) * DAY);
  if (word === 'past') return day(reference - (since || 7) * DAY);
  return day(ahead && since > 0 ? reference + (7 - since) * DAY : reference - since * DAY);
}

const STEP: Record<string, number> = { last: -1, previous: -1, past: -1, this: 0, 'the': 0, next: 1, following: 1, coming: 1, 'the coming': 1, 'the following': 1, 'the previous': -1, 'the next': 1, 'the last': -1 };
/** How many units ahead a word leads: -1 for "last", 1 for "next", else 0. */
export const stepOf = (word: string): number => STEP[word.toLowerCase()] ?? 0;

/** A count of units before or after a day: exact in days unless the count is vague, with leeway in weeks and months, the calendar year in years. */
export function away(from: number, units: number, unit: string, vague: boolean): Meaning {
  if (unit === 'day') return vague ? spanOf(from + (units - 2) * DAY, from + (units + 3) * DAY, 'week') : day(from + units * DAY);
  if (unit === 'year') return yearSpan(yearOf(from) + units, true);
  if (unit === 'decade') return yearSpan(yearOf(from) + units * 10 - 2, true, 5);
  const grain = unit === 'week' ? 'week' : 'month';
  const middle = grain === 'week' ? from + units * 7 * DAY : addMonths(from, units);
  return spanOf(middle - LEEWAY[grain] * DAY, middle + (LEEWAY[grain] + 1) * DAY, grain);
}

const SEASON_START: Record<string, number> = { winter: 11, spring: 2, summer: 5, autumn: 8, fall: 8 };
/** A season by the year in which it begins; winter begins in December. */
export function season(name: string, year: number, inferred: boolean): Meaning {
  const start = SEASON_START[name.toLowerCase()]!;
  return spanOf(utc(year, start), utc(year, start + 3), 'quarter', inferred);
}

/** A feast of a year, from midnight. */
export function feast(name: string, year: number): number | null {
  const lower = name.toLowerCase();
  if (lower.startsWith('new year')) return lower.endsWith('eve') ? utc(year, 11, 31) : utc(year, 0, 1);
  if (lower.startsWith('christmas')) return utc(year, 11, lower.endsWith('eve') ? 24 : 25);
  if (lower === 'boxing day') return utc(year, 11, 26);
  if (lower.startsWith('valentine')) return utc(year, 1, 14);
  if (lower === 'good friday') return easterOf(year) - 2 * DAY;
  if (lower.startsWith('easter')) return easterOf(year) + (lower.endsWith('monday') ? DAY : 0);
  const thanksgiving = nthWeekday(year, 10, 3, 4);
  return thanksgiving === null ? null : thanksgiving + (lower === 'black friday' ? DAY : 0);
}
