// The pictures of news pages: each demo page with its marks, the densities, and the card in its states. Changes settings as a reader
// does, in the settings, and changes them back.
import type { Page } from '@playwright/test';
import { PAGES } from '../../tests/demo/server.mjs';
import { Card } from '../../tests/e2e/pages/card';
import { clickWords, wordsAt } from '../../tests/e2e/pages/news-page';
import type { Scene, Studio } from './studio';

const CARDS = [
  { name: 'card-both', path: '/wire.html', words: 'on 24 February 2022' },
  { name: 'card-differs', path: '/wire.html', words: '400 Russian soldiers' },
  { name: 'card-agrees', path: '/wire.html', words: '89 of its soldiers' },
  { name: 'card-on-dark-page', path: '/live.html', words: 'half a million men in the next' },
  { name: 'card-among-tags', path: '/broadcaster.html', words: 'further' },
];
const DENSITIES = [
  { name: 'page-density-conflicts', label: 'Only those that stored articles differ from' },
  { name: 'page-density-all', label: 'Everything that stored articles speak of' },
];

/** Resolves when a card is open on the page. @throws Error when none opens within 10 s */
export async function cardOn(page: Page): Promise<Card> {
  const card = await Card.of(page);
  for (let tries = 40; (await card.text()) === null; tries -= 1) {
    if (tries === 0) throw new Error('no card opened');
    await page.waitForTimeout(250);
  }
  return card;
}

/** Does something in the settings, and closes them. */
export async function inSettings(studio: Studio, change: (settings: Page) => Promise<void>): Promise<void> {
  const settings = await studio.open('options.html');
  await change(settings);
  await settings.waitForTimeout(400);
  await settings.close();
}

const choose = (studio: Studio, label: string): Promise<void> => inSettings(studio, (settings) => settings.getByLabel(label).check());

/** Needs nothing stored but the seeds. */
export const pageScenes: Scene[] = [
  ...PAGES.map((path): Scene => {
    const name = `page-${path.replace(/\W+/g, '-').replace(/^-|-html$/g, '')}`;
    return { names: [name], take: async (studio) => studio.shoot(await studio.reader.read(studio.site + path), name, { full: true }) };
  }),
  ...CARDS.map(({ name, path, words }): Scene => ({
    names: [name],
    take: async (studio) => {
      const page = await studio.reader.read(studio.site + path);
      await clickWords(page, words);
      await cardOn(page);
      await studio.shoot(page, name);
    },
  })),
  {
    names: ['card-narrow', 'card-said'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/wire.html`);
      await page.setViewportSize({ width: 360, height: 740 });
      await clickWords(page, '400 Russian soldiers');
      const card = await cardOn(page);
      await studio.shoot(page, 'card-narrow');
      await page.setViewportSize({ width: 1100, height: 900 });
      await clickWords(page, '400 Russian soldiers');
      await card.press('Wrong match');
      await studio.shoot(page, 'card-said');
      await card.press('Undo');
      await page.waitForTimeout(400);
    },
  },
  {
    names: ['card-hover'],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/watching.html`);
      await inSettings(studio, (settings) => settings.getByLabel(/pointer rests/).check());
      await page.bringToFront();
      await page.mouse.move(5, 5);
      const { x, y } = await wordsAt(page, '18 air strikes');
      await page.mouse.move(x, y);
      await cardOn(page);
      await studio.shoot(page, 'card-hover');
      await inSettings(studio, (settings) => settings.getByLabel(/pointer rests/).uncheck());
    },
  },
  ...DENSITIES.map(({ name, label }): Scene => ({
    names: [name],
    take: async (studio) => {
      await choose(studio, label);
      await studio.shoot(await studio.reader.read(`${studio.site}/wire.html`), name, { full: true });
      await choose(studio, 'Those that stored articles differ from or agree with');
    },
  })),
];
