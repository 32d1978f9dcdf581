// The compiled kernel that compares vectors (nearest.wat), and where in its memory lies what it is given and what it answers. Knows neither
// blocks nor what is asked about.
import { SIZES } from '../../encoder/layout';
import nearest from './nearest.json' with { type: 'json' };

/** Vectors asked about together, and how many of them the kernel takes at a time. */
export const MOST_ASKED = 64;
export const FOUR = 4;
/** Vectors looked at in one call: between two the floor rises, so that less and less is brought out; and they stay in the processor's cache for all that are asked about. */
export const AT_ONCE = 512;
/** A vector's signs, in bytes: a bit each. */
export const SIGNS = SIZES.stored / 8;
/** What the kernel writes of a vector that it brings out, in 32-bit words: `nearest` its number and, from the fifth on, four products; `alike` number, which of four, product. */
export const NEAREST_WORDS = 8;
export const ALIKE_WORDS = 4;

/** Where things lie: the vectors asked about, four by four; their signs; the floors of four, and behind them how many were compared; the most places in which signs may differ; those to be compared. */
export const QUERIES_AT = 0;
export const ASKED_AT = QUERIES_AT + MOST_ASKED * SIZES.stored * 2;
export const FLOORS_AT = ASKED_AT + MOST_ASKED * SIGNS;
export const COMPARED_AT = FLOORS_AT + FOUR * 4;
export const MOST_AT = COMPARED_AT + 16;
export const LIST_AT = MOST_AT + 16;
export const FOUND_AT = LIST_AT + AT_ONCE * FOUR * 4;
/** Where vectors may lie. */
export const FREE_FROM = FOUND_AT + AT_ONCE * FOUR * ALIKE_WORDS * 4;

/** All numbers are addresses, but `count`, `every` (so many-th), and what is answered: how many were brought out. */
export interface Kernel {
  nearest(four: number, vectors: number, scales: number, count: number, floors: number, out: number): number;
  alike(four: number, asked: number, signs: number, most: number, vectors: number, scales: number, count: number, floors: number, list: number, out: number): number;
  distances(asked: number, signs: number, every: number, count: number, out: number): void;
  signs(vectors: number, count: number, out: number): void;
}

/** The kernel over a memory. */
export function kernelOver(memory: WebAssembly.Memory): Kernel {
  const bytes = Uint8Array.from(atob(nearest.wasm), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports as unknown as Kernel;
}
