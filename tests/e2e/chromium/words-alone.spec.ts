// Where the sentence encoder can't be had, in copies of the built package that are spoiled for it: a page is read by words
// alone, popup, first-run page and settings say so, and nothing fails unseen.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOf } from '../package';
import { Popup } from '../pages/popup';
import { isUnderlined } from '../pages/underlines';
import { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
const LINE = 'Compared by words only: statements that tell the same matter in other words may be missed.';

interface Without {
  what: string;
  state: string;
  /** Ruins a copy of the package. */
  spoil: (folder: string) => void;
  /** What first-run page and settings give as the cause. */
  why: RegExp;
}

const WEIGHTS = join('encoder', 'encoder.bin');

/** Chromium has no switch for it: the engine's Worker loses it before its first line. */
function withoutWebAssembly(folder: string): void {
  const worker = readdirSync(join(folder, 'assets')).find((name) => /^worker-.*\.js$/.test(name));
  if (!worker) throw new Error('the package has no Worker');
  const path = join(folder, 'assets', worker);
  writeFileSync(path, `delete globalThis.WebAssembly;\n${readFileSync(path, 'utf8')}`);
}

const CASES: Without[] = [
  { what: 'weights that are cut off', state: 'damaged', spoil: (folder) => truncateSync(join(folder, WEIGHTS), 1_000_000), why: /missing from this installation or damaged/ },
  { what: 'no weights', state: 'missing', spoil: (folder) => rmSync(join(folder, WEIGHTS)), why: /missing from this installation or damaged/ },
  { what: 'no WebAssembly', state: 'no-simd', spoil: withoutWebAssembly, why: /WebAssembly with SIMD/ },
];

for (const { what, state, spoil, why } of CASES) {
  test(`with ${what} a page is read by words alone, and popup, first-run page and settings say so`, async ({ site }) => {
    const folder = mkdtempSync(join(tmpdir(), 'second-source-package-'));
    cpSync(packageOf('chrome'), folder, { recursive: true });
    spoil(folder);
    const reader = await ReaderBrowser.launch({ folder });
    try {
      await reader.collectErrors();
      const page = await reader.read(`${site}/wire.html`);
      await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
      const popup = await Popup.on(reader, page.url());
      await expect(popup.page.getByText(LINE)).toBeVisible();
      expect(await (await popup.evidence(FOUR_HUNDRED)).count()).toBeGreaterThan(0);

      for (const name of ['welcome.html', 'options.html']) {
        const told = await reader.open(reader.origin + name);
        await expect(told.getByRole('heading', { name: 'Compared by words only' })).toBeVisible();
        await expect(told.getByText(why)).toBeVisible();
      }
      const reply = await popup.page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'encoder', ask: {} }) as Promise<unknown>);
      expect(reply).toEqual({ ok: true, answer: { state } });
      expect(await reader.errors()).toEqual([]);
    } finally {
      await reader.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
