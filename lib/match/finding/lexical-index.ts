// Finding by words: a statement's terms in, at most 64 statements out, ranked by BM25. However many segments there are, at most
// 12,000 postings are read for a statement, those of the rarest terms first: a larger corpus costs recall rather than time.
import { isOnTop } from './index-terms';
import type { Held } from './segments/held';
import { MORE_THAN_ONCE, MOST_STATEMENTS, MOST_TERMS } from './segments/layout';
import type { Segment } from './segments/segment';
import type { Segments } from './segments/segments';
import { termKey } from './segments/term-key';

/** BM25 (Robertson and Zaragoza 2009): how soon more of the same word stops counting, and how far a long statement is held back. */
const K1 = 1.2;
const B = 0.5;
/** Names, concepts and figures are counted beside the words they stand in, so for half. */
const ON_TOP = 0.5;
export const MOST_POSTINGS = 12_000;
export const MOST_CANDIDATES = 64;

/** Letters that must be there for the beginning of a word to be looked for. */
const LEAST_BEGINNING = 3;

/** A statement found, by its segment and its number there. */
export interface Found {
  held: Held;
  statement: number;
  score: number;
}

/** A term of the statement that is looked for. */
interface Wanted {
  /** Its number in each segment, −1 where it has none. */
  numbers: Int32Array;
  /** Statements that have it, removed ones too; and those of them that have it among their rarest terms. */
  statements: number;
  first: number;
  weight: number;
}

/** Part of a segment's postings, to be read for a term of that number there. */
interface Reading {
  term: number;
  from: number;
  to: number;
  weight: number;
}

export class LexicalIndex {
  /** Postings read and statements scored in full by the last search; what the budgets are tested on. */
  touched = 0;
  rescored = 0;
  private readonly scores = new Float64Array(MOST_STATEMENTS);
  private readonly reached = new Uint16Array(MOST_STATEMENTS);
  /** What a term that stands once in a statement of so many words counts, for its weight; made anew where the mean length changes. */
  private readonly once = new Float64Array(0x10000);
  private mean = 0;
  /** A statement's terms, and what each term of a segment counts, as they are needed. */
  private readonly terms = new Uint32Array(MOST_TERMS);
  private readonly counts = new Uint16Array(MOST_TERMS);
  private weights = new Float64Array(0);

  constructor(private readonly segments: Segments) {}

  /** Ids of the statements with a word of this stem, or one that begins with it: for a reader's search, which says no more than that. */
  withWord(stem: string): Set<string> {
    const ids = new Set<string>();
    const { bytes } = termKey(stem);
    for (const held of this.segments.all()) {
      const { segment } = held;
      for (const term of segment.beginning(bytes, stem.length < LEAST_BEGINNING)) {
        for (let at = segment.start(term), end = segment.end(term); at < end; at++) {
          const statement = segment.postings[at]! & ~MORE_THAN_ONCE;
          if (!held.isDead(statement)) ids.add(segment.id(statement));
        }
      }
    }
    return ids;
  }

  /** Statements that share terms with one, best first, of equals the one added first; never from the article `except`. */
  search(terms: Iterable<string>, except: string | null): Found[] {
    const all = this.segments.all();
    let live = 0;
    let words = 0;
    for (const held of all) {
      live += held.live;
      words += held.words;
    }
    this.lengthsAround(words / Math.max(live, 1) || 1);
    const wanted = this.lookedUp(terms, all, live);
    const left = except === null ? [] : this.segments.where(except);
    const best: Found[] = [];
    const readings = this.planned(wanted, all);
    readings.forEach((ofOne, at) => {
      if (ofOne.length > 0) this.read(all[at]!, ofOne, left.filter(({ held }) => held === all[at]), best);
    });
    // Where everything was read, the scores are whole already.
    this.rescored = 0;
    if (wanted.reduce((postings, { statements }) => postings + statements, 0) > this.touched) this.rescore(best, wanted, all);
    return best;
  }

  private lengthsAround(mean: number): void {
    if (mean === this.mean) return;
    this.mean = mean;
    for (let length = 0; length < this.once.length; length++) this.once[length] = this.share(1, length);
  }

