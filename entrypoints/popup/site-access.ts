// Hosts in, match patterns out, and back: which origins to ask for, and which granted ones cover a host.
// Pure: no browser API. The asking itself stands in the click handlers, where browsers want it.
import { webUrl } from '../../lib/urls';

const NUMERIC = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;

/**
 * The match patterns that cover a host and its subdomains: 'www.example.org' → 'https://*.example.org/*' and the same for http.
 * Numeric and one-word hosts as they are. Two patterns and not one with '*:' as its scheme: Chrome refuses that one, since
 * neither of the manifest's optional patterns contains it whole.
 */
export function originsOf(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  const hosts = NUMERIC.test(bare) || !bare.includes('.') ? bare : `*.${bare}`;
  return [`https://${hosts}/*`, `http://${hosts}/*`];
}

/** The host of an http(s) address, or null for every other address. */
export function hostOf(address: string | null | undefined): string | null {
  return (address ? webUrl(address)?.hostname : null) || null;
}

/**
 * Reads what a reader typed or pasted as a site: 'https://News.Example.org/a?b' → 'news.example.org'.
 * Null where it names no single site: no dot (unless localhost), a wildcard, blanks, another scheme.
 */
export function hostFromInput(input: string): string | null {
  const typed = input.trim();
  if (typed === '' || /[\s*@]/.test(typed)) return null;
  const host = hostOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)?.replace(/\.$/, '');
  if (!host) return null;
  return host === 'localhost' || NUMERIC.test(host) || /^[^.]+(\.[^.]+)+$/.test(host) ? host : null;
}

/** The granted patterns that let us read `host` over `protocol` ('https:' unless told). */
export function covering(origins: string[], host: string, protocol = 'https:'): string[] {
  return origins.filter((origin) => {
    if (origin === '<all_urls>') return true;
    const [, scheme, pattern] = /^(\*|https?):\/\/([^/]+?)(?::[\d*]+)?\//.exec(origin) ?? [];
    if (!pattern || (scheme !== '*' && `${scheme}:` !== protocol)) return false;
    if (pattern === '*') return true;
    if (pattern.startsWith('*.')) return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
    return host === pattern;
  });
}

/** True for a pattern that covers every site; it can't be taken back for one site alone. */
export function coversAll(origin: string): boolean {
  return origin === '<all_urls>' || /^(\*|https?):\/\/\*\//.test(origin);
}
