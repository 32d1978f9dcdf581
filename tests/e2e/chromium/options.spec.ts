// The settings in the real browser: opened from popup and panel, they tell what the engine and the browser tell, and nothing
// fails unseen. Axe's look at them is in accessibility.spec.ts, words alone in words-alone.spec.ts.
import { expect, test } from './test';
import { Popup } from '../pages/popup';

test('the settings open from popup and panel, once, and tell what holds', async ({ fresh: reader, site }) => {
  await reader.collectErrors();
  const news = await reader.read(`${site}/wire.html`);
  const tab = await reader.tab(news.url());
  const popup = await Popup.on(reader, news.url());
  const [settings] = await Promise.all([reader.context.waitForEvent('page'), popup.press('Settings')]);
  const said: string[] = [];
  settings.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  settings.on('pageerror', (error) => said.push(error.message));
  await settings.reload();
  expect(settings.url()).toBe(`${reader.origin}options.html`);

  await expect(settings.getByRole('heading', { name: 'Compared by meaning and by words' })).toBeVisible();
  await expect(settings.getByRole('definition').first()).toHaveText('3 (3 came with Second Source)');
  await expect(settings.getByText(/^About [\d.]+ [kM]B, as the browser estimates$/)).toBeVisible();
  await expect(settings.getByText(/^Second Source, version \d+\.\d+\.\d+$/)).toBeVisible();

  // What is saved elsewhere is counted here without a reload.
  await popup.press('Save this article');
  await expect(settings.getByRole('definition').first()).toHaveText('4 (3 came with Second Source)');

  // The panel's button brings the same tab to the front rather than a second one.
  const panel = await reader.open(`${reader.origin}sidepanel.html?tab=${tab}`);
  const pages = reader.context.pages().length;
  await panel.getByRole('button', { name: 'Settings' }).click();
  await expect.poll(() => reader.worker.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url))).toContain(settings.url());
  expect(reader.context.pages()).toHaveLength(pages);

  // By keyboard: the first stop is the first choice, and the site field takes what is typed.
  await settings.keyboard.press('Tab');
  await expect(settings.getByRole('button', { name: 'Allow news sites' })).toBeFocused();
  await settings.getByLabel('Site', { exact: true }).press('Enter');
  await expect(settings.getByText('That is not one site’s address.')).toBeVisible();

  expect(said).toEqual([]);
  expect(await reader.errors()).toEqual([]);
});
