// How the packed encoder lies in its one file, encoder.bin: a header of 64 bytes, then sections in fixed order, each
// on a multiple of 16. Written by scripts/pack-encoder.ts, read by encoder.ts; knows nothing of files or of arithmetic.

/** The network's sizes: pieces in its table, numbers in a piece's row and in a sentence, tokens at most, stored numbers. */
export const SIZES = { pieces: 8002, row: 256, sentence: 512, hidden: 1536, tokens: 128, heads: 4, stored: 128 } as const;

/**
 * The weight matrices as [inputs, outputs]: two layers of attention and feed-forward, then the last one before
 * tanh; and the projection of a finished vector to the numbers that are stored, which is ours (scripts/fit-projection.ts).
 */
export const MATRICES = {
  residual0: [256, 512],
  qkv0: [256, 768],
  out0: [256, 512],
  up0: [512, 1536],
  down0: [1536, 512],
  qkv1: [512, 1536],
  out1: [512, 512],
  up1: [512, 1536],
  down1: [1536, 512],
  last: [512, 512],
  projection: [512, 128],
} as const;

/** The layer normalisations and their widths. */
export const NORMS = { attention0: 256, forward0: 512, attention1: 512, forward1: 512 } as const;

export type MatrixName = keyof typeof MATRICES;
export type NormName = keyof typeof NORMS;

/** Bytes before the first section. */
export const HEADER_BYTES = 64;
/** First word of the file: "SSE1", read as a little-endian number. */
export const MAGIC = 0x31455353;

/** The header's words of 32 bits, by index. */
export const HEADER = { magic: 0, bytes: 1, checksum: 2, kernelChecksum: 3, sources: 4 } as const;

/** Where a section starts in the file, in bytes, by name: "up0.weights", "up0.scales", "forward1.bias", "table", … */
const SECTIONS: Record<string, number> = {};

/** The file's length without the vocabulary's text, which comes last. */
export const FIXED_BYTES = place();

function place(): number {
  let at = HEADER_BYTES;
  const put = (name: string, bytes: number): void => {
    SECTIONS[name] = at;
    at = Math.ceil((at + bytes) / 16) * 16;
  };
  put('table', SIZES.pieces * SIZES.row);
  put('tableScales', SIZES.pieces * 4);
  put('timescales', (SIZES.row / 2) * 4);
  for (const [name, [inputs, outputs]] of Object.entries(MATRICES)) {
    put(`${name}.weights`, inputs * outputs);
    put(`${name}.scales`, outputs * 4);
    put(`${name}.bias`, outputs * 4);
  }
  for (const [name, width] of Object.entries(NORMS)) {
    put(`${name}.scales`, width * 4);
    put(`${name}.bias`, width * 4);
  }
  put('pieceScores', SIZES.pieces * 8);
  return at;
}

/** Start of a section in bytes. @throws RangeError for a name that the layout does not have */
export function sectionAt(name: string): number {
  const at = SECTIONS[name];
  if (at === undefined) throw new RangeError(`no section ${name}`);
  return at;
}

/** Where a weight lies in its section: `multiply` in kernel.wat reads blocks of 8 outputs, in them pairs of inputs. */
export function weightAt(inputs: number, input: number, output: number): number {
  return (output >> 3) * inputs * 8 + (input >> 1) * 16 + (output & 7) * 2 + (input & 1);
}

/** FNV-1a over words of 32 bits, the rest byte by byte: tells a damaged file from a whole one, no more. */
export function checksum(bytes: Uint8Array): number {
  const words = bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2) : new Uint32Array(bytes.slice().buffer, 0, bytes.byteLength >> 2);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words[i]!, 0x01000193);
  for (let i = words.length * 4; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}
