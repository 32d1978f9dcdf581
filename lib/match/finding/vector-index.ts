// Finding by meaning: a vector in, the statements of nearest meaning out. Looks at every vector as long as that is cheap.
// Knows no words.
import type { Found } from './lexical-index';
import type { Held } from './segments/held';
import type { Segments } from './segments/segments';
import { scaleOf } from './segments/vector-room';

export class VectorIndex {
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
      });
    }
    return nearest;
  }

  /** Cosine of a stored statement and a vector; null for one without a vector or without words. */
  cosine(held: Held, statement: number, vector: Int8Array, scale: number): number | null {
    return held.vectors && this.segments.room!.cosine(held.vectors, statement, vector, scale);
  }
}
