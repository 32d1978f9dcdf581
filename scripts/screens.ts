// `npm run screens`: a picture of every surface in every state, light and dark, in .output/screens/, taken in the real extension
// on the demo pages. Builds the demo package first. What a state needs is brought about as a reader would bring it about.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PAGES, serveDemo } from '../tests/demo/server.mjs';
import { ReaderBrowser } from '../tests/e2e/chromium/reader-browser';
import { Card } from '../tests/e2e/pages/card';
import { clickWords } from '../tests/e2e/pages/news-page';
import { Popup } from '../tests/e2e/pages/popup';
import { ROOT } from './setup.mjs';

const FOLDER = join(ROOT, '.output', 'screens');
/** Underlines, fonts and the card's entrance have settled by then. */
const SETTLE_MS = 400;

type Scheme = 'light' | 'dark';
let failures = 0;

async function shoot(page: Page, scheme: Scheme, name: string, fullPage = false): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.${scheme}.png`), fullPage });
  process.stderr.write(`${name}.${scheme}.png\n`);
}

/** One surface: what fails is said, its pages are closed, and the others are still taken. */
async function surface(reader: ReaderBrowser, name: string, take: () => Promise<void>): Promise<void> {
  const before = new Set(reader.context.pages());
  try {
    await take();
  } catch (error) {
    for (const page of reader.context.pages()) if (!before.has(page)) await page.close();
    failures += 1;
    process.stderr.write(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}\n`);
  }
}

async function popupOn(reader: ReaderBrowser, url: string, scheme: Scheme, name: string, prepare?: (popup: Popup) => Promise<void>): Promise<void> {
  const popup = await Popup.on(reader, url);
  try {
    await prepare?.(popup);
    await shoot(popup.page, scheme, name);
  } finally {
    await popup.close();
  }
}

const shown = (popup: Popup, words: string | RegExp): Promise<void> => popup.page.getByText(words).first().waitFor({ timeout: 20_000 });

async function pages(reader: ReaderBrowser, site: string, scheme: Scheme): Promise<void> {
  for (const path of PAGES) {
    await surface(reader, path, async () => {
      const page = await reader.read(site + path);
      await shoot(page, scheme, `page-${path.replace(/\W+/g, '-').replace(/^-|-html$/g, '')}`, true);
      await page.close();
    });
  }
  const cards: { path: string; words: string; name: string }[] = [
    { path: '/wire.html', words: 'on 24 February 2022', name: 'card-both' },
    { path: '/wire.html', words: '400 Russian soldiers', name: 'card-differs' },
    { path: '/wire.html', words: '89 of its soldiers', name: 'card-agrees' },
    { path: '/live.html', words: 'half a million men in the next', name: 'card-on-dark-page' },
    { path: '/broadcaster.html', words: 'further', name: 'card-among-tags' },
  ];
  for (const { path, words, name } of cards) {
    await surface(reader, name, async () => {
      const page = await reader.read(site + path);
      await clickWords(page, words);
      const card = await Card.of(page);
      for (let tries = 20; (await card.text()) === null; tries -= 1) {
        if (tries === 0) throw new Error('no card opened');
        await page.waitForTimeout(SETTLE_MS);
      }
      await shoot(page, scheme, name);
      await page.close();
    });
  }
}

