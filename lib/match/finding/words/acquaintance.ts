// What a search learns of a segment when it first meets it, and of its common terms: how much they can count at most, and which
// statements have them, as bits. It follows from the segment alone, which never changes.
import { MORE_THAN_ONCE, MOST_TERMS } from '../segments/layout';
import type { Segment } from '../segments/segment';

/** A term is common where one of so many statements has it: its bits then take no more than twice what its postings take. */
const COMMON = 32;

const TERMS = new Uint32Array(MOST_TERMS);
const COUNTS = new Uint16Array(MOST_TERMS);

/** Of some statements: words of the shortest; of those that have a term more than once, the most times and words of the shortest. */
export interface Extremes {
  shortest: number;
  times: number;
  repeated: number;
}

/** The statements that have a common term, but not among their rarest: a bit each; and how often it stands in those that have it more than once. */
export interface Others {
  bits: Uint8Array;
  counts: Map<number, number>;
  extremes: Extremes;
}

export class Acquaintance {
  /** The statements that have any term more than once: a bit each. */
  readonly repeats: Uint8Array;
  private readonly extremes: Extremes;
  private readonly others = new Map<number, Others>();
  private readonly statements: number;

  constructor(private readonly segment: Segment) {
    const { postings, lengths, statements } = segment;
    this.statements = statements;
    this.repeats = new Uint8Array((statements + 7) >> 3);
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at]!;
      if (posting >= MORE_THAN_ONCE) this.repeats[(posting & ~MORE_THAN_ONCE) >> 3]! |= 1 << (posting & 7);
    }
    this.extremes = { shortest: 0xffff, times: 0, repeated: 0xffff };
    for (let statement = 0; statement < statements; statement++) {
      const length = lengths[statement]!;
      if (length < this.extremes.shortest) this.extremes.shortest = length;
      if ((this.repeats[statement >> 3]! & (1 << (statement & 7))) === 0) continue;
      if (length < this.extremes.repeated) this.extremes.repeated = length;
      for (let i = 0, end = segment.termsOf(statement, TERMS, COUNTS); i < end; i++) if (COUNTS[i]! > this.extremes.times) this.extremes.times = COUNTS[i]!;
    }
  }

  /** How often a term stands in a statement that has it. */
  countOf(statement: number, term: number): number {
    return COUNTS[TERMS.subarray(0, this.segment.termsOf(statement, TERMS, COUNTS)).indexOf(term)]!;
  }

  /** What the statements are like that have a term, but not among their rarest; of one that is not common, what all statements are like. */
  extremesOf(term: number, from: number, end: number): Extremes {
    return this.othersOf(term, from, end)?.extremes ?? this.extremes;
  }

  /** A common term's postings beyond the first, which lie there, as bits; null for one that is not common. */
  othersOf(term: number, from: number, end: number): Others | null {
    if ((end - from) * COMMON < this.statements) return null;
    let others = this.others.get(term);
    if (!others) this.others.set(term, (others = this.asBits(term, from, end)));
    return others;
  }

  private asBits(term: number, from: number, end: number): Others {
    const { postings, lengths, statements } = this.segment;
    const bits = new Uint8Array((statements + 7) >> 3);
    const counts = new Map<number, number>();
    const extremes: Extremes = { shortest: 0xffff, times: 0, repeated: 0xffff };
    for (let at = from; at < end; at++) {
      const posting = postings[at]!;
      const statement = posting & ~MORE_THAN_ONCE;
      bits[statement >> 3]! |= 1 << (statement & 7);
      if (posting < MORE_THAN_ONCE) {
        extremes.shortest = Math.min(extremes.shortest, lengths[statement]!);
        continue;
      }
      const times = this.countOf(statement, term);
      counts.set(statement, times);
      extremes.times = Math.max(extremes.times, times);
      extremes.repeated = Math.min(extremes.repeated, lengths[statement]!);
    }
    return { bits, counts, extremes };
  }
}
