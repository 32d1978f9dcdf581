// A sentence in normal form → the quantities it gives: value, range, bound or magnitude, with unit and what is counted.
// Dates, ordinals and figures that only name something are not quantities. Knows nothing of other sentences.
import type { Quantity, Span } from '../model';
import { boundsAt } from './bounds';
import { countedBy, countedByOne, countsPersons, headAfter, tokenFrom } from './counted';
import { isLabel } from './labels';
import { findMagnitudes } from './magnitudes';
import { findNumbers, type Figure } from './numbers';
import { countsOne, impliedOnes } from './ones';
import { join, scaledTo, type Item, type Joined } from './ranges';
import { stemOf, type Token } from './tokens';
import { isMoney, moneyBefore, unitAfter } from './units';

/** So much of the text before a figure is looked at. */
const LOOK = 36;

/** The quantities of a sentence, in order. `tokens` are those of the same text. Example: "more than 700 attacks" → min 700, max null, of "attack". */
export function findQuantities(text: string, tokens: Token[]): Quantity[] {
  const items = findNumbers(text).flatMap((figure) => itemOf(figure, text, tokens));
  const found = join(items, text, tokens).flatMap((joined) => quantityOf(joined, text, tokens));
  const magnitudes = findMagnitudes(text).filter(({ start }) => !found.some(({ span }) => start >= span.start && start < span.end));
  for (const { start, end, min, max } of magnitudes) {
    const unit = unitAfter(text, end) ?? unitOf(text, end);
    const span = { start, end: unit?.span.end ?? end };
    found.push({ span, min, max, approximate: true, unit: unit?.unit ?? 'count', of: unit ? headAfter(text, tokens, tokenFrom(tokens, span.end)) : countedBy(text, tokens, span, tokenFrom(tokens, end)) });
  }
  found.push(...impliedOnes(text, tokens));
  found.sort((a, b) => a.span.start - b.span.start);
  return found.map((quantity, i) => carryOver(quantity, found[i - 1], text));
}

/** "Four people were killed and 30 were injured", "three civilians and 12 others": the second figure counts what the first did. */
function carryOver(quantity: Quantity, before: Quantity | undefined, text: string): Quantity {
  if (!before || quantity.unit !== 'count' || before.unit !== 'count' || !countsPersons(before.of) || before.of === stemOf('others')) return quantity;
  const tail = text.slice(quantity.span.end, quantity.span.end + 12);
  const elliptical = /^(?: others?| more)?(?:,|\.|;|$| (?:were|was|are|have|had|has|with|of them)\b)/.test(tail) || /^ others?\b/.test(tail);
  const apart = /[.;:]|\b(?:attack|strike|raid|shot|bomb)/.test(text.slice(before.span.end, quantity.span.start));
  return elliptical && !apart ? { ...quantity, of: before.of } : quantity;
}

/** "hundreds of miles": the unit behind "of". */
function unitOf(text: string, end: number): ReturnType<typeof unitAfter> {
  return text.startsWith(' of ', end) ? unitAfter(text, end + 3) : null;
}

function itemOf(figure: Figure, text: string, tokens: Token[]): Item[] {
  const money = moneyBefore(text, figure.start);
  let unit = unitAfter(text, figure.end);
  if (unit?.unit === 'KRW' && figure.value < 100) unit = null;
  if (unit?.unit === 'GBP' && isWeight(text, figure, unit.span)) unit = { ...unit, unit: 'lb' };
  if (isLabel(figure, text, tokens, money !== null || unit !== null)) return [];
  if (money) return [{ figure, span: { start: money.span.start, end: figure.end }, unit: money.unit, unitAfter: false }];
  if (unit) return [{ figure, span: { start: figure.start, end: unit.span.end }, unit: unit.unit, unitAfter: true }];
  const glued = /^-?\p{L}/u.exec(text.slice(figure.end, figure.end + 2));
  if (glued && figure.form !== 'words' && !glued[0].startsWith('-')) return [];
  return [{ figure, span: figure, unit: isAge(figure, text) ? 'year' : /\bmagnitude(?: of)? $/i.test(text.slice(Math.max(0, figure.start - 14), figure.start)) ? 'magnitude' : 'count', unitAfter: false }];
}

/** "Ann Lee, 25, said", "aged 18 to 34" */
function isAge({ start, end, value }: Figure, text: string): boolean {
  const lead = text.slice(Math.max(0, start - 24), start);
  return Number.isInteger(value) && value < 120 && (/\baged? (?:between |from )?(?:\d+ ?(?:to|and|-) ?)?$/i.test(lead) || (/\p{L}{2}, $/u.test(lead) && /^,/.test(text.slice(end, end + 1))) || (/\p{Lu}\p{Ll}+, $/u.test(lead) && /^\.?$/.test(text.slice(end, end + 2))));
}

