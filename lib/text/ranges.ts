// Neighbouring figures of a sentence, with their units → which of them the text joins: to a range, a change, a share or a sum
// of money; and which it sets against each other, as scores do. Knows nothing of what is counted.
import type { Span } from '../model';
import { isPlural, tokenFrom } from './counted';
import type { Figure } from './numbers';
import type { Token } from './tokens';
import { isMinor, isMoney } from './units';

/** A figure with its unit, before neighbours are joined to ranges. */
export interface Item {
  figure: Figure;
  span: Span;
  unit: string;
  /** Is the unit written after the figure, not before it ("$5") or nowhere? */
  unitAfter: boolean;
}

/** Two items that the text joins: "5-7", "between 5 and 7", "3 dollars 50 cents"; or tells as a change: "from 5 to 3". */
export interface Joined {
  items: Item[];
  how: 'single' | 'range' | 'change' | 'share' | 'sum' | 'skip';
}

/** Items that the text joins, by the words between them; a change counts by its end, a score or phone number not at all. */
export function join(items: Item[], text: string, tokens: Token[]): Joined[] {
  const joined: Joined[] = [];
  for (let i = 0; i < items.length; i++) {
    const two = items[i + 1];
    const one = withUnitOf(items[i]!, two, text);
    const how = two ? relation(one, two, text, tokens) : 'single';
    joined.push({ items: how === 'single' ? [one] : [one, two!], how });
    if (how !== 'single') i++;
  }
  return joined;
}

/** "a 7- or 8-inch screen": the unit that the second figure has. */
function withUnitOf(one: Item, two: Item | undefined, text: string): Item {
  const suspended = two !== undefined && one.unit === 'count' && two.unitAfter && /^- (?:and|or|to) $/.test(text.slice(one.span.end, two.span.start));
  return suspended ? { ...one, unit: two.unit } : one;
}

const RANGING = /\b(?:rang\w+|anywhere|aged?|ages|between|somewhere|vary\w*|varies|every|each|takes?|lasts?|lasting)\b[^.;]*$/i;
const CHANGING = /\b(?:r[aio]se|rising|risen|up|grow\w*|grew|increas\w*|climb\w*|jump\w*|soar\w*|surg\w*|rais\w*|expand\w*|doubl\w*|fall\w*|fell|drop\w*|declin\w*|decreas\w*|down|cut\w*|reduc\w*|slow\w*|shr[aiu]nk\w*|lower\w*|slip\w*|slid\w*|revis\w*|went|gone|chang\w*|boost\w*|improv\w*|eas\w*|edg\w*|narrow\w*|widen\w*|tumbl\w*|plung\w*|mov\w*)\b[^.;]*$/i;
const FAR_BACK = 80;
/** "The index rose 58 to 16,369" is no range. */
const FAR_APART = 4;

function relation(one: Item, two: Item, text: string, tokens: Token[]): Joined['how'] {
  const gap = text.slice(one.span.end, two.span.start);
  if (gap.length > 24) return 'single';
  const sameUnit = one.unit === two.unit || one.unit === 'count';
  const [low, high] = [scaledTo(one, two), two.figure.value];
  const lead = text.slice(Math.max(0, one.span.start - FAR_BACK), one.span.start);
  if (gap === '-') {
    if (low < high && sameUnit && !(two.unit === 'count' && isScore(one, two, text, tokens))) return 'range';
    return /^\d+$/.test(text.slice(one.figure.start, one.figure.end)) ? 'skip' : 'single';
  }
  if (/^ in (?:every )?$/.test(gap) && one.unit === 'count' && two.unit === 'count' && isShare(one, two, text, lead)) return 'share';
  if (isMoney(one.unit) && !isMinor(one.unit) && one.unitAfter && /^ (?:and )?$/.test(gap)) {
    if (isMinor(two.unit)) return 'sum';
    const bare = two.unit === 'count' && gap === ' ' && two.figure.value < 100 && two.figure.scale === 1 && Number.isInteger(two.figure.value);
    if (bare && !/^ ?[\p{L}\d-]/u.test(text.slice(two.span.end, two.span.end + 2))) return 'sum';
  }
  if (!sameUnit) return 'single';
  if (/^ (?:-|or|to|and|or even) (?:around |about |over |as many as |up to )?$/.test(gap)) {
    if (/ and /.test(gap)) return low < high && /\bbetween (?:an? |the |about |around |some |roughly )*$/i.test(lead) ? 'range' : 'single';
    if (/ or /.test(gap)) return low < high && high <= 2 * low + 1 && !/even|up to|as many/.test(gap) ? 'range' : 'single';
    if (/ to /.test(gap) && /\bfrom (?:an? |the |about |around |some |roughly |up to |just |over |nearly )*$/i.test(lead)) return low < high && (!CHANGING.test(lead) || RANGING.test(lead)) ? 'range' : 'change';
    return low < high && !/\b(?:by|compared) $/i.test(lead) && !(CHANGING.test(lead) && (one.unit !== 'count' || high > FAR_APART * low)) ? 'range' : 'single';
  }
  return 'single';
}

/** The first value of a range with the scale words of the second: "33-35 billion". */
export function scaledTo(one: Item, two: Item): number {
  const scaled = one.figure.value * two.figure.scale;
  return one.figure.scale === 1 && two.figure.scale > 1 && one.figure.value < two.figure.value && scaled <= two.figure.value ? scaled : one.figure.value;
}

/** "won 2-1", "a 1-2 defeat", "555-1234": small bare figures with nothing plural after them. */
function isScore(one: Item, two: Item, text: string, tokens: Token[]): boolean {
  const next = tokenFrom(tokens, two.span.end);
  const counted = tokens.slice(next, next + 3).some((token, i, all) => text.slice(i === 0 ? two.span.end : all[i - 1]!.end, token.start) === ' ' && isPlural(token));
  return !counted && two.figure.scale === 1 && one.figure.form === 'integer' && (two.figure.value < 20 || two.figure.value > 999);
}

/** "one in five", "three in 10", "1 in 100": small parts of a whole, not "scored three in 10 games", "two in 2022". */
function isShare(one: Item, two: Item, text: string, lead: string): boolean {
  const [part, whole] = [one.figure.value, two.figure.value];
  if (!Number.isInteger(part) || part < 1 || part > 9 || whole <= part || !(whole <= 20 || whole % 10 === 0)) return false;
  return !/\b(?:\p{L}+ed|won|lost|number|no\.?) $/iu.test(lead) && !/^ (?:games?|matches|attempts|starts|outings|seasons|years|months|days|weeks|hours|minutes|innings|races|appearances)\b/.test(text.slice(two.span.end, two.span.end + 14));
}
