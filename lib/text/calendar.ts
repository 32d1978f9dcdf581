// Days as numbers of milliseconds at midnight UTC → weeks, months, weekdays and feasts. Knows nothing of words.

/** One day in milliseconds. */
export const DAY = 86_400_000;

/** Years that an article can be dated in: before print and after the digits of a year nothing is news, and ISO dates of other years don't sort as text. */
const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2199;

/** Midnight UTC of a day; months from 0, and out-of-range months and days carry over. */
export const utc = (year: number, month: number, day = 1): number => Date.UTC(year, month, day);

/** The ISO date of a time: "2023-01-04". */
export const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The year of a time. */
export const yearOf = (time: number): number => new Date(time).getUTCFullYear();

/** The month of a time, from 0. */
export const monthOf = (time: number): number => new Date(time).getUTCMonth();

/** The day of the week of a time, Monday 0 to Sunday 6. */
export const weekdayOf = (time: number): number => (new Date(time).getUTCDay() + 6) % 7;

/** The Monday of a time's week. */
export const mondayOf = (time: number): number => time - weekdayOf(time) * DAY;

/** Is there such a day? Months from 0. */
export function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && month >= 0 && month < 12 && monthOf(utc(year, month, day)) === month && day <= 31;
}

/** The day of an ISO date or instant, "2023-01-04"; null for what is none, such as 31 February. */
export function dayOfIso(published: string | null): string | null {
  const day = /^\d{4}-\d\d-\d\d(?!\d)/.exec(published ?? '')?.[0];
  if (day === undefined) return null;
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && isDay(year, month - 1, dayOfMonth) ? day : null;
}

/** So many months later, on the same day or the month's last. */
export function addMonths(time: number, months: number): number {
  const [year, month] = [yearOf(time), monthOf(time) + months];
  const last = new Date(utc(year, month + 1, 0)).getUTCDate();
  return utc(year, month, Math.min(new Date(time).getUTCDate(), last));
}

/** The nth (from 1; −1 the last) given weekday of a month; null for a fifth where there is none. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number | null {
  if (n < 0) {
    const last = utc(year, month + 1, 0);
    return last - ((weekdayOf(last) - weekday + 7) % 7) * DAY;
  }
  const first = utc(year, month, 1);
  const time = first + (((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7) * DAY;
  return monthOf(time) === monthOf(first) ? time : null;
}

/** Easter Sunday of a year, by the anonymous Gregorian computus. */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return utc(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}
