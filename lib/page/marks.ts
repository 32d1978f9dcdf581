// What is drawn on one page: the underlines, and the tint of the claim that the reader jumped to. Ranges in, highlights out,
// until they are cleared. Knows neither engine nor text.
import { emphasise, highlight } from './highlight';
import type { Drawing } from './highlight';
import { rectsOf, scrollTo } from './rects';
import type { Mark } from '../model';

/** A claim that is underlined; `index` is into `reading.annotations`. */
export interface Marking {
  index: number;
  range: StaticRange;
  mark: Mark;
}

const ENDS = ['startContainer', 'startOffset', 'endContainer', 'endOffset'] as const;

export class Marks {
  /** What is underlined now, in the order of the text. */
  list: Marking[] = [];
  /** Index of the claim that was jumped to. */
  current: number | null = null;
  private underlines: Drawing | null = null;
  private tint: Drawing | null = null;

  constructor(private readonly doc: Document) {}

  /** Underlines these in place of what was underlined. What is the same stays as it is: drawing anew has the page styled twice. */
  draw(list: Marking[]): void {
    const same = list.length === this.list.length && list.every((marking, i) => isSame(marking, this.list[i]!));
    this.list = list;
    if (this.underlines && same) return this.underlines.repair();
    this.underlines?.undo();
    this.underlines = highlight(this.doc, list);
  }

  /** Tints a claim, in place of another one. */
  choose(index: number, range: StaticRange): void {
    this.release();
    this.tint = emphasise(this.doc, range);
    this.current = index;
  }

  /** Scrolls a tinted claim into sight. */
  show(range: StaticRange): void {
    this.repair();
    scrollTo(this.doc, range);
  }

  /** Takes the tint off the current claim. */
  release(): void {
    this.tint?.undo();
    this.tint = null;
    this.current = null;
  }

  /** Puts back what the page has taken away: it may replace its style sheets, or clear all highlights, its own and ours. */
  repair(): void {
    this.underlines?.repair();
    this.tint?.repair();
  }

  /** Takes away all that is drawn. */
  clear(): void {
    this.underlines?.undo();
    this.underlines = null;
    this.list = [];
    this.release();
  }

  /** The underlined claim after or before the current one, else after or before where the reader is; round the ends. */
  next(by: 1 | -1): Marking | undefined {
    const at = this.list.findIndex(({ index }) => index === this.current);
    return this.list.at((at >= 0 ? at + by : this.nearest(by)) % this.list.length);
  }

  private nearest(by: 1 | -1): number {
    const tops = this.list.map(({ range }) => rectsOf(this.doc, range)[0]?.top ?? 0);
    const found = by === 1 ? tops.findIndex((top) => top >= 0) : tops.findLastIndex((top) => top < 0);
    return found >= 0 ? found : by === 1 ? 0 : -1;
  }
}

function isSame(one: Marking, other: Marking): boolean {
  return one.mark === other.mark && ENDS.every((end) => one.range[end] === other.range[end]);
}
