// BM25 without any budget: every posting of every term is read, in typed arrays. What a bounded index's recall is measured against.
// Same terms, parameters and order of equals as the product's index, so that only the budget tells the two apart.
import { indexTerms, isOnTop } from '../../../lib/match/finding/index-terms';
import type { StoredStatement } from '../../../lib/model';
import { numberOf } from '../corpus/claims';
import type { Query } from '../corpus/queries';
import type { Finder } from './finder';

/** As in lib/match/finding/lexical-index.ts. */
const K1 = 1.2;
const B = 0.5;
const ON_TOP = 0.5;
const MOST_CANDIDATES = 64;

/** Numbers that grow, without the cost of an array of boxed ones. */
class Growing {
  private room = new Uint32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.room.length) {
      const larger = new Uint32Array(this.room.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  done(): Uint32Array {
    return this.room.slice(0, this.length);
  }
}

export class ExhaustiveBm25 implements Finder {
  readonly name = 'exhaustive BM25';
  private readonly terms = new Map<string, number>();
  private entries = { term: new Growing(), document: new Growing(), count: new Growing() };
  private readonly documents = new Growing();
  private readonly lengths = new Growing();
  private total = 0;
  private starts = new Uint32Array(0);
  private postings = new Uint32Array(0);
  private counts = new Uint8Array(0);
  private scores = new Float64Array(0);
  /** Postings read by the last search. */
  touched = 0;

  add(_article: string, statements: StoredStatement[]): void {
    for (const statement of statements) {
      const document = this.documents.length;
      let length = 0;
      for (const [term, count] of indexTerms(statement)) {
        let number = this.terms.get(term);
        if (number === undefined) this.terms.set(term, (number = this.terms.size));
        this.entries.term.push(number);
        this.entries.document.push(document);
        this.entries.count.push(count);
        if (!isOnTop(term)) length += count;
      }
      this.documents.push(numberOf(statement.id));
      this.lengths.push(length);
      this.total += length;
    }
  }

  ready(): void {
    const [term, document, count] = [this.entries.term.done(), this.entries.document.done(), this.entries.count.done()];
    this.entries = { term: new Growing(), document: new Growing(), count: new Growing() };
    this.starts = new Uint32Array(this.terms.size + 1);
    for (const number of term) this.starts[number + 1]!++;
    for (let i = 1; i < this.starts.length; i++) this.starts[i]! += this.starts[i - 1]!;
    const next = this.starts.slice();
    this.postings = new Uint32Array(term.length);
    this.counts = new Uint8Array(term.length);
    for (let i = 0; i < term.length; i++) {
      const at = next[term[i]!]!++;
      this.postings[at] = document[i]!;
      this.counts[at] = Math.min(count[i]!, 255);
    }
    this.scores = new Float64Array(this.documents.length);
  }

  find({ statement }: Query): number[] {
    const [numbers, lengths] = [this.numbers, this.sizes];
    const mean = this.total / numbers.length;
    const seen: number[] = [];
    this.touched = 0;
    for (const term of indexTerms(statement).keys()) {
      const number = this.terms.get(term);
      if (number === undefined) continue;
      const [from, to] = [this.starts[number]!, this.starts[number + 1]!];
      this.touched += to - from;
      const idf = Math.log(1 + (numbers.length - (to - from) + 0.5) / (to - from + 0.5)) * (isOnTop(term) ? ON_TOP : 1);
      for (let i = from; i < to; i++) {
        const document = this.postings[i]!;
        const count = this.counts[i]!;
        if (this.scores[document] === 0) seen.push(document);
        this.scores[document]! += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengths[document]!) / mean));
      }
    }
    const best = this.best(seen);
    for (const document of seen) this.scores[document] = 0;
    return best.map((document) => numbers[document]!);
  }

  /** The best documents, best first, of equals the one added first. */
  private best(seen: number[]): number[] {
    const { scores } = this;
    const before = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
    const best: number[] = [];
    for (const document of seen) {
      if (best.length === MOST_CANDIDATES && !before(document, best.at(-1)!)) continue;
      let at = best.length;
      while (at > 0 && before(document, best[at - 1]!)) at--;
      best.splice(at, 0, document);
      if (best.length > MOST_CANDIDATES) best.pop();
    }
    return best;
  }

  private kept: { numbers: Uint32Array; sizes: Uint32Array } | null = null;
  private get numbers(): Uint32Array {
    return (this.kept ??= { numbers: this.documents.done(), sizes: this.lengths.done() }).numbers;
  }
  private get sizes(): Uint32Array {
    return (this.kept ??= { numbers: this.documents.done(), sizes: this.lengths.done() }).sizes;
  }
}