  private share(count: number, length: number): number {
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / this.mean));
  }

  /** The terms that some statement has, rarest first. */
  private lookedUp(terms: Iterable<string>, all: readonly Held[], live: number): Wanted[] {
    const wanted: Wanted[] = [];
    for (const term of terms) {
      const key = termKey(term);
      const numbers = new Int32Array(all.length);
      let statements = 0;
      let first = 0;
      for (let at = 0; at < all.length; at++) {
        const { segment } = all[at]!;
        const number = segment.find(key);
        numbers[at] = number;
        if (number < 0) continue;
        const start = segment.start(number);
        statements += segment.end(number) - start;
        first += segment.firstEnd(number) - start;
      }
      if (statements === 0) continue;
      // Removed statements are counted here until they are merged away: never more than all, so that the logarithm stays above 0.
      const weight = Math.log(1 + Math.max(live - statements + 0.5, 0.5) / (statements + 0.5)) * (isOnTop(term) ? ON_TOP : 1);
      wanted.push({ numbers, statements, first, weight });
    }
    return wanted.sort((a, b) => a.statements - b.statements);
  }

  /** What is read of each segment within the budget: the first postings of all terms, then the others, newest first where not all are. */
  private planned(wanted: readonly Wanted[], all: readonly Held[]): Reading[][] {
    const readings: Reading[][] = all.map(() => []);
    let left = MOST_POSTINGS;
    for (const others of [false, true]) {
      for (const { numbers, weight } of wanted) {
        for (let at = all.length - 1; at >= 0 && left > 0; at--) {
          const number = numbers[at]!;
          if (number < 0) continue;
          const { segment } = all[at]!;
          const to = others ? segment.end(number) : segment.firstEnd(number);
          const from = Math.max(others ? segment.firstEnd(number) : segment.start(number), to - left);
          if (from === to) continue;
          readings[at]!.push({ term: number, from, to, weight });
          left -= to - from;
        }
      }
    }
    this.touched = MOST_POSTINGS - left;
    return readings;
  }

  /** Adds the readings of one segment up, and takes its best statements into `best`, which stays in order. */
  private read(held: Held, readings: readonly Reading[], left: readonly { first: number; count: number }[], best: Found[]): void {
    const { segment } = held;
    const { postings, lengths } = segment;
    const { scores, reached, once } = this;
    let count = 0;
    for (const { term, from, to, weight } of readings) {
      for (let at = from; at < to; at++) {
        const posting = postings[at]!;
        const statement = posting & ~MORE_THAN_ONCE;
        if (scores[statement] === 0) reached[count++] = statement;
        scores[statement]! += weight * (posting < MORE_THAN_ONCE ? once[lengths[statement]!]! : this.share(this.count(segment, statement, term), lengths[statement]!));
      }
    }
    for (let i = 0; i < count; i++) {
      const statement = reached[i]!;
      const score = scores[statement]!;
      scores[statement] = 0;
      // Of equals the one added first stays: segments come oldest first, the statements of one in any order.
      const worst = best.length === MOST_CANDIDATES ? best[MOST_CANDIDATES - 1]! : null;
      if (worst && (score < worst.score || (score === worst.score && (worst.held !== held || worst.statement < statement)))) continue;
      if (held.isDead(statement) || left.some((place) => statement >= place.first && statement < place.first + place.count)) continue;
      let at = best.length;
      for (; at > 0; at--) {
        const other = best[at - 1]!;
        if (other.score > score || (other.score === score && (other.held !== held || other.statement < statement))) break;
      }
      best.splice(at, 0, { held, statement, score });
      if (best.length > MOST_CANDIDATES) best.pop();
    }
  }

  /** Gives statements their whole scores, over all the terms they share, however much of their postings was read, and puts them in order. */
  private rescore(best: Found[], wanted: readonly Wanted[], all: readonly Held[]): void {
    const places = new Map(all.map((held, at) => [held, at]));
    for (const [held, at] of places) {
      const own = best.filter((found) => found.held === held);
      if (own.length === 0) continue;
      const { segment } = held;
      if (this.weights.length < segment.terms) this.weights = new Float64Array(segment.terms * 2);
      const { weights, terms, counts } = this;
      for (const { numbers, weight } of wanted) if (numbers[at]! >= 0) weights[numbers[at]!] = weight;
      for (const found of own) {
        const length = segment.lengths[found.statement]!;
        found.score = 0;
        for (let i = 0, end = segment.termsOf(found.statement, terms, counts); i < end; i++) {
          const weight = weights[terms[i]!]!;
          if (weight > 0) found.score += weight * (counts[i] === 1 ? this.once[length]! : this.share(counts[i]!, length));
        }
      }
      for (const { numbers } of wanted) if (numbers[at]! >= 0) weights[numbers[at]!] = 0;
      this.rescored += own.length;
    }
    best.sort((a, b) => b.score - a.score || places.get(a.held)! - places.get(b.held)! || a.statement - b.statement);
  }

  private count(segment: Segment, statement: number, term: number): number {
    const at = this.terms.subarray(0, segment.termsOf(statement, this.terms, this.counts)).indexOf(term);
    return this.counts[at]!;
  }
}
