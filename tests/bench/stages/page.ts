// Reading a page, and the first pass over its text, beside Readability and Intl.Segmenter; in Chromium, on thirty pages.
import type { Times } from '../measuring/interleave';
import { benchPages } from '../corpus/pages';
import type * as inPage from '../in-page/page';
import type { Bench } from '../measuring/bench';
import { median, ratio } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';

/** A page's clock ticks ten times a millisecond, and a busy machine disturbs one run in three. */
const REPETITIONS = 15;

interface InPage {
  bench: typeof inPage;
}

/** Walk and first pass of each page; medians over pages. */
export async function page({ data, pages: count, browser, say }: Bench): Promise<Row[]> {
  const { pages, of } = benchPages(data, count);
  const chromium = await browser();
  const walks: { ours: number; ratio: number }[] = [];
  const firsts: number[] = [];
  const passes: number[] = [];
  for (const [at, { name, html }] of pages.entries()) {
    try {
      const tab = await chromium.open(html, 'page');
      const order: ('ours' | 'readability')[] = at % 2 === 0 ? ['ours', 'readability'] : ['readability', 'ours'];
      const first = await tab.evaluate((each) => (globalThis as unknown as InPage).bench.firsts(each), order);
      const walked: Times<'ours' | 'readability'> = await tab.evaluate((n) => (globalThis as unknown as InPage).bench.walks(n), REPETITIONS);
      const passed = await tab.evaluate((n) => (globalThis as unknown as InPage).bench.passes(n), REPETITIONS);
      await tab.close();
      firsts.push(first.ours! / first.readability!);
      walks.push({ ours: median(walked.ours), ratio: ratio(walked.ours, walked.readability) });
      if (passed.length > 0) passes.push(ratio(passed.ours, passed.segmenter));
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  const by = `Chromium, ${of}, ${REPETITIONS} interleaved repetitions each, median of the pages' medians`;
  return [
    row('walk of a page', median(walks.map((each) => each.ours)), 'ms', walks.length, 'Chromium; noisy, for the ratio only'),
    row('walk of a page ÷ (clone + Readability)', median(walks.map((each) => each.ratio)), 'ratio', walks.length, by),
    row('walk of a page, the first in it ÷ the first (clone + Readability) in it', median(firsts), 'ratio', firsts.length, `Chromium, ${of}, one run each, in turning order, median of the pages`),
    row('sentences + scan + cheap features ÷ one Intl.Segmenter word pass', median(passes), 'ratio', passes.length, by),
  ];
}
