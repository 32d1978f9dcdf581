// Reading in Firefox: marks by ground, density and key, the next claim and its card, the card by resting, badge, coverage and updates.
// Keys are pressed in the browser's own window (see window.ts), so that its shortcuts are the real ones.
import { clickWords, wordsAt } from '../pages/news-page';
import { underlined } from '../pages/underlines';
import { until } from '../pages/until';
import * as reading from '../ways/reading';
import { expect, NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";

test('marks are seen on white, black and coloured pages, each stance by its shape', async ({ reader, site }) => {
  await reading.marksAreSeenOnEveryGround(wayReader(reader), site);
});

test('fewer, more or no sentences are marked, at once; Alt+M hides the marks and shows them again, and the icon says so', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  const stances = (await underlined(page)).length;
  const { hands: settings } = await reader.ours('options.html');
  await settings.tick('Only those that stored articles differ from');
  await expect.poll(async () => (await underlined(page)).length).toBeLessThan(stances);
  expect((await underlined(page)).length).toBeGreaterThan(0);
  await settings.tick('Everything that stored articles speak of');
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(stances);

  await reader.window.alt('M', page);
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  await expect.poll(async () => (await reader.icon(page.url())).title).toContain('marks are off');
  await reader.window.alt('M', page);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(stances);
  await expect.poll(async () => (await reader.icon(page.url())).title).not.toContain('marks are off');
});

test('Alt+N and Alt+P go from claim to claim, Enter opens the card, Escape closes it, and the focus is back on the page', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(2);
  const current = () => page.evaluate(() => [...CSS.highlights.values()].filter(({ priority }) => priority === 1).flatMap((one) => [...one].map((range) => (range as StaticRange).startContainer.textContent)).join());
  const step = async (letter: 'N' | 'P'): Promise<string> => {
    const before = await current();
    await reader.window.alt(letter, page);
    return await until('another claim', async () => {
      const now = await current();
      return now !== before && now;
    });
  };
  const first = await step('N');
  const second = await step('N');
  expect(second).not.toBe(first);
  expect(await step('P')).toBe(first);
  const card = await reader.card(page);
  expect(await card.text()).toBeNull();
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).toMatch(/(differs from|agrees with) \d+ article/);
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});

test('a click on a marked sentence opens its card, one beside it opens none, and "Show all" leads to the whole evidence', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(2);
  const card = await reader.card(page);
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).toContain('400 here, 89 there');
  await clickWords(page, 'cod quotas');
  await expect.poll(() => card.text()).toBeNull();
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).toContain('Show all');
  // The click comes to the switchboard as a message: Firefox opens no sidebar on that, so the same page comes as a tab beside.
  await card.press('Show all');
  const panel = await reader.opened('sidepanel.html?tab=');
  await until('the claim and its evidence', () => panel.evaluate((words) => document.querySelector('li.claim.is-wanted, li.claim[aria-current], li.claim')?.parentElement?.textContent?.includes(words) ?? false, FOUR_HUNDRED));
});

test('the card tells stance, receipt, speaker, outlet and day, and leads to the sentence in its source', async ({ kept: reader, press }) => {
  await reading.cardTellsAll(wayReader(reader), press);
});

test('the card opens when the pointer rests only where that was chosen, takes no focus, and goes with the pointer', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/watching.html`);
  const { hands: settings } = await reader.ours('options.html');
  await settings.tick(/pointer rests/);
  await page.bringToFront();
  const card = await reader.card(page);
  await page.mouse.move(5, 5);
  const { x, y } = await wordsAt(page, '18 air strikes');
  await page.mouse.move(x, y);
  await expect.poll(() => card.text()).not.toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await page.mouse.move(5, 5);
  await expect.poll(() => card.text()).toBeNull();
  await settings.tick(/pointer rests/, false);
  await page.bringToFront();
  await page.mouse.move(x, y);
  await page.mouse.move(x + 2, y);
  // Nothing is to come: a click in the same place brings one, so what did not come by then was not on its way.
  await page.mouse.click(x, y);
  await expect.poll(() => card.text()).not.toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
});

test('the badge counts conflicts, else agreements', async ({ kept: reader, press, site }) => {
  await reading.badgeCounts(wayReader(reader), press, site);
});

test('how much could be compared is told, and that what is unmarked is not checked', async ({ reader, site }) => {
  await reading.coverageIsTold(wayReader(reader), site);
});

test('a later figure of the same count is an update on a time line', async ({ kept: reader, press }) => {
  await reading.laterFigureIsAnUpdate(wayReader(reader), press);
});
