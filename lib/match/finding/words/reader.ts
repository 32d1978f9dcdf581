// Adds up what a sentence's terms count in the statements of one segment, and offers those that may be among the best. Terms come
// rarest first. Once the others together cannot lift a statement among the best, they are only looked for in those that earlier ones have
// lifted far enough; the outcome is that of reading everything. Knows no budget but what it is told.
import type { Held } from '../segments/held';
import { MORE_THAN_ONCE, MOST_STATEMENTS } from '../segments/layout';
import type { Segment } from '../segments/segment';
import { Acquaintance, type Others } from './acquaintance';
import type { Best } from './best';
import { PER_SEGMENT, type Wanted } from './wanted';
import type { Weighing } from './weighing';

/** Of this file's own, since engines look those of other files up each time where files are not bundled. */
const REPEATED = MORE_THAN_ONCE;
const STATEMENT = ~MORE_THAN_ONCE;
const PLACES = PER_SEGMENT;
/** Bounds are taken for so much more, so that no rounding leaves out an equal. */
const ROUNDED = 1 + 1e-9;

/** Statements of an article that are left out. */
export interface Left {
  first: number;
  count: number;
}

/** A term's postings in a segment beyond the first: where they lie, and what it can count at most in one of these statements. */
interface Pending {
  term: number;
  from: number;
  to: number;
  weight: number;
  most: number;
}

export class Reader {
  /** Postings read, and bits of postings looked at, since last set to 0. */
  touched = 0;
  /** The weights of the terms that a statement has, summed; its length is reckoned with at the end. */
  private readonly sums = new Float64Array(MOST_STATEMENTS);
  /** The statements whose sum is not 0. */
  private readonly reached = new Uint16Array(MOST_STATEMENTS + 1);
  private count = 0;
  /** What the first postings came to, of all segments one after another; where each segment's begin. */
  private readonly firstReached: Uint16Array;
  private readonly firstSums: Float64Array;
  private readonly firstStarts: number[] = [];
  /** Of the terms that are common in a segment, the statements that have them; of those that are looked for, what is left of a segment's postings. */
  private readonly commonBits: Uint8Array[] = [];
  private readonly commonWeights: number[] = [];
  private readonly pending: Pending[] = [];
  private readonly known = new WeakMap<Segment, Acquaintance>();

  constructor(private readonly weighing: Weighing, mostFirst: number) {
    this.firstReached = new Uint16Array(mostFirst);
    this.firstSums = new Float64Array(mostFirst);
  }

  private acquainted(segment: Segment): Acquaintance {
    let known = this.known.get(segment);
    if (!known) this.known.set(segment, (known = new Acquaintance(segment)));
    return known;
  }

  /** Reads the first postings in segment number `at` and remembers what they come to; offers `lows` what statements have at least. Segments in their order. */
  readFirst(terms: readonly Wanted[], at: number, held: Held, left: readonly Left[], lows: Best): void {
    const { segment } = held;
    const known = this.acquainted(segment);
    const { commonBits, commonWeights } = this;
    let commons = 0;
    let ofCommons = 0;
    const own = at * PLACES;
    for (let t = 0; t < terms.length; t++) {
      const { places, weight } = terms[t]!;
      const number = places[own]!;
      if (number < 0) continue;
      this.add(segment, known, number, places[own + 1]!, places[own + 2]!, weight);
      const others = known.othersOf(number, places[own + 2]!, places[own + 3]!);
      if (!others) continue;
      commonBits[commons] = others.bits;
      commonWeights[commons++] = weight;
      ofCommons += weight;
    }
    const { sums, reached, firstReached, firstSums, weighing } = this;
    const { lengths } = segment;
    let low = lows.floor;
    let to = at === 0 ? 0 : this.firstStarts[at]!;
    for (let i = 0; i < this.count; i++) {
      const statement = reached[i]!;
      firstReached[to] = statement;
      firstSums[to++] = sums[statement]!;
      let sum = sums[statement]!;
      sums[statement] = 0;
      const once = weighing.once(lengths[statement]!);
      if ((sum + ofCommons) * once <= low) continue;
      let rest = ofCommons;
      for (let c = 0; c < commons && (sum + rest) * once > low; c++) {
        rest -= commonWeights[c]!;
        if (commonBits[c]![statement >> 3]! & (1 << (statement & 7))) sum += commonWeights[c]!;
      }
      if (sum * once <= low || isOut(held, left, statement)) continue;
      lows.offer(sum * once, 0);
      low = lows.floor;
    }
    this.firstStarts[at] ??= 0;
    this.firstStarts[at + 1] = to;
    this.count = 0;
  }

