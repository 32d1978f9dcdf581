// The reviewed list of news sites, held against what the permission prompt and the reader of the list may expect of it:
// shape, order, hosts that can be asked for, and none that would let us read mail, search or social pages.
import { describe, expect, test } from 'vitest';
import list from '../lib/news-sites.json';

const hosts = list.sites.map((site) => site.host);
const countryName = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A host as it may stand in a match pattern: lower-case ASCII labels (RFC 1123), at least two, no port, no wildcard. */
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** Second-level labels under which a country's registry sells names: "co.uk" is nobody's host. */
const REGISTRY_LABELS = new Set(['ac', 'co', 'com', 'edu', 'go', 'gob', 'gov', 'gouv', 'in', 'mil', 'ne', 'net', 'or', 'org']);

/** Hosts that carry much else beside news (mail, search, shops, video, blogs, social pages), or only lead to others' news. */
const GENERAL_PURPOSE = [
  'amazon.com', 'aol.com', 'apple.com', 'baidu.com', 'bing.com', 'blogspot.com', 'bsky.app', 'duckduckgo.com', 'ebc.com.br', 'facebook.com', 'github.io',
  'go.com', 'google.com', 'indiatimes.com', 'instagram.com', 'joins.com', 'linkedin.com', 'live.com', 'mail.ru', 'mastodon.social', 'medium.com',
  'microsoft.com', 'msn.com', 'naver.com', 'pinterest.com', 'qq.com', 'quora.com', 'reddit.com', 'sky.com', 'sme.sk', 'substack.com', 'telegram.org', 't.me',
  'tiktok.com', 'tumblr.com', 'twitter.com', 'uol.com.br', 'vk.com', 'weibo.com', 'wikipedia.org', 'wordpress.com', 'x.com', 'yahoo.co.jp', 'yahoo.com',
  'yandex.ru', 'youtube.com',
];

/** Why a host can't be on the list; null when it can. */
function objection(host: string): string | null {
  if (!HOST.test(host)) return 'not a host';
  if (host.startsWith('www.')) return 'www. is covered by the bare domain';
  const labels = host.split('.');
  if (labels.length === 2 && labels[1]!.length === 2 && REGISTRY_LABELS.has(labels[0]!)) return 'a public suffix';
  if (GENERAL_PURPOSE.includes(host)) return 'a general-purpose host';
  return null;
}

describe('the objections', () => {
  const cases: [host: string, objection: string | null][] = [
    ['apnews.com', null],
    ['news.com.au', null],
    ['agenciabrasil.ebc.com.br', null],
    ['www3.nhk.or.jp', null],
    ['1news.co.nz', null],
    ['localhost', 'not a host'],
    ['AP.com', 'not a host'],
    ['apnews.com/hub', 'not a host'],
    ['*.apnews.com', 'not a host'],
    ['apnews.com:443', 'not a host'],
    ['apnews..com', 'not a host'],
    ['-apnews.com', 'not a host'],
    ['127.0.0.1', 'not a host'],
    ['www.apnews.com', 'www. is covered by the bare domain'],
    ['co.uk', 'a public suffix'],
    ['com.au', 'a public suffix'],
    ['google.com', 'a general-purpose host'],
    ['yahoo.com', 'a general-purpose host'],
  ];
  test.each(cases)('%s: %s', (host, expected) => expect(objection(host)).toBe(expected));
});

describe('the list of news sites', () => {
  test('says on which day it was last reviewed', () => {
    expect(Object.keys(list)).toEqual(['reviewed', 'sites']);
    expect(list.reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Date(`${list.reviewed}T00:00:00Z`).toISOString().slice(0, 10)).toBe(list.reviewed);
  });

  test('names a host, an outlet and a country for each site, and nothing else', () => {
    for (const site of list.sites) {
      expect(Object.keys(site)).toEqual(['host', 'name', 'country']);
      expect(site.name, site.host).toMatch(/^\S(.*\S)?$/);
    }
  });

  test('holds at least 150 hosts, each once', () => {
    expect(hosts.filter((host, i) => hosts.indexOf(host) !== i)).toEqual([]);
    expect(hosts.length).toBeGreaterThanOrEqual(150);
  });

  test('covers at least 20 countries, by their ISO 3166 alpha-2 codes', () => {
    const countries = [...new Set(list.sites.map((site) => site.country))];
    expect(countries.filter((code) => !/^[A-Z]{2}$/.test(code) || countryName.of(code) === undefined)).toEqual([]);
    // Codes that Intl knows and ISO 3166 does not assign.
    expect(countries.filter((code) => ['UK', 'EU', 'EZ', 'UN', 'ZZ', 'QO', 'XA', 'XB'].includes(code))).toEqual([]);
    expect(countries.length).toBeGreaterThanOrEqual(20);
  });

  test('holds only hosts that may be asked for', () => {
    expect(hosts.flatMap((host) => objection(host) ?? [])).toEqual([]);
  });

  test('holds no host that another one on it covers already', () => {
    expect(hosts.filter((host) => hosts.some((other) => host.endsWith(`.${other}`)))).toEqual([]);
  });

  test('makes match patterns that mean the host and nothing else', () => {
    for (const host of hosts) {
      const pattern = `*://*.${host}/*`;
      expect(pattern).toMatch(/^\*:\/\/\*\.[^/*:]+\/\*$/);
      // A browser canonicalises the host of a pattern; one that changes under it would never match.
      expect(new URL(`https://${host}/`).hostname).toBe(host);
    }
  });

  test('is sorted by country, then host', () => {
    const keys = list.sites.map((site) => `${site.country} ${site.host}`);
    expect(keys).toEqual([...keys].sort());
  });
});
