// Finding by meaning: a vector in, the statements of nearest meaning out. Compares every vector as long as that is cheap; of more, those
// whose signs are most like the vector's. Knows no words.
import type { Found } from './lexical-index';
import type { Held } from './segments/held';
import type { Segments } from './segments/segments';
import { SIZES } from '../encoder/layout';
import { scaleOf, type VectorRoom } from './segments/vector-room';

/** Of so many vectors each is compared: 17 MB to be read for a search. */
export const ALL_UP_TO = 131_072;
/** Of more, about this share, those of the most like signs: what recall is lost for it, docs/decisions/0013-segments.md says. */
const COMPARED = 0.01;

export class VectorIndex {
  private readonly distances = new Uint32Array(256);

  constructor(private readonly segments: Segments) {}

  /** The `most` statements nearest to a vector, nearest first, of equals the one added first; never from the article `except`. Scores are cosines above 0. */
  search(vector: Int8Array, except: string | null, most: number): Found[] {
    const { room } = this.segments;
    const scale = scaleOf(vector);
    if (!room || scale === 0) return [];
    const left = except === null ? [] : this.segments.where(except);
    const nearest: Found[] = [];
    let floor = 0;
    room.ask(vector);
    const differ = this.mostDiffering(room);
    for (const held of this.segments.all()) {
      if (!held.vectors) continue;
      const own = left.filter((place) => place.held === held);
      floor = room.eachAbove(held.vectors, 0, held.statements, scale, floor, (statement, score) => {
        if (own.some(({ first, count }) => statement >= first && statement < first + count)) return floor;
        let at = nearest.length;
        while (at > 0 && nearest[at - 1]!.score < score) at--;
        nearest.splice(at, 0, { held, statement, score });
        if (nearest.length > most) nearest.pop();
        return (floor = nearest.length === most ? nearest[most - 1]!.score : 0);
      }, differ);
    }
    return nearest;
  }

  /** In so many places at most the signs of what is compared may differ; in all where there is little. */
  private mostDiffering(room: VectorRoom): number {
    const all = this.segments.all();
    if (all.reduce((sum, { vectors, statements }) => sum + (vectors ? statements : 0), 0) <= ALL_UP_TO) return SIZES.stored;
    const { distances } = this;
    distances.fill(0);
    for (const { vectors, statements } of all) if (vectors) room.countDistances(vectors, statements, distances);
    let left = distances.reduce((sum, count) => sum + count, 0) * COMPARED;
    let differ = 0;
    while (differ < SIZES.stored && (left -= distances[differ]!) > 0) differ++;
    return differ;
  }

  /** Cosine of a stored statement and a vector; null for one without a vector or without words. */
  cosine(held: Held, statement: number, vector: Int8Array, scale: number): number | null {
    return held.vectors && this.segments.room!.cosine(held.vectors, statement, vector, scale);
  }
}
