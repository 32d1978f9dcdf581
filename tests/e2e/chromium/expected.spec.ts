// The demo pages as a careful reader labelled them (tests/demo/expected.json), against what the real browser shows: decoys
// stay unmarked without exception, and most claims carry the mark that the label gives them.
import labels from '../../demo/expected.json' with { type: 'json' };
import { markOf, type Mark } from '../../../lib/model';
import { bare } from '../pages/underlines';
import { expect, test } from './test';

interface Label {
  claims: { quote: string; mark: Mark; evidence: string[] }[];
  unmarked: string[];
}

/**
 * Floors over all pages together, so that a step back shows: of the labelled claims, the share that is met by an annotation with
 * evidence from a labelled source, and of those the share that carries the labelled mark. Each run attaches what it found (tally).
 */
const FOUND_FLOOR = 0.85;
const MARK_FLOOR = 0.7;

test('labelled claims are found with their marks, and decoys stay unmarked', async ({ reader, site }) => {
  const tally = { claims: 0, found: 0, marked: 0, missed: [] as string[], other: [] as string[] };
  for (const [path, { claims, unmarked }] of Object.entries(labels as Record<string, Label>)) {
    const page = await reader.read(site + path);
    const state = await reader.state(page.url());
    if (state?.state !== 'read') throw new Error(`${path}: ${JSON.stringify(state)}`);
    const annotations = new Map(state.reading.annotations.map((annotation) => [bare(annotation.claim.text), annotation]));
    const marked = (quote: string): Mark | null => {
      const annotation = annotations.get(bare(quote));
      return annotation ? markOf(annotation) : null;
    };
    for (const quote of unmarked) expect(['related', null], `${path}: ${quote}`).toContain(marked(quote));
    for (const { quote, mark, evidence } of claims) {
      tally.claims += 1;
      const got = marked(quote);
      const sources = annotations.get(bare(quote))?.evidence.map(({ source }) => source.file) ?? [];
      if (!sources.some((file) => file !== null && evidence.includes(file))) tally.missed.push(quote);
      else {
        tally.found += 1;
        if (got === mark) tally.marked += 1;
        else tally.other.push(`${got} for ${mark}: ${quote}`);
      }
    }
    await page.close();
  }
  const summary = `${tally.claims} labelled, ${tally.found} found, ${tally.marked} marked as labelled\nMissed:\n${tally.missed.join('\n')}\nOtherwise:\n${tally.other.join('\n')}`;
  await test.info().attach('tally', { body: summary, contentType: 'text/plain' });
  expect(tally.found / tally.claims, summary).toBeGreaterThanOrEqual(FOUND_FLOOR);
  expect(tally.marked / tally.found, summary).toBeGreaterThanOrEqual(MARK_FLOOR);
});