/** Pounds weigh when somebody or something weighs them, or when they are of something that is not money. */
function isWeight(text: string, figure: Figure, unit: Span): boolean {
  if (figure.value >= 10_000 && figure.scale > 1) return false;
  const near = text.slice(Math.max(0, figure.start - 40), unit.end + 40);
  return /\bweigh|\bheav(?:y|ier)|\boverweight\b/i.test(near) || text[figure.end] === '-' || (/^ of (?!aid|debt|public|tax|govern|fund|invest|sav|damage|state|spend|cash|money)/i.test(text.slice(unit.end, unit.end + 12)) && figure.value < 1e6);
}

function quantityOf({ items, how }: Joined, text: string, tokens: Token[]): Quantity[] {
  if (how === 'skip') return [];
  const [one, two = one] = items as [Item, Item?];
  const last = how === 'sum' ? one.figure.value + two.figure.value / 100 : two.figure.value;
  const span = { start: one.span.start, end: two.span.end };
  const unit = how === 'sum' ? one.unit : two.unit;
  const lead = text.slice(Math.max(0, span.start - LOOK), span.start);
  const tail = text.slice(span.end, span.end + LOOK);
  const bound = boundsAt(text, span);
  const next = tokenFrom(tokens, bound.end);
  if (how === 'share') return [{ span, min: one.figure.value / last, max: one.figure.value / last, approximate: bound.about, unit: 'share', of: headAfter(text, tokens, next, span.end) }];
  const first = how === 'range' ? scaledTo(one, two) : last;
  if (how === 'single' && one.figure.form === 'fraction' && unit === 'count' && Math.abs(last) < 1) return partOf(one, text, tokens, bound.about);
  let of = isMoney(unit) && !one.unitAfter && !two.unitAfter ? '' : unit === 'count' ? countedBy(text, tokens, span, next) : /^percent/.test(unit) || tail.startsWith('-old') ? '' : headAfter(text, tokens, next);
  const written = text.slice(one.span.start, one.span.end).toLowerCase();
  if (how === 'single' && written === 'one') {
    if (of === '' || !countsOne(text, tokens, span)) return [];
    of = countedByOne(text, tokens, next);
  }
  if (unit === 'count' && /^\d+ ?[/⁄] ?\d+$/.test(written) && last >= 1) return [];
  if (unit === 'count' && of === '' && /^\+(?!\d)/.test(tail)) return [];
  if (/^one day$/.test(written) && !/\b(?:in|for|within|after|only|just|than|last|lasting|lasted|by) $/i.test(lead)) return [];
  if (unit === 'count' && of === '' && /\b(?:top|bottom|final|number) $/i.test(lead)) return [];
  const value = { min: bound.most && how !== 'range' ? null : first, max: bound.least && how !== 'range' ? null : last };
  return [{ span, ...value, approximate: bound.about, unit, of, ...(how === 'change' ? { from: scaledTo(one, two) } : {}) }];
}

/** A fraction that is part of something counted ("a third of voters", "two-thirds majority") or of a unit ("half an hour"). */
function partOf({ figure, span }: Item, text: string, tokens: Token[], approximate: boolean): Quantity[] {
  const value = { min: figure.value, max: figure.value };
  const article = /^ (?:of )?an? /.exec(text.slice(span.end, span.end + 6));
  const unit = article && unitAfter(text, span.end + article[0].length - 1);
  if (unit && /^[ -]?$/.test(text[unit.span.start] ?? '')) return [{ span: { start: span.start, end: unit.span.end }, ...value, approximate, unit: unit.unit, of: '' }];
  const words = text.slice(span.start, span.end).toLowerCase();
  const tail = text.slice(span.end, span.end + 6);
  if (/^half/.test(words) && /\b(?:first|second|latter|other|back|front|final|last|next|better|upper|lower|top|bottom) $/i.test(text.slice(Math.max(0, span.start - 12), span.start))) return [];
  const by = /\bby $/i.test(text.slice(Math.max(0, span.start - 4), span.start));
  const bare = !by && /^(?:half|an? |(?:one|two|three|four)[ -]quarters?)/.test(words);
  if (bare ? !/^ (?:of|the|its|his|her|their|all|those|our) /.test(`${tail} `) : !by && /^\d+ ?[/⁄]/.test(words) && !/^ of /.test(tail)) return [];
  const of = headAfter(text, tokens, tokenFrom(tokens, span.end), span.end);
  const pronoun = /^ of (?:those|these|them|us|whom|which|all|it)\b/.test(text.slice(span.end, span.end + 12));
  return ((of === '' && bare) || /^\d/.test(of)) && !pronoun ? [] : [{ span, ...value, approximate, unit: 'share', of }];
}
