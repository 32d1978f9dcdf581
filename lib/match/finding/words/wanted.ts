// The terms of a sentence → where each stands in every segment and how rare it is. Uses its memory again for the next sentence.
// Knows no scores.
import { isOnTop } from '../index-terms';
import type { Held } from '../segments/held';
import { termKey } from '../segments/term-key';
import { rarityOf } from './weighing';

/** A term that is looked for. All lists are by segment. */
export interface Wanted {
  /** Its number there, −1 where no statement has it. */
  numbers: number[];
  /** From where on its first postings are read there, up to where they end. */
  firstFrom: number[];
  /** Statements that have it, removed ones too; and those of them that have it among their rarest terms. */
  statements: number;
  first: number;
  weight: number;
}

export class WantedTerms {
  /** Rarest first; only those that some statement has. */
  readonly terms: Wanted[] = [];
  /** Postings of all of them; first postings, as far as they are read; and whether all of the first are. */
  postings = 0;
  first = 0;
  whole = true;
  private readonly spare: Wanted[] = [];

  /** Looks terms up in all segments, of whose statements so many are not removed. At most `most` first postings are read, of the rarest terms. */
  look(terms: Iterable<string>, all: readonly Held[], live: number, most: number): void {
    this.spare.push(...this.terms);
    this.terms.length = 0;
    this.postings = 0;
    this.first = 0;
    for (const term of terms) {
      const wanted = this.spare.pop() ?? { numbers: [], firstFrom: [], statements: 0, first: 0, weight: 0 };
      find(wanted, term, all);
      if (wanted.statements === 0) {
        this.spare.push(wanted);
        continue;
      }
      wanted.weight = rarityOf(wanted.statements, live, isOnTop(term));
      this.postings += wanted.statements;
      this.terms.push(wanted);
    }
    this.terms.sort((a, b) => a.statements - b.statements);
    let first = 0;
    for (const wanted of this.terms) {
      first += wanted.first;
      this.first += narrowed(wanted, all, most - this.first);
    }
    this.whole = this.first === first;
  }
}

function find(wanted: Wanted, term: string, all: readonly Held[]): void {
  const key = termKey(term);
  wanted.statements = 0;
  wanted.first = 0;
  for (let at = 0; at < all.length; at++) {
    const { segment } = all[at]!;
    const number = segment.find(key);
    wanted.numbers[at] = number;
    if (number < 0) continue;
    const start = segment.start(number);
    const firstEnd = segment.firstEnd(number);
    wanted.firstFrom[at] = start;
    wanted.statements += segment.end(number) - start;
    wanted.first += firstEnd - start;
  }
}

/** Leaves first postings beyond `most` out, oldest first; how many are left. */
function narrowed({ numbers, first, firstFrom }: Wanted, all: readonly Held[], most: number): number {
  if (first <= most) return first;
  let left = most;
  for (let at = all.length - 1; at >= 0; at--) {
    const number = numbers[at]!;
    if (number < 0) continue;
    const to = all[at]!.segment.firstEnd(number);
    firstFrom[at] = Math.max(firstFrom[at]!, to - left);
    left -= to - firstFrom[at]!;
  }
  return most;
}
