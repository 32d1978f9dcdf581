// The terms of a sentence → where each stands in every segment and how rare it is. Uses its memory again for the next sentence, and knows
// where the terms of earlier ones stand: those of a page share many. Knows no scores.
import { isOnTop } from '../index-terms';
import type { Held } from '../segments/held';
import type { Segment } from '../segments/segment';
import { termKey } from '../segments/term-key';
import { rarityOf } from './weighing';

/** Terms known at most; some 200 bytes each, three times as much at a million statements. */
const MOST_KNOWN = 2048;

/** A segment's numbers in `places`. */
export const PER_SEGMENT = 4;

/** Where a term stands. */
interface Places {
  /** Of each segment: its number there, −1 where no statement has it; where its postings begin there, where the first of them end, and where all end; 0 where there are none. */
  places: Int32Array;
  /** Statements that have it, removed ones too; and those of them that have it among their rarest terms. */
  statements: number;
  first: number;
}

/** A term that is looked for. Its first postings are read from where they begin in `places`. */
export interface Wanted extends Places {
  weight: number;
}

export class WantedTerms {
  /** Rarest first; only those that some statement has. */
  readonly terms: Wanted[] = [];
  /** Postings of all of them; first postings, as far as they are read; and whether all of the first are. */
  postings = 0;
  first = 0;
  whole = true;
  private readonly known = new Map<string, Places>();
  /** Those that `known` tells of. */
  private segments: readonly Segment[] = [];

  /** Looks terms up in all segments, of whose statements so many are not removed. At most `most` first postings are read, of the rarest terms. */
  look(terms: Iterable<string>, all: readonly Held[], live: number, most: number): void {
    this.terms.length = 0;
    this.postings = 0;
    this.first = 0;
    this.forget(all);
    for (const term of terms) {
      const { places, statements, first } = this.placesOf(term);
      if (statements === 0) continue;
      this.terms.push({ places, statements, first, weight: rarityOf(statements, live, isOnTop(term)) });
      this.postings += statements;
    }
    this.terms.sort((a, b) => a.statements - b.statements);
    let first = 0;
    for (const wanted of this.terms) {
      first += wanted.first;
      this.first += narrowed(wanted, most - this.first);
    }
    this.whole = this.first === first;
  }

  /** Knows nothing any more where the segments are others. */
  private forget(all: readonly Held[]): void {
    const { segments } = this;
    let same = segments.length === all.length && this.known.size < MOST_KNOWN;
    for (let at = 0; same && at < all.length; at++) same = all[at]!.segment === segments[at];
    if (same) return;
    this.known.clear();
    this.segments = all.map(({ segment }) => segment);
  }

  private placesOf(term: string): Places {
    let places = this.known.get(term);
    if (!places) this.known.set(term, (places = found(term, this.segments)));
    return places;
  }
}

function found(term: string, segments: readonly Segment[]): Places {
  const key = termKey(term);
  const places = new Int32Array(segments.length * PER_SEGMENT);
  let statements = 0;
  let first = 0;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    const number = segment.find(key);
    const own = at * PER_SEGMENT;
    places[own] = number;
    if (number < 0) continue;
    const start = (places[own + 1] = segment.start(number));
    const firstEnd = (places[own + 2] = segment.firstEnd(number));
    const end = (places[own + 3] = segment.end(number));
    statements += end - start;
    first += firstEnd - start;
  }
  return { places, statements, first };
}

/** Leaves first postings beyond `most` out, oldest first; how many are left. */
function narrowed(wanted: Wanted, most: number): number {
  const { first } = wanted;
  if (first <= most) return first;
  const places = (wanted.places = wanted.places.slice());
  let left = most;
  for (let own = places.length - PER_SEGMENT; own >= 0; own -= PER_SEGMENT) {
    places[own + 1] = Math.max(places[own + 1]!, places[own + 2]! - left);
    left -= places[own + 2]! - places[own + 1]!;
  }
  return most;
}
