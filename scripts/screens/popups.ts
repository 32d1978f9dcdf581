// The pictures of the popup: a page in each state, the claims, the stored articles, the reminder to back up. The popup is opened in a
// tab of its own on another tab's page, which draws the same.
import type { Page } from '@playwright/test';
import { Popup } from '../../tests/e2e/pages/popup';
import { says } from './studio';
import type { Scene, Studio } from './studio';

const STATES = [
  { path: '/sport.html', name: 'popup-nothing-matched', words: 'Nothing stored speaks of this' },
  { path: '/odd/empty.html', name: 'popup-not-an-article', words: 'This does not look like an article' },
  { path: '/odd/german.html', name: 'popup-not-english', words: 'This page is not in English' },
  { path: '/odd/paper.pdf', name: 'popup-pdf', words: 'No extension may read this page' },
  { path: '/odd/long.html', name: 'popup-reading', words: /Reading this page|Starting the engine|Looking at this page/ },
];

/** Opens the popup on the page at `url`, brings it to a state, takes it, also at 360 px where asked, and closes it. */
export async function popupOn(studio: Studio, url: string, name: string, prepare?: (popup: Popup) => Promise<void>, narrow = false): Promise<void> {
  const popup = await Popup.on(studio.reader, url);
  try {
    await prepare?.(popup);
    await studio.shoot(popup.page, name, { narrow });
  } finally {
    await popup.close();
  }
}

async function noAccess({ reader, site }: Studio): Promise<Page> {
  // The demo build may read 127.0.0.1 but not the same site by its other name.
  const known = await reader.worker.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
  await reader.open(`${site.replace('127.0.0.1', 'localhost')}/wire.html`);
  const tab = await reader.worker.evaluate(async (before) => (await chrome.tabs.query({})).find(({ id }) => !before.includes(id))?.id, known);
  const popup = await reader.open(`${reader.origin}popup.html?tab=${tab}`);
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.getByRole('heading', { name: 'This page has not been read' }).waitFor();
  return popup;
}

/** Needs nothing stored but the seeds; saves the wire page on the way, and ends with a rule for the demo site. */
export const popupScenes: Scene[] = [
  ...STATES.map(({ path, name, words }): Scene => ({
    names: [name],
    take: async (studio) => {
      const page = await studio.reader.open(studio.site + path);
      await popupOn(studio, page.url(), name, (popup) => says(popup.page, words));
    },
  })),
  { names: ['popup-no-access'], take: async (studio) => studio.shoot(await noAccess(studio), 'popup-no-access') },
  {
    names: ['popup-claims', 'popup-claims-narrow', 'popup-evidence', 'popup-evidence-narrow', 'popup-exported'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      await popupOn(studio, page.url(), 'popup-claims', (popup) => popup.claims.first().waitFor(), true);
      const open = async (popup: Popup) => {
        await popup.evidence('on 24 February 2022');
        await popup.claim('on 24 February 2022').first().scrollIntoViewIfNeeded();
      };
      await popupOn(studio, page.url(), 'popup-evidence', open, true);
      await popupOn(studio, page.url(), 'popup-exported', async (popup) => void (await popup.exported('Export page')));
    },
  },
  {
    names: ['popup-saved', 'popup-already-saved', 'popup-shelf', 'popup-shelf-narrow', 'popup-shelf-deleted'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      await popupOn(studio, page.url(), 'popup-saved', async (popup) => {
        await popup.press('Save this article');
        await says(popup.page, /^Saved: /);
      });
      await popupOn(studio, page.url(), 'popup-already-saved', (popup) => says(popup.page, /^Already saved on/));
      const shelf = async (popup: Popup) => {
        await popup.shelf();
        await says(popup.page, /on this device only/);
      };
      await popupOn(studio, page.url(), 'popup-shelf', shelf, true);
      await popupOn(studio, page.url(), 'popup-shelf-deleted', async (popup) => {
        await shelf(popup);
        await popup.page.getByRole('button', { name: /^Delete: / }).first().click();
        await says(popup.page, /^Deleted: /);
      });
    },
  },
  {
    names: ['popup-left-alone'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      const popup = await Popup.on(studio.reader, page.url());
      await popup.claims.first().waitFor();
      await popup.press(/^Never$/);
      await popup.page.getByRole('heading', { name: 'This site is left alone' }).waitFor();
      await studio.shoot(popup.page, 'popup-left-alone');
    },
  },
];
