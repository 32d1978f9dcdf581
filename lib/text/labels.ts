// A figure in its sentence → is it one that names rather than counts: a date, a time, a score, an address, "Flight 370",
// "the S&P 500"? Looks a few words around it. Knows nothing of values beyond the figure's own.
import data from './counted.json' with { type: 'json' };
import { isPlural, tokenFrom } from './counted';
import { isPlace } from './names';
import type { Figure } from './numbers';
import type { Token } from './tokens';

const LABELS = new Set(data.labels);
const ORDERED = new Set(data.ordered);
const STREETS = new Set(data.streets);
const HEDGES = new Set([...data.about, ...data.least, ...data.most].flatMap((words) => words.split(' ')));
const PEOPLE = new Set(data.collective);

const MONTH = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE_BEFORE = new RegExp(`\\b(?:${MONTH})\\.? +$`, 'i');
const DATE_AFTER = new RegExp(`^(?:st|nd|rd|th)? *(?:of +)?(?:${MONTH})\\b`, 'i');
const YEAR_BEFORE = /(?:\b(?:in|since|of|by|from|until|before|after|during|early|late|mid|year|the|and|to|-|\d{1,2},?) *|[,(] *)$/i;
const EXACTLY = /\b(?:than|over|about|around|some|nearly|almost|least|to|exceed\w*|roughly|approximately|killed|wounded|injured|of|fewer) +$/i;
const CAPITAL_DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const NUMBER_SIGN = /^nos?$|^nrs?$/;
const NEAR = 24;

/** Does the figure name, date or time something instead of counting it? `measured`: a unit or currency sign is written with it. */
export function isLabel(figure: Figure, text: string, tokens: Token[], measured: boolean): boolean {
  const before = text.slice(Math.max(0, figure.start - NEAR), figure.start);
  const after = text.slice(figure.end, figure.end + NEAR);
  const written = text.slice(figure.start, figure.end);
  if (isOrdinalMark(written, figure.start, before, after) || isTime(written, before, after)) return true;
  if (measured) return false;
  return isDate(figure, written, before, after, tokens) || isNumbered(figure, written, text, tokens) || isAddress(figure, written, text, tokens);
}

/** A leading nought, a number sign, or a list's own number: "01", "#31", "2. Stocks rise". */
function isOrdinalMark(written: string, start: number, before: string, after: string): boolean {
  return /^0\d/.test(written) || before.endsWith('#') || (start === 0 && /^\d{1,2}$/.test(written) && /^[.)] /.test(after));
}

/** "10:30", "5 am", "0401 GMT", "1:36.6", "192.168.1.2", "3rd", "the 90s"; letters written on that are no unit. */
function isTime(written: string, before: string, after: string): boolean {
  if (!/\d$/.test(written)) return /^-(?:first|second|third|\p{L}+th)\b/u.test(after);
  if (/^(?::\d|[:.,/]\d|\.\d\d ?[ap]\.?m\b| ?[ap]\.?m\b\.?| ?(?:GMT|BST|EDT|EST|CET|UTC|o'clock)\b)/i.test(after) || /\d[:.,/]$/.test(before)) return true;
  return /^(?:st|nd|rd|th|s)(?![\p{L}\d])/iu.test(after);
}

function nextTokens(tokens: Token[], offset: number): Token[] {
  const from = tokenFrom(tokens, offset);
  return tokens.slice(from, from + 3);
}

function isDate(figure: Figure, written: string, before: string, after: string, tokens: Token[]): boolean {
  if (/^\d{1,2}$/.test(written) && (DATE_BEFORE.test(before) || DATE_AFTER.test(after))) return true;
  if (/\b(?:A\.?D\.?|B\.?C\.?E?\.?)[ -]+(?:\d+ (?:and|to) )?$/.test(before) || /^ ?(?:A\.?D|B\.?C)\b/.test(after)) return true;
  if (!/^(?:1[1-9]|20)\d\d$/.test(written)) return false;
  if (DATE_BEFORE.test(before)) return true;
  const next = tokens[tokenFrom(tokens, figure.end)];
  const following = nextTokens(tokens, figure.end);
  const stop = following.findIndex((token, i) => token.stop || token.start - (i === 0 ? figure.end : following[i - 1]!.end) !== 1);
  const phrase = stop < 0 ? following : following.slice(0, stop);
  const plural = next !== undefined && phrase.length > 0 && !next.capital && phrase.some(isPlural);
  if (plural && !YEAR_BEFORE.test(before)) return false;
  if (plural && next !== undefined && PEOPLE.has(next.lower)) return false;
  if (EXACTLY.test(before) && plural) return false;
  if (figure.value % 100 === 0 && plural) return /\b(?:in|since|the) +$/i.test(before);
  if (figure.value < 1500) return /\b(?:in|since|from|until|year) +$/i.test(before);
  return YEAR_BEFORE.test(before) || /^(?:[,.)-]|'s|$)/.test(after) || (next !== undefined && !plural) || !plural;
}

/** "Section 427", "No 10", "Boeing 787", "the FTSE 100": a bare number after a label or a capitalised word, with nothing plural after it. */
function isNumbered(figure: Figure, written: string, text: string, tokens: Token[]): boolean {
  const numeral = /^\d{1,5}(?:\.\d)?$/.test(written);
  if (!numeral && !/^\p{L}+$/u.test(written)) return false;
  const next = tokenFrom(tokens, figure.end);
  const index = tokenFrom(tokens, figure.start) - 1;
  const token = tokens[index];
  if (!token || !/^(?:\. ?| )$/.test(text.slice(token.end, figure.start))) return false;
  const gap = text.slice(token.end, figure.start);
  const plural = tokens.slice(next, next + 2).some((after, i) => (i === 0 ? text.slice(figure.end, after.start) === ' ' : text[tokens[next]!.end] === ' ') && isPlural(after));
  if (LABELS.has(token.lower) && (token.capital || (numeral && !plural)) && (gap === ' ' || NUMBER_SIGN.test(token.lower))) return true;
  if (ORDERED.has(token.lower) && !plural && gap === ' ' && isAlone(tokens[index - 1], tokens[next], text.slice(figure.end, tokens[next]?.start))) return true;
  return numeral && !plural && gap === ' ' && index > 0 && token.capital && !token.stop && !HEDGES.has(token.lower) && !isPlace(token.lower) && !CAPITAL_DAY.test(token.lower);
}

/** "List of key events, day 40", "Week five of the war"; not "last week 12 were killed". */
function isAlone(before: Token | undefined, next: Token | undefined, gap: string): boolean {
  if (before && /^(?:last|this|next|past|each|every|per|a|that|previous|same|one|new)$/.test(before.lower)) return false;
  return next === undefined || /[.,;:)]/.test(gap) || /^(?:of|in|as|at|on|and|to|since)$/.test(next.lower);
}

/** "9 E 71st Street", "22 Ave Foch" */
function isAddress(figure: Figure, written: string, text: string, tokens: Token[]): boolean {
  if (!/^\d{1,5}$/.test(written)) return false;
  const next = tokenFrom(tokens, figure.end);
  for (let i = next; i < Math.min(tokens.length, next + 4); i++) {
    const token = tokens[i]!;
    if (!/^(?:[ .]{1,2}|-)$/.test(text.slice(i === next ? figure.end : tokens[i - 1]!.end, token.start)) || !/^[\p{Lu}\d]/u.test(token.text)) return false;
    if (STREETS.has(token.lower)) return true;
  }
  return false;
}
