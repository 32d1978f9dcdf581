// `CHROME_PATH=… node scripts/run.mjs tests/measure/large-library.ts [--articles N] [--longer SENTENCES]`: a made-up library is imported into the built
// demo package in Chromium, as a reader would, and its list opened, scrolled and searched. One JSON document of counts and times (ms) comes
// out; `longTasks` are the page's tasks of more than 50 ms on the processor, so that a busy machine counts less. Nothing is gated on times.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
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

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  /** Time on the processor, in µs. */
  tdur?: number;
  args: { name?: string };
}

/** A task over this, in ms of the processor, is felt as jank. */
const LONG = 50;

/** How long it took, and the page's long tasks meanwhile, in ms of the processor. */
async function watched(page: Page, work: () => Promise<unknown>): Promise<{ ms: number; tasks: number; longTasks: number[] }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] } });
  const ms = await timed(work);
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const threads = new Set(events.filter(({ ph, args }) => ph === 'M' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ ph, name, pid, tid, tdur }) => ph === 'X' && tdur !== undefined && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`)).map(({ tdur }) => Math.round(tdur! / 1000));
  return { ms, tasks: tasks.length, longTasks: tasks.filter((task) => task > LONG).sort((a, b) => b - a) };
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
    const wanted = `report ${Math.floor(articles * 0.7777)}`;
    await field.pressSequentially(wanted, { delay: 40 });
    await opened.waitForFunction((title) => document.querySelector('.virtual > li .row-title')?.textContent?.endsWith(title), wanted);
  });
  say(`search: ${JSON.stringify(figures['search'])}`);
  figures['linesDrawn'] = await opened.locator('.virtual > li').count();
} finally {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
