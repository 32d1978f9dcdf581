// Two quantities → the unit in which both can be compared, and whether both values can hold: equal, rounded, hedged, or inside
// the range or bound that the other gives. Knows nothing of what is counted, save that attacks are counted by "times" too.
import type { Quantity, Statement } from '../model';
import { boundsAt } from '../text/bounds';
import { normalForm } from '../text/normal-form';
import { inBaseUnit } from '../text/units';

/** "At least 12" holds of 55 too, but nobody who knew of 55 would say so: such figures neither agree nor differ. */
const FARTHEST = 2;
/** "Dozens", "hundreds": a magnitude word holds of all it spans. */
const FARTHEST_MAGNITUDE = 20;
/** Hedged figures ("about", "dozens of") agree within this share. */
const HEDGE = 0.15;
/** Two bounds of one direction always meet; they say the same only when they are close. */
const BOUNDS_APART = 0.25;
/** Who turns ten miles into kilometres writes 16: converted figures agree within this share. */
const CONVERTED = 0.025;
/** "Three times as many", "twofold" compare; "85 times" after what was done counts how often. */
const RATIO = /^ (?:as|more|higher|greater|larger|bigger|faster|slower|less|lower|fewer|smaller|longer|likelier|better|worse|the|its|their|his|her|that|what|over(?! (?:the|a|two|three) )|on average)\b/i;

/** The quantities of two statements in one unit (miles in km, "one in five" in percent, "85 times" as a count), or null when they have none in common. */
export function inOneUnit(claim: Statement, ours: Quantity, evidence: Statement, theirs: Quantity): [Quantity, Quantity] | null {
  const [a, b] = [plain(claim, ours), plain(evidence, theirs)];
  if (a.unit !== b.unit) return null;
  return ours.unit === theirs.unit || a.unit === 'count' || a.unit === 'percent' ? [a, b] : [loosened(a), loosened(b)];
}

function plain(statement: Statement, quantity: Quantity): Quantity {
  if (quantity.unit === 'times') return isFrequency(statement, quantity) ? { ...quantity, unit: 'count' } : quantity;
  if (quantity.unit !== 'share') return inBaseUnit(quantity);
  const percent = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 100);
  return { ...quantity, ...bounded(statement, percent(quantity.min), percent(quantity.max), quantity), unit: 'percent' };
}

/** "More than half" has no upper end. */
function bounded(statement: Statement, min: number | null, max: number | null, { span }: Quantity): Pick<Quantity, 'min' | 'max'> {
  const before = normalForm(statement.text.slice(Math.max(0, span.start - 40), span.start)).text;
  const { least, most } = boundsAt(`${before}1`, { start: before.length, end: before.length + 1 });
  return { min: most && min === max ? null : min, max: least && min === max ? null : max };
}

function isFrequency({ text }: Statement, { span }: Quantity): boolean {
  return !/fold$/i.test(text.slice(span.start, span.end)) && !RATIO.test(text.slice(span.end, span.end + 16));
}

function loosened(quantity: Quantity): Quantity {
  const { min, max } = quantity;
  return { ...quantity, min: min === null ? null : min * (1 - CONVERTED / 2), max: max === null ? null : max * (1 + CONVERTED / 2) };
}

/** How large a quantity is, never 0: its lower end, else its upper. */
export function sizeOf({ min, max }: Quantity): number {
  return Math.max(Number(min ?? max), 1e-9);
}

/** Are both values the same to the digit? */
export function sameFigure(a: Quantity, b: Quantity): boolean {
  return a.min === b.min && a.max === b.max;
}

/** Is there a value that both allow? Takes quantities in one unit. */
export function overlap(a: Quantity, b: Quantity): boolean {
  const [lowA, highA] = limits(a);
  const [lowB, highB] = limits(b);
  return lowA <= highB && lowB <= highA;
}

/** Can both figures hold, and would one be said for the other? Takes quantities in one unit. */
export function areCompatible(a: Quantity, b: Quantity): boolean {
  if (!overlap(a, b)) return false;
  if ((a.min === null && b.min === null) || (a.max === null && b.max === null)) return near(Number(a.min ?? a.max), Number(b.min ?? b.max));
  const [x, y] = [sizeOf({ ...a, min: a.min ?? a.max }), sizeOf({ ...b, min: b.min ?? b.max })];
  return Math.max(x, y) / Math.min(x, y) <= (isMagnitude(a) || isMagnitude(b) ? FARTHEST_MAGNITUDE : FARTHEST);
}

/** Is it a magnitude word ("dozens", "tens of thousands") rather than a figure? */
export function isMagnitude({ min, max, approximate }: Quantity): boolean {
  return approximate && min !== null && max !== null && min < max;
}

/** Two shares of one whole that make it up, 80% and a fifth: neither the same nor a contradiction. Takes quantities in percent. */
export function areComplements(a: Quantity, b: Quantity): boolean {
  if (a.unit !== 'percent' || a.min === null || b.min === null || a.min !== a.max || b.min !== b.max || a.min === 50) return false;
  return Math.abs(a.min + b.min - 100) < 0.01;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= BOUNDS_APART * Math.max(a, b);
}

function limits({ min, max, approximate }: Quantity): [number, number] {
  const slack = (value: number): number => (approximate ? value * HEDGE : value >= 1000 && value % 1000 === 0 ? roundness(value) / 2 : 0);
  return [min === null ? -Infinity : min - slack(min), max === null ? Infinity : max + slack(max)];
}

/** The power of ten down to which a figure is given, one step finer for caution: 85,000 → 100. */
function roundness(value: number): number {
  let power = 1;
  while (value % (power * 10) === 0) power *= 10;
  return power / 10;
}
