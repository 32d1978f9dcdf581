// `npm run screens -- --store`: the five pictures of docs/store/screenshots.md, 1280 × 800, put together as the browser shows them: the
// popup over the page at the upper right, the panel beside it. On a copy of the demo package that may read one made-up news host
// instead of this machine's address, so that the pictures show a name.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveDemo } from '../../tests/demo/server.mjs';
import { ReaderBrowser } from '../../tests/e2e/chromium/reader-browser';
import { packageOf } from '../../tests/e2e/package';
import { wordsAt } from '../../tests/e2e/pages/news-page';
import { Popup } from '../../tests/e2e/pages/popup';
import { importFile, quiet } from './exchange';
import { MATTERS_FILE } from './made-up';
import { cardOn } from './pages';
import { Studio } from './studio';

const SIZE = { width: 1280, height: 800 };
const POPUP = { width: 380, height: 560 };
const PANEL_WIDTH = 420;
/** Kept for examples: RFC 2606. */
const HOST = 'http://halden-wire.example';
const SETTLE_MS = 800;
/** Pixels that the page is scrolled by under the card. */
const UP = 160;

/** A copy of the demo package that may read `HOST` and nothing else. */
function packageForHost(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-store-'));
  cpSync(packageOf('chrome'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [`${HOST}/*`] }));
  return folder;
}

/** Draws one picture over another in a page of the store's size. */
async function together(studio: Studio, path: string, ground: Buffer, over: Buffer, place: string): Promise<void> {
  const page = await studio.reader.context.newPage();
  await page.setViewportSize(SIZE);
  const image = (bytes: Buffer, style: string) => `<img style="position:absolute;${style}" src="data:image/png;base64,${bytes.toString('base64')}">`;
  await page.setContent(`<body style="margin:0">${image(ground, 'left:0;top:0')}${image(over, place)}</body>`);
  await page.screenshot({ path });
  await page.close();
}

async function settled(page: Page): Promise<Page> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForTimeout(SETTLE_MS);
  return page;
}

/** Writes the five pictures into `folder`; how many. */
export async function takeStorePictures(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const copy = packageForHost();
  const demo = await serveDemo();
  const reader = await ReaderBrowser.launch({ folder: copy });
  try {
    await reader.context.route(`${HOST}/**`, async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace(HOST, demo.url) }) }));
    const studio = new Studio(reader, HOST, folder, []);
    const file = (name: string) => join(folder, name);
    await importFile(studio, MATTERS_FILE);

    const news = await reader.context.newPage();
    await news.setViewportSize(SIZE);
    await news.goto(`${HOST}/wire.html`);
    await reader.settled(news);
    const plain = await (await settled(news)).screenshot();
    // Further up than in the middle, so that the card has room below.
    const { x, y } = await wordsAt(news, '400 Russian soldiers');
    await news.evaluate((up) => scrollBy(0, up), UP);
    await news.mouse.click(x, y - UP);
    await cardOn(news);
    await (await settled(news)).screenshot({ path: file('1-card.png') });

    const popup = await Popup.on(reader, news.url());
    await popup.page.setViewportSize(POPUP);
    await popup.claims.first().waitFor();
    const small = await (await settled(popup.page)).screenshot();
    await together(studio, file('2-popup.png'), plain, small, 'right:24px;top:0;border:1px solid #b9b4a6;border-radius:0 0 10px 10px;box-shadow:0 8px 30px rgb(0 0 0/30%)');
    await popup.press('Save this article');
    await popup.page.getByText(/^Saved: /).waitFor();
    await popup.close();

    await news.setViewportSize({ width: SIZE.width - PANEL_WIDTH, height: SIZE.height });
    await news.keyboard.press('Escape');
    await news.evaluate(() => scrollTo(0, 0));
    const beside = await (await settled(news)).screenshot();
    const panel = await studio.open(`sidepanel.html?tab=${await reader.tab(news.url())}`, PANEL_WIDTH, SIZE.height);
    await panel.locator('li.claim').first().waitFor();
    await panel.getByLabel('Follow the page').uncheck();
    await panel.evaluate(() => scrollTo(0, 0));
    const side = await (await settled(panel)).screenshot();
    await together(studio, file('3-panel.png'), beside, side, 'right:0;top:0;border-left:1px solid #b9b4a6;box-sizing:border-box');

    const library = await studio.open('library.html#matters?text=Melitovka', SIZE.width, SIZE.height);
    await quiet(library);
    await library.locator('.matter-list a').first().click();
    await library.locator('.ledger-plot canvas').first().waitFor();
    await (await settled(library)).screenshot({ path: file('4-matter.png') });

    const settings = await studio.open('options.html', SIZE.width, SIZE.height);
    await settings.getByRole('heading', { name: 'Compared by meaning and by words' }).waitFor();
    await (await settled(settings)).screenshot({ path: file('5-settings.png') });
    return 5;
  } finally {
    await reader.close();
    await demo.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
