// A seed, a stream's name and a number go in; a row of random numbers comes out, the same each time. So any claim of a corpus
// can be made by itself, without those before it. Knows nothing of words.

/** Random numbers in [0, 1), one a call. */
export type Random = () => number;

/** The row of random numbers of item `at` of a stream (mulberry32, its state mixed from all three by murmur3's finaliser). */
export function randomAt(seed: number, stream: string, at: number): Random {
  let state = mixed(seed ^ 0x9e3779b9);
  for (let i = 0; i < stream.length; i++) state = mixed(Math.imul(state, 31) + stream.charCodeAt(i));
  state = mixed(state ^ Math.imul(at + 1, 0x85ebca6b));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function mixed(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A whole number from 0 up to, and without, `below`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of a list. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)]!;
}
