// Which addresses a grant covers. Cases as data.
import { expect, it } from 'vitest';
import { isCovered } from '../../lib/page/match-pattern';

it.each([
  ['https://news.example.org/a', 'https://*.example.org/*', true],
  ['https://example.org/a', 'https://*.example.org/*', true],
  ['https://badexample.org/a', 'https://*.example.org/*', false],
  ['http://example.org/a', 'https://example.org/*', false],
  ['http://example.org/a', '*://example.org/*', true],
  ['https://example.org:8443/a', 'https://example.org/*', true],
  ['https://any.where/', '*://*/*', true],
  ['https://any.where/', '<all_urls>', true],
  ['file:///etc/hosts', '<all_urls>', false],
  ['not an address', '<all_urls>', false],
  ['https://example.org/', 'https://exa(mple.org/*', false],
])('%s under %s: %s', (address, pattern, covered) => expect(isCovered(address, [pattern])).toBe(covered));
