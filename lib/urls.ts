// Reads addresses. A text of unknown origin goes in; a URL comes out, or null. Not by `URL.canParse`: once Node has compiled a loop that
// asks it (seen in 20.20), it refuses addresses with letters outside of ASCII.

/** The text as an absolute address; null when it is none. */
export function parsedUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The text as an http(s) address; null when it is none. */
export function webUrl(text: string): URL | null {
  const url = parsedUrl(text);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}
