// A file, part by part: its number goes in, that part's text comes out, cut between two characters. Any part can be read at any time, so
// that whatever got lost is sent again; no more of the file than one part is in memory.

/** Length of a part, in bytes: small enough that writing it as a message is not felt in the page, large enough that 250 MB are 250 messages. */
export const PART = 1_000_000;
/** Bytes of a character behind its first, at most. */
const TAIL = 3;

/** How many parts a file has; at least one. `size` in bytes. */
export function partsIn(size: number): number {
  return Math.max(1, Math.ceil(size / PART));
}

/** The text of a part, as UTF-8; a byte-order mark is kept. @throws DOMException when the file can't be read, or is another by now */
export async function partOf(file: Blob, part: number): Promise<string> {
  const from = part * PART;
  const bytes = new Uint8Array(await file.slice(from, from + PART + TAIL).arrayBuffer());
  const end = from + PART >= file.size ? bytes.length : cut(bytes, PART);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(part === 0 ? 0 : cut(bytes, 0), end));
}

/** The first place from `at` on where a character begins, or where one should have. */
function cut(bytes: Uint8Array, at: number): number {
  let to = at;
  while (to < at + TAIL && to < bytes.length && (bytes[to]! & 0xc0) === 0x80) to++;
  return to;
}
