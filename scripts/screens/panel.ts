// The pictures of the side panel, opened in a tab of its own: the list wide and narrow, narrowed, empty, not read, failed; what a page
// left out, how it has changed, and the time line of a count. Imports the made-up articles where they are needed.
import type { Page } from '@playwright/test';
import { serveMadeUp } from '../../tests/e2e/pages/made-up-news';
import { Popup } from '../../tests/e2e/pages/popup';
import { importFile } from './exchange';
import { BEFORE, COUNTING, LACKING, LEFT_OUT_FILE, MATTERS_FILE, NOW } from './made-up';
import { says } from './studio';
import type { Scene, Studio } from './studio';

async function panelOn(studio: Studio, url: string, width = 400): Promise<Page> {
  return await studio.open(`sidepanel.html?tab=${await studio.reader.tab(url)}`, width);
}

/** Opens an address without waiting for its reader, with the panel beside it. */
async function panelBeside(studio: Studio, path: string): Promise<Page> {
  const page = await studio.reader.open(studio.site + path);
  return await panelOn(studio, page.url());
}

/** Serves a made-up page, reads it and opens the panel on it. */
async function panelOnMadeUp(studio: Studio, article: typeof COUNTING): Promise<{ page: Page; panel: Page }> {
  const [url] = (await serveMadeUp(studio.reader.context, studio.site, { made: article })) as [string];
  const page = await studio.reader.read(url);
  return { page, panel: await panelOn(studio, url) };
}

const QUIET = [
  { name: 'panel-nothing-matched', path: '/sport.html', words: 'Nothing stored speaks of this' },
  { name: 'panel-not-an-article', path: '/odd/empty.html', words: 'This does not look like an article' },
  { name: 'panel-not-english', path: '/odd/german.html', words: 'This page is not in English' },
  { name: 'panel-reading', path: '/odd/long.html', words: /Reading this page|Starting the engine|Looking at this page/ },
];

/** Needs nothing stored but the seeds. */
export const panelScenes: Scene[] = [
  {
    names: ['panel', 'panel-narrow', 'panel-wide', 'panel-filtered', 'panel-filtered-narrow', 'panel-none-fits'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      const panel = await panelOn(studio, page.url());
      await panel.locator('li.claim').first().waitFor();
      await studio.shoot(panel, 'panel', { narrow: true });
      await panel.setViewportSize({ width: 900, height: 900 });
      await studio.shoot(panel, 'panel-wide');
      await panel.setViewportSize({ width: 400, height: 900 });
      await panel.getByRole('button', { name: 'differ', exact: true }).click();
      await studio.shoot(panel, 'panel-filtered', { narrow: true });
      await panel.getByRole('button', { name: 'All', exact: true }).click();
      const speakers = panel.getByLabel('Said by');
      for (const label of (await speakers.locator('option').allInnerTexts()).slice(1)) {
        await speakers.selectOption({ label });
        for (const stance of ['agree', 'differ']) {
          await panel.getByRole('button', { name: stance, exact: true }).click();
          if ((await panel.locator('li.claim').count()) === 0) return await studio.shoot(panel, 'panel-none-fits');
        }
      }
      throw new Error('every choice fits some claim');
    },
  },
  ...QUIET.map(({ name, path, words }): Scene => ({
    names: [name, `${name}-narrow`],
    take: async (studio) => {
      const panel = await panelBeside(studio, path);
      await says(panel, words);
      await studio.shoot(panel, name, { narrow: true });
    },
  })),
];

/** Import the made-up articles and save a page: for a browser of their own. */
export const asideScenes: Scene[] = [
  {
    names: ['panel-left-out', 'panel-left-out-narrow', 'panel-left-out-none'],
    take: async (studio) => {
      const none = await panelBeside(studio, '/live.html');
      await none.getByRole('button', { name: 'Left out here' }).click();
      await says(none, /Nothing was found|carry, and this page does not/);
      await none.getByRole('button', { name: 'Left out here' }).scrollIntoViewIfNeeded();
      await studio.shoot(none, 'panel-left-out-none');
      await importFile(studio, LEFT_OUT_FILE);
      const { panel } = await panelOnMadeUp(studio, LACKING);
      await panel.getByRole('button', { name: 'Left out here' }).click();
      await panel.locator('.left-out').waitFor({ timeout: 60_000 });
      await panel.locator('.aside').last().scrollIntoViewIfNeeded();
      await studio.shoot(panel, 'panel-left-out', { full: true, narrow: true });
    },
  },
  {
    names: ['panel-time-line', 'panel-time-line-narrow'],
    take: async (studio) => {
      await importFile(studio, MATTERS_FILE);
      const { panel } = await panelOnMadeUp(studio, COUNTING);
      await panel.locator('.update-line').first().waitFor({ timeout: 60_000 });
      await panel.locator('.update-line').first().scrollIntoViewIfNeeded();
      await studio.shoot(panel, 'panel-time-line', { narrow: true });
    },
  },
  {
    names: ['panel-changed', 'panel-changed-narrow'],
    take: async (studio) => {
      const { page, panel } = await panelOnMadeUp(studio, BEFORE);
      await panel.close();
      // A new tab of the same address follows.
      const popup = await Popup.on(studio.reader, page.url());
      await popup.press('Save this article');
      await says(popup.page, /^Saved: /);
      await popup.close();
      await page.close();
      const { panel: now } = await panelOnMadeUp(studio, NOW);
      await now.getByRole('button', { name: /^Changed since saved/ }).click();
      await now.locator('.changes').waitFor();
      await studio.shoot(now, 'panel-changed', { full: true, narrow: true });
    },
  },
];
