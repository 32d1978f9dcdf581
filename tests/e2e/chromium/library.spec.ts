// The library in the real browser, as a reader goes through it: articles and search, reading and correcting, inbox, verdicts, matters,
// export; what it does when an article goes in another tab; its width at 360 px, and axe.
import { readFile } from 'node:fs/promises';
import { Library } from '../pages/library';
import { Popup } from '../pages/popup';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const WIRE = 'Moscow raises toll of New Year rocket strike as families demand answers';
const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";

async function saveWire(reader: ReaderBrowser, site: string): Promise<void> {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await popup.close();
  await page.close();
}

test('articles are listed, searched as one types, and the address keeps the search', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  const library = await Library.on(reader);
  await expect(library.lines).toHaveCount(4);
  // The wire story and the seed that it follows.
  await library.page.getByRole('searchbox').fill('mobile phones');
  await expect(library.lines).toHaveCount(2);
  await expect(library.line(WIRE).locator('.hit mark').first()).toBeVisible();
  await library.page.reload();
  await expect(library.lines).toHaveCount(2);
  await library.press('Clear search');
  await expect(library.lines).toHaveCount(4);
  await library.press('Narrow the list');
  await library.page.getByLabel('Outlet').fill('Halden');
  await expect(library.lines).toHaveCount(1);
  await library.page.getByLabel('Outlet').fill('');
  await library.page.getByLabel('Figure').fill('300,000');
  await expect(library.line(WIRE)).toBeVisible();
  await library.page.getByLabel('Figure').fill('');
  await library.page.getByLabel('Speaker').fill('Macron');
  await expect(library.line(WIRE)).toBeVisible();
  await library.page.getByLabel('Speaker').fill('');
  await library.page.getByLabel('From', { exact: true }).fill('2023-01-05');
  await library.page.getByLabel('To', { exact: true }).fill('2023-01-05');
  await expect(library.line(WIRE)).toBeVisible();
  await library.page.getByLabel('To', { exact: true }).fill('');
  await library.page.getByLabel('From', { exact: true }).fill('2030-01-01');
  await expect(library.page.getByRole('heading', { name: 'No article fits' })).toBeVisible();
  await library.press('Clear search');
  await library.page.getByLabel('Statements that').selectOption('conflicts');
  await expect(library.line(WIRE)).toBeVisible();
});

test('tags and note are kept and found again; a tag of 10,000 characters is refused', async ({ fresh: reader }) => {
  const library = await Library.on(reader);
  const title = (await library.lines.first().locator('.row-title').textContent()) ?? '';
  await library.lines.first().getByRole('button', { name: /^Tags and note/ }).click();
  const dialog = library.page.getByRole('dialog');
  await dialog.getByLabel('Tags').fill('x'.repeat(10_000));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('a tag has at most 100 characters');
  await dialog.getByLabel('Tags').fill('grain, harbour');
  await dialog.getByLabel('Note').fill('ask again in spring');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(library.line(title).locator('.tags li')).toHaveText(['grain', 'harbour']);
  await library.page.goto(`${reader.origin}library.html#articles?tag=grain`);
  await library.page.reload();
  await expect(library.lines).toHaveCount(1);
  await expect(library.line(title)).toContainText('ask again in spring');
});

test('an article is deleted and brought back, and removed seeds are restored', async ({ fresh: reader }) => {
  const library = await Library.on(reader);
  await expect(library.lines).toHaveCount(3);
  const remove = library.lines.first().getByRole('button', { name: /^Delete: / });
  await remove.focus();
  await library.page.keyboard.press('Enter');
  await expect(library.page.getByText('2 articles, on this device only.')).toBeVisible();
  await expect(library.lines).toHaveCount(3);
  await library.page.keyboard.press('Enter');
  await expect(library.page.getByText('3 articles, on this device only.')).toBeVisible();
  await library.page.keyboard.press('Enter');
  await expect(library.page.getByText('2 articles, on this device only.')).toBeVisible();
  await library.press('Restore the articles that came along');
  await expect(library.page.getByText('3 articles, on this device only.')).toBeVisible();
});

test('an article is read with its claims marked and the evidence beside them; a verdict there counts everywhere', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  const library = await Library.on(reader);
  await library.read(WIRE);
  const sentence = library.sentence(FOUR_HUNDRED);
  await expect(sentence).toBeVisible();
  expect(['wavy', 'double']).toContain(await sentence.evaluate((element) => getComputedStyle(element).textDecorationStyle));
  await sentence.focus();
  await library.page.keyboard.press('Enter');
  const evidence = library.page.locator('.beside .evidence').filter({ hasText: 'Differs' }).first();
  await expect(evidence).toContainText('89');
  const said = (await evidence.locator('.side-there dd bdi').first().textContent()) ?? '';
  await evidence.getByRole('button', { name: 'Wrong match' }).click();
  await expect(evidence).toContainText('You said: wrong match');
  await library.turn('Verdicts');
  await expect(library.page.getByText('Your last judgement: 0 of 1 right.')).toBeVisible();
  await expect(library.page.locator('.judged-line')).toContainText(FOUR_HUNDRED);

  const page = await reader.read(`${site}/wire.html`);
  const popup = await Popup.on(reader, page.url());
  await popup.claims.first().waitFor();
  if ((await popup.claim(FOUR_HUNDRED).count()) > 0) await expect((await popup.evidence(FOUR_HUNDRED)).filter({ hasText: said })).toHaveCount(0);
  await popup.close();

  await library.press(/^Take back: /);
  await expect(library.page.getByRole('button', { name: /^Put back: / })).toBeVisible();
  await page.reload();
  await reader.settled(page);
  const again = await Popup.on(reader, page.url());
  await expect((await again.evidence(FOUR_HUNDRED)).filter({ hasText: 'Differs' }).first()).toContainText('89');
});

