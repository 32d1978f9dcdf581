// What the reader says of a match: in the card, where it applies at once, can be undone in place and lives through a restart; by
// keyboard; and in the popup, where claims are set aside.
import { Card } from '../pages/card';
import { clickWords } from '../pages/news-page';
import { Popup } from '../pages/popup';
import { isUnderlined } from '../pages/underlines';
import { FOUR_HUNDRED, wrongMatchCounts } from '../ways/verdicts';
import { expect, test } from './test';
import { wayReader } from './way-reader';

test('"wrong match" in the card counts at once, is undone in place, and holds after a restart', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  const judged = await (await (await Popup.on(reader, page.url())).evidence(FOUR_HUNDRED)).locator('.side-there bdi').first().innerText();
  await page.close();
  await wrongMatchCounts(wayReader(reader), site);
  // The words stand there while it is still being kept; a note on it is taken only afterwards.
  const library = await reader.open(`${reader.origin}library.html#verdicts`);
  await expect(library.getByText(judged).first()).toBeVisible();

  await reader.restart();
  const again = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, again.url());
  const left = await (await popup.evidence(FOUR_HUNDRED)).locator('.side-there').allInnerTexts();
  expect(left.filter((text) => text.includes(judged))).toEqual([]);
});

test('"never this claim" takes the mark off every page at once; undo puts it back', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  const popup = await Popup.on(reader, page.url());
  await popup.evidence(FOUR_HUNDRED);
  const claim = popup.claim(FOUR_HUNDRED);
  await claim.getByRole('button', { name: 'Never this claim' }).click();
  await expect(claim.getByText('You said: never this claim. It is no longer marked.')).toBeVisible();
  await page.bringToFront();
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(false);
  await popup.page.bringToFront();
  await claim.getByRole('button', { name: 'Undo' }).click();
  await page.bringToFront();
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
});

test('"agree" with a note is given by keyboard and still shown when the popup is opened anew', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  const evidence = (await popup.evidence(FOUR_HUNDRED)).first();
  await evidence.getByRole('button', { name: 'Agree' }).focus();
  await popup.page.keyboard.press('Enter');
  await expect(evidence.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(evidence.getByText('You said: agree.')).toBeVisible();
  await evidence.getByRole('button', { name: 'Add a note' }).click();
  await evidence.getByLabel('Your note').fill('two armies, two counts');
  await evidence.getByRole('button', { name: 'Keep note' }).click();
  await expect(evidence.getByText('Your note: two armies, two counts')).toBeVisible();
  await popup.close();

  const anew = await Popup.on(reader, page.url());
  const shown = (await anew.evidence(FOUR_HUNDRED)).filter({ hasText: 'You said: agree.' });
  await expect(shown).toHaveCount(1);
  await expect(shown.getByText('Your note: two armies, two counts')).toBeVisible();
});

test('letters typed into a note are no keys of the page', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await page.evaluate(() => {
    document.title = '';
    document.addEventListener('keydown', ({ key }) => (document.title += key));
  });
  await clickWords(page, 'about 400 Russian soldiers');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).not.toBeNull();
  await card.press('Agree');
  await expect.poll(() => card.text()).toContain('Add a note');
  await card.press('Add a note');
  await expect.poll(() => card.text()).toContain('Keep note');
  // The field takes the focus with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.keyboard.type('jk');
  expect(await page.title()).toBe('');
});
