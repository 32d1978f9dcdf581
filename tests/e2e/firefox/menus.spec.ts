// The page's menu and the saving key in Firefox, both real: an article saved by each, a selection compared, and saved with a note.
import { Hands } from '../pages/hands';
import { selectWords, wordsAt } from '../pages/news-page';
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

test('a selection is compared from the menu, saved with a note as an article of its own, and removed again', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/watching.html`);
  const words = 'Over the past day Russia carried out 18 air strikes and fired rocket systems more than 85 times';
  await selectWords(page, words);
  await reader.window.pick(page, await wordsAt(page, words), 'Compare the selection with stored articles');
  const compared = new Hands(await reader.opened('selection.html'));
  expect(await compared.sees(/1 claim in the selection, compared with 3 articles\./)).toContain(words);
  await compared.counts('article', 1);
  await (await reader.opened('selection.html')).close();

  await selectWords(page, words);
  await reader.window.pick(page, await wordsAt(page, words), 'Save the selection as a statement…');
  const picked = new Hands(await reader.opened('selection.html'));
  await picked.sees(/compared with 3 articles/);
  await expect.poll(() => picked.focus()).toBe('Note (may stay empty)');
  await picked.type('Note (may stay empty)', 'Ask the ministry');
  await picked.key('Save statement', 'Enter');
  await picked.sees('Saved to your library.');
  expect(await reader.stored()).toBe(4);
  await picked.press('Undo');
  await picked.sees('Removed from your library again.');
  expect(await reader.stored()).toBe(3);
});