test('a statement is corrected, which is kept, listed and taken back', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  const library = await Library.on(reader);
  await library.read(WIRE);
  await library.press('Correct statements');
  await library.sentence(FOUR_HUNDRED).click();
  const form = library.page.getByRole('form', { name: /^Correct: / });
  await form.getByLabel('Said by').fill('the General Staff');
  await form.getByLabel('At most').first().fill('410');
  await form.getByLabel('At most').first().press('Enter');
  await expect(library.notice).toContainText('Correction saved.');
  await library.page.reload();
  await library.press('1 correction by you');
  await expect(library.page.locator('.corrections')).toContainText('Said by the General Staff');
  await library.press(/^Take back: /);
  await expect(library.page.getByText('1 correction by you')).toHaveCount(0);
  await library.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(library.page.getByText('1 correction by you')).toBeVisible();

  await library.press('Correct statements');
  await library.sentence(FOUR_HUNDRED).click();
  await library.page.getByLabel('Leave it out: not used as evidence').check();
  await library.press('Save');
  await expect(library.notice).toContainText('Correction saved.');
  await expect(library.page.locator('.beside-claims').filter({ hasText: FOUR_HUNDRED })).toHaveCount(0);
});

test('what a newly saved article differs from lands in the inbox, is counted, and marked as seen', async ({ fresh: reader, site }) => {
  const library = await Library.on(reader, 'inbox');
  await expect(library.page.getByRole('heading', { name: 'Nothing disputed so far' })).toBeVisible();
  await saveWire(reader, site);
  const line = library.page.locator('.dispute').filter({ hasText: '400 Russian soldiers' }).first();
  await expect(line).toBeVisible({ timeout: 60_000 });
  await expect(line).toContainText(WIRE);
  await expect(library.page.getByRole('navigation').locator('.count')).toBeVisible();
  await library.press('Mark all as seen');
  await expect(library.page.getByRole('navigation').locator('.count')).toHaveCount(0);
  await library.page.reload();
  await expect(library.page.getByText('0 not seen yet')).toBeVisible();
  await line.getByRole('link', { name: `Read in the library: ${WIRE}` }).click();
  await expect(library.page.locator('.stored-text .is-wanted')).toContainText('400 Russian soldiers');
});

test('matters are listed, and lead from a figure to its sentence', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  // While articles are still compared, matters are still being put together.
  await reader.rests();
  const library = await Library.on(reader, 'matters');
  const matter = library.page.locator('.matter-list a').first();
  await expect(matter).toBeVisible({ timeout: 60_000 });
  await matter.click();
  await library.page.locator('.matter .said').first().click();
  await expect(library.page.locator('.stored-text .is-wanted')).toBeVisible();
});

test('the library is exported whole, and the file changes nothing when it is brought back', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  const library = await Library.on(reader, 'exchange');
  const [download] = await Promise.all([library.page.waitForEvent('download'), library.page.locator('.exchange button.primary').first().click()]);
  const path = await download.path();
  expect((JSON.parse(await readFile(path, 'utf8')) as { articles: unknown[] }).articles).toHaveLength(4);
  await library.page.locator('[data-pick=files]').setInputFiles({ name: 'library.json', mimeType: 'application/json', buffer: await readFile(path) });
  const articles = library.page.locator('.exchange-counts tbody tr').first();
  await expect(articles.locator('td')).toHaveText(['0', '4', '0']);
});

test('saved pages are imported, and what is none is named with its reason', async ({ fresh: reader }) => {
  const library = await Library.on(reader, 'exchange');
  const words = 'The road to the village was closed for most of the night, and those who lived along it stood at their gates in the dark, talking in low voices. ';
  const article = `<!doctype html><html lang="en"><head><title>Bridge reopens in Varden</title><meta property="og:type" content="article"></head>
<body><article><h1>Bridge reopens in Varden</h1><p>The bridge in Varden was closed for 14 months, the mayor said.</p><p>${words.repeat(3)}</p><p>${words.repeat(2)}</p></article></body></html>`;
  await library.page.locator('[data-pick=files]').setInputFiles([
    { name: 'bridge.html', mimeType: 'text/html', buffer: Buffer.from(article) },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff]) },
  ]);
  await expect(library.page.getByRole('heading', { name: '1 article is stored' })).toBeVisible();
  await expect(library.page.locator('.failed-files li')).toHaveText([/^photo\.jpg.*only HTML files/]);
  await library.turn('Articles');
  await expect(library.line('Bridge reopens in Varden')).toBeVisible();
});

test('an article that is deleted in another tab can be brought back where it is read', async ({ fresh: reader, site }) => {
  await saveWire(reader, site);
  const [reading, list] = [await Library.on(reader), await Library.on(reader)];
  await reading.read(WIRE);
  await list.press(`Delete: ${WIRE}`);
  await expect(reading.page.getByRole('heading', { name: 'This article is not stored any more' })).toBeVisible();
  await reading.press('Bring it back');
  await expect(reading.page.getByRole('heading', { level: 2, name: WIRE })).toBeVisible();
  await expect(list.page.getByText('4 articles, on this device only.')).toBeVisible();
});
