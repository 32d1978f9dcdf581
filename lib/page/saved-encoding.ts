// The bytes of a saved HTML file → its text, in the encoding that the file declares. Only pages of ours read files; knows no document.

/** A declaration counts within the first so many bytes (HTML asks for 1,024; saved pages put a comment before it). */
const DECLARED_WITHIN = 4_096;

/** What holds text that is no mark-up: comments, and elements whose contents browsers take for letters. Those without end reach to the end. */
const NO_MARKUP = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(script|style|title|textarea|noscript)\b[\s\S]*?(?:<\/\1|$)/gi;
const META = /<meta[\s/]((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
const IN_CONTENT = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i;
const XML = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i;

/** The text. A byte-order mark decides, then what a meta element declares, then an XML declaration, then whether it is good UTF-8, else windows-1252, as browsers have it. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = ([[0xef, 0xbb], [0xff, 0xfe], [0xfe, 0xff]] as const).findIndex(([a, b]) => bytes[0] === a && bytes[1] === b);
  if (marked >= 0) return new TextDecoder(['utf-8', 'utf-16le', 'utf-16be'][marked]).decode(bytes);
  const decoder = declaredIn(new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN))).map(decoderOf).find((one) => one !== null);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The names of encodings that the beginning of a file declares, the one to be believed first. */
function declaredIn(beginning: string): string[] {
  const metas = [...beginning.replace(NO_MARKUP, ' ').matchAll(META)].map(([, inner = '']) => {
    const attributes = new Map([...inner.matchAll(ATTRIBUTE)].map(([, name = '', ...values]) => [name.toLowerCase(), values.find((value) => value !== undefined) ?? '']));
    const old = attributes.get('http-equiv')?.trim().toLowerCase() === 'content-type' ? IN_CONTENT.exec(attributes.get('content') ?? '')?.[1] : undefined;
    return /^\s*([\w:.-]{2,40})/.exec(attributes.get('charset') ?? '')?.[1] ?? old;
  });
  return [...metas, XML.exec(beginning)?.[1]].filter((name) => name !== undefined);
}

/** Null for names of no encoding; a file that was read as ASCII to find "utf-16" is none, so that it counts as UTF-8. */
function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label);
  } catch {
    return null;
  }
}
