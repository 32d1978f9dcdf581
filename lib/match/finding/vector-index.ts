// The vectors of stored statements in one packed array: a vector in, the statements of nearest meaning out. Looks at every
// vector: 128 products each, some 10 ms for 100,000. Knows no words.
import { SIZES } from '../encoder/layout';
import type { Ranked } from './lexical-index';

/** Room made at first, in vectors; doubled whenever it is full. */
const ROOM = 256;

export class VectorIndex {
  private vectors = new Int8Array(ROOM * SIZES.stored);
  /** 1 ÷ length of each vector; 0 for a slot that is free or a vector that is all zero. */
  private scales = new Float32Array(ROOM);
  private readonly ids: string[] = [];
  private readonly articles: string[] = [];
  private readonly slots = new Map<string, number>();
  private readonly byArticle = new Map<string, number[]>();
  private readonly free: number[] = [];

  /** Adds an article's statements by their ids, with their vectors one after another in `packed`. */
  add(article: string, ids: string[], packed: Int8Array): void {
    const taken = ids.map((id, i) => {
      const slot = this.free.pop() ?? this.ids.length;
      if (slot === this.scales.length) this.grow();
      const vector = packed.subarray(i * SIZES.stored, (i + 1) * SIZES.stored);
      this.vectors.set(vector, slot * SIZES.stored);
      this.scales[slot] = scaleOf(vector);
      this.ids[slot] = id;
      this.articles[slot] = article;
      this.slots.set(id, slot);
      return slot;
    });
    this.byArticle.set(article, taken);
  }

  /** Takes an article's statements out; their room is used again. */
  remove(article: string): void {
    for (const slot of this.byArticle.get(article) ?? []) {
      this.scales[slot] = 0;
      this.slots.delete(this.ids[slot]!);
      this.free.push(slot);
    }
    this.byArticle.delete(article);
  }

  /** The `most` statements nearest to a vector, nearest first, never from the article `except`; scores are cosines above 0. */
  search(vector: Int8Array, except: string | null, most: number): Ranked[] {
    const nearest: { slot: number; score: number }[] = [];
    const scale = scaleOf(vector);
    for (let slot = 0; slot < this.ids.length; slot++) {
      const score = this.cosineAt(slot, vector, scale);
      if (score <= 0 || (nearest.length === most && score <= nearest[most - 1]!.score) || this.articles[slot] === except) continue;
      let at = nearest.length;
      while (at > 0 && nearest[at - 1]!.score < score) at--;
      nearest.splice(at, 0, { slot, score });
      if (nearest.length > most) nearest.pop();
    }
    return nearest.map(({ slot, score }) => ({ id: this.ids[slot]!, score }));
  }

  /** Cosine of a stored statement and a vector; null for one that is not held or has no words. */
  cosine(id: string, vector: Int8Array): number | null {
    const slot = this.slots.get(id);
    const scale = scaleOf(vector);
    return slot === undefined || scale === 0 || this.scales[slot] === 0 ? null : this.cosineAt(slot, vector, scale);
  }

  private cosineAt(slot: number, vector: Int8Array, scale: number): number {
    const { vectors } = this;
    let sum = 0;
    for (let i = 0, at = slot * SIZES.stored; i < SIZES.stored; i++, at++) sum += vectors[at]! * vector[i]!;
    return sum * scale * this.scales[slot]!;
  }

  private grow(): void {
    const vectors = new Int8Array(this.vectors.length * 2);
    vectors.set(this.vectors);
    const scales = new Float32Array(this.scales.length * 2);
    scales.set(this.scales);
    [this.vectors, this.scales] = [vectors, scales];
  }
}

function scaleOf(vector: Int8Array): number {
  let squares = 0;
  for (const component of vector) squares += component * component;
  return squares > 0 ? 1 / Math.sqrt(squares) : 0;
}
