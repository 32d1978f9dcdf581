// What is stored: saved once, deleted and brought back.
import { Popup } from '../pages/popup';
import { isUnderlined } from '../pages/underlines';
import { expect, test } from './test';

test('an article saved twice, also under a tracking address, is stored once', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await popup.close();
  await page.close();

  const tracked = await reader.read(`${site}/wire.html?utm_source=newsletter&fbclid=x1`);
  const again = await Popup.on(reader, tracked.url());
  await expect(again.page.getByText(/^Already saved on /)).toBeVisible();
  await again.shelf();
  await expect(again.page.getByText('4 articles, on this device only.')).toBeVisible();
});

test('saving again sends no second copy, even when two messages ask for it at once', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  const tab = await reader.tab(page.url());
  const replies = await popup.page.evaluate(
    async (of) =>
      await Promise.all(
        [1, 2, 3].map((n) => chrome.runtime.sendMessage({ to: 'switchboard', type: 'save', ask: { tab: of, operation: `00000000-0000-4000-8000-00000000000${n}` } })),
      ),
    tab,
  );
  const answers = (replies as { ok: boolean; answer: { already: boolean; article: { id: string } } }[]).map(({ answer }) => answer);
  expect(new Set(answers.map(({ article }) => article.id)).size).toBe(1);
  expect(answers.filter(({ already }) => !already)).toHaveLength(1);
  await popup.shelf();
  await expect(popup.page.getByText('4 articles, on this device only.')).toBeVisible();
});

test('a deleted article is no evidence any more, and undo brings it back', async ({ fresh: reader, site }) => {
  const sentence = 'Defence Minister Sergei Shoigu said that 300,000 reservists will be called up at first.';
  const page = await reader.read(`${site}/script.html`);
  await expect.poll(() => isUnderlined(page, sentence)).toBe(true);
  const popup = await Popup.on(reader, page.url());
  // Under the toolbar's popup the news page stays the tab in front, and only tabs in sight are read anew.
  await page.bringToFront();
  await popup.shelf();
  await expect(popup.page.getByText('3 articles, on this device only.')).toBeVisible();
  const deletes = popup.page.getByRole('button', { name: /^Delete: /, disabled: false });
  const undos = popup.page.getByRole('button', { name: /^Undo, bring back: /, disabled: false });
  for (let gone = 1; gone <= 3; gone += 1) {
    await deletes.first().click();
    await expect(undos).toHaveCount(gone);
  }
  await expect(popup.page.getByText('0 articles, on this device only.')).toBeVisible();
  await expect.poll(() => isUnderlined(page, sentence)).toBe(false);
  for (let back = 1; back <= 3; back += 1) {
    await undos.first().click();
    await expect(deletes).toHaveCount(back);
  }
  await expect(popup.page.getByText('3 articles, on this device only.')).toBeVisible();
  await expect.poll(() => isUnderlined(page, sentence)).toBe(true);
});
