// Out: the sentence encoder for the command line, the measurements and the tests, from the files that the extension ships,
// packed first where they are missing or old. Must not know who asks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEncoder, type Encoder } from '../../lib/match/encoder/encoder';
import { ensureEncoder, ROOT } from '../../scripts/setup.mjs';

/** One of the packed files, by name, from public/encoder/. @throws Error where it isn't there */
export async function readEncoderFile(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(join(ROOT, 'public', 'encoder', file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

let loaded: Promise<Encoder | null> | undefined;

/** The encoder, one for the process; null where this Node has no WebAssembly SIMD. @throws Error when it can't be packed */
export function nodeEncoder(): Promise<Encoder | null> {
  loaded ??= (ensureEncoder(), loadEncoder(readEncoderFile, (why) => process.stderr.write(`No sentence encoder: ${why}.\n`)));
  return loaded;
}
