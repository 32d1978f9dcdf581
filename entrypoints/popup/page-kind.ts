// A tab's address goes in, what kind of page that is comes out: whether any extension may read it, and if not, why not.
// Pure; knows no browser API. What it calls 'web' may still turn out to be unreadable or not granted.
import { parsedUrl } from '../../lib/urls';

/** 'unknown' is a tab whose address the browser does not tell us, because we have no access to it; 'sample' our own sample article, which is read. */
export type PageKind = 'web' | 'unknown' | 'store' | 'pdf' | 'browser' | 'source' | 'file' | 'extension' | 'own' | 'sample';

/**
 * Hosts on which browsers refuse every extension: Chromium's ScriptingPermissions (web stores) and Firefox's
 * `extensions.webextensions.restrictedDomains` as shipped in ESR 140; Edge's and Opera's stores behave the same.
 */
const RESTRICTED_HOSTS = new Set([
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
]);

const EXTENSION_SCHEMES = new Set(['chrome-extension:', 'moz-extension:', 'safari-web-extension:', 'extension:']);

/** Says what kind of page an address is; `own` is the origin of our own pages. Example: pageKind('about:blank') → 'browser'. */
export function pageKind(address: string | null | undefined, own = ''): PageKind {
  if (!address) return 'unknown';
  const url = parsedUrl(address);
  if (url === null) return 'unknown';
  if (url.protocol === 'view-source:') return 'source';
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    if (RESTRICTED_HOSTS.has(url.hostname)) return 'store';
    if (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore')) return 'store';
    return url.pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'web';
  }
  if (EXTENSION_SCHEMES.has(url.protocol)) {
    if (own !== '' && address.replace(/[?#].*/, '') === `${own}sample.html`) return 'sample';
    return own !== '' && address.startsWith(own) ? 'own' : 'extension';
  }
  if (url.protocol === 'file:') return url.pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'file';
  return 'browser';
}
