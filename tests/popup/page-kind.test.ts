// Which addresses can be read, and what is said of those that can't.
import { describe, expect, it } from 'vitest';
import { pageKind } from '../../entrypoints/popup/page-kind';
import type { PageKind } from '../../entrypoints/popup/page-kind';

const OWN = 'chrome-extension://abcdef/';

const CASES: [string | null | undefined, PageKind][] = [
  ['https://news.example.org/a', 'web'],
  ['http://127.0.0.1:8123/wire.html', 'web'],
  ['https://news.example.org/report.pdf?download=1', 'pdf'],
  ['https://news.example.org/REPORT.PDF', 'pdf'],
  ['https://news.example.org/?file=report.pdf', 'web'],
  ['file:///home/somebody/report.pdf', 'pdf'],
  ['file:///home/somebody/page.html', 'file'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['https://chrome.google.com/webstore/detail/x', 'store'],
  ['https://chrome.google.com/other', 'web'],
  ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
  ['https://addons.mozilla.org.example.net/', 'web'],
  ['https://microsoftedge.microsoft.com/addons/x', 'store'],
  ['about:blank', 'browser'],
  ['about:reader?url=https%3A%2F%2Fnews.example.org', 'browser'],
  ['chrome://settings', 'browser'],
  ['edge://extensions', 'browser'],
  ['data:text/html,hello', 'browser'],
  ['blob:https://news.example.org/1', 'browser'],
  ['javascript:alert(1)', 'browser'],
  ['view-source:https://news.example.org/a', 'source'],
  ['chrome-extension://other/page.html', 'extension'],
  ['moz-extension://other/page.html', 'extension'],
  [`${OWN}welcome.html`, 'own'],
  ['', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
  ['not an address', 'unknown'],
];

describe('pageKind', () => {
  it.each(CASES)('%s is %s', (address, kind) => expect(pageKind(address, OWN)).toBe(kind));
  it('calls no page its own when it was not told what is', () => expect(pageKind('chrome-extension://abcdef/x')).toBe('extension'));
});
