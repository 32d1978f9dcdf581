// Two statements → may they speak of one occasion? By the dates they name, else by the days of their reports, since news is
// printed when it is new. Knows nothing of what happened.
import type { DateMention, Statement } from '../model';
import { datesMeet } from '../text/dates';
import { said } from './signals/signal';

/** A happening is reported within so many days. On 300 reports of one war, none of the pairs further apart told of one attack. */
const NEWS_DAYS = 3;
const DAY = 86_400_000;

/**
 * Do the two lie at different times, as far as their words or their articles tell? Where only one names its day, the other may
 * have left it out, unless its article is of another time; `strict` takes it as of its article's days.
 */
export function timesApart(a: Statement, b: Statement, strict = false): boolean {
  const ours = named(a);
  const theirs = named(b);
  if (ours.length > 0 && theirs.length > 0) return !ours.some((x) => theirs.some((y) => datesMeet(x, y)));
  const [ourReport, theirReport] = [reportOf(a), reportOf(b)];
  const apart = (x: Time[], y: Time[]): boolean => x.length > 0 && y.length > 0 && !x.some((one) => y.some((other) => datesMeet(one, other)));
  if (ours.length === 0 && theirs.length === 0) return apart(ourReport, theirReport);
  return apart(ours.length > 0 ? ours : ourReport, theirs.length > 0 ? theirs : theirReport) && (strict || apart(ourReport, theirReport));
}

type Time = Pick<DateMention, 'from' | 'to' | 'grain'>;

/** The days and months that a statement gives for what it tells. */
export function daysOf(statement: Statement): DateMention[] {
  return named(statement).filter(({ grain }) => grain === 'day' || grain === 'month');
}

/** A day or month on each side, when both name such and no one of theirs meets one of ours; else null. */
export function differingDays(a: Statement, b: Statement): [DateMention, DateMention] | null {
  const [ours, theirs] = [daysOf(a), daysOf(b)];
  return ours[0] && theirs[0] && !ours.some((x) => theirs.some((y) => datesMeet(x, y))) ? [ours[0], theirs[0]] : null;
}

/** Do both name days or months, and none in common? */
export function datesApart(a: Statement, b: Statement): boolean {
  return differingDays(a, b) !== null;
}

/** Are both articles dated, and on different days? */
export function reportsDiffer(a: Statement, b: Statement): boolean {
  return a.reported !== null && b.reported !== null && a.reported !== b.reported;
}

/** Do both name a day, and the same one? */
export function shareDay(a: Statement, b: Statement): boolean {
  return named(a).some((x) => x.grain === 'day' && named(b).some((y) => y.grain === 'day' && x.from === y.from));
}

/** Where a period begins or ends is not when a thing happened: "since February 24", "as of 6:00 on May 6". */
const BOUND = /\b(?:since|as of|as at|until|till|from)(?: \p{L}+)?(?: \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?(?: on)? *$/iu;

const namedKept = new WeakMap<Statement, DateMention[]>();

/** The dates and short periods that a statement gives for what it tells. Kept while the statement lives. */
export function named(statement: Statement): DateMention[] {
  let dates = namedKept.get(statement);
  if (!dates) {
    dates = statement.dates.filter(({ grain, span }) => grain !== 'year' && grain !== 'quarter' && !BOUND.test(said(statement, { start: 0, end: span.start })) && !/^(?:since|as of)\b/i.test(said(statement, span)));
    namedKept.set(statement, dates);
  }
  return dates;
}

const reports = new WeakMap<Statement, Time[]>();

/** The days of which a statement's article may tell. Kept while the statement lives. */
function reportOf(statement: Statement): Time[] {
  let times = reports.get(statement);
  if (!times) {
    times = daysBefore(statement.reported);
    reports.set(statement, times);
  }
  return times;
}

function daysBefore(reported: string | null): Time[] {
  if (reported === null) return [];
  const day = Date.parse(reported);
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return [{ from: iso(day - NEWS_DAYS * DAY), to: iso(day + DAY), grain: 'day' }];
}
