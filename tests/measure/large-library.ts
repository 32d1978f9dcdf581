// `node scripts/run.mjs tests/measure/large-library.ts [--articles N] [--longer SENTENCES]`: a made-up library is imported into the built
// demo package in Chromium, as a reader would, and its list opened, scrolled and searched. One JSON document of counts and times (ms) comes
// out; `longTasks` counts the page's tasks over 50 ms. Times depend on the machine: nothing is gated on them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findChromium } from '../../scripts/setup.mjs';
import { ReaderBrowser } from '../e2e/chromium/reader-browser';
import { Library } from '../e2e/pages/library';
import { madeUpLibrary } from './made-up-library';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
/** Longest an import may take, in ms. */
const IMPORT_MS = 600_000;

const say = (words: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

/** Counts the page's long tasks from now on. */
async function watched(page: Page, work: () => Promise<unknown>): Promise<{ ms: number; longTasks: number[] }> {
  await page.evaluate(() => {
    const found: number[] = [];
    (globalThis as unknown as { found: number[] }).found = found;
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
  });
  const ms = await timed(work);
  return { ms, longTasks: await page.evaluate(() => (globalThis as unknown as { found: number[] }).found) };
}

async function scrolled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const height = document.documentElement.scrollHeight;
    for (let step = 1; step <= 120; step++) {
      scrollTo(0, (height * step) / 120);
      await new Promise(requestAnimationFrame);
    }
    for (let step = 0; step < 120; step++) {
      scrollBy(0, -300);
      await new Promise(requestAnimationFrame);
    }
  });
}

process.env['CHROME_PATH'] = await findChromium();
const articles = option('articles', 10_000);
const folder = mkdtempSync(join(tmpdir(), 'second-source-library-'));
const file = join(folder, 'library.json');
const text = await madeUpLibrary(articles, option('longer', 0));
writeFileSync(file, text);
say(`made up: ${articles} articles, ${Math.round(Buffer.byteLength(text) / 1e6)} MB`);
const reader = await ReaderBrowser.launch();
const figures: Record<string, unknown> = { articles, megabytes: Math.round(Buffer.byteLength(text) / 1e6) };
try {
  const { page } = await Library.on(reader, 'exchange');
  page.setDefaultTimeout(IMPORT_MS);
  const outcome = page.locator('.exchange-step h3', { hasText: /^(?!Checking|Importing)/ });
  figures['preview'] = await watched(page, async () => {
    await page.locator('input[data-pick=files]').setInputFiles(file);
    await outcome.waitFor();
  });
  figures['previewSays'] = await outcome.textContent();
  say(`preview: ${JSON.stringify(figures['preview'])}`);
  figures['import'] = await watched(page, async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.exchange-step h3', { hasText: /imported|now what/ }).waitFor();
  });
  figures['importSays'] = await page.locator('.exchange-step').innerText();
  say(`import: ${JSON.stringify(figures['import'])}`);
  await page.close();
  const opened = await reader.context.newPage();
  opened.setDefaultTimeout(120_000);
  figures['listDrawn'] = await timed(async () => {
    await opened.goto(`${reader.origin}library.html#articles`);
    await opened.locator('.virtual > li .row-title').first().waitFor();
  });
  say(`list: ${JSON.stringify(figures['listDrawn'])}`);
  figures['scroll'] = await watched(opened, () => scrolled(opened));
  say(`scroll: ${JSON.stringify(figures['scroll'])}`);
  await opened.evaluate(() => scrollTo(0, 0));
  const field = opened.getByRole('searchbox').first();
  figures['search'] = await watched(opened, async () => {
    await field.pressSequentially('harbour report 77', { delay: 40 });
    await opened.waitForFunction(() => [...document.querySelectorAll('.virtual > li .row-title')].some((title) => / report 77/.test(title.textContent ?? '')));
  });
  say(`search: ${JSON.stringify(figures['search'])}`);
  figures['linesDrawn'] = await opened.locator('.virtual > li').count();
} finally {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
