// In: the numbers of a sentence's pieces, and the packed weights in a WebAssembly memory. Out: the sentence as 512 numbers of
// unit length. Two transformer layers, mean over the tokens, one tanh layer: the Universal Sentence Encoder (lite), see
// docs/decisions/0008-encoder.md. Must not know of texts, files or browsers.
import { FIXED_BYTES, MATRICES, sectionAt, SIZES, type MatrixName, type NormName } from './layout';

/** What kernel.wat exports; arguments are addresses in bytes and counts. */
interface Kernel {
  multiply(weights: number, scales: number, bias: number, k: number, n: number, rows: number, rowScales: number, groups: number, out: number, floor: number): void;
  quantise(from: number, k: number, to: number, lane: number): number;
  normalise(from: number, to: number, k: number, scale: number, bias: number): void;
  compare(query: number, key: number, stride: number, count: number, bytes: number, out: number): void;
  blend(shares: number, value: number, stride: number, count: number, bytes: number, out: number): void;
}

const FLOAT = 4;
const WIDE = SIZES.hidden * FLOAT;
/** Working memory behind the weights, in bytes: each area's start. Rows are made for the most tokens. */
const PACKED = FIXED_BYTES;
const ROW_SCALES = PACKED + SIZES.tokens * SIZES.hidden * 2;
const STREAM = ROW_SCALES + SIZES.tokens * FLOAT;
const PLAIN = STREAM + SIZES.tokens * SIZES.sentence * FLOAT;
const BROAD = PLAIN + SIZES.tokens * SIZES.sentence * FLOAT;
const ROW = BROAD + SIZES.tokens * WIDE;
const SHARES = ROW + WIDE;
const END = SHARES + SIZES.tokens * FLOAT;

/** Pages of 64 KB that the weights and the working memory need. */
export const MEMORY_PAGES = Math.ceil(END / 65_536);

/** The network, ready to run. Both answer new arrays. */
export interface Network {
  /** Pieces (1 to 128 of them, more are left out) to 512 numbers, as one vector of length 1. */
  forward(pieces: readonly number[]): Float32Array;
  /** Such a vector to its 128 strongest components, not brought to any length. */
  project(vector: Float32Array): Float32Array;
}

