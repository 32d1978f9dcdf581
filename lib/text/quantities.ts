// A sentence in normal form → the quantities it gives: value, range, bound or magnitude, with unit and what is counted.
// Dates and ordinals are not quantities. Knows nothing of other sentences.
import type { Quantity, Span } from '../model';
import { isPlace } from './names';
import { stemOf, type Token } from './tokens';
import data from './units.json' with { type: 'json' };

const UNITS = new Map(Object.entries(data.units));
const WORDS = new Map(Object.entries(data.words));
const SCALES = new Map(Object.entries(data.scales));
const MAGNITUDES = new Map(Object.entries(data.magnitudes));
const FRACTIONS = new Map(Object.entries(data.fractions));
const HEADS = new Set(data.heads);
const COLLECTIVE = new Set(data.collective);
const HEDGES = new Set([...data.about, ...data.least, ...data.most]);

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).map((w) => w.replace(/[$.^]/g, '\\$&').replace(/ /g, ' +')).join('|');
const MONEY = '(?:US\\$|A\\$|C\\$|[$€£¥])';
const WORD_NUMBER = `(?:${alternatives(WORDS.keys())})(?:[- ](?:${alternatives(WORDS.keys())}))?`;
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?';
const SCALE = `(?:[ -]?(?:${alternatives(SCALES.keys())})(?![\\p{L}\\d]))`;
const NUMBER = `(?:${MONEY} ?)?(?:(?:${DIGITS})${SCALE}?|(?:${WORD_NUMBER}|an?(?= (?:hundred|thousand|million|billion|dozen)\\b)|half(?= an? ))(?: an?)?${SCALE}*)`;
const MAGNITUDE = alternatives(MAGNITUDES.keys());
const FIGURE = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(?<one>${NUMBER})(?: ?(?:-|to|and|or) ?(?<two>${NUMBER}))?|(?<magnitude>${MAGNITUDE})|(?<fraction>(?:an? |one |two |three |four )?(?:${alternatives(FRACTIONS.keys())}))(?= of | the ))(?![\\p{L}\\d])`,
  'giu',
);
/** What may stand before a figure and bound it; looked for in the 24 characters before. */
const LEAST = new RegExp(`(?:${alternatives(data.least)}) +(?:the +)?$`, 'i');
const MOST = new RegExp(`(?:${alternatives(data.most)}) +$`, 'i');
const ABOUT = new RegExp(`(?:${alternatives(data.about)}) +$`, 'i');
const BEFORE = 24;

const MONTH = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE_BEFORE = new RegExp(`(?:${MONTH})\\.? +$`, 'i');
const DATE_AFTER = new RegExp(`^(?:st|nd|rd|th)? *(?:of +)?(?:${MONTH})\\b`, 'i');
const YEAR_BEFORE = /(?:\b(?:in|since|of|by|from|until|before|after|during|early|late|mid|year|and|to|-|\d{1,2},?) *|[,(] *)$/i;
/** Stop words inside what is counted ("one of the", "two more"). */
const PASSED_OVER = new Set(['other', 'of', 'the', 'more', 'new', 'further', 'additional', 'another', 'such', 'its', 'their', 'his', 'our', 'all', 'own', 'same', 'last', 'next']);

/** The quantities of a sentence, in order. `tokens` are those of the same text. Example: "more than 700 attacks" → min 700, max null, of "attack". */
export function findQuantities(text: string, tokens: Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const after = text.slice(end, end + BEFORE);
    const groups = match.groups!;
    if (isDate(match[0], before, after) || /^-(?:first|second|third|\p{L}+th)\b/iu.test(after) || isDesignation(match[0], text, { start, end }, tokens)) continue;
    const value = valueOf(groups, match[0]);
    if (!value) continue;
    const money = /[$€£¥]/.exec(match[0])?.[0];
    const { unit, of, span } = measured(text, tokens, { start, end }, money);
    if (/^(?:one|a|an)$/i.test(match[0]) && unit === 'count' && (of === '' || !countsOne(text, end))) continue;
    if (unit === 'count' && FRACTIONS.has(match[0].toLowerCase()) && of === '') continue;
    const hedged = ABOUT.test(before);
    const bounded = { min: MOST.test(before) ? null : value.min, max: LEAST.test(before) && !/just over +$/i.test(before) ? null : value.max };
    found.push({ span, ...bounded, approximate: value.approximate || hedged, unit: groups['fraction'] ? 'share' : unit, of });
  }
  return found;
}

function isDate(figure: string, before: string, after: string): boolean {
  if (/^\d{1,2}$/.test(figure) && (DATE_BEFORE.test(before) || DATE_AFTER.test(after))) return true;
  if (/^(?:1[5-9]|20)\d{2}$/.test(figure) && (DATE_BEFORE.test(before) || YEAR_BEFORE.test(before) || /^s?[,.)]/.test(after) || after === '')) return true;
  if (/^(?:19|20)\d{2} ?(?:-|to|and|or) ?(?:19|20)?\d{2}$/.test(figure) && YEAR_BEFORE.test(before)) return true;
  if (/^\d{1,2}$/.test(figure) && /^(?:st|nd|rd|th|:\d\d|\.\d\d ?[ap]\.?m| ?[ap]\.?m\b)/i.test(after)) return true;
  return /^:\d\d/.test(after) || /\d:$/.test(before);
}

/** "Flight 370", "a Boeing 777", "Il-76", "Resolution 2202": a bare number after a capitalised word, with nothing plural after it. */
function isDesignation(figure: string, text: string, { start, end }: Span, tokens: Token[]): boolean {
  if (!/^\d{2,4}$/.test(figure) || text[start - 1] !== ' ') return false;
  const next = tokens.findIndex((token) => token.start >= end);
  const before = tokens[(next < 0 ? tokens.length : next) - 2];
  if (!before || before.end !== start - 1 || !before.capital || before.stop || HEDGES.has(before.lower) || isPlace(before.lower)) return false;
  const after = tokens.slice(Math.max(0, next), next < 0 ? 0 : next + 2);
  return !after.some((token, i) => (i === 0 || text[after[i - 1]!.end] === ' ') && (COLLECTIVE.has(token.lower) || (/[^s]s$/.test(token.lower) && !token.capital)));
}

function countsOne(text: string, end: number): boolean {
  return /^ (?:\p{L}+ ){0,2}(?:person|man|woman|child|soldier|civilian|worker|people|dead|killed|wounded|injured)/u.test(text.slice(end, end + 40));
}

function valueOf(groups: Record<string, string | undefined>, figure: string): { min: number; max: number; approximate: boolean } | undefined {
  if (groups['magnitude']) {
    const range = MAGNITUDES.get(groups['magnitude'].toLowerCase().replace(/ +/g, ' '));
    return range && { min: range[0]!, max: range[1]!, approximate: true };
  }
  if (groups['fraction']) {
    const [count, part] = groups['fraction'].toLowerCase().split(' ').length > 1 ? groups['fraction'].toLowerCase().split(' ') : ['a', groups['fraction'].toLowerCase()];
    const value = (WORDS.get(count!) ?? 1) * (FRACTIONS.get(part!) ?? 0);
    return { min: value, max: value, approximate: false };
  }
  const one = numberOf(groups['one'] ?? figure);
  if (one === undefined) return undefined;
  const two = groups['two'] === undefined ? undefined : numberOf(groups['two']);
  if (two === undefined) return { min: one.value, max: one.value, approximate: false };
  const scale = one.scale === 1 && one.value < two.value && two.scale > 1 && one.value * two.scale <= two.value ? two.scale : 1;
  const low = one.value * scale;
  return low < two.value ? { min: low, max: two.value, approximate: false } : { min: one.value, max: one.value, approximate: false };
}

function numberOf(figure: string): { value: number; scale: number } | undefined {
  const words = figure.toLowerCase().replace(/us\$|a\$|c\$|[$€£¥]/g, '').replace(/(\d) (?=\d{3})/g, '$1').replace(/,(?=\d{3})/g, '').replace(/(\d)(\p{L})/gu, '$1 $2').split(/[ -]+/).filter(Boolean);
  let value: number | undefined;
  let scale = 1;
  for (const word of words) {
    const digits = /^\d/.test(word) ? Number(word) : (WORDS.get(word) ?? (word === 'half' ? 0.5 : undefined));
    if (digits !== undefined) value = (value ?? 0) + digits;
    else if (SCALES.has(word)) scale *= SCALES.get(word)!;
    else if (word === 'a' || word === 'an') value ??= 1;
  }
  return value === undefined || !Number.isFinite(value * scale) ? undefined : { value: value * scale, scale };
}

/** Unit and counted thing: the words right after the figure, else a head noun before it ("losses passing 85,000"). */
function measured(text: string, tokens: Token[], figure: Span, money: string | undefined): { unit: string; of: string; span: Span } {
  let next = tokens.findIndex((token) => token.start >= figure.end);
  if (next < 0) next = tokens.length;
  const sign = /^ ?(%|percentage points?\b|per cent\b)/i.exec(text.slice(figure.end, figure.end + 20));
  if (sign) return { unit: UNITS.get(sign[1]!.toLowerCase()) ?? 'percent', of: '', span: { start: figure.start, end: figure.end + sign[0].length } };
  if (money) return { unit: UNITS.get(money) ?? 'USD', of: '', span: figure };
  const unitWord = tokens[next];
  const joined = unitWord && unitWord.start - figure.end <= 1;
  if (joined && UNITS.has(unitWord.lower)) {
    return { unit: UNITS.get(unitWord.lower)!, of: headAfter(text, tokens, next + 1), span: { start: figure.start, end: unitWord.end } };
  }
  if (joined && unitWord.lower === 'more' && tokens[next + 1] && UNITS.has(tokens[next + 1]!.lower)) return { unit: UNITS.get(tokens[next + 1]!.lower)!, of: '', span: figure };
  const of = headAfter(text, tokens, next, figure.end) || headBefore(text, tokens, figure);
  return { unit: 'count', of, span: figure };
}

/** Up to four words on: the first plural or collective noun, else the last word before a break. */
function headAfter(text: string, tokens: Token[], from: number, after = tokens[from - 1]?.end ?? 0): string {
  let last = '';
  let end = after;
  for (let i = from, n = 0; i < tokens.length && n < 5; i++, n++) {
    const token = tokens[i]!;
    if (/[,.;:"()]|- /.test(text.slice(end, token.start))) break;
    end = token.end;
    if (token.stop || PASSED_OVER.has(token.lower)) {
      if (PASSED_OVER.has(token.lower) && last === '') continue;
      break;
    }
    if (COLLECTIVE.has(token.lower) || (/[^s]s$/.test(token.lower) && !token.lower.endsWith("'s") && !token.capital)) return token.stem;
    if (/ed$/.test(token.lower) && last === '' && HEADS.has(token.lower)) return token.stem;
    if (n < 2 && !token.capital) last = token.stem;
  }
  return last;
}

function headBefore(text: string, tokens: Token[], figure: Span): string {
  for (let i = tokens.length - 1, n = 0; i >= 0 && n < 7; i--) {
    const token = tokens[i]!;
    if (token.end > figure.start) continue;
    n++;
    if (/[.;:"]/.test(text.slice(token.end, figure.start))) break;
    if (HEADS.has(token.lower) || COLLECTIVE.has(token.lower)) return stemOf(token.lower);
  }
  return '';
}
