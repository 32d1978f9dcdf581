// The same sentence in a later reading of a page that keeps changing: two texts of one page in, a way from a place in the
// earlier to the place in the later out. Goes by what is said, not by where: a live blog puts new blocks above the old.
import type { PageText } from './read';
import type { Span } from '../model';

/** A stretch of a block, by the block's index. */
export interface Place {
  block: number;
  span: Span;
}

/** Where the later text says what stood at a place of the earlier one; null when it no longer does. */
export type Finder = (place: Place) => Place | null;

/** What may stand before a sentence in its block: the end of another one, or nothing. */
const BEFORE = /(?:^|[.!?:…"”'’)\]])\s*$/u;

/** Finds sentences again. Of several that read the same it takes the one in the same text node, else the one of the same rank. */
export function finder(was: PageText, now: PageText): Finder {
  if (was.draft === now.draft) return (place) => place;
  let [before, after]: [Map<string, number[]> | null, Map<string, number[]> | null] = [null, null];
  return ({ block, span }) => {
    const text = was.draft.blocks[block]?.text;
    if (text === undefined) return null;
    before ??= byText(was);
    after ??= byText(now);
    const same = after.get(text) ?? [];
    if (same.length > 0) {
      const rank = before.get(text)!.indexOf(block);
      return { block: same.find((one) => isSameNode(was, block, now, one)) ?? same[rank] ?? same.at(-1)!, span };
    }
    const sentence = text.slice(span.start, span.end);
    const found = now.draft.blocks.flatMap((one, index) => {
      const start = startOf(one.text, sentence);
      return start < 0 ? [] : [{ block: index, span: { start, end: start + sentence.length } }];
    });
    return found.find((place) => isSameNode(was, block, now, place.block)) ?? found[0] ?? null;
  };
}

function byText({ draft }: PageText): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  draft.blocks.forEach(({ text }, index) => {
    const same = blocks.get(text);
    if (same) same.push(index);
    else blocks.set(text, [index]);
  });
  return blocks;
}

function isSameNode(was: PageText, block: number, now: PageText, other: number): boolean {
  const node = was.places[block]?.[0]?.node;
  return node !== undefined && now.places[other]?.[0]?.node === node;
}

/** Where a sentence begins in a text, -1 when it does not: the tail of a longer sentence is not the same. */
function startOf(text: string, sentence: string): number {
  let at = sentence === '' ? -1 : text.indexOf(sentence);
  while (at >= 0 && !BEFORE.test(text.slice(Math.max(at - 8, 0), at))) at = text.indexOf(sentence, at + 1);
  return at;
}
