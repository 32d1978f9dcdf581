// The pictures of the library's views: list, search, an article as it is read and corrected, inbox, verdicts, and what is not stored any
// more. Each is brought about by the links and buttons that a reader has.
import type { Page } from '@playwright/test';
import { says } from './studio';
import type { Scene, Studio } from './studio';

/** The demo page that is saved before. */
const WIRE = 'Moscow raises toll of New Year rocket strike as families demand answers';

async function read(page: Page): Promise<void> {
  await page.getByRole('link', { name: WIRE }).click();
  await page.locator('.stored-text .underlined').first().waitFor();
}

interface View {
  name: string;
  view: string;
  there: string;
  prepare?: (page: Page) => Promise<void>;
  /** The window only: long lists go on for ever. */
  window?: true;
}

const VIEWS: View[] = [
  { name: 'library-articles', view: 'articles', there: '.row-title', window: true },
  { name: 'library-narrowing', view: 'articles', there: '.search-fields', window: true, prepare: (page) => page.getByRole('button', { name: 'Narrow the list' }).click() },
  { name: 'library-search', view: 'articles?text=soldiers&figure=89', there: '.hit', window: true },
  { name: 'library-search-none', view: 'articles?text=zeppelin', there: '.status', window: true },
  {
    name: 'library-selected',
    view: 'articles',
    there: '.selected',
    window: true,
    prepare: async (page) => {
      await page.locator('.row-select input').first().check();
      await page.locator('.row-select input').nth(1).check();
    },
  },
  { name: 'library-label', view: 'articles', there: 'dialog', window: true, prepare: (page) => page.getByRole('button', { name: /^Tags and note/ }).first().click() },
  {
    name: 'library-label-filled',
    view: 'articles?tag=Melitovka',
    there: 'dialog',
    window: true,
    prepare: (page) => page.getByRole('button', { name: /^Tags and note/ }).first().click(),
  },
  { name: 'library-article', view: 'articles', there: '.stored-text .underlined', prepare: read },
  {
    name: 'library-article-evidence',
    view: 'articles',
    there: '.beside .evidence',
    prepare: async (page) => {
      await read(page);
      await page.locator('.stored-text .underlined.is-conflicting').first().click();
    },
  },
  {
    name: 'library-article-labelled',
    view: 'articles?tag=Melitovka',
    there: '.stored-note',
    prepare: async (page) => {
      await page.locator('.row-title a').first().click();
      await page.locator('.label-place button').first().click();
    },
  },
  {
    name: 'library-correction',
    view: 'articles',
    there: '.correction-form',
    prepare: async (page) => {
      await read(page);
      await page.getByRole('button', { name: 'Correct statements' }).click();
      await page.locator('.is-choosable').nth(1).click();
    },
  },
  { name: 'library-inbox', view: 'inbox', there: '.dispute' },
  { name: 'library-verdicts-empty', view: 'verdicts', there: '.status' },
  { name: 'library-matters', view: 'matters', there: '.matter-list a' },
  { name: 'library-matters-none', view: 'matters?text=zeppelin', there: '.matter-search' },
  {
    name: 'library-matter',
    view: 'matters?text=Melitovka',
    there: '.ledger-plot canvas',
    prepare: (page) => page.locator('.matter-list a').first().click(),
  },
];

const viewScenes = VIEWS.map(({ name, view, there, prepare, window }): Scene => ({
  names: [name, `${name}-narrow`],
  take: async (studio) => {
    const page = await studio.open(`library.html#${view}`);
    await prepare?.(page);
    await page.locator(there).first().waitFor({ timeout: 60_000 });
    await studio.shoot(page, name, { full: !window, narrow: true });
  },
}));

/** Corrects the first statement that can be, and reads it back. */
async function corrected(studio: Studio): Promise<void> {
  const page = await studio.open('library.html#articles');
  await read(page);
  await page.getByRole('button', { name: 'Correct statements' }).click();
  await page.locator('.is-choosable').nth(1).click();
  const form = page.locator('.correction-form');
  await form.getByLabel('Said by').fill('the General Staff');
  await form.getByLabel('Said by').press('Enter');
  await says(page, 'Correction saved.');
  await studio.shoot(page, 'library-corrected');
  await page.getByRole('button', { name: '1 correction by you' }).click();
  await page.locator('.corrections').scrollIntoViewIfNeeded();
  await studio.shoot(page, 'library-corrections', { full: true, narrow: true });
}

/** Needs the made-up articles and the wire page stored. */
export const libraryScenes: Scene[] = [
  ...viewScenes,
  {
    names: ['library-matter-said', 'library-matter-said-narrow'],
    take: async (studio) => {
      const page = await studio.open('library.html#matters?text=Melitovka');
      await page.locator('.matter-list a').first().click();
      await page.locator('.ledger-table button').first().click();
      await page.locator('.stored-text .is-wanted').waitFor();
      await studio.shoot(page, 'library-matter-said', { narrow: true });
    },
  },
  {
    names: ['library-matter-changed', 'library-matter-changed-narrow'],
    take: async (studio) => {
      const page = await studio.open('library.html#matters?text=Melitovka');
      await page.locator('.matter-list a').first().click();
      const title = await page.locator('.matter .source-title').first().innerText();
      const list = await studio.open('library.html#articles');
      await list.getByRole('button', { name: `Delete: ${title}`, exact: true }).first().click();
      await page.bringToFront();
      await page.locator('.matter-changed button').waitFor();
      await studio.shoot(page, 'library-matter-changed', { narrow: true });
      await list.bringToFront();
      await list.getByRole('button', { name: /^Undo/ }).first().click();
      await list.locator('.row.is-removed').waitFor({ state: 'detached' });
    },
  },
  { names: ['library-corrected', 'library-corrections', 'library-corrections-narrow'], take: corrected },
  {
    names: ['library-verdicts', 'library-verdicts-narrow'],
    take: async (studio) => {
      const page = await studio.open('library.html#articles');
      await read(page);
      await page.locator('.stored-text .underlined').first().click();
      await page.getByRole('button', { name: 'Agree', exact: true }).first().click();
      await says(page, /You said/);
      await page.locator('.stored-text .underlined.is-conflicting').nth(1).click();
      await page.getByRole('button', { name: 'Wrong match', exact: true }).last().click();
      await page.getByRole('link', { name: 'Verdicts' }).click();
      await page.locator('.judged-line').first().waitFor();
      await studio.shoot(page, 'library-verdicts', { full: true, narrow: true });
    },
  },
  {
    names: ['library-removed', 'library-removed-narrow', 'library-gone', 'library-gone-narrow'],
    take: async (studio) => {
      const page = await studio.open('library.html#articles');
      const link = page.getByRole('link', { name: WIRE });
      const address = await link.getAttribute('href');
      await page.getByRole('button', { name: `Delete: ${WIRE}` }).click();
      await page.locator('.row.is-removed').waitFor();
      await studio.shoot(page, 'library-removed', { narrow: true });
      await page.goto(`${studio.reader.origin}library.html${address}`);
      await page.reload();
      await page.getByRole('button', { name: 'Bring it back' }).waitFor();
      await studio.shoot(page, 'library-gone', { narrow: true });
      await page.getByRole('button', { name: 'Bring it back' }).click();
      await page.locator('.stored-text').waitFor();
    },
  },
  {
    names: ['library-not-stored'],
    take: async (studio) => {
      const page = await studio.open('library.html#article/none');
      await page.locator('.status h3').waitFor();
      await studio.shoot(page, 'library-not-stored');
    },
  },
];
