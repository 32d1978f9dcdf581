// Where the built packages lie, which browsers there are, and what the manifest pins. Knows nothing of Playwright.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Add-on id as wxt.config.ts pins it, and a uuid of ours, so that a restarted Firefox finds the same storage. */
export const GECKO_ID = 'second-source@second-source.example';
export const GECKO_UUID = '5e1f0b62-3d0c-4a8e-9b57-2f7c61d9a340';

/** Folder of the unpacked demo package. @throws Error when it has not been built */
export function packageOf(browser: 'chrome' | 'firefox'): string {
  const folder = `${ROOT}.output/${browser}-demo`;
  if (!existsSync(`${folder}/manifest.json`)) throw new Error(`${folder} is not built: npx wxt build${browser === 'firefox' ? ' -b firefox --mv3' : ''} --mode demo`);
  return folder;
}

/** Path of a Firefox, or null where there is none; scripts/test.mjs names it, or says '' when none can be had. */
export function firefoxPath(): string | null {
  const named = process.env['FIREFOX_PATH'];
  if (named !== undefined) return named || null;
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync) ?? null;
}

/** Path of a Chromium; undefined leaves it to Playwright's own. */
export function chromiumPath(): string | undefined {
  return process.env['CHROME_PATH'] || ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
}