async function popups(reader: ReaderBrowser, site: string, scheme: Scheme): Promise<void> {
  const states: { path: string; name: string; words: string | RegExp }[] = [
    { path: '/sport.html', name: 'popup-nothing-matched', words: 'Nothing stored speaks of this' },
    { path: '/odd/empty.html', name: 'popup-not-an-article', words: 'This does not look like an article' },
    { path: '/odd/german.html', name: 'popup-not-english', words: 'This page is not in English' },
    { path: '/odd/paper.pdf', name: 'popup-pdf', words: 'No extension may read this page' },
    { path: '/odd/long.html', name: 'popup-reading', words: /Reading this page|Starting the engine|Looking at this page/ },
  ];
  for (const { path, name, words } of states) {
    await surface(reader, name, async () => {
      const page = await reader.open(site + path);
      await popupOn(reader, page.url(), scheme, name, (popup) => shown(popup, words));
      await page.close();
    });
  }
  await surface(reader, 'popup-no-access', async () => {
    // The demo build may read 127.0.0.1 but not the same site by its other name.
    const known = await reader.worker.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
    const page = await reader.open(`${site.replace('127.0.0.1', 'localhost')}/wire.html`);
    const tab = await reader.worker.evaluate(async (before) => (await chrome.tabs.query({})).find(({ id }) => !before.includes(id))?.id, known);
    const popup = await reader.open(`${reader.origin}popup.html?tab=${tab}`);
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.getByRole('heading', { name: 'This page has not been read' }).waitFor();
    await shoot(popup, scheme, 'popup-no-access');
    await popup.close();
    await page.close();
  });
  await surface(reader, 'popup-claims', async () => {
    const page = await reader.read(`${site}/wire.html`);
    await popupOn(reader, page.url(), scheme, 'popup-claims', async (popup) => popup.claims.first().waitFor());
    await popupOn(reader, page.url(), scheme, 'popup-evidence', async (popup) => {
      await popup.evidence('on 24 February 2022');
      await popup.claim('on 24 February 2022').first().scrollIntoViewIfNeeded();
    });
    await popupOn(reader, page.url(), scheme, 'popup-exported', async (popup) => void (await popup.exported('Export page')));
    await popupOn(reader, page.url(), scheme, 'popup-saved', async (popup) => {
      await popup.press('Save this article');
      await shown(popup, /^Saved: /);
    });
    await popupOn(reader, page.url(), scheme, 'popup-already-saved', (popup) => shown(popup, /^Already saved on/));
    await popupOn(reader, page.url(), scheme, 'popup-shelf-deleted', async (popup) => {
      await popup.shelf();
      await shown(popup, /on this device only/);
      await shoot(popup.page, scheme, 'popup-shelf');
      await popup.page.getByRole('button', { name: /^Delete: / }).first().click();
      await shown(popup, /^Deleted: /);
    });
    await surface(reader, 'panel', async () => {
      const panel = await reader.open(`${reader.origin}sidepanel.html?tab=${await reader.tab(page.url())}&claim=1`);
      await panel.setViewportSize({ width: 400, height: 900 });
      await panel.getByRole('listitem').first().waitFor();
      await shoot(panel, scheme, 'panel');
      await panel.close();
    });
    await page.close();
  });
}

/** The library with one article saved beside the seeds: each view, wide and at 360 px; then what a search finds nothing for, and what is gone. */
async function library(reader: ReaderBrowser, scheme: Scheme): Promise<void> {
  const page = await reader.open(`${reader.origin}library.html`);
  const both = async (name: string, fullPage = false) => {
    await shoot(page, scheme, name, fullPage);
    await page.setViewportSize({ width: 360, height: 740 });
    await shoot(page, scheme, `${name}-narrow`, fullPage);
    await page.setViewportSize({ width: 1100, height: 900 });
  };
  const states: { name: string; view: string; there: string; prepare?: () => Promise<void> }[] = [
    { name: 'library-articles', view: 'articles', there: '.row-title' },
    { name: 'library-search', view: 'articles?text=soldiers&figure=89', there: '.hit' },
    { name: 'library-search-none', view: 'articles?text=zeppelin', there: '.status' },
    { name: 'library-label', view: 'articles', there: 'dialog', prepare: () => page.getByRole('button', { name: /^Tags and note/ }).first().click() },
    {
      name: 'library-article',
      view: 'articles',
      there: '.beside .evidence',
      prepare: async () => {
        await page.locator('.row-title a').first().click();
        await page.locator('.stored-text .underlined.is-conflicting').first().click();
      },
    },
    {
      name: 'library-correction',
      view: 'articles',
      there: '.correction-form',
      prepare: async () => {
        await page.locator('.row-title a').first().click();
        await page.getByRole('button', { name: 'Correct statements' }).click();
        await page.locator('.is-choosable').nth(1).click();
      },
    },
    { name: 'library-gone', view: 'article/none', there: '.status' },
    { name: 'library-inbox', view: 'inbox', there: '.dispute' },
    { name: 'library-verdicts-empty', view: 'verdicts', there: '.status' },
    { name: 'library-matters', view: 'matters', there: '.matter-list a' },
    { name: 'library-matter', view: 'matters', there: '.matter', prepare: () => page.locator('.matter-list a').first().click() },
    { name: 'library-exchange', view: 'exchange', there: '.exchange' },
  ];
  for (const { name, view, there, prepare } of states) {
    await surface(reader, name, async () => {
      await page.goto(`${reader.origin}library.html#${view}`);
      await page.reload();
      await prepare?.();
      await page.locator(there).first().waitFor({ timeout: 60_000 });
      await both(name, name !== 'library-articles');
    });
  }
  await surface(reader, 'library-verdicts', async () => {
    await page.goto(`${reader.origin}library.html#articles`);
    await page.reload();
    await page.locator('.row-title a').first().click();
    await page.locator('.stored-text .underlined').first().click();
    await page.getByRole('button', { name: 'Agree', exact: true }).first().click();
    await page.getByRole('link', { name: 'Verdicts' }).click();
    await page.locator('.judged-line').waitFor();
    await both('library-verdicts');
  });
  await page.close();
}

