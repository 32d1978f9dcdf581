// A term → the bytes and the hash by which every segment is asked for it: made once for a search. Knows no segment.

/** A term as segments compare it. */
export interface TermKey {
  /** UTF-8. */
  bytes: ArrayLike<number>;
  /** 32 bits, unsigned: `hashOf(bytes)`. */
  hash: number;
}

const ENCODER = new TextEncoder();

export function termKey(term: string): TermKey {
  const bytes = asciiOf(term) ?? ENCODER.encode(term);
  return { bytes, hash: hashOf(bytes) };
}

/** The bytes of a term of ASCII letters alone, as most are: faster than by way of the encoder. */
function asciiOf(term: string): number[] | null {
  const bytes: number[] = [];
  for (let i = 0; i < term.length; i++) {
    const code = term.charCodeAt(i);
    if (code > 127) return null;
    bytes.push(code);
  }
  return bytes;
}

/** FNV-1a, then MurmurHash3's last step: its upper bits too must spread evenly, since buckets are made of them. */
export function hashOf(bytes: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The bucket that a hash falls into, of 2^bits. */
export function bucketOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}
