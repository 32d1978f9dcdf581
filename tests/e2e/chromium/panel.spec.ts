// The side panel, as a tab of its own: claims in the page's order, following its scroll, narrowed by stance; what the page leaves out
// and how it has changed since it was saved; and the ways to the library.
import { serveMadeUp } from '../pages/made-up-news';
import { Popup } from '../pages/popup';
import { isUnderlined } from '../pages/underlines';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';
import type { Page } from '@playwright/test';

async function panelOn(reader: ReaderBrowser, url: string): Promise<Page> {
  return await reader.open(`${reader.origin}sidepanel.html?tab=${await reader.tab(url)}`);
}

test('claims stand in the page’s order, and the one in sight is marked as the page scrolls', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  // So that only what is scrolled to is in sight.
  await page.setViewportSize({ width: 800, height: 240 });
  const text = await page.locator('article, main, body').first().innerText();
  const panel = await panelOn(reader, page.url());
  await expect(panel.locator('li.claim').first()).toBeVisible();
  const claims = await panel.locator('.claim-text').allInnerTexts();
  const places = claims.map((claim) => text.replace(/\s+/g, ' ').indexOf(claim.replace(/\s+/g, ' ')));
  expect(places.filter((at) => at >= 0).length).toBeGreaterThan(2);
  expect(places.filter((at) => at >= 0)).toEqual([...places.filter((at) => at >= 0)].sort((a, b) => a - b));

  const current = panel.locator('li.claim[aria-current]');
  await page.getByText('about 400 Russian soldiers').scrollIntoViewIfNeeded();
  await expect(current).toHaveCount(1);
  const first = await current.locator('.claim-text').innerText();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.getByText('AMX-10 RC').scrollIntoViewIfNeeded();
  await expect.poll(() => current.locator('.claim-text').innerText()).not.toBe(first);
});

test('stance and speaker narrow the list; an empty choice says so', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const panel = await panelOn(reader, page.url());
  const claims = panel.locator('li.claim');
  await expect(claims.first()).toBeVisible();
  const all = await claims.count();
  await panel.getByRole('button', { name: 'differ', exact: true }).click();
  await expect(claims.first()).toHaveClass(/is-(conflicting|both)/);
  expect(await claims.count()).toBeLessThan(all);
  const speakers = panel.getByLabel('Said by');
  const named = await speakers.locator('option').allInnerTexts();
  await panel.getByRole('button', { name: 'All', exact: true }).click();
  await speakers.selectOption({ label: named.at(-1)! });
  await expect.poll(() => claims.count()).toBeLessThan(all);
  for (const stance of ['differ', 'agree', 'touch on it']) {
    await panel.getByRole('button', { name: stance, exact: true }).click();
    if ((await claims.count()) === 0) await expect(panel.getByText('No claim fits')).toBeVisible();
  }
});

test('evidence stands beside its claim where there is room, under it at 360 px', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const panel = await panelOn(reader, page.url());
  const claim = panel.locator('li.claim').first();
  await claim.waitFor();
  const left = async () => [(await claim.locator('.claim-text').boundingBox())!.x, (await claim.locator('.evidence').first().boundingBox())!.x] as const;
  await panel.setViewportSize({ width: 900, height: 800 });
  const [wideClaim, wideEvidence] = await left();
  expect(wideEvidence - wideClaim).toBeGreaterThan(200);
  await panel.setViewportSize({ width: 360, height: 800 });
  const [claimAt, evidenceAt] = await left();
  expect(evidenceAt - claimAt).toBeLessThan(60);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

const SHIP = { title: 'Ferry sinks off the cape', outlet: 'The Harbour Gazette' };
const FILLER = [
  'The quay was full before noon, and those who had come early stood behind the ropes with their collars up, while the loudspeaker went on about a lost umbrella and a blue bag.',
  'Nobody could say later who had rung the bell of the chapel, since the key hangs in the bakery, and the baker swears that it hung there all morning beside the calendar and the scissors.',
];

test('a saved page that was altered tells what has changed', async ({ fresh: reader, site }) => {
  const was = 'Rescuers have recovered 11 bodies from the water, the coastguard said on Wednesday.';
  const [url] = (await serveMadeUp(reader.context, site, { ferry: { ...SHIP, paragraphs: [was, ...FILLER] } })) as [string];
  const page = await reader.read(url);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await popup.close();
  await serveMadeUp(reader.context, site, { ferry: { ...SHIP, paragraphs: [was.replace('11', '17'), ...FILLER] } });
  await page.reload();
  await reader.settled(page);
  const panel = await panelOn(reader, page.url());
  await panel.getByRole('button', { name: /^Changed since saved/ }).click();
  await expect(panel.locator('.changes')).toContainText('17');
  await expect(panel.locator('.changes')).toContainText(was);
});

test('what the page leaves out is found out when it is opened', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const panel = await panelOn(reader, page.url());
  await panel.getByRole('button', { name: 'Left out here' }).click();
  await expect(panel.locator('.aside').filter({ hasText: 'Left out here' })).toContainText(/carry, and this page does not|Nothing was found/);
});

test('the library opens in a tab, and the one that is open comes to the front', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const panel = await panelOn(reader, page.url());
  const [library] = await Promise.all([reader.context.waitForEvent('page'), panel.getByRole('button', { name: 'Library' }).click()]);
  await library.waitForURL(/library\.html/);
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Library' }).click();
  await expect.poll(() => library.evaluate(() => document.visibilityState)).toBe('visible');
  expect(reader.context.pages().filter((each) => each.url().includes('library.html'))).toHaveLength(1);
});

test('this site: never leaves the page alone, on click reads it again', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const sentence = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
  await expect.poll(() => isUnderlined(page, sentence)).toBe(true);
  const popup = await Popup.on(reader, page.url());
  await popup.page.getByRole('button', { name: 'Never', exact: true }).click();
  await expect(popup.page.getByRole('heading', { name: 'This site is left alone' })).toBeVisible();
  await expect.poll(() => isUnderlined(page, sentence)).toBe(false);
  await popup.page.getByRole('button', { name: 'On click', exact: true }).click();
  await expect(popup.claims.first()).toBeVisible();
  await expect.poll(() => isUnderlined(page, sentence)).toBe(true);
});
