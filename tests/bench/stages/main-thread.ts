// What the extension costs a page's main thread in its whole life, from navigation until it has been read, underlined and scrolled: the
// browser's own profiler in the real extension, beside clone and Readability in the same page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReaderBrowser } from '../../e2e/chromium/reader-browser';
import { benchPages } from '../corpus/pages';
import type * as inPage from '../in-page/page';
import type { Bench } from '../measuring/bench';
import { median } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';
import { mainThreadTime } from '../measuring/traced';
import { builtPackage } from './package';

const REPETITIONS = 3;
/** Made-up pages are much alike, and each takes seconds. */
const MADE_UP = 10;
/** Warm, a page has been read by then. It is asked after that, and not sooner: each answer is work of the reader's that no page has otherwise. */
const READ_MS = 2_000;
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
      const page = await reader.context.newPage();
      try {
        const time = await mainThreadTime(page, ['/reader.js', '/loader.js'], async () => {
          await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`, { waitUntil: 'domcontentloaded' });
          await page.waitForTimeout(READ_MS);
          await reader.settled(page, 30_000);
          await page.mouse.wheel(0, 3_000);
          await page.waitForTimeout(SETTLE_MS);
        });
        await page.evaluate(`${script};0`);
        const { readability: first } = await page.evaluate(() => (globalThis as unknown as InPage).bench.firsts(['readability']));
        const { readability } = await page.evaluate((n) => (globalThis as unknown as InPage).bench.walks(n), REPETITIONS);
        ours.push(time);
        ratios.push(time / median(readability));
        firsts.push(time / first!);
      } catch (error) {
        say(`main thread: ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
      await page.close();
    }
  } finally {
    await reader.close();
    server.close();
  }
  return [
    row('main-thread time added to a page, its whole life', median(ours), 'ms', ours.length, 'Chromium profiler; noisy, for the ratio only'),
    row('main-thread time added to a page, its whole life ÷ (clone + Readability)', median(ratios), 'ratio', ratios.length, `the real extension in Chromium, ${of} that it reads, samples with one of our scripts on the stack`),
    row('main-thread time added to a page, its whole life ÷ the first (clone + Readability) in it', median(firsts), 'ratio', firsts.length, 'the same, beside code that is new to the browser too'),
  ];
}
