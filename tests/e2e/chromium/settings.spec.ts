// The reader's settings at work: densities, marks off and on by one key, the card by resting, rules for a site, deleting for good.
import type { Page } from '@playwright/test';
import { Card } from '../pages/card';
import { clickWords, wordsAt } from '../pages/news-page';
import { Popup } from '../pages/popup';
import { underlined } from '../pages/underlines';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const settingsOf = (reader: ReaderBrowser): Promise<Page> => reader.open(`${reader.origin}options.html`);
const badge = async (reader: ReaderBrowser, page: Page): Promise<string> => {
  const tab = await reader.tab(page.url());
  return reader.worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
};

test('fewer, more or no sentences are marked, at once and on every open page', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  const stances = (await underlined(page)).length;
  const settings = await settingsOf(reader);
  await settings.getByLabel('Only those that stored articles differ from').check();
  await expect.poll(async () => (await underlined(page)).length).toBeLessThan(stances);
  const conflicts = (await underlined(page)).length;
  expect(conflicts).toBeGreaterThan(0);
  await settings.getByLabel('Everything that stored articles speak of').check();
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(stances);

  await settings.getByLabel('Mark sentences on pages').uncheck();
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  // It holds for pages to come, and after the browser was closed.
  const another = await reader.read(`${site}/watching.html`);
  expect(await underlined(another)).toEqual([]);
  await reader.restart();
  const later = await reader.read(`${site}/wire.html`);
  expect(await underlined(later)).toEqual([]);
  await (await settingsOf(reader)).getByLabel('Mark sentences on pages').check();
  await expect.poll(async () => (await underlined(later)).length).toBeGreaterThan(0);
});

test('the keys are offered, and the page is not touched by hiding and showing', async ({ fresh: reader, site }) => {
  const commands = await reader.worker.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => `${name} ${shortcut}`)).toEqual(expect.arrayContaining(['toggle-marks Alt+M', 'save-article Alt+S', 'next-claim Alt+N', 'previous-claim Alt+P']));
  const page = await reader.read(`${site}/watching.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  const settings = await settingsOf(reader);
  await settings.getByLabel('Mark sentences on pages').uncheck();
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  await settings.getByLabel('Mark sentences on pages').check();
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => (window as unknown as { watched: { mutations: number } }).watched.mutations)).toBe(0);
});

test('the card opens when the pointer rests, only where that was chosen, takes no focus, and goes with the pointer', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/watching.html`);
  const card = await Card.of(page);
  const { x, y } = await wordsAt(page, '18 air strikes');
  await page.mouse.move(x, y);
  await page.waitForTimeout(800);
  expect(await card.text()).toBeNull();
  const settings = await settingsOf(reader);
  await settings.getByLabel(/pointer rests/).check();
  await page.bringToFront();
  // The choice reaches the page a moment later.
  const rested = async (): Promise<string | null> => {
    await page.mouse.move(5, 5);
    await page.mouse.move(x, y);
    await page.waitForTimeout(800);
    return card.text();
  };
  await expect.poll(rested).not.toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  await page.mouse.move(5, 5);
  await expect.poll(() => card.text()).toBeNull();
  // By click it stays, whatever the pointer does.
  await clickWords(page, '18 air strikes');
  await expect.poll(() => card.text()).not.toBeNull();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(800);
  expect(await card.text()).not.toBeNull();
});

test('a site that is never to be read is left alone, whatever is granted; without the rule it is read again', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => badge(reader, page)).not.toBe('');
  const popup = await Popup.on(reader, page.url());
  const rule = (host: string, value: string | null) =>
    popup.page.evaluate((ask) => chrome.runtime.sendMessage({ to: 'switchboard', type: 'setSite', ask }), { host, rule: value });
  await rule('127.0.0.1', 'never');
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  await expect.poll(() => badge(reader, page)).toBe('');
  expect(await reader.state(page.url())).toBeNull();
  // Nothing of ours runs there at all: the loader is not even registered for it, and the page has no world of ours.
  const excluded = () => reader.worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ excludeMatches }) => excludeMatches ?? []));
  await expect.poll(excluded).toContain('http://127.0.0.1/*');
  const another = await reader.open(`${site}/watching.html`);
  await another.waitForTimeout(1_500);
  expect(await reader.state(another.url())).toBeNull();
  const worlds = async (): Promise<boolean> => {
    const protocol = await another.context().newCDPSession(another);
    const origins: string[] = [];
    protocol.on('Runtime.executionContextCreated', ({ context }) => origins.push(`${context.origin}/`));
    await protocol.send('Runtime.enable');
    await protocol.detach();
    return origins.includes(reader.origin);
  };
  expect(await worlds()).toBe(false);

  // On click only: not read by itself, but read by the popup.
  await rule('127.0.0.1', 'click');
  await expect.poll(excluded).toEqual([]);
  await another.reload();
  await expect.poll(worlds).toBe(true);
  await another.waitForTimeout(1_500);
  expect(await reader.state(another.url())).toBeNull();
  await Popup.on(reader, another.url());
  await reader.settled(another);

  const settings = await settingsOf(reader);
  await settings.getByRole('button', { name: 'Remove the rule for 127.0.0.1' }).click();
  await reader.settled(page);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  await expect(settings.getByRole('button', { name: 'Undo' })).toBeFocused();
});

test('everything is deleted for good only when that was asked back', async ({ fresh: reader }) => {
  const settings = await settingsOf(reader);
  await settings.getByRole('button', { name: 'Delete everything…' }).click();
  await expect(settings.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
  await settings.getByRole('button', { name: 'Keep', exact: true }).click();
  expect(await reader.stored()).toBe(3);
  await settings.getByRole('button', { name: 'Delete everything…' }).click();
  await settings.getByRole('button', { name: 'Delete for good' }).click();
  await expect(settings.getByText('3 articles were deleted.')).toBeVisible();
  expect(await reader.stored()).toBe(0);
});
