// Lets saved pages be parsed by a page of ours, whose Content-Security-Policy takes no HTML out of text (Trusted Types): for as long as one is
// being read, and not otherwise. A reading in, what it answers out. What is parsed runs nothing: it is in no window.
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML: (html: string) => string | null }): unknown;
}

let reading = false;
let asked = false;

/** Does something that parses HTML in a document without a window: by DOMParser, or by innerHTML as Readability does when it tries again. */
export function withInertHtml<T>(read: () => T): T {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // There is one default policy for the life of a page; outside a reading it refuses, as without it.
  if (!asked) trustedTypes?.createPolicy('default', { createHTML: (html) => (reading ? html : null) });
  asked = true;
  reading = true;
  try {
    return read();
  } finally {
    reading = false;
  }
}
