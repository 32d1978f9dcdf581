// Two sentences → the cosine that the shipped engine would judge them with. Each text is encoded once; knows no stance.
import { cosine128, type Encoder } from '../../lib/match/encoder/encoder';
import { nodeEncoder } from './encoder-files';

/** Texts whose vectors are kept: a set's sentences recur within a few thousand rows. */
const KEPT = 50_000;

/** How alike two texts are in meaning, −1 to 1; null where there is no encoder or a text has no words. */
export type CosineOf = (a: string, b: string) => number | null;

/** The measure of likeness, over the packed encoder. @throws Error when that can't be packed */
export async function cosines(): Promise<CosineOf> {
  return cosinesOver(await nodeEncoder());
}

/** The same over a given encoder. */
export function cosinesOver(encoder: Encoder | null): CosineOf {
  if (!encoder) return () => null;
  const vectors = new Map<string, Int8Array>();
  const vectorOf = (text: string): Int8Array => {
    let vector = vectors.get(text);
    if (!vector) {
      if (vectors.size >= KEPT) vectors.clear();
      vector = encoder.project(encoder.encode(text));
      vectors.set(text, vector);
    }
    return vector;
  };
  return (a, b) => {
    const [x, y] = [vectorOf(a), vectorOf(b)];
    return x.some(Boolean) && y.some(Boolean) ? cosine128(x, y) : null;
  };
}