/** Last, since they take the stored articles away: nothing stored, and a database that a newer version has written. */
async function withoutCorpus(reader: ReaderBrowser, site: string, scheme: Scheme): Promise<void> {
  await surface(reader, 'popup-empty-corpus', async () => {
    const page = await reader.read(`${site}/sport.html`);
    await popupOn(reader, page.url(), scheme, 'popup-shelf-all-deleted', async (popup) => {
      await popup.shelf();
      const deletes = popup.page.getByRole('button', { name: /^Delete: /, disabled: false });
      await deletes.first().waitFor();
      for (let left = await deletes.count(); left > 0; left -= 1) {
        await deletes.first().click();
        await popup.page.waitForTimeout(SETTLE_MS);
      }
    });
    await popupOn(reader, page.url(), scheme, 'popup-shelf-empty', (popup) => popup.shelf());
    for (const view of ['articles', 'inbox', 'matters']) {
      const shelves = await reader.open(`${reader.origin}library.html#${view}`);
      await shelves.locator('.status h3').waitFor();
      await shoot(shelves, scheme, `library-${view}-empty`);
      await shelves.close();
    }
    await page.reload();
    await reader.settled(page);
    await popupOn(reader, page.url(), scheme, 'popup-empty-corpus', (popup) => shown(popup, 'Nothing to compare with yet'));
    await page.close();
  });
  await surface(reader, 'popup-corpus-unreadable', async () => {
    const desk = await reader.open(`${reader.origin}welcome.html`);
    await desk.evaluate(async () => {
      for (const { name, version } of await indexedDB.databases()) {
        await new Promise<void>((resolve) => {
          const request = indexedDB.open(name ?? '', (version ?? 1) + 1000);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => resolve();
        });
      }
    });
    await reader.restart();
    const page = await reader.open(`${site}/wire.html`);
    await popupOn(reader, page.url(), scheme, 'popup-corpus-unreadable', (popup) => shown(popup, 'Your stored articles can’t be opened'));
    const settings = await reader.open(`${reader.origin}options.html`);
    await settings.getByRole('button', { name: 'Try again' }).waitFor();
    await shoot(settings, scheme, 'settings-corpus-unreadable', true);
    const shelves = await reader.open(`${reader.origin}library.html`);
    await shelves.getByRole('button', { name: 'Try again' }).waitFor();
    await shoot(shelves, scheme, 'library-corpus-unreadable');
  });
}

const build = spawnSync('npx', ['wxt', 'build', '--mode', 'demo'], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
if (build.status !== 0) process.exit(1);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const demo = await serveDemo();
for (const scheme of ['light', 'dark'] as const) {
  const reader = await ReaderBrowser.launch({ colorScheme: scheme });
  await surface(reader, 'welcome', async () => {
    const welcome = await reader.open(`${reader.origin}welcome.html`);
    await shoot(welcome, scheme, 'welcome', true);
    await welcome.close();
  });
  await surface(reader, 'settings', async () => {
    const settings = await reader.open(`${reader.origin}options.html`);
    await settings.getByRole('heading', { name: 'Compared by meaning and by words' }).waitFor();
    await shoot(settings, scheme, 'settings', true);
    await settings.close();
  });
  await pages(reader, demo.url, scheme);
  await popups(reader, demo.url, scheme);
  await surface(reader, 'library', () => library(reader, scheme));
  await withoutCorpus(reader, demo.url, scheme);
  await reader.close();
}
await demo.close();
process.stdout.write(`${FOLDER}\n`);
process.exitCode = failures === 0 ? 0 : 1;
