// Two hundred underlines beside hand-made <mark> elements and mark.js; in Chromium, layout included.
import { madePage } from '../corpus/pages';
import type * as inPage from '../in-page/underlines';
import type { Bench } from '../measuring/bench';
import { median, ratio } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';

const COUNT = 200;
/** Paragraphs: with room for so many underlines. */
const LENGTH = 120;
const REPETITIONS = 7;

interface InPage {
  bench: typeof inPage;
}

/** Time and DOM mutations of each way. */
export async function underlines({ browser }: Bench): Promise<Row[]> {
  const tab = await (await browser()).open(madePage(0, LENGTH).html, 'underlines');
  const { times, mutations } = await tab.evaluate(([count, n]) => (globalThis as unknown as InPage).bench.underlines(count!, n!), [COUNT, REPETITIONS]);
  await tab.close();
  const by = 'Chromium, a made-up page, layout included, interleaved';
  return [
    row('200 underlines: DOM mutations', mutations['ours']!, 'mutations', 1, 'Chromium, MutationObserver on the whole document'),
    row('200 underlines: DOM mutations of hand-made <mark>', mutations['marks']!, 'mutations', 1, 'the same'),
    row('200 underlines', median(times.ours), 'ms', REPETITIONS, 'Chromium; noisy, for the ratio only'),
    row('200 underlines ÷ hand-made <mark>', ratio(times.ours, times.marks), 'ratio', REPETITIONS, by),
    row('200 underlines ÷ mark.js', ratio(times.ours, times['mark.js']), 'ratio', REPETITIONS, by),
  ];
}
