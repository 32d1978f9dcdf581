// The bytes of what is put into pages, as built: every granted page carries the loader, every article the reader, and only a page
// whose reader wants a card the rest. Counters, no times.
import { readFileSync } from 'node:fs';
import { packageOf } from '../package';
import { expect, test } from '@playwright/test';

/** Bytes, as issue 5 bounds the first two; the others as built in November 2026, with a little room. */
const MOST = { 'loader.js': 4_000, 'reader.js': 40_000, 'card.js': 54_000, 'pick.js': 6_000, 'background.js': 34_000 };

/** Words of webextension-polyfill's own. */
const POLYFILL = 'This script should only be loaded in a browser extension';

for (const browser of ['chrome', 'firefox'] as const) {
  const code = (file: string): string => readFileSync(`${packageOf(browser)}/${file}`, 'utf8');

  for (const [file, most] of Object.entries(MOST)) {
    test(`${file} of the ${browser} package has at most ${most} bytes`, () => {
      expect(Buffer.byteLength(code(file))).toBeLessThanOrEqual(most);
    });
  }

  test(`the ${browser} reader carries neither the card nor the words, and no script in a page the polyfill`, () => {
    // The card's class names, and an English sentence of the card.
    expect(code('reader.js')).not.toMatch(/evidence is-|You said|preact/);
    expect(code('card.js')).toContain('evidence is-');
    expect(code('card.js')).not.toContain('You said');
    for (const file of ['loader.js', 'reader.js', 'card.js', 'clip.js', 'pick.js']) expect(code(file)).not.toContain(POLYFILL);
    expect(code('background.js')).toContain(POLYFILL);
  });
}
