// The whole way, in Chromium: read, look, save, restart, find again, export.
import { claimsIn, schemaErrors } from '../annotation-schema';
import { Popup } from '../pages/popup';
import { bare, isUnderlined, underlined } from '../pages/underlines';
import { expect, test } from './test';

const EIGHTY_NINE = "Russia's defence ministry now says that 89 of its soldiers were killed when Ukrainian rockets hit their quarters on New Year's Eve.";
const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";

test('a page is underlined, and the popup shows evidence with stance and reason', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, EIGHTY_NINE)).toBe(true);
  expect(await isUnderlined(page, FOUR_HUNDRED)).toBe(true);

  const popup = await Popup.on(reader, page.url());
  const differing = (await popup.evidence(FOUR_HUNDRED)).filter({ hasText: 'Differs' }).first();
  await expect(differing.locator('.reason')).toContainText('400 here, 89 there');
  await expect(differing.locator('.source')).toContainText('comes with Second Source');
  const agreeing = (await popup.evidence(EIGHTY_NINE)).filter({ hasText: 'Agrees' }).first();
  await expect(agreeing.locator('.reason')).toContainText('89');
});

test('what was saved is evidence on another page after the browser was restarted', async ({ fresh: reader, site }) => {
  const other = await reader.read(`${site}/odd/cup-again.html`);
  expect(await underlined(other)).toEqual([]);
  await other.close();

  const page = await reader.read(`${site}/sport.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: \d+ statements? can now be compared\.$/)).toBeVisible();

  await reader.restart();
  const again = await reader.read(`${site}/odd/cup-again.html`);
  const trains = 'The operator Varden Rail put on 14 extra services for the final and said that 6,200 supporters had used them.';
  await expect.poll(() => isUnderlined(again, trains)).toBe(true);
  const shown = await Popup.on(reader, again.url());
  const evidence = (await shown.evidence(trains)).filter({ hasText: 'Agrees' }).first();
  await expect(evidence.locator('.source')).toContainText('Harbour Times');
  await shown.shelf();
  await expect(shown.page.getByText('4 articles, on this device only.')).toBeVisible();
});

test('a stored article is no evidence for itself', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/sport.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await page.reload();
  await reader.settled(page);
  expect(await underlined(page)).toEqual([]);
});

test('the page exports as our schema wants it, each claim with its sentence and stances', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const state = await reader.state(page.url());
  const popup = await Popup.on(reader, page.url());
  const exported = await popup.exported('Export page');
  expect(schemaErrors(exported)).toEqual([]);
  const claims = claimsIn(exported);
  expect(state?.state === 'read' && state.reading.annotations.length).toBe(claims.length);
  const conflict = claims.find(({ exact }) => bare(exact) === bare(FOUR_HUNDRED));
  expect(conflict?.source).toBe(page.url());
  expect(conflict?.stances).toContain('conflicts');
});

test('all stored articles export as our schema wants it', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await popup.shelf();
  const exported = await popup.exported('Export all');
  expect(schemaErrors(exported)).toEqual([]);
  expect(claimsIn(exported).some(({ source }) => source === page.url())).toBe(true);
});
