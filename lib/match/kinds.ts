// Two statements whose figures differ → why both may hold: a part beside the whole, another period, a count that has gone on.
// Reads the words around the figures and the days of the reports. Decides no stance.
import type { Quantity, Statement } from '../model';
import { datesMeet } from '../text/dates';
import { normalForm } from '../text/normal-form';
import { daysOf, reportsDiffer, shareDay } from './occasion';
import { sizeOf } from './values';

/** "Over the past day" counts a day; "since", "so far" count up to the day of the report. */
const WINDOW = /\b(?:(?:past|last|previous) (?:\d+ |\p{L}+ )?(?:hours?|days?|night|weeks?|months?)|(?:per|a|each|every) (?:day|week|month)|daily|weekly|overnight|in one day|during the day)\b/iu;
const TOTAL = /\b(?:since|so far|already|to date|until now|in all|altogether|overall)\b/i;
/** A smaller figure of a part … */
const PART = /\b(?:alone|one of (?:the|them)|part of the|share of the|excluding)\b/i;
/** "Two of the films", "210 million euros of the bill". */
const OF_THE = /^ of (?:the|its|his|her|their|all|those|these) /i;
/** … beside a larger one of the whole. */
const WHOLE = /\b(?:in all|in total|altogether|across|combined|as a whole|nationwide|throughout|overall|worldwide|in the whole|total of|among them|including)\b/i;
const GROWING = /\b(?:r(?:ises?|isen|ose|ising|aised)|climb\w*|reach\w*|pass(?:ed|es)|grow\w*|grew|mount\w*|now|so far|already|to date|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|bringing|stands? at|toll|further|known to have)\b/i;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Does a statement count over a window ("past day"), or all up to its report? '' when it does not say. */
export function periodOf({ text }: Statement): 'window' | 'total' | '' {
  return WINDOW.test(text) ? 'window' : TOTAL.test(text) ? 'total' : '';
}

/** Do the two count over different periods: a day here and the whole time there, two such windows, or months, quarters or years apart? */
export function periodsDiffer(claim: Statement, evidence: Statement): boolean {
  const [ours, theirs] = [periodOf(claim), periodOf(evidence)];
  if (stretchesApart(claim, evidence)) return true;
  if (ours === '' && theirs === '') return false;
  return (ours !== theirs && [ours, theirs].includes('window')) || reportsDiffer(claim, evidence);
}

/** Does each name a month, quarter or year for its figure, and none that meets one of the other's? */
export function stretchesApart(claim: Statement, evidence: Statement): boolean {
  const stretches = ({ dates }: Statement): Statement['dates'] => dates.filter(({ grain }) => grain === 'month' || grain === 'quarter' || grain === 'year');
  const [ours, theirs] = [stretches(claim), stretches(evidence)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((a) => theirs.some((b) => datesMeet(a, b) && !(a.grain === 'year') !== (b.grain === 'year')));
}

/** Is the smaller figure said of a part, or the larger of the whole: "in Leyte alone", "across the country"? */
export function isPart(claim: Statement, ours: Quantity, evidence: Statement, theirs: Quantity): boolean {
  const [small, large] = sizeOf(ours) <= sizeOf(theirs) ? [claim, evidence] : [evidence, claim];
  const { end } = (small === claim ? ours : theirs).span;
  if (OF_THE.test(small.text.slice(end, end + 24))) return true;
  return (PART.test(small.text) && !PART.test(large.text)) || (WHOLE.test(large.text) && !WHOLE.test(small.text));
}

/** "Eight of the 33", "of the 188, 23 were hurt": is the figure given as part of another one of its sentence? Returns the part. */
export function partsIn(statement: Statement, whole: Quantity): Quantity | null {
  const text = normalForm(statement.text).text;
  const at = whole.span.start;
  return statement.quantities.find((part) => {
    if (part === whole || part.unit !== 'count' || sizeOf(part) >= sizeOf(whole)) return false;
    if (part.span.end < at) return /(?:\bof|\bamong|\bout of) (?:the |its |his |her |their |all |\p{Lu}\p{L}+['’]s |about |some |nearly |more than |at least )*$/u.test(text.slice(part.span.end, at)) && at - part.span.end < 60;
    return /\b[oO]f (?:the |its |his |her |their |all )*$/.test(text.slice(Math.max(0, at - 24), at)) && part.span.start > at;
  }) ?? null;
}

/** Is the figure of the later report a later count: reported on another day, and larger or told as grown? */
export function isLaterCount(claim: Statement, ours: Quantity, evidence: Statement, theirs: Quantity): boolean {
  if (!reportsDiffer(claim, evidence) || shareDay(claim, evidence)) return false;
  const [[before, early], [after, late]] = claim.reported! < evidence.reported! ? [[claim, ours], [evidence, theirs]] as const : [[evidence, theirs], [claim, ours]] as const;
  if (sizeOf(late) > sizeOf(early)) return daysOf(before).every((a) => !daysOf(after).some((b) => b.to <= a.from));
  return GROWING.test(after.text);
}

/** "3 May" of an ISO day; '' of none. */
export function dayWords(iso: string | null): string {
  return iso === null ? '' : `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;
}
