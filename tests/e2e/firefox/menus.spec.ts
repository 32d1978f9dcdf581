// The page's menu and the saving key in Firefox, both real: an article saved by each.
import { wordsAt } from '../pages/news-page';
import { expect, NO_FIREFOX, test } from './test';

test.skip(...NO_FIREFOX);

test('an article is saved by the page’s menu, and found to be saved by Alt+K; the icon says so', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await reader.window.pick(page, await wordsAt(page, 'cod quotas'), 'Save this article');
  await expect.poll(async () => (await reader.icon(page.url())).title).toMatch(/^Saved: ./);
  expect(await reader.stored()).toBe(4);
  // Alt+S, as in Chrome, is the History menu here.
  await reader.window.alt('K', page);
  await expect.poll(async () => (await reader.icon(page.url())).title).toMatch(/^Was saved already: ./);
  expect(await reader.stored()).toBe(4);
});
