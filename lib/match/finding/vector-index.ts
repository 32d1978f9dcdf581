// Finding by meaning: a vector in, the statements of nearest meaning out. Compares every vector as long as that is cheap; of more, those
// whose signs are most like the vector's. Knows no words.
import type { Found } from './lexical-index';
import type { Held } from './segments/held';
import type { Place, Segments } from './segments/segments';
import { SIZES } from '../encoder/layout';
import { MOST_ASKED } from './segments/vector-kernel';
import { scaleOf, type Asked, type VectorRoom } from './segments/vector-room';

/** Of so many vectors each is compared: 17 MB to be read for a search. */
export const ALL_UP_TO = 131_072;
/** Of more, about this share, those of the most like signs, but no fewer than so many: what recall is lost for it, docs/decisions/0013-segments.md says. */
const COMPARED = 0.005;
const LEAST_COMPARED = 5_000;

/** The nearest found so far of one vector. */
class Nearest implements Asked {
  readonly scale: number;
  floor = 0;
  differ: number = SIZES.stored;
  readonly found: Found[] = [];
  private held: Held | null = null;
  private left: readonly Place[] = [];

  constructor(readonly vector: Int8Array, private readonly most: number) {
    this.scale = scaleOf(vector);
  }

  /** What is told from now on lies in this segment; some of it is not to be found. */
  begin(held: Held, left: readonly Place[]): void {
    this.held = held;
    this.left = left;
  }

  above(statement: number, score: number): number {
    const { found, most } = this;
    for (const { first, count } of this.left) if (statement >= first && statement < first + count) return this.floor;
    let at = found.length;
    while (at > 0 && found[at - 1]!.score < score) at--;
    found.splice(at, 0, { held: this.held!, statement, score });
    if (found.length > most) found.pop();
    return found.length === most ? found[most - 1]!.score : 0;
  }
}

export class VectorIndex {
  constructor(private readonly segments: Segments) {}

  /** The `most` statements nearest to a vector, nearest first, of equals the one added first; never from the article `except`. Scores are cosines above 0. */
  search(vector: Int8Array, except: string | null, most: number): Found[] {
    return this.searchAll([vector], except, most)[0]!;
  }

  /** The same for each of some vectors, in one pass over what is stored: some five times faster than one by one. */
  searchAll(vectors: readonly Int8Array[], except: string | null, most: number): Found[][] {
    const nearest = vectors.map((vector) => new Nearest(vector, most));
    const asked = nearest.filter(({ scale }) => scale > 0);
    for (let from = 0; from < asked.length; from += MOST_ASKED) this.compare(asked.slice(from, from + MOST_ASKED), except);
    return nearest.map(({ found }) => found);
  }

  private compare(asked: Nearest[], except: string | null): void {
    const { room } = this.segments;
    if (!room) return;
    const left = except === null ? [] : this.segments.where(except);
    room.ask(asked);
    this.choose(room, asked);
    for (const held of this.segments.all()) {
      if (!held.vectors) continue;
      const own = left.filter((place) => place.held === held);
      for (const one of asked) one.begin(held, own);
      room.compare(held.vectors, held.statements);
    }
  }

  /** Sets in how many places at most the signs of what is compared may differ, where there is much. */
  private choose(room: VectorRoom, asked: readonly Nearest[]): void {
    const all = this.segments.all();
    const stored = all.reduce((sum, { vectors, statements }) => sum + (vectors ? statements : 0), 0);
    if (stored <= ALL_UP_TO) return;
    const share = Math.max(COMPARED, LEAST_COMPARED / stored);
    const counts = asked.map(() => new Uint32Array(SIZES.stored + 1));
    for (const { vectors, statements } of all) if (vectors) counts.forEach((own, which) => room.countDistances(vectors, statements, which, own));
    asked.forEach((one, which) => {
      const distances = counts[which]!;
      let left = distances.reduce((sum, count) => sum + count, 0) * share;
      let differ = 0;
      while (differ < SIZES.stored && (left -= distances[differ]!) > 0) differ++;
      one.differ = differ;
    });
  }

  /** Cosine of a stored statement and a vector; null for one without a vector or without words. */
  cosine(held: Held, statement: number, vector: Int8Array, scale: number): number | null {
    return held.vectors && this.segments.room!.cosine(held.vectors, statement, vector, scale);
  }
}
