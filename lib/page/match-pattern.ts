// Web extension match patterns ("https://*.example.org/*") against an address: which sites a grant covers. Hosts only;
// the paths of our grants are always all of them.
import { webUrl } from '../urls';

/** Is the address on a site that one of the patterns covers? An address that does not parse is on none. */
export function isCovered(address: string, patterns: readonly string[]): boolean {
  const url = webUrl(address);
  if (url === null) return false;
  const scheme = url.protocol.slice(0, -1);
  return patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern);
    if (!parts) return false;
    const host = parts[2]!.replace(/:\d+$/, '');
    if (parts[1] !== '*' && parts[1] !== scheme) return false;
    return host === '*' || host === url.hostname || (host.startsWith('*.') && (url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))));
  });
}
