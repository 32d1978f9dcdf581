// The sample article, as a first-time reader meets it: opened from the first-run page, underlined by the real engine, with a card on a
// click; nothing of it is counted or kept.
import AxeBuilder from '@axe-core/playwright';
import { clickWords } from '../pages/news-page';
import { Card } from '../pages/card';
import { isUnderlined, underlined } from '../pages/underlines';
import { expect, test } from './test';

const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
const NO_NEED = 'In December Putin said there was no need for any further mobilisation.';

test('the sample opens from the first-run page, is underlined, and a click opens the card with evidence', async ({ reader }) => {
  const page = await reader.open(`${reader.origin}welcome.html`);
  const before = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'settings', ask: {} }) as Promise<{ answer: unknown }>);
  await page.getByRole('link', { name: 'Try it on a sample page' }).click();
  // The first underlines come before the whole page is compared.
  await expect.poll(async () => [await isUnderlined(page, FOUR_HUNDRED), await isUnderlined(page, NO_NEED)], { timeout: 60_000 }).toEqual([true, true]);
  expect((await underlined(page)).join(' ')).not.toMatch(/market|baker|made up/);
  await clickWords(page, 'about 400 Russian soldiers');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).toContain('400 here, 89 there');
  expect(await card.text()).not.toMatch(/Wrong match|Agree\b|Never this claim/);
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).toBeNull();
  // By key, as on any page.
  expect((await reader.toReader(page.url(), 'step', { by: 1 }))?.ok).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).not.toBeNull();
  expect(await reader.stored()).toBe(3);
  const after = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'switchboard', type: 'settings', ask: {} }) as Promise<{ answer: unknown }>);
  expect(after.answer).toEqual(before.answer);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
});
