// One block of text → where the items of a list that runs on in it begin: "1. First 2. Second", "a) … b) …", bullets.
// A marker counts only beside its neighbour in the alphabet or the count, so that "in game 2. Then" is none.
import type { Span } from '../model';

const BULLET = '[\u2022\u2043\u2023\u25E6\u25AA\u25A0\u25CF]';
/** A bullet, perhaps numbered; or a number, a letter or a Roman numeral with a stop, a bracket or both. */
const MARKER = new RegExp(`(?<=^|\\s)(?:(${BULLET})\\s?(?:\\d{1,3}[.)]{1,2})?|(\\()?(\\d{1,2}|[a-z]|[ivx]{2,5})([.)]{1,2}))(?=\\s|\\p{L})`, 'gu');
/** Every marker has one of these in it, and most blocks have none: cheaper to look for, since it needs no look back at each unit. */
const SIGN = new RegExp(`${BULLET}|(?:^|[\\s(])(?:\\d{1,2}|[a-z]|[ivx]{2,5})[.)]`);
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** What may stand before a list's first item: the block's beginning, a line break, or the end of a sentence or its lead-in. */
const OPENS = /(?:^|[\n\r]|[.!?:;]["')\]\u201D\u2019]?)\s*$/;
const LOOK_BACK = 24;

interface Marker extends Span {
  /** Markers of one list are alike in this: brackets, stop, and whether letters, numbers or numerals count. */
  styles: { style: string; rank: number }[];
}

/** The markers of list items in a block, in order; an item begins where its marker does. Bullets always begin one. */
export function listMarkers(text: string): Span[] {
  if (!SIGN.test(text)) return [];
  const found: Span[] = [];
  let run: Marker[] = [];
  const close = (): void => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  for (const match of text.matchAll(MARKER)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[1]) {
      close();
      found.push(span);
      continue;
    }
    const marker = { ...span, styles: stylesOf(match[3]!, `${match[2] ?? ''}${match[4]!}`) };
    const last = run.at(-1);
    const next = last && follow(last, marker);
    if (next) {
      run[run.length - 1] = { ...last, styles: next.before };
      run.push({ ...marker, styles: next.after });
      continue;
    }
    if (last && marker.styles[0]!.style.endsWith('.')) continue;
    close();
    if (mayOpen(text, span.start)) run = [marker];
  }
  close();
  return found.sort((a, b) => a.start - b.start);
}

function mayOpen(text: string, at: number): boolean {
  return OPENS.test(text.slice(Math.max(0, at - LOOK_BACK), at)) || at === 0;
}

/** "i" is a letter and a numeral; which of them, the next marker tells. */
function stylesOf(value: string, marks: string): Marker['styles'] {
  if (/^\d/.test(value)) return [{ style: `1${marks}`, rank: Number(value) }];
  const roman = ROMAN.indexOf(value);
  const letter = value.length === 1 ? [{ style: `a${marks}`, rank: value.charCodeAt(0) - 96 }] : [];
  return roman > 0 ? [...letter, { style: `i${marks}`, rank: roman }] : letter.length > 0 ? letter : [{ style: `?${marks}`, rank: -1 }];
}

function follow(last: Marker, next: Marker): { before: Marker['styles']; after: Marker['styles'] } | null {
  for (const a of last.styles) {
    for (const b of next.styles) if (a.style === b.style && b.rank === a.rank + 1) return { before: [a], after: [b] };
  }
  return null;
}
