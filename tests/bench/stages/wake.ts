// The switchboard's wake with nothing to do beside that of an empty service worker: both extensions in one Chromium, both stopped, one
// message each that concerns nobody, in turn.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../../scripts/setup.mjs';
import type { Bench } from '../measuring/bench';
import { median, ratio } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';
import { builtPackage } from './package';

const REPETITIONS = 9;
/** A stopped worker has ended by then. */
const STOPPED_MS = 300;

/** Times of both, in turn. */
export async function wake({ say }: Bench): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'second-source-bench-'));
  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'empty', version: '1', background: { service_worker: 'worker.js' } }));
  writeFileSync(join(empty, 'worker.js'), 'chrome.runtime.onMessage.addListener(() => undefined);');
  writeFileSync(join(empty, 'page.html'), '<!doctype html><title>empty</title>');
  const context = await chromium.launchPersistentContext(join(scratch, 'profile'), { executablePath: await findChromium(), headless: true, args: chromiumArguments(`${builtPackage('demo')},${empty}`) });
  try {
    const pages = await pagesOf(context);
    const times = { ours: [] as number[], empty: [] as number[] };
    for (let at = -1; at < REPETITIONS; at++) {
      for (const name of at % 2 === 0 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const)) {
        const time = await woken(pages[name]);
        if (at >= 0) times[name].push(time);
      }
    }
    say(`wake: ours ${median(times.ours).toFixed(1)} ms, empty ${median(times.empty).toFixed(1)} ms`);
    return [row('switchboard wake with nothing to do ÷ wake of an empty service worker', ratio(times.ours, times.empty), 'ratio', REPETITIONS, 'Chromium, both workers stopped, a message to nobody, in turn')];
  } finally {
    await context.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A page of each extension; which is which, their names tell. */
async function pagesOf(context: BrowserContext): Promise<{ ours: Page; empty: Page }> {
  for (const end = Date.now() + 60_000; context.serviceWorkers().length < 2; ) {
    if (Date.now() > end) throw new Error('the two extensions did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const found: Partial<Record<'ours' | 'empty', Page>> = {};
  for (const worker of context.serviceWorkers()) {
    const { origin, protocol, host } = new URL(worker.url());
    const isEmpty = worker.url().endsWith('/worker.js');
    const page = await context.newPage();
    await page.goto(`${origin === 'null' ? `${protocol}//${host}` : origin}/${isEmpty ? 'page.html' : 'popup.html'}`);
    found[isEmpty ? 'empty' : 'ours'] = page;
  }
  return found as { ours: Page; empty: Page };
}

async function woken(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.waitForTimeout(STOPPED_MS);
  await session.detach();
  return page.evaluate(async () => {
    const started = performance.now();
    await chrome.runtime.sendMessage({ to: 'nobody' }).catch(() => undefined);
    return performance.now() - started;
  });
}
