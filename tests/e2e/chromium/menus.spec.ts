// Context menu and keys: an article saved without the popup, a selection compared and saved with a note. No program can click the
// browser's own menu or press its shortcuts headless, so the browser's event is raised where it would arrive.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { selectWords } from '../pages/news-page';
import { Popup } from '../pages/popup';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

async function menu(reader: ReaderBrowser, page: Page, menuItemId: string, selectionText?: string): Promise<void> {
  const given = { id: await reader.tab(page.url()), info: { menuItemId, editable: false, pageUrl: page.url(), frameId: 0, ...(selectionText === undefined ? {} : { selectionText }) } };
  await reader.worker.evaluate(async ({ id, info }) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.id === id);
    if (tab) chrome.contextMenus.onClicked.dispatch(info, tab);
  }, given);
}

async function key(reader: ReaderBrowser, page: Page, command: string): Promise<void> {
  await reader.worker.evaluate(
    async ([id, name]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.id === id);
      if (tab) chrome.commands.onCommand.dispatch(name as string, tab);
    },
    [await reader.tab(page.url()), command] as const,
  );
}

const title = async (reader: ReaderBrowser, page: Page): Promise<string> => {
  const tab = await reader.tab(page.url());
  return reader.worker.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab);
};

test('an article is saved by menu and by key, once, and the icon says so', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await menu(reader, page, 'save-article');
  await expect.poll(() => reader.stored()).toBe(4);
  await expect.poll(() => title(reader, page)).toMatch(/^Saved: ./);
  await key(reader, page, 'save-article');
  await expect.poll(() => title(reader, page)).toMatch(/^Was saved already: ./);
  expect(await reader.stored()).toBe(4);
});

test('a selection is compared, then saved with a note beside the page’s own article, and backs no page of its own', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/watching.html`);
  const words = 'Over the past day Russia carried out 18 air strikes and fired rocket systems more than 85 times';
  await selectWords(page, words);
  const [picked] = await Promise.all([reader.context.waitForEvent('page'), menu(reader, page, 'keep-selection', words)]);
  await expect(picked.getByRole('heading', { name: 'Selected text' })).toBeVisible();
  await expect(picked.getByText(words).first()).toBeVisible();
  await expect(picked.getByText(/claim in the selection, compared with 3 articles/)).toBeVisible();
  await expect(picked.getByRole('article')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page: picked }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);

  await expect(picked.getByLabel('Note (may stay empty)')).toBeFocused();
  await picked.keyboard.type('Ask the ministry');
  await picked.getByRole('button', { name: 'Save statement' }).press('Enter');
  await expect(picked.getByText('Saved to your library.')).toBeVisible();
  expect(await reader.stored()).toBe(4);
  // The page is not stored by that, and none of its evidence is its own words.
  const popup = await Popup.on(reader, page.url());
  await expect(popup.page.getByRole('button', { name: 'Save this article' })).toBeVisible();
  const state = await reader.settled(page);
  if (state.state !== 'read') throw new Error('not read');
  expect(state.reading.annotations.flatMap(({ evidence }) => evidence.map(({ source }) => source.url)).filter((url) => url?.startsWith(site))).toEqual([]);

  await picked.bringToFront();
  await picked.getByRole('button', { name: 'Undo' }).click();
  await expect(picked.getByText('Removed from your library again.')).toBeVisible();
  expect(await reader.stored()).toBe(3);
});

test('nothing is saved from a site that is never to be read, and the icon says why', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'setSite', ask: { host: '127.0.0.1', rule: 'never' } }));
  await menu(reader, page, 'save-article');
  await expect.poll(() => title(reader, page)).toMatch(/^You chose that this site is never read\./);
  const pages = reader.context.pages().length;
  await menu(reader, page, 'check-selection', 'Over the past day');
  await page.waitForTimeout(1_000);
  expect(reader.context.pages()).toHaveLength(pages);
  expect(await reader.stored()).toBe(3);
});

test('marks go and come back by key, with the state on the icon', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await key(reader, page, 'toggle-marks');
  await expect.poll(() => title(reader, page)).toContain('marks are off');
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  await key(reader, page, 'toggle-marks');
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  await expect.poll(() => title(reader, page)).not.toContain('marks are off');
});
