// The bytes of a saved HTML file → its text, in the encoding that the file declares. Only pages of ours read files; knows no document.

/** A declaration counts within the first so many bytes (HTML asks for 1,024; saved pages put a comment before it). */
const DECLARED_WITHIN = 4_096;

const CHARSET = /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i;

/** The text. A byte-order mark decides, then what a meta element declares, then whether it is good UTF-8, else windows-1252, as browsers have it. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = ([[0xef, 0xbb], [0xff, 0xfe], [0xfe, 0xff]] as const).findIndex(([a, b]) => bytes[0] === a && bytes[1] === b);
  if (marked >= 0) return new TextDecoder(['utf-8', 'utf-16le', 'utf-16be'][marked]).decode(bytes);
  const declared = CHARSET.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN)))?.[1];
  const decoder = declared === undefined ? null : decoderOf(declared);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Null for names of no encoding; a file that was read as ASCII to find "utf-16" is none, so that it counts as UTF-8. */
function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label);
  } catch {
    return null;
  }
}
