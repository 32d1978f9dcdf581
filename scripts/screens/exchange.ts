// The pictures of import and export in the library: choices, preview with conflicts, progress, what came of it, what is refused. Also the
// import itself, for whoever needs articles stored.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CONFLICTING_FILE, DAMAGED_FILE, manySavedPages, MATTERS_FILE, savedPages } from './made-up';
import type { PickedFile } from './made-up';
import { says } from './studio';
import type { Scene, Studio } from './studio';

/** Saved pages that keep an import busy while it is photographed. */
const MANY_PAGES = 1500;

/** The import section with files given to it, as by the picker; one that is too large to be handed over as bytes by its path. */
export async function pickFiles(studio: Studio, files: PickedFile | PickedFile[] | string): Promise<Page> {
  const page = await studio.open('library.html#exchange');
  await page.locator('[data-pick=files]').setInputFiles(files);
  return page;
}

/** Imports a file as a reader does, preview and all; resolves once it is stored. `limit` in ms. */
export async function importFile(studio: Studio, file: PickedFile, limit = 120_000): Promise<void> {
  const page = await pickFiles(studio, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: limit });
  await page.locator('.exchange-step .exchange-counts').waitFor({ timeout: limit });
  await page.getByRole('button', { name: 'Import something else' }).waitFor({ timeout: limit });
  await page.close();
}

/** Waits until nothing is compared in the background any more. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
  await page.locator('.work progress').waitFor({ state: 'detached', timeout: 120_000 });
}

/** Needs the made-up articles. */
export const exchangeScenes: Scene[] = [
  {
    names: ['library-exchange', 'library-exchange-narrow'],
    take: async (studio) => {
      const page = await studio.open('library.html#exchange');
      await page.locator('.exchange').first().waitFor();
      await studio.shoot(page, 'library-exchange', { full: true, narrow: true });
    },
  },
  {
    names: ['exchange-selected'],
    take: async (studio) => {
      const page = await studio.open('library.html#articles');
      await page.locator('.row-select input').first().check();
      await page.locator('.row-select input').nth(2).check();
      await page.getByRole('link', { name: /^Export/ }).first().click();
      await page.locator('.exchange').first().waitFor();
      await studio.shoot(page, 'exchange-selected', { full: true });
    },
  },
  {
    names: ['exchange-exported'],
    take: async (studio) => {
      const page = await studio.open('library.html#exchange');
      const button = page.locator('.exchange button.primary').first();
      await Promise.all([page.waitForEvent('download'), button.click()]);
      await page.locator('.exchange-outcome:not(:empty)').waitFor();
      await studio.shoot(page, 'exchange-exported', { full: true });
    },
  },
  {
    names: ['exchange-preview', 'exchange-preview-narrow', 'exchange-replace', 'exchange-imported'],
    take: async (studio) => {
      const page = await pickFiles(studio, CONFLICTING_FILE);
      await page.locator('.exchange-counts').waitFor();
      await studio.shoot(page, 'exchange-preview', { full: true, narrow: true });
      await page.getByRole('radio', { name: /^Replace/ }).check();
      await studio.shoot(page, 'exchange-replace', { full: true });
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.locator('[data-pick=files]').setInputFiles(MATTERS_FILE);
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('button', { name: 'Import something else' }).waitFor();
      await studio.shoot(page, 'exchange-imported', { full: true });
    },
  },
  {
    names: ['exchange-damaged', 'exchange-damaged-narrow'],
    take: async (studio) => {
      const page = await pickFiles(studio, DAMAGED_FILE);
      await page.getByRole('button', { name: 'Import something else' }).waitFor();
      await studio.shoot(page, 'exchange-damaged', { full: true, narrow: true });
    },
  },
  {
    names: ['exchange-too-large'],
    take: async (studio) => {
      const folder = mkdtempSync(join(tmpdir(), 'second-source-screens-'));
      const path = join(folder, 'everything.json');
      writeFileSync(path, Buffer.alloc(50_000_001, 32));
      const page = await pickFiles(studio, path);
      await page.getByRole('button', { name: 'Import something else' }).waitFor();
      await studio.shoot(page, 'exchange-too-large', { full: true });
      rmSync(folder, { recursive: true });
    },
  },
  {
    names: ['exchange-not-taken', 'exchange-not-taken-narrow'],
    take: async (studio) => {
      const page = await pickFiles(studio, savedPages());
      await page.locator('.failed-files').waitFor();
      await studio.shoot(page, 'exchange-not-taken', { full: true, narrow: true });
    },
  },
  {
    names: ['exchange-saving', 'exchange-saving-narrow', 'exchange-cancelled'],
    take: async (studio) => {
      const page = await pickFiles(studio, manySavedPages(MANY_PAGES));
      await page.locator('.exchange progress').waitFor();
      await studio.shoot(page, 'exchange-saving', { full: true, narrow: true });
      await page.getByRole('button', { name: 'Cancel' }).click();
      await says(page, /not (yet )?(stored|taken|looked)|stopped|left/i);
      await studio.shoot(page, 'exchange-cancelled', { full: true });
    },
  },
];