/** The network over a memory that holds the packed file from address 0 on, with the kernel made on that memory. */
export function networkOver(memory: WebAssembly.Memory, exports: WebAssembly.Exports): Network {
  const kernel = exports as unknown as Kernel;
  const floats = new Float32Array(memory.buffer);
  const table = new Int8Array(memory.buffer);
  const timing = timingSignal(floats);

  /** out = rows × weights + bias, not below `floor`; rows lie `stride` bytes apart. */
  function multiply(name: MatrixName, rows: number, stride: number, count: number, out: number, floor = -Infinity): void {
    const [k, n] = MATRICES[name];
    for (let i = 0; i < count; i++) floats[ROW_SCALES / FLOAT + i] = kernel.quantise(rows + i * stride, k, PACKED + (i >> 2) * k * 8, i & 3);
    kernel.multiply(sectionAt(`${name}.weights`), sectionAt(`${name}.scales`), sectionAt(`${name}.bias`), k, n, PACKED, ROW_SCALES, (count + 3) >> 2, out, floor);
  }

  function normalise(name: NormName, width: number, count: number): void {
    const stride = width * FLOAT;
    for (let i = 0; i < count; i++) kernel.normalise(STREAM + i * stride, PLAIN + i * stride, width, sectionAt(`${name}.scales`), sectionAt(`${name}.bias`));
  }

  /** Queries, keys and values from BROAD; each token's blend of the values goes to PLAIN. */
  function attend(width: number, count: number): void {
    const stride = 3 * width * FLOAT;
    const size = width / SIZES.heads;
    const factor = 1 / Math.sqrt(size);
    for (let head = 0; head < SIZES.heads; head++) {
      const start = BROAD + head * size * FLOAT;
      for (let i = 0; i < count; i++) {
        kernel.compare(start + i * stride, start + width * FLOAT, stride, count, size * FLOAT, SHARES);
        softmax(floats.subarray(SHARES / FLOAT, SHARES / FLOAT + count), factor);
        kernel.blend(SHARES, start + 2 * width * FLOAT, stride, count, size * FLOAT, PLAIN + (i * width + head * size) * FLOAT);
      }
    }
  }

  /** Adds `count` rows that lie at `from` to those at `to`. */
  function add(from: number, to: number, count: number): void {
    const added = floats.subarray(from / FLOAT, from / FLOAT + count * SIZES.sentence);
    const sums = floats.subarray(to / FLOAT, to / FLOAT + added.length);
    for (let i = 0; i < added.length; i++) sums[i]! += added[i]!;
  }

  /** The mean of `count` rows of `bytes` bytes each, to one row at `to`. */
  function average(rows: number, bytes: number, count: number, to: number): void {
    floats.fill(1 / count, SHARES / FLOAT, SHARES / FLOAT + count);
    kernel.blend(SHARES, rows, bytes, count, bytes, to);
  }

  function widen(layer: 0 | 1, count: number): void {
    normalise(`forward${layer}`, SIZES.sentence, count);
    multiply(`up${layer}`, PLAIN, SIZES.sentence * FLOAT, count, BROAD, 0);
  }

  function forward(pieces: readonly number[]): Float32Array {
    const count = Math.min(pieces.length, SIZES.tokens);
    // A token starts as twice its row in the table plus its place's timing signal.
    for (let i = 0; i < count; i++) {
      const row = sectionAt('table') + pieces[i]! * SIZES.row;
      const scale = 2 * floats[sectionAt('tableScales') / FLOAT + pieces[i]!]!;
      for (let j = 0; j < SIZES.row; j++) floats[STREAM / FLOAT + i * SIZES.row + j] = scale * table[row + j]! + timing[i * SIZES.row + j]!;
    }
    // Layer 0 widens 256 numbers to 512: what flows past its attention is widened by a matrix of its own.
    normalise('attention0', SIZES.row, count);
    multiply('qkv0', PLAIN, SIZES.row * FLOAT, count, BROAD);
    attend(SIZES.row, count);
    multiply('residual0', STREAM, SIZES.row * FLOAT, count, STREAM);
    multiply('out0', PLAIN, SIZES.row * FLOAT, count, BROAD);
    add(BROAD, STREAM, count);
    widen(0, count);
    multiply('down0', BROAD, WIDE, count, PLAIN);
    add(PLAIN, STREAM, count);

    normalise('attention1', SIZES.sentence, count);
    multiply('qkv1', PLAIN, SIZES.sentence * FLOAT, count, BROAD);
    attend(SIZES.sentence, count);
    multiply('out1', PLAIN, SIZES.sentence * FLOAT, count, BROAD);
    add(BROAD, STREAM, count);
    widen(1, count);
    // The mean of products is the product of the mean: one row instead of all, a sixth of the whole work saved.
    average(BROAD, WIDE, count, ROW);
    multiply('down1', ROW, 0, 1, PLAIN);
    average(STREAM, SIZES.sentence * FLOAT, count, ROW);
    add(PLAIN, ROW, 1);
    multiply('last', ROW, 0, 1, PLAIN);
    return unit(floats.slice(PLAIN / FLOAT, PLAIN / FLOAT + SIZES.sentence).map(Math.tanh));
  }

  function project(vector: Float32Array): Float32Array {
    floats.set(vector, ROW / FLOAT);
    multiply('projection', ROW, 0, 1, PLAIN);
    return floats.slice(PLAIN / FLOAT, PLAIN / FLOAT + SIZES.stored);
  }

  return { forward, project };
}

/** Sines, then cosines, of each place over the network's own time scales. */
function timingSignal(floats: Float32Array): Float32Array {
  const half = SIZES.row / 2;
  const signal = new Float32Array(SIZES.tokens * SIZES.row);
  for (let place = 0; place < SIZES.tokens; place++) {
    for (let i = 0; i < half; i++) {
      const angle = place * floats[sectionAt('timescales') / FLOAT + i]!;
      signal[place * SIZES.row + i] = Math.sin(angle);
      signal[place * SIZES.row + half + i] = Math.cos(angle);
    }
  }
  return signal;
}

/** In place: e to the power of each × factor, as shares of their sum. */
function softmax(values: Float32Array, factor: number): void {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] = Math.exp((values[i]! - most) * factor);
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
}

function unit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  return length > 0 ? vector.map((value) => value / length) : vector;
}
