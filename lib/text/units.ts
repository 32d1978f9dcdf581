// A place in a text after or before a number → the unit written there: a measure, a share or money, in one normal form.
// Also what a unit is in its base unit, so that miles compare with kilometres. Knows nothing of values or of what is counted.
import type { Quantity, Span } from '../model';
import currencies from './currencies.json' with { type: 'json' };
import data from './units.json' with { type: 'json' };

interface Unit {
  names: string;
  /** Spellings whose case matters ("m", "C"); told from words only when written onto the figure or at a break. */
  exact?: string;
  base: string;
  factor: number;
  offset?: number;
}

/** A unit in normal form and where it is written. */
export interface UnitAt {
  unit: string;
  span: Span;
}

const UNITS = new Map<string, Unit>(Object.entries(data.units));
const EXACT = new Map<string, string>();
const NAMES = new Map<string, string>();
for (const [unit, { names, exact }] of UNITS) {
  for (const name of names.split(' ')) NAMES.set(name.replace(/_/g, ' '), unit);
  for (const name of exact?.split(' ') ?? []) EXACT.set(name, unit);
}
const MINOR = new Map(Object.entries(currencies.minor));
const MINOR_OF = new Map(Object.entries(currencies.minorOf) as [string, [string, number]][]);
const SYMBOLS = new Map(Object.entries(currencies.symbols));
const DOLLARS = new Map(Object.entries(currencies.dollars));
const CODES = new Set(currencies.codes);
for (const [noun, code] of [...Object.entries(currencies.nouns), ...Object.entries(currencies.national)]) {
  NAMES.set(noun, code);
  if (!/(?:yen|yuan|won|baht|rand|reais|rmb|renminbi|kronor|kroner|leva|lei|dong|som)$/.test(noun)) NAMES.set(`${noun}s`, code);
}
for (const [noun, unit] of MINOR) NAMES.set(noun, unit);

const SIGNS = [...SYMBOLS.keys()].filter((sign) => sign !== '$').join('');
const ISO = currencies.codes.join('|');
/** "US$", "C $", "$A", "€", "EUR ", "Rs." at the end of what stands before a figure. A letter spaced off the sign might be a word ("a $5 bill"). */
const MONEY_BEFORE = new RegExp(
  `(?:(?<![\\p{L}\\d])(?<state>(?:[uU]\\.?[sS]\\.?|[cC]|AU|NZ|HK|CA|nz|hk) ?|[ASRJ]|NT|SG|MX|CAN|CDN)?\\$ ?(?<after>US|A|C|NZ|HK)? *|(?<sign>[${SIGNS}]) *|(?<![\\p{L}\\d])(?:(?<code>${ISO}) ?|(?<rupee>Rs\\.?) ?))$`,
  'u',
);
const SIGN_AFTER = new RegExp(`^ ?[${SIGNS}$](?![\\d])`, 'u');
/** Up to three words, or a sign. */
const WORDS_AFTER = /^(?<gap> ?-? ?)(?<words>(?:%|°|[\p{L}μµ][\p{L}.]*[²³\d]?)(?:(?:[ -]?\/ ?|[ -])?[\p{L}][\p{L}.]*[²³\d]?){0,3})/u;
/** Units by others that need no list: "A/cm2", "kV/cm", "ug/L". */
const COMPOUND = /^[\p{L}μµ]{1,3}\/\p{L}{1,3}[²³\d]?$/u;
/** What may follow a short unit that stands by itself: "1.2 m deep", "5 g of". */
const DIMENSION = /^ (?:deep|long|high|tall|wide|thick|above|below|away|is|was|of|in|at|and|or|to|from|by|for|on|off|per)\b/;
const LOOK_BEFORE = 10;
const LOOK_AFTER = 48;

/** The currency sign or code right before a figure, as "US $" in "US $58". */
export function moneyBefore(text: string, start: number): UnitAt | null {
  const from = Math.max(0, start - LOOK_BEFORE);
  const match = MONEY_BEFORE.exec(text.slice(from, start));
  if (!match) return null;
  const { state, after, sign, code, rupee } = match.groups!;
  const which = (after ?? state ?? '').trim().toLowerCase();
  const unit = sign !== undefined ? SYMBOLS.get(sign)! : code !== undefined ? normalCode(code) : rupee !== undefined ? 'INR' : (DOLLARS.get(which) ?? 'USD');
  return { unit, span: { start: from + match.index, end: start } };
}

/** The unit right after a figure, written onto it, hyphenated or spaced off: "%", "km/h", "-mile", "million Hong Kong dollars". */
export function unitAfter(text: string, end: number): UnitAt | null {
  const tail = text.slice(end, end + LOOK_AFTER);
  const sign = SIGN_AFTER.exec(tail);
  if (sign) return { unit: SYMBOLS.get(sign[0].trim())!, span: { start: end, end: end + sign[0].length } };
  const match = WORDS_AFTER.exec(tail);
  if (!match) return null;
  const { gap, words } = match.groups!;
  if (gap === ' -' || gap === '- ') return null;
  const at = end + gap!.length;
  for (let candidate = words!; candidate !== ''; candidate = shorter(candidate)) {
    const unit = named(candidate, gap!, tail.slice(gap!.length + candidate.length));
    if (unit !== undefined) return { unit, span: { start: end, end: at + candidate.length } };
  }
  return null;
}

/** Without its last word, or without a full stop. */
function shorter(words: string): string {
  return words.endsWith('.') ? words.slice(0, -1) : words.replace(/(?:^|[ \-/]*)[^ \-/]+$/, '').trimEnd();
}

function named(words: string, gap: string, after: string): string | undefined {
  if (/^[\p{L}\d]/u.test(after)) return undefined;
  const exact = EXACT.get(words);
  if (exact !== undefined && (gap === '' || (gap === ' ' && !/^(?:A|V|h)$/.test(words) && (!/^ ?\p{L}/u.test(after) || DIMENSION.test(after))) || (gap === '-' && words === 'm'))) return exact;
  if (/^[A-Z]{3}$/.test(words) && CODES.has(words)) return normalCode(words);
  if (gap === '' && words === 'p') return 'penny';
  if (COMPOUND.test(words)) return words;
  const name = words.toLowerCase().replace(/[ -]+/g, ' ').replace(/ ?\/ ?/g, '/');
  const unit = NAMES.get(name);
  if (unit === undefined || (name === 'second' && gap === ' ') || (name === 'won' && gap === '')) return undefined;
  return unit;
}

function normalCode(code: string): string {
  return code === 'RMB' ? 'CNY' : code;
}

/** Is the unit a currency (its ISO code) or a part of one ("cent", "penny")? */
export function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit) || MINOR_OF.has(unit);
}

/** Is the unit a part of a currency: cents, pence? */
export function isMinor(unit: string): boolean {
  return MINOR_OF.has(unit);
}

/** The same quantity in the base unit of its kind: miles in km, hours in days, pence in GBP. Units without one stay. */
export function inBaseUnit(quantity: Quantity): Quantity {
  const money = MINOR_OF.get(quantity.unit);
  const { base, factor, offset = 0 } = money ? { base: money[0], factor: money[1] } : (UNITS.get(quantity.unit) ?? { base: quantity.unit, factor: 1 });
  const convert = (value: number | null): number | null => (value === null ? null : value * factor + offset);
  return { ...quantity, unit: base, min: convert(quantity.min), max: convert(quantity.max) };
}
