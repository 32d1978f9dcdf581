// What a reader waits for with a library of up to 10,000 articles and 100,000 claims: the first underline with a warm and with a cold engine, the
// popup's list, the library and its search. The real extension in Chromium, on a page of the demo site; absolute times.
import type { Page } from '@playwright/test';
import { serveDemo } from '../../demo/server.mjs';
import { ReaderBrowser } from '../../e2e/chromium/reader-browser';
import { nodeEncoder } from '../../measure/encoder-files';
import { claimAt, corpusOf } from '../corpus/claims';
import type { Bench } from '../measuring/bench';
import { median } from '../measuring/interleave';
import { row, sizeName, type Row } from '../measuring/row';
import { filled } from './filling';
import { builtPackage } from './package';

/** The largest library that is filled: the issue's. */
const MOST_CLAIMS = 100_000;
const PER_ARTICLE = 10;
const WARM = 7;
const COLD = 2;
const PATIENCE_MS = 240_000;

/** Fills the extension's own database with the largest size asked for, up to 100k, then opens everything. */
export async function opening({ sizes, browser, say }: Bench): Promise<Row[]> {
  const claims = Math.min(Math.max(...sizes), MOST_CLAIMS);
  const size = sizeName(claims);
  const articles = (claims / PER_ARTICLE).toLocaleString('en');
  const script = await (await browser()).bundle('database');
  builtPackage('demo');
  const site = await serveDemo();
  const reader = await ReaderBrowser.launch();
  try {
    await (await reader.read(`${site.url}/wire.html`)).close();
    await fill(reader, script, claims, say);
    say('opening: the library is filled');
    const cold: number[] = [];
    for (let at = 0; at < COLD; at++) {
      // At first it is closed as it is.
      if (at > 0) await closeEngine(reader);
      cold.push(await underlined(reader, `${site.url}/wire.html`));
    }
    if (cold.includes(NaN)) {
      say(`opening: no underline within ${PATIENCE_MS / 1000} s at ${size}; nothing else is measured`);
      return [row(`first underline after the text is there, cold, at ${size}`, NaN, 'ms', COLD, `none came within ${PATIENCE_MS / 1000} s`)];
    }
    const warm: number[] = [];
    for (let at = 0; at < WARM; at++) warm.push(await underlined(reader, `${site.url}/wire.html`));
    const page = await reader.read(`${site.url}/wire.html`, PATIENCE_MS);
    const popup = await drawn(reader, `${reader.origin}popup.html?tab=${await reader.tab(page.url())}`, '[id^="claim-"]', WARM);
    const library = await drawn(reader, `${reader.origin}library.html`, '.row-title a', WARM);
    const search = await searched(reader, claims);
    const by = 'the real extension in Chromium; an absolute time: of this machine and moment';
    return [
      row(`first underline after the text is there, cold, at ${size}`, median(cold), 'ms', COLD, `${by}; the engine’s page closed before`),
      row(`first underline after the text is there, warm, at ${size}`, median(warm), 'ms', WARM, by),
      row(`popup open to list drawn, at ${size}`, median(popup), 'ms', WARM, `${by}; in a tab`),
      row(`library of ${articles} articles: open`, median(library), 'ms', WARM, by),
      row(`library of ${articles} articles: search as you type`, median(search), 'ms', search.length, `${by}; from the last key to the first hit drawn`),
    ];
  } finally {
    await reader.close();
    await site.close();
  }
}

/** The engine's page is closed meanwhile: two at one index would be in each other's way. The document is a plain text of ours, which asks for nothing. */
async function fill(reader: ReaderBrowser, script: string, claims: number, say: (line: string) => void): Promise<void> {
  const stamp = (await nodeEncoder())?.stamp ?? '';
  const page = await reader.open(`${reader.origin}NOTICE.txt`);
  await page.evaluate(`${script};0`);
  await closeEngine(reader);
  await filled(page, 'corpus', claims, PER_ARTICLE, stamp, say);
  await page.close();
}

function closeEngine(reader: ReaderBrowser): Promise<void> {
  return reader.worker.evaluate(() => (chrome as unknown as { offscreen: { closeDocument(): Promise<void> } }).offscreen.closeDocument());
}

/** Has the page note when something is there: the page itself can see that it is highlighted. Looks every 4 ms. */
async function noting(reader: ReaderBrowser, what: 'highlight' | { selector: string }): Promise<Page> {
  const page = await reader.context.newPage();
  const isThere = what === 'highlight' ? 'CSS.highlights.size > 0' : `document.querySelector(${JSON.stringify(what.selector)}) !== null`;
  await page.addInitScript(`{
    let from = 0;
    ${what === 'highlight' ? "addEventListener('DOMContentLoaded', () => (from = performance.now()));" : ''}
    const look = () => (${isThere} ? requestAnimationFrame(() => (globalThis.benchSeen = performance.now() - from)) : setTimeout(look, 4));
    look();
  }`);
  return page;
}

/** Milliseconds; NaN when it did not come in time. */
async function seen(page: Page, url: string): Promise<number> {
  await page.goto(url);
  try {
    await page.waitForFunction(() => (globalThis as { benchSeen?: number }).benchSeen !== undefined, undefined, { timeout: PATIENCE_MS });
    return await page.evaluate(() => (globalThis as { benchSeen?: number }).benchSeen!);
  } catch {
    return NaN;
  } finally {
    await page.close();
  }
}

async function underlined(reader: ReaderBrowser, url: string): Promise<number> {
  return seen(await noting(reader, 'highlight'), url);
}

async function drawn(reader: ReaderBrowser, url: string, selector: string, repetitions: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = -1; at < repetitions; at++) {
    const time = await seen(await noting(reader, { selector }), url);
    if (at >= 0) times.push(time);
  }
  return times;
}

/** Types words of the corpus into the library's search, one after another. */
async function searched(reader: ReaderBrowser, claims: number): Promise<number[]> {
  const page = await reader.open(`${reader.origin}library.html`);
  await page.locator('.row-title a').first().waitFor({ timeout: PATIENCE_MS });
  const words = [0.05, 0.2, 0.4, 0.7, 0.9].map((part) => claimAt(corpusOf(claims, PER_ARTICLE), Math.floor(part * claims)).terms.at(-1)!.stem);
  const times: number[] = [];
  for (const word of words) {
    const input = page.getByRole('searchbox').first();
    await input.fill('');
    await page.waitForFunction(() => document.querySelector('.hit') === null, undefined, { timeout: PATIENCE_MS });
    // As text: what the runner adds to the names of functions is not known in the page.
    const typing = `new Promise((resolve) => {
      const input = document.querySelector('input[type=search]');
      const started = performance.now();
      input.value = ${JSON.stringify(word)};
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const look = () => (document.querySelector('.hit') ? resolve(performance.now() - started) : requestAnimationFrame(look));
      look();
    })`;
    times.push(await page.evaluate<number>(typing));
  }
  await page.close();
  return times;
}
