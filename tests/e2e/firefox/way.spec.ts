// The whole way, in Firefox: read, look, save, restart, find again, export; and what must stay quiet there too.
import type { Page } from 'puppeteer-core';
import { claimsIn, schemaErrors } from '../annotation-schema';
import { bare, isUnderlined, underlined } from '../pages/underlines';
import { until } from '../pages/until';
import { expect, NO_FIREFOX, test } from './test';

test.skip(...NO_FIREFOX);

const EIGHTY_NINE = "Russia's defence ministry now says that 89 of its soldiers were killed when Ukrainian rockets hit their quarters on New Year's Eve.";
const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
const TRAINS = 'The operator Varden Rail put on 14 extra services for the final and said that 6,200 supporters had used them.';

/** Presses the button or tab of this name in one of our pages. */
async function press(page: Page, name: string): Promise<void> {
  await until(`a button "${name}"`, () =>
    page.evaluate((wanted) => {
      const button = [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.trim().startsWith(wanted) && one.ariaDisabled !== 'true');
      button?.click();
      return button !== undefined;
    }, name),
  );
}

/** Opens a claim in the popup's list and returns the words of its evidence. */
async function evidence(page: Page, sentence: string): Promise<string[]> {
  return await until(`evidence on "${sentence}"`, () =>
    page.evaluate((wanted) => {
      const claim = [...document.querySelectorAll('li.claim')].find((one) => one.textContent.includes(wanted));
      claim?.querySelector<HTMLElement>('button[aria-expanded=false]')?.click();
      const found = [...(claim?.querySelectorAll('li.evidence') ?? [])].map((one) => one.textContent);
      return found.length > 0 ? found : null;
    }, sentence),
  );
}

const says = (page: Page, words: string): Promise<boolean> => until(`"${words}"`, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words));

test('a page is underlined, and the popup shows evidence with stance and reason', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, EIGHTY_NINE)).toBe(true);
  const popup = await reader.popup(page.url());
  expect((await evidence(popup, FOUR_HUNDRED)).some((words) => words.includes('Differs') && words.includes('400 here, 89 there'))).toBe(true);
  expect((await evidence(popup, EIGHTY_NINE)).some((words) => words.includes('Agrees'))).toBe(true);
});

test('what was saved is evidence on another page after the browser was restarted', async ({ fresh: reader, site }) => {
  const before = await reader.read(`${site}/odd/cup-again.html`);
  expect(await underlined(before.page)).toEqual([]);
  await before.page.close();
  const { page } = await reader.read(`${site}/sport.html`);
  const popup = await reader.popup(page.url());
  await press(popup, 'Save this article');
  await says(popup, 'can now be compared');

  await reader.restart();
  const again = await reader.read(`${site}/odd/cup-again.html`);
  await expect.poll(() => isUnderlined(again.page, TRAINS)).toBe(true);
  const shown = await reader.popup(again.page.url());
  expect((await evidence(shown, TRAINS)).some((words) => words.includes('Agrees') && words.includes('Harbour Times'))).toBe(true);
  await press(shown, 'Stored articles');
  await says(shown, '4 articles, on this device only.');
});

test('the page exports as our schema wants it', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  const popup = await reader.popup(page.url());
  await says(popup, FOUR_HUNDRED);
  // Downloads can't be read over this protocol: keep a second hold of the very file that is handed to the reader.
  await popup.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      (window as unknown as { handed: Promise<string> }).handed = (file as Blob).text();
      return make(file);
    };
  });
  await press(popup, 'Export page');
  const text = await until('a file', () => popup.evaluate(() => (window as unknown as { handed?: Promise<string> }).handed ?? null));
  const exported: unknown = JSON.parse(text);
  expect(schemaErrors(exported)).toEqual([]);
  const conflict = claimsIn(exported).find(({ exact }) => bare(exact) === bare(FOUR_HUNDRED));
  expect(conflict?.source).toBe(page.url());
  expect(conflict?.stances).toContain('conflicts');
});

test('a page that watches itself sees no mutation, though it is underlined', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/watching.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  expect(await page.evaluate(() => (window as unknown as { watched: { mutations: number } }).watched.mutations)).toBe(0);
});

test('a page on another matter gets no underline', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/sport.html`);
  expect(await underlined(page)).toEqual([]);
});

test('an article that its page fills in by script is read, and navigation within it too', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/script.html`);
  await expect.poll(async () => (await underlined(page)).join(' ')).toContain('300,000 reservists');
  await page.evaluate(() => document.querySelector<HTMLElement>('a.next')?.click());
  await expect.poll(async () => (await underlined(page)).join(' '), { timeout: 30_000 }).toContain('General Sergei Surovikin called for the retreat from Kherson');
  expect((await underlined(page)).join(' ')).not.toContain('reservists');
});