  /**
   * Offers `best` the statements of segment number `at`, with their place among all as number; none that come below `floor`. Touches at most `most`
   * postings beyond the first: where those are not enough, `partly` is offered what may come above `floor`, with the score so far. Null where even of
   * the first some were not read.
   */
  read(terms: readonly Wanted[], at: number, held: Held, left: readonly Left[], floor: number, most: number | null, best: Best, partly: Best): void {
    const { segment } = held;
    const known = this.acquainted(segment);
    const { sums, reached } = this;
    this.count = 0;
    for (let i = this.firstStarts[at]!, end = this.firstStarts[at + 1]!; i < end; i++) {
      const statement = this.firstReached[i]!;
      reached[this.count++] = statement;
      sums[statement] = this.firstSums[i]!;
    }
    if (most === null) return this.offer(at, held, left, 0, partly);
    const pending = this.pendingOf(terms, at, known);
    let restWeight = 0;
    let rest = 0;
    for (let t = 0; t < pending; t++) {
      restWeight += this.pending[t]!.weight;
      rest += this.pending[t]!.most;
    }
    let allowed = most;
    for (let t = 0; t < pending; t++) {
      const { term, from, to, weight, most: own } = this.pending[t]!;
      const needed = rest * ROUNDED >= floor;
      if (!needed && this.count === 0) return;
      const others = needed || this.count > to - from ? null : known.othersOf(term, from, to);
      const cost = others ? this.count : to - from;
      if (cost > allowed) {
        if (needed) this.add(segment, known, term, to - allowed, to, weight);
        return this.offer(at, held, left, 0, partly);
      }
      allowed -= cost;
      restWeight -= weight;
      rest -= own;
      if (needed) {
        this.add(segment, known, term, from, to, weight);
        continue;
      }
      if (others) this.addByBits(segment, others, weight);
      else this.addToReached(segment, known, term, from, to, weight);
      // After the last one, `offer` does it.
      if (t < pending - 1) this.drop(segment, known, floor, restWeight, rest);
    }
    this.offer(at, held, left, floor, best);
  }

  /** The terms of which postings are left beyond the first; how many there are. */
  private pendingOf(terms: readonly Wanted[], at: number, known: Acquaintance): number {
    const { pending, weighing } = this;
    let count = 0;
    const own = at * PLACES;
    for (let t = 0; t < terms.length; t++) {
      const { places, weight } = terms[t]!;
      const term = places[own]!;
      if (term < 0) continue;
      const from = places[own + 2]!;
      const to = places[own + 3]!;
      if (from === to) continue;
      const { shortest, repeated, times } = known.extremesOf(term, from, to);
      const one = (pending[count++] ??= { term: 0, from: 0, to: 0, weight: 0, most: 0 });
      one.term = term;
      one.from = from;
      one.to = to;
      one.weight = weight;
      one.most = weight * Math.max(weighing.once(shortest), times > 0 ? weighing.share(times, repeated) : 0);
    }
    return count;
  }

  /** So many times as much as once does a term count in a statement of that length. */
  private moreThanOnce(times: number, length: number): number {
    return this.weighing.share(times, length) / this.weighing.once(length);
  }

  private add(segment: Segment, known: Acquaintance, term: number, from: number, to: number, weight: number): void {
    const { postings } = segment;
    const { sums, reached } = this;
    let { count } = this;
    this.touched += to - from;
    for (let at = from; at < to; at++) {
      const posting = postings[at]!;
      const statement = posting & STATEMENT;
      const sum = sums[statement]!;
      reached[count] = statement;
      count += sum === 0 ? 1 : 0;
      sums[statement] = sum + (posting < REPEATED ? weight : weight * this.moreThanOnce(known.countOf(statement, term), segment.lengths[statement]!));
    }
    this.count = count;
  }

  private addToReached(segment: Segment, known: Acquaintance, term: number, from: number, to: number, weight: number): void {
    const { postings } = segment;
    const { sums } = this;
    this.touched += to - from;
    for (let at = from; at < to; at++) {
      const posting = postings[at]!;
      const statement = posting & STATEMENT;
      const sum = sums[statement]!;
      if (sum !== 0) sums[statement] = sum + (posting < REPEATED ? weight : weight * this.moreThanOnce(known.countOf(statement, term), segment.lengths[statement]!));
    }
  }

  private addByBits(segment: Segment, { bits, counts }: Others, weight: number): void {
    const { sums, reached, count } = this;
    this.touched += count;
    for (let i = 0; i < count; i++) {
      const statement = reached[i]!;
      if ((bits[statement >> 3]! & (1 << (statement & 7))) === 0) continue;
      const times = counts.size > 0 ? counts.get(statement) : undefined;
      sums[statement]! += times === undefined ? weight : weight * this.moreThanOnce(times, segment.lengths[statement]!);
    }
  }

  /** Forgets the statements that come below a floor even with all that is left: `restWeight` where they have no term twice, at most `rest`. */
  private drop({ lengths }: Segment, { repeats }: Acquaintance, floor: number, restWeight: number, rest: number): void {
    const { sums, reached, weighing } = this;
    const { count } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const statement = reached[i]!;
      const once = weighing.once(lengths[statement]!);
      const sum = sums[statement]!;
      const bound = repeats[statement >> 3]! & (1 << (statement & 7)) ? sum * once + rest : (sum + restWeight) * once;
      reached[kept] = statement;
      if (bound * ROUNDED >= floor) kept++;
      else sums[statement] = 0;
    }
    this.count = kept;
  }

  /** Hands on what was reached, and forgets it. */
  private offer(at: number, held: Held, left: readonly Left[], floor: number, best: Best): void {
    const { sums, reached, weighing } = this;
    const { lengths } = held.segment;
    const { count } = this;
    let least = Math.max(floor, best.floor);
    for (let i = 0; i < count; i++) {
      const statement = reached[i]!;
      const score = sums[statement]! * weighing.once(lengths[statement]!);
      sums[statement] = 0;
      if (score < least || isOut(held, left, statement)) continue;
      best.offer(score, at * MOST_STATEMENTS + statement);
      least = Math.max(floor, best.floor);
    }
    this.count = 0;
  }
}

function isOut(held: Held, left: readonly Left[], statement: number): boolean {
  if (held.isDead(statement)) return true;
  for (const { first, count } of left) if (statement >= first && statement < first + count) return true;
  return false;
}
