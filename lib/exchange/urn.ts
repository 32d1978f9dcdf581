// Names for what is exported: a deterministic id from its content, and a valid URI from whatever address a page had.
// Pure functions of strings; knows no DOM, no browser, no annotation.
import { webUrl } from '../urls';

/** Four odd 32-bit multipliers, one a lane: the two of MurmurHash3 (x86, 32 bit) and two of xxHash32. */
const LANES = [0xcc9e2d51, 0x1b873593, 0x9e3779b1, 0x85ebca77] as const;

/** MurmurHash3's finaliser: spreads every input bit over the whole word. */
function avalanche(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The same parts always make the same `urn:uuid:` (version 8 of RFC 9562, "custom": 122 bits of a hash that is quick and not
 * cryptographic). Meant to tell exported things apart, not to withstand somebody who wants two of them to collide.
 */
export function uuidOf(...parts: string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  const words = LANES.map((multiplier, lane) => {
    let h = Math.imul(lane + 1, 0x27d4eb2f);
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), multiplier);
      h ^= h >>> 15;
    }
    return avalanche(h ^ text.length);
  });
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Percent-encodes a string, a lone surrogate as U+FFFD (`encodeURIComponent` alone throws on it). */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/**
 * The URI that stands for a page: its http(s) address without fragment (one that routes, "#/a/1", stays), with the characters encoded that
 * browsers tolerate and RFC 3986 does not ("a|b" → "a%7Cb"); for a text without such an address (a file, a seed) `urn:second-source:text:<title>`.
 */
export function uriOf(page: { url: string | null; title: string }): string {
  const url = page.url === null ? null : webUrl(page.url);
  if (url === null) return `urn:second-source:text:${percentEncode(page.title.slice(0, 120)) || 'untitled'}`;
  const route = /^#[/!]/.test(url.hash) ? `#${tolerated(url.hash.slice(1))}` : '';
  return `${url.protocol}//${url.host}${tolerated(url.pathname + url.search)}${route}`;
}

function tolerated(part: string): string {
  return part.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/[^\w\-.~:/?@!$&'()*+,;=%]/g, percentEncode);
}
