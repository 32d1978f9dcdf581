// What a term counts in a statement, by BM25: its rarity times a share that grows with how often it stands there and shrinks with the
// statement's length. Knows no segment.

/** BM25 (Robertson and Zaragoza 2009): how soon more of the same word stops counting, and how far a long statement is held back. */
const K1 = 1.2;
const B = 0.5;
/** Names, concepts and figures are counted beside the words they stand in, so for half. */
const ON_TOP = 0.5;
/** Statements of so many words are rare enough to be computed with each time. */
const LONG = 512;

export class Weighing {
  private readonly table = new Float64Array(LONG);
  private mean = 0;

  /** To be told the mean length of all statements before anything is asked. */
  around(mean: number): void {
    if (mean === this.mean) return;
    this.mean = mean;
    for (let length = 0; length < LONG; length++) this.table[length] = this.share(1, length);
  }

  /** The share of a term that stands `count` times in a statement of so many words. */
  share(count: number, length: number): number {
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / this.mean));
  }

  /** The same for a term that stands there once. */
  once(length: number): number {
    return length < LONG ? this.table[length]! : this.share(1, length);
  }
}

/** A term's rarity: it stands in so many of so many statements. Removed ones may be among the former until they are merged away; it stays above 0. */
export function rarityOf(statements: number, of: number, onTop: boolean): number {
  return Math.log(1 + Math.max(of - statements + 0.5, 0.5) / (statements + 0.5)) * (onTop ? ON_TOP : 1);
}
