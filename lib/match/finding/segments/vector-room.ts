// Vectors of 128 int8 in one WebAssembly memory, in blocks: one for each segment. Finds those of a block that lie nearest to some
// others, among all or among those of like signs (nearest.wat). Must not know what a vector stands for.
import { SIZES } from '../../encoder/layout';
import { ALIKE_WORDS, ASKED_AT, AT_ONCE, COMPARED_AT, FLOORS_AT, FOUND_AT, FOUR, FREE_FROM, kernelOver, LIST_AT, MOST_ASKED, MOST_AT, NEAREST_WORDS, QUERIES_AT, SIGNS, type Kernel } from './vector-kernel';

const PAGE = 65_536;
/** What a vector takes: its numbers, 1 ÷ its length as a float, and its signs. */
const TAKES = SIZES.stored + 4 + SIGNS;
/** Every so many-th vector is looked at to learn how far signs differ. */
const EVERY = 64;
/** Blocks are a multiple of so many vectors, so that vectors stay aligned and rooms fit each other. */
const GRAIN = 256;

/** Room for some vectors: where its bytes begin, and how many fit. */
export interface VectorBlock {
  at: number;
  room: number;
}

/** A vector that others are compared with; not all zero. */
export interface Asked {
  vector: Int8Array;
  /** 1 ÷ its length. */
  scale: number;
  /** Only cosines above it are told. */
  floor: number;
  /** Only vectors are compared whose signs differ in at most so many places; all where it is their number. The same for none or all of those asked about together. */
  differ: number;
  /** Hears of a vector whose cosine lies above the floor, in order of their slots; answers the floor from then on. */
  above(slot: number, cosine: number): number;
}

export class VectorRoom {
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly kernel: Kernel;
  private bytes = new Int8Array(this.memory.buffer);
  private words = new Int32Array(this.memory.buffer);
  private floats = new Float32Array(this.memory.buffer);
  private readonly free: VectorBlock[] = [];
  /** Where room that was never used begins. */
  private end = FREE_FROM;
  private asked: readonly Asked[] = [];
  /** Vectors compared since it was last asked, with all that were asked about together; what the budget is tested on. */
  looked = 0;

  constructor() {
    this.kernel = kernelOver(this.memory);
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
      this.words = new Int32Array(this.memory.buffer);
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

  /** The vectors that blocks are compared with from now on: at most MOST_ASKED. */
  ask(asked: readonly Asked[]): void {
    if (asked.length > MOST_ASKED) throw new RangeError('too many to ask about at once');
    this.asked = asked;
    this.looked = 0;
    const queries = new Int16Array(this.memory.buffer, QUERIES_AT, MOST_ASKED * SIZES.stored);
    queries.fill(0);
    asked.forEach(({ vector }, at) => {
      const from = Math.floor(at / FOUR) * FOUR * SIZES.stored + (at % FOUR) * 8;
      for (let i = 0; i < SIZES.stored; i++) queries[from + (i >> 3) * FOUR * 8 + (i & 7)] = vector[i]!;
      this.bytes.set(vector, FOUND_AT);
      this.kernel.signs(FOUND_AT, 1, ASKED_AT + at * SIGNS);
    });
  }

  /** Counts in how many places the signs of some of a block's first `count` vectors differ from those of vector number `which` of those asked about, into a list by that number. */
  countDistances(block: VectorBlock, count: number, which: number, counts: Uint32Array): void {
    const some = Math.ceil(count / EVERY);
    this.kernel.distances(ASKED_AT + which * SIGNS, signsAt(block, 0), EVERY, some, FOUND_AT);
    for (let i = 0; i < some; i++) counts[this.bytes[FOUND_AT + i]! & 0xff]!++;
  }

  /** Compares a block's first `count` vectors with those asked about: a few of them with all, then the next few, so that each is fetched from memory once. */
  compare(block: VectorBlock, count: number): void {
    for (let start = 0; start < count; start += AT_ONCE) {
      const some = Math.min(AT_ONCE, count - start);
      for (let first = 0; first < this.asked.length; first += FOUR) {
        // A little lower, since it is compared in single precision. What is missing of four finds nothing.
        for (let i = 0; i < FOUR; i++) {
          const one = this.asked[first + i];
          this.floats[FLOORS_AT / 4 + i] = one ? (one.floor / one.scale) * (1 - 1e-6) : Infinity;
          this.words[MOST_AT / 4 + i] = one ? one.differ : -1;
        }
        if (this.asked[first]!.differ < SIZES.stored) this.compareAlike(block, start, some, first);
        else this.compareAll(block, start, some, first);
      }
    }
  }

  private compareAll(block: VectorBlock, start: number, some: number, first: number): void {
    const hits = this.kernel.nearest(QUERIES_AT + first * SIZES.stored * 2, block.at + start * SIZES.stored, scaleAt(block, start) * 4, some, FLOORS_AT, FOUND_AT);
    const four = Math.min(FOUR, this.asked.length - first);
    this.looked += some * four;
    for (let hit = 0, at = FOUND_AT / 4; hit < hits; hit++, at += NEAREST_WORDS) {
      // Vectors are compared by twos: one more may have come along.
      if (this.words[at]! < some) for (let i = 0; i < four; i++) this.tell(block, start + this.words[at]!, this.asked[first + i]!, this.words[at + 4 + i]!);
    }
  }

  private compareAlike(block: VectorBlock, start: number, some: number, first: number): void {
    const vectors = block.at + start * SIZES.stored;
    const hits = this.kernel.alike(QUERIES_AT + first * SIZES.stored * 2, ASKED_AT + first * SIGNS, signsAt(block, start), MOST_AT, vectors, scaleAt(block, start) * 4, some, FLOORS_AT, LIST_AT, FOUND_AT);
    this.looked += this.words[COMPARED_AT / 4]!;
    for (let hit = 0, at = FOUND_AT / 4; hit < hits; hit++, at += ALIKE_WORDS) this.tell(block, start + this.words[at]!, this.asked[first + this.words[at + 1]!]!, this.words[at + 2]!);
  }

  private tell(block: VectorBlock, slot: number, one: Asked, product: number): void {
    const cosine = product * one.scale * this.floats[scaleAt(block, slot)]!;
    if (cosine > one.floor) one.floor = one.above(slot, cosine);
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
