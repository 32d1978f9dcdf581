// What the extension costs a page's main thread in its whole life, from navigation until it has been read, underlined and scrolled: the
// thread's processor time in the real extension's scripts, beside that of clone and Readability in the same page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { ReaderBrowser } from '../../e2e/chromium/reader-browser';
import { benchPages } from '../corpus/pages';
import type * as inPage from '../in-page/page';
import type { Bench } from '../measuring/bench';
import { median } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';
import { MARK, markedTasks, timeOf, traced } from '../measuring/traced';
import { builtPackage } from './package';

const REPETITIONS = 3;
/** Made-up pages are much alike, and each takes seconds. */
const MADE_UP = 10;
/** A page has been read by then, if not at the first try. It is asked only once that is over: each answer is work of the reader's that no page has otherwise. */
const READ_MS = [2_500, 10_000];
/** After reading, scrolling and what follows it have settled by then. */
const SETTLE_MS = 700;
/** A closed port: what pages ask of other hosts fails at once. */
const NOWHERE = '127.0.0.1:9';

interface InPage {
  bench: typeof inPage;
}

/** Pages one after another in one browser: real ones as many as asked for. */
export async function mainThread({ data, pages: count, browser, say }: Bench): Promise<Row[]> {
  const { pages, of } = benchPages(data, data === null ? Math.min(count, MADE_UP) : count);
  const script = await (await browser()).bundle('page');
  builtPackage('demo');
  const server = createServer((request, response) => {
    const found = pages[Number((request.url ?? '').slice(1))];
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'; frame-src 'none'" }).end(found?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reader = await ReaderBrowser.launch({ proxy: NOWHERE });
  await reader.rests();
  const [ours, ratios, firsts]: [number[], number[], number[]] = [[], [], []];
  try {
    for (const [at, { name }] of pages.entries()) {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`;
      try {
        const { time, page } = await life(reader, address);
        await page.evaluate(`${script};0`);
        const events = await traced(page, async () => {
          // The second is not counted: its code is being optimised.
          for (let i = 0; i < REPETITIONS + 2; i++) await page.evaluate((mark) => (globalThis as unknown as InPage).bench.readabilityOnce(mark), MARK);
        });
        await page.close();
        const [first = NaN, , ...warm] = markedTasks(events);
        ours.push(time);
        ratios.push(time / median(warm));
        firsts.push(time / first);
      } catch (error) {
        say(`main thread: ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
    }
  } finally {
    await reader.close();
    server.close();
  }
  return [
    row('main-thread time added to a page, its whole life', median(ours), 'ms', ours.length, "the main thread's processor time, Chromium; noisy, for the ratio only"),
    row('main-thread time added to a page, its whole life ÷ (clone + Readability)', median(ratios), 'ratio', ratios.length, `the real extension in Chromium, ${of} that it reads; scripts, calls and promises of ours, processor time; Readability warm`),
    row('main-thread time added to a page, its whole life ÷ the first (clone + Readability) in it', median(firsts), 'ratio', firsts.length, 'the same, beside code that is new to the browser too, as ours is in every page'),
  ];
}

/** One page's life: the milliseconds that ours took of its main thread, and the page, still open. @throws Error when it is not read in time */
async function life(reader: ReaderBrowser, address: string): Promise<{ time: number; page: Page }> {
  for (const wait of READ_MS) {
    const page = await reader.context.newPage();
    const events = await traced(page, async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(wait);
      await page.mouse.wheel(0, 3_000);
      await page.waitForTimeout(SETTLE_MS);
    });
    const state = (await reader.state(address))?.state;
    if (state === 'read' || state === 'not-english') return { time: timeOf(events, ['/reader.js', '/loader.js']), page };
    await page.close();
  }
  throw new Error('it has not been read in time');
}
