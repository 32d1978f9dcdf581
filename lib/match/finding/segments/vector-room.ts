// Vectors of 128 int8 in one WebAssembly memory, in blocks: one for each segment. Finds those of a block that lie nearest to a
// vector, among all or among those of like signs (nearest.wat). Must not know what a vector stands for.
import { SIZES } from '../../encoder/layout';
import nearest from './nearest.json' with { type: 'json' };

/** Vectors looked at in one call: between two the floor rises, so that less and less is brought out. */
const AT_ONCE = 1024;
const PAGE = 65_536;
const QUERY_AT = 0;
const FOUND_AT = 1024;
/** The signs of the vector asked about. */
const ASKED_AT = 512;
/** A vector's signs, in bytes: a bit each. */
const SIGNS = SIZES.stored / 8;
/** What a vector takes: its numbers, 1 ÷ its length as a float, and its signs. */
const TAKES = SIZES.stored + 4 + SIGNS;
/** Every so many-th vector is looked at to learn how far signs differ. */
const EVERY = 64;
/** Blocks are a multiple of so many vectors, so that vectors stay aligned and rooms fit each other. */
const GRAIN = 256;

interface Kernel {
  nearest(query: number, vectors: number, scales: number, count: number, floor: number, out: number): number;
  alike(query: number, asked: number, signs: number, most: number, vectors: number, scales: number, count: number, floor: number, out: number): number;
  distances(asked: number, signs: number, every: number, count: number, out: number): void;
  signs(vectors: number, count: number, out: number): void;
}

/** Room for some vectors: where its bytes begin, and how many fit. */
export interface VectorBlock {
  at: number;
  room: number;
}

export class VectorRoom {
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly kernel: Kernel;
  private bytes = new Int8Array(this.memory.buffer);
  private floats = new Float32Array(this.memory.buffer);
  private readonly free: VectorBlock[] = [];
  /** Where room that was never used begins. */
  private end = FOUND_AT + AT_ONCE * 8;
  /** Vectors compared by the last search; what the budget is tested on. */
  looked = 0;

