// In: a sentence. Out: its vector, by which sentences of like meaning lie close (cosine), and the short form that is stored.
// Loads the two packed files through a reader that the caller brings. Must not know where they lie, nor of statements.
import { FIXED_BYTES, HEADER, HEADER_BYTES, MAGIC, checksum, sectionAt, SIZES } from './layout';
import { MEMORY_PAGES, networkOver } from './forward';
import { tokenizer } from './sentencepiece';

/** Turns sentences into vectors. The same text gives the same vector. */
export interface Encoder {
  /** 512 numbers of unit length; all zero for a text without words. Only the first 128 pieces count. */
  encode(text: string): Float32Array;
  /** The short form of a vector for storage: 128 whole numbers, the largest ±127; cosine128 of two is close to cosine512. */
  project(vector: Float32Array): Int8Array;
  /** Names the weights and the kernel: vectors of different stamps can't be compared. */
  readonly stamp: string;
}

/** Why there is no encoder: no WebAssembly SIMD to be had, files not there, files cut off or altered. */
export type EncoderAbsence = 'no-simd' | 'missing' | 'damaged';

/** The packed files, as loadEncoder asks for them by name. */
export const ENCODER_FILES = { weights: 'encoder.bin', kernel: 'kernel.wasm' } as const;

/** The encoder from its packed files; null where it can't be had, with the reason told to `tell`. Never throws. */
export async function loadEncoder(read: (file: string) => Promise<ArrayBuffer>, tell: (why: EncoderAbsence) => void = () => {}): Promise<Encoder | null> {
  const absent = (why: EncoderAbsence): null => (tell(why), null);
  let files: ArrayBuffer[];
  try {
    files = await Promise.all([read(ENCODER_FILES.weights), read(ENCODER_FILES.kernel)]);
  } catch {
    return absent('missing');
  }
  const [weights, kernel] = files as [ArrayBuffer, ArrayBuffer];
  const pieces = vocabularyOf(new Uint8Array(weights), new Uint8Array(kernel));
  if (!pieces) return absent('damaged');
  try {
    if (!WebAssembly.validate(kernel)) return absent('no-simd');
    const memory = new WebAssembly.Memory({ initial: MEMORY_PAGES });
    new Uint8Array(memory.buffer).set(new Uint8Array(weights, 0, FIXED_BYTES));
    const { instance } = await WebAssembly.instantiate(kernel, { env: { memory } });
    return encoderOver(memory, instance.exports, pieces, stampOf(weights));
  } catch {
    // Whole files, yet they don't run: no WebAssembly, no memory for it, or a page that forbids it.
    return absent('no-simd');
  }
}

/** The vocabulary's pieces, when lengths and sums say that both files are whole; else null. */
function vocabularyOf(file: Uint8Array, kernel: Uint8Array): string[] | null {
  if (file.byteLength < FIXED_BYTES) return null;
  const header = new Uint32Array(file.buffer, file.byteOffset, HEADER_BYTES / 4);
  if (header[HEADER.magic] !== MAGIC || header[HEADER.bytes] !== file.byteLength) return null;
  if (header[HEADER.checksum] !== checksum(file.subarray(HEADER_BYTES)) || header[HEADER.kernelChecksum] !== checksum(kernel)) return null;
  return new TextDecoder().decode(file.subarray(FIXED_BYTES)).split('\n');
}

/** The checksums of both files, in hexadecimal. */
function stampOf(weights: ArrayBuffer): string {
  const header = new Uint32Array(weights, 0, HEADER_BYTES / 4);
  return [HEADER.checksum, HEADER.kernelChecksum].map((word) => header[word]!.toString(16).padStart(8, '0')).join('-');
}

function encoderOver(memory: WebAssembly.Memory, exports: WebAssembly.Exports, pieces: string[], stamp: string): Encoder {
  const network = networkOver(memory, exports);
  const words = tokenizer(pieces, new Float64Array(memory.buffer, sectionAt('pieceScores'), pieces.length));
  return {
    stamp,
    encode(text) {
      const found = words.split(text, SIZES.tokens);
      return found.length > 0 ? network.forward(found) : new Float32Array(SIZES.sentence);
    },
    project(vector) {
      const components = network.project(vector);
      let most = 0;
      for (const component of components) most = Math.max(most, Math.abs(component));
      return Int8Array.from(components, (component) => (most > 0 ? Math.round((component / most) * 127) : 0));
    },
  };
}

/** Likeness of two vectors of `encode`, −1 to 1; 0 where one is all zero. */
export function cosine512(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < SIZES.sentence; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Likeness of two vectors of `project`, −1 to 1; 0 where one is all zero. */
export function cosine128(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let i = 0; i < SIZES.stored; i++) {
    sum += a[i]! * b[i]!;
    squaresOfA += a[i]! * a[i]!;
    squaresOfB += b[i]! * b[i]!;
  }
  return squaresOfA > 0 && squaresOfB > 0 ? sum / Math.sqrt(squaresOfA * squaresOfB) : 0;
}
