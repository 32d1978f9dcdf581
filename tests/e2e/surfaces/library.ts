// The library's views in their states: with the wire story saved, with nothing stored, while it waits, and when nothing is answered.
import type { Page } from '@playwright/test';
import { collect } from '../../../components/exchange/collect';
import type { ExportCalls } from '../../../components/exchange/collect';
import { press, there, without } from './surface';
import type { Surface } from './surface';
import type { World } from './world';

const WIRE = '.row-title a[href*="article/"]';
const library = async (world: World, view: string, seen: string) => there(await world.own(`library.html#${view}`), seen);

/** The article that was saved last stands first. */
async function reading(world: World): Promise<Page> {
  const page = await library(world, 'articles', WIRE);
  await press(page, WIRE);
  return there(page, '.stored-text .underlined');
}

async function importing(world: World, name: string, content: string, seen: string): Promise<Page> {
  const page = await library(world, 'exchange', '.drop-place');
  await page.locator('[data-pick=files]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  return there(page, seen);
}

async function wholeLibrary(world: World): Promise<string> {
  const calls = { exportPlan: asked(world, 'exportPlan'), exportPart: asked(world, 'exportPart'), exportEnds: asked(world, 'exportEnds') };
  return (await collect(calls, 'library', null, () => true))!.content.text();
}

function asked<T extends keyof ExportCalls>(world: World, type: T) {
  return (ask: Parameters<ExportCalls[T]>[0]): ReturnType<ExportCalls[T]> => world.ask(type, ask) as ReturnType<ExportCalls[T]>;
}

/** The article that was taken out of the matter shown, until it is brought back. */
let removed = '';

async function matterWithFigures(world: World): Promise<Page> {
  const page = await library(world, 'matters', '.matter-list a');
  for (const link of await page.locator('.matter-list a').all()) {
    const href = await link.getAttribute('href');
    await page.goto(`${world.reader.origin}library.html${href ?? ''}`);
    await there(page, '.matter h2');
    if ((await page.locator('.ledger').count()) > 0) return there(page, '.ledger-table');
    await page.goBack();
    await there(page, '.matter-list a');
  }
  throw new Error('no matter has figures');
}

export const ARTICLES: Surface[] = [
  { name: 'library: articles', open: (world) => library(world, 'articles', WIRE) },
  { name: 'library: searched, all fields open', open: (world) => library(world, 'articles?text=soldiers&figure=89', '.hit mark') },
  { name: 'library: nothing fits', open: (world) => library(world, 'articles?text=zeppelin', '.status h3') },
  {
    name: 'library: selected, tagged and one deleted',
    open: async (world) => {
      const page = await library(world, 'articles', WIRE);
      await press(page, '.row-select input');
      await press(page, 'li[data-at="2"] .row-ways > button:last-child');
      return there(page, '.row.is-removed');
    },
    after: async (_world, page) => {
      await press(page, '.row.is-removed .row-ways > button:last-child');
      await page.locator('.row.is-removed').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'library: tags and note, refused',
    open: async (world) => {
      const page = await library(world, 'articles', WIRE);
      await press(page, '.row-ways > button');
      await page.locator('dialog input').fill('x'.repeat(300));
      await press(page, 'dialog button[type=submit]');
      return there(page, 'dialog [role=alert]');
    },
  },
  {
    name: 'library: an article with its evidence',
    open: async (world) => {
      const page = await reading(world);
      await press(page, '.stored-text .underlined.is-conflicting, .stored-text .underlined.is-both');
      return there(page, '.beside .evidence');
    },
  },
  {
    name: 'library: a statement being corrected, a figure refused',
    open: async (world) => {
      const page = await reading(world);
      await press(page, 'button[aria-pressed]');
      await press(page, '.stored-text .is-choosable:has-text("400 Russian soldiers")');
      await there(page, '.correction-form');
      await page.locator('.figure-line input').first().fill('many');
      await press(page, '.correction-form button[type=submit]');
      return there(page, '.correction-form [role=alert]');
    },
  },
  { name: 'library: an article that is gone', open: (world) => library(world, 'article/none', '.status h2, .status h3') },
];

export const JUDGED: Surface[] = [
  { name: 'library: inbox', open: (world) => library(world, 'inbox', '.dispute') },
  {
    name: 'library: verdicts, one taken back',
    open: async (world) => {
      const page = await reading(world);
      await press(page, '.stored-text .underlined.is-conflicting, .stored-text .underlined.is-both');
      await press(page, '.beside .evidence .verdict button');
      await there(page, '.verdict-undo');
      await page.goto(`${world.reader.origin}library.html#verdicts`);
      await there(page, '.judged-line');
      await press(page, '.judged-line > button');
      return there(page, '.judged-line.is-gone');
    },
  },
  { name: 'library: matters', open: (world) => library(world, 'matters', '.matter-list a') },
  { name: 'library: no matter found', open: (world) => library(world, 'matters?text=zeppelin', '.matter-search ~ *') },
  { name: 'library: a matter with its figures', open: matterWithFigures },
  {
    name: 'library: a matter that has changed while it was open',
    open: async (world) => {
      const page = await matterWithFigures(world);
      const title = await page.locator('.matter .source-title').first().innerText();
      removed = (await world.ask<{ id: string; title: string }[]>('articles')).find((article) => article.title === title)?.id ?? '';
      await world.ask('remove', { id: removed, operation: crypto.randomUUID() });
      return there(page, '.matter-changed button');
    },
    after: async (world) => void (await world.ask('restore', { id: removed, operation: crypto.randomUUID() })),
  },
];

export const EXCHANGE: Surface[] = [
  { name: 'library: export and import', open: (world) => library(world, 'exchange', '.drop-place') },
  {
    name: 'library: exported',
    open: async (world) => {
      const page = await library(world, 'exchange', '.drop-place');
      await Promise.all([page.waitForEvent('download'), press(page, '.exchange button.primary')]);
      return there(page, '.exchange-outcome:not(:empty)');
    },
  },
  {
    name: 'library: import previewed, about to replace',
    open: async (world) => {
      const page = await importing(world, 'library.json', await wholeLibrary(world), '.exchange-counts');
      await press(page, 'input[value=replace]');
      return there(page, 'button.danger');
    },
  },
  {
    name: 'library: imported',
    open: async (world) => {
      const page = await importing(world, 'library.json', await wholeLibrary(world), '.exchange-counts');
      await press(page, '.exchange-step button.primary');
      return there(page, '.exchange-step:not(:has(fieldset)) .exchange-counts');
    },
  },
  { name: 'library: a damaged file', open: (world) => importing(world, 'a-name-that-is-much-longer-than-anything-that-fits-into-one-line-of-it.json', '{"articles": [', '.exchange-step .detail') },
  { name: 'library: files not taken', open: (world) => importing(world, 'picture.html', '<!doctype html><title>Nothing</title><p>Too short.</p>', '.failed-files') },
];

const VIEWS = ['articles', 'article/none', 'matters', 'matter/none', 'inbox', 'verdicts'];

export const WITHOUT_ANSWER: Surface[] = VIEWS.flatMap((view): Surface[] => [
  { name: `library: ${view}, waiting`, open: (world) => without(world, `library.html#${view}`, 'waiting', '.library-head') },
  { name: `library: ${view}, nobody answers`, open: (world) => without(world, `library.html#${view}`, 'failing', '.status .primary') },
]);

/** After `World.purge`. */
export const NOTHING_STORED: Surface[] = [
  ...['articles', 'matters', 'inbox', 'verdicts'].map((view): Surface => ({ name: `library: ${view}, empty`, open: (world) => library(world, view, '.status h3') })),
  {
    name: 'popup: no stored articles',
    open: async (world) => {
      const page = await world.on('popup.html');
      await press(page, '[role=tab]:nth-child(2)');
      return there(page, '.status');
    },
  },
  {
    name: 'popup: nothing to compare with',
    open: async (world) => {
      await world.wire.reload();
      await world.reader.settled(world.wire);
      return there(await world.on('popup.html'), '.status');
    },
  },
  { name: 'settings: nothing stored', open: async (world) => there(await world.own('options.html'), '.options .terms dd') },
];
