// The pictures of the same surfaces as some readers see them: in German, with more contrast, in the system's forced colours.
import type { Page } from '@playwright/test';
import { clickWords } from '../../tests/e2e/pages/news-page';
import { Popup } from '../../tests/e2e/pages/popup';
import { cardOn } from './pages';
import type { Scene, Studio } from './studio';

async function popupWithClaims(studio: Studio): Promise<Popup> {
  const page = await studio.reader.read(`${studio.site}/wire.html`);
  const popup = await Popup.on(studio.reader, page.url());
  await popup.evidence('on 24 February 2022');
  await popup.claim('on 24 February 2022').first().scrollIntoViewIfNeeded();
  return popup;
}

/** The library with an article open and its first sentence that others differ from chosen. */
async function reading(studio: Studio): Promise<Page> {
  const page = await studio.open('library.html');
  await page.locator('.row-title a').last().click();
  await page.locator('.stored-text .underlined').first().click();
  await page.locator('.beside .evidence').first().waitFor();
  return page;
}

type Look = Parameters<Page['emulateMedia']>[0];
const LOOKS: { name: string; look: Look }[] = [
  { name: 'contrast', look: { contrast: 'more' } },
  { name: 'forced', look: { forcedColors: 'active' } },
];

/** Need the seeds and a saved page. */
export const lookScenes: Scene[] = LOOKS.flatMap(({ name, look }): Scene[] => [
  {
    names: [`popup-${name}`],
    take: async (studio) => {
      const { page } = await popupWithClaims(studio);
      await page.emulateMedia(look);
      await studio.shoot(page, `popup-${name}`);
    },
  },
  {
    names: [`library-${name}`, `library-${name}-article`],
    take: async (studio) => {
      const list = await studio.open('library.html');
      await list.locator('.row-title').first().waitFor();
      await list.emulateMedia(look);
      await studio.shoot(list, `library-${name}`);
      const page = await reading(studio);
      await page.emulateMedia(look);
      await studio.shoot(page, `library-${name}-article`);
    },
  },
]);

/** For a browser whose own language is German. */
export const germanScenes: Scene[] = [
  {
    names: ['german-popup', 'german-popup-narrow'],
    take: async (studio) => {
      const { page } = await popupWithClaims(studio);
      await studio.shoot(page, 'german-popup', { narrow: true });
    },
  },
  {
    names: ['german-popup-shelf'],
    take: async (studio) => {
      const { page } = await popupWithClaims(studio);
      await page.getByRole('tab').last().click();
      await page.locator('.shelf li').first().waitFor();
      await studio.shoot(page, 'german-popup-shelf');
    },
  },
  {
    names: ['german-library', 'german-library-narrow', 'german-library-article', 'german-library-article-narrow'],
    take: async (studio) => {
      const list = await studio.open('library.html');
      await list.locator('.row-title').first().waitFor();
      await list.locator('.search-more button').first().click();
      await studio.shoot(list, 'german-library', { narrow: true });
      await studio.shoot(await reading(studio), 'german-library-article', { full: true, narrow: true });
    },
  },
  ...['matters', 'exchange'].map((view): Scene => ({
    names: [`german-library-${view}`, `german-library-${view}-narrow`],
    take: async (studio) => {
      const page = await studio.open(`library.html#${view}`);
      await page.locator('.matter-search, .exchange').first().waitFor();
      await studio.shoot(page, `german-library-${view}`, { full: true, narrow: true });
    },
  })),
  ...['welcome', 'options'].map((view): Scene => ({
    names: [`german-${view}`, `german-${view}-narrow`],
    take: async (studio) => studio.shoot(await studio.open(`${view}.html`), `german-${view}`, { full: true, narrow: true }),
  })),
  {
    names: ['german-card'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      await clickWords(page, '400 Russian soldiers');
      await cardOn(page);
      await studio.shoot(page, 'german-card');
    },
  },
];