  constructor() {
    const bytes = Uint8Array.from(atob(nearest.wasm), (letter) => letter.charCodeAt(0));
    this.kernel = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: this.memory } }).exports as unknown as Kernel;
  }

  /** Room for so many vectors, all of them none at first. @throws RangeError when there is no more memory to be had */
  take(count: number): VectorBlock {
    const room = Math.max(Math.ceil(count / GRAIN), 1) * GRAIN;
    const at = this.free.findIndex((block) => block.room >= room);
    const block = at < 0 ? this.grown(room) : this.split(at, room);
    this.floats.fill(0, scaleAt(block, 0), scaleAt(block, room));
    return block;
  }

  private split(at: number, room: number): VectorBlock {
    const block = this.free[at]!;
    if (block.room === room) this.free.splice(at, 1);
    else this.free[at] = { at: block.at + room * TAKES, room: block.room - room };
    return { at: block.at, room };
  }

  private grown(room: number): VectorBlock {
    const at = this.end;
    this.end += room * TAKES;
    if (this.end > this.memory.buffer.byteLength) {
      this.memory.grow(Math.ceil((this.end - this.memory.buffer.byteLength) / PAGE));
      this.bytes = new Int8Array(this.memory.buffer);
      this.floats = new Float32Array(this.memory.buffer);
    }
    return { at, room };
  }

  /** Gives a block's room back. */
  give({ at, room }: VectorBlock): void {
    const { free } = this;
    let place = free.findIndex((block) => block.at > at);
    if (place < 0) place = free.length;
    free.splice(place, 0, { at, room });
    for (const i of [place, place - 1]) {
      const next = free[i + 1];
      if (i >= 0 && next && free[i]!.at + free[i]!.room * TAKES === next.at) free.splice(i, 2, { at: free[i]!.at, room: free[i]!.room + next.room });
    }
  }

  /** Puts a vector into a block; one that is all zero is none. */
  set(block: VectorBlock, slot: number, vector: Int8Array): void {
    this.bytes.set(vector, block.at + slot * SIZES.stored);
    this.floats[scaleAt(block, slot)] = scaleOf(vector);
    this.kernel.signs(block.at + slot * SIZES.stored, 1, signsAt(block, slot));
  }

  /** The vector there. Only good until room is next taken. */
  get(block: VectorBlock, slot: number): Int8Array {
    return this.bytes.subarray(block.at + slot * SIZES.stored, block.at + (slot + 1) * SIZES.stored);
  }

  has(block: VectorBlock, slot: number): boolean {
    return this.floats[scaleAt(block, slot)]! > 0;
  }

  /** Copies `count` vectors from one block into another. */
  copy(from: VectorBlock, first: number, to: VectorBlock, at: number, count: number): void {
    const start = from.at + first * SIZES.stored;
    this.bytes.copyWithin(to.at + at * SIZES.stored, start, start + count * SIZES.stored);
    this.floats.copyWithin(scaleAt(to, at), scaleAt(from, first), scaleAt(from, first + count));
    this.bytes.copyWithin(signsAt(to, at), signsAt(from, first), signsAt(from, first + count));
  }

  /** Puts vectors into a block from its first slot on. */
  fill(block: VectorBlock, vectors: Int8Array): void {
    this.bytes.set(vectors, block.at);
    for (let slot = 0; slot * SIZES.stored < vectors.length; slot++) this.floats[scaleAt(block, slot)] = scaleOf(this.get(block, slot));
    this.kernel.signs(block.at, vectors.length / SIZES.stored, signsAt(block, 0));
  }

  /** The first `count` vectors of a block, copied; all zero where there is none. */
  taken(block: VectorBlock, count: number): Int8Array {
    const vectors = this.bytes.slice(block.at, block.at + count * SIZES.stored);
    for (let slot = 0; slot < count; slot++) if (!this.has(block, slot)) vectors.fill(0, slot * SIZES.stored, (slot + 1) * SIZES.stored);
    return vectors;
  }

  clear(block: VectorBlock, slot: number): void {
    this.floats[scaleAt(block, slot)] = 0;
  }

  /** Cosine of a stored vector and another; null where one of them is none. */
  cosine(block: VectorBlock, slot: number, vector: Int8Array, scale: number): number | null {
    const own = this.floats[scaleAt(block, slot)]!;
    if (own === 0 || scale === 0) return null;
    const { bytes } = this;
    let sum = 0;
    for (let i = 0, at = block.at + slot * SIZES.stored; i < SIZES.stored; i++, at++) sum += bytes[at]! * vector[i]!;
    return sum * scale * own;
  }

  /** The vector that `eachAbove` compares with. */
  ask(vector: Int8Array): void {
    new Int16Array(this.memory.buffer, QUERY_AT, SIZES.stored).set(vector);
    this.bytes.set(vector, FOUND_AT);
    this.kernel.signs(FOUND_AT, 1, ASKED_AT);
    this.looked = 0;
  }

  /** Counts in how many places the signs of some of a block's first `count` vectors differ from those of the one asked about, into a list by that number. */
  countDistances(block: VectorBlock, count: number, counts: Uint32Array): void {
    const some = Math.ceil(count / EVERY);
    this.kernel.distances(ASKED_AT, signsAt(block, 0), EVERY, some, FOUND_AT);
    for (let i = 0; i < some; i++) counts[this.bytes[FOUND_AT + i]! & 0xff]!++;
  }

  /**
   * Tells of each vector in slots `from` to before `to` whose cosine with the one asked about lies above a floor, in order of their slots; `above` answers
   * the floor from then on. `scale` is that of the vector asked about. Only those whose signs differ in at most `differ` places are compared, all by default.
   */
  eachAbove(block: VectorBlock, from: number, to: number, scale: number, floor: number, above: (slot: number, cosine: number) => number, differ: number = SIZES.stored): number {
    const found = new Int32Array(this.memory.buffer, FOUND_AT, AT_ONCE * 2);
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      // A little lower, since it is compared in single precision.
      const least = (floor / scale) * (1 - 1e-6);
      const vectors = block.at + start * SIZES.stored;
      const scales = scaleAt(block, start) * 4;
      const hits =
        differ < SIZES.stored
          ? this.kernel.alike(QUERY_AT, ASKED_AT, signsAt(block, start), differ, vectors, scales, count, least, FOUND_AT)
          : this.kernel.nearest(QUERY_AT, vectors, scales, count, least, FOUND_AT);
      this.looked += differ < SIZES.stored ? new Int32Array(this.memory.buffer, ASKED_AT + SIGNS, 1)[0]! : count;
      for (let hit = 0; hit < hits; hit++) {
        const slot = start + found[hit * 2]!;
        const cosine = found[hit * 2 + 1]! * scale * this.floats[scaleAt(block, slot)]!;
        if (cosine > floor) floor = above(slot, cosine);
      }
    }
    return floor;
  }

  /** Bytes of the memory. */
  get size(): number {
    return this.memory.buffer.byteLength;
  }
}

/** Where a vector's scale lies, in floats: behind the block's vectors. */
function scaleAt({ at, room }: VectorBlock, slot: number): number {
  return (at + room * SIZES.stored) / 4 + slot;
}

/** Where a vector's signs lie: behind the scales. */
function signsAt({ at, room }: VectorBlock, slot: number): number {
  return at + room * (SIZES.stored + 4) + slot * SIGNS;
}

/** 1 ÷ a vector's length; 0 for one that is all zero. */
export function scaleOf(vector: Int8Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!;
  return squares > 0 ? 1 / Math.sqrt(squares) : 0;
}
