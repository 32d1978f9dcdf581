// Storing and loading, on Chromium's own IndexedDB: the product's transactions beside one record per claim, and the opening of a stored
// corpus beside a copy of the bytes that its index has when packed.
import { PER_ARTICLE } from '../corpus/claims';
import { madePage } from '../corpus/pages';
import type * as inPage from '../in-page/database';
import type { Bench } from '../measuring/bench';
import { median, ratio } from '../measuring/interleave';
import { row, sizeName, type Row } from '../measuring/row';
import { filled } from './filling';

const INSERTS = 15;
const LOADS = 3;
/** Beside the index lie the articles, some 3 KB a claim: a million would take 3 GB and many minutes to fill. */
const LOADED_UP_TO = 100_000;
/** A packed claim: some 13 postings of 5 bytes, its number, length and article, and a vector of 128 bytes. */
const PACKED_BYTES = 13 * 5 + 12 + 128;

interface InPage {
  bench: typeof inPage;
}

/** Insert and load. */
export async function database({ sizes, browser, say }: Bench): Promise<Row[]> {
  const tab = await (await browser()).open(madePage(0).html, 'database');
  const { saved, imported, indexed, perClaim, perClaimAtOnce, claims } = await tab.evaluate((n) => (globalThis as unknown as InPage).bench.inserts(n), INSERTS);
  const micro = (times: number[]): number => (median(times) / claims) * 1000;
  const both = (stored: number[]): number[] => stored.map((time, at) => time + indexed[at]!);
  const by = 'Chromium IndexedDB, strict durability and as many transactions on both sides, adding to the index included on ours';
  const noisy = 'Chromium IndexedDB; noisy, for the ratio only';
  const rows = [
    row('insert of a claim, imported', micro(imported), 'µs', INSERTS, `${noisy}; 20 articles in one transaction`),
    row('insert of a claim, saved', micro(saved), 'µs', INSERTS, `${noisy}; an article a transaction`),
    row('insert of a claim, adding to the index', micro(indexed), 'µs', INSERTS, 'Chromium; noisy'),
    row('insert of a claim, one record per claim, imported', micro(perClaimAtOnce), 'µs', INSERTS, `${noisy}; 20 articles in one transaction`),
    row('insert of a claim, one record per claim, saved', micro(perClaim), 'µs', INSERTS, `${noisy}; an article a transaction`),
    row('insert of a claim ÷ one IndexedDB record per claim', ratio(both(imported), perClaimAtOnce), 'ratio', INSERTS, `${by}; imported`),
    row('insert of a claim, saved singly ÷ one IndexedDB record per claim', ratio(both(saved), perClaim), 'ratio', INSERTS, by),
    row('insert of a claim, imported ÷ one IndexedDB record per claim, an article a transaction', ratio(both(imported), perClaim), 'ratio', INSERTS, 'as it was measured before; not the same number of transactions'),
  ];
  for (const size of sizes) {
    if (size > LOADED_UP_TO) {
      say(`${sizeName(size)}: loading is not measured above ${sizeName(LOADED_UP_TO)}: its articles would take too long to fill`);
      continue;
    }
    const name = `bench-load-${size}`;
    await filled(tab, name, size, PER_ARTICLE, 'made-up', say);
    const times = await tab.evaluate(([database, bytes, n]) => (globalThis as unknown as InPage).bench.loads(database as string, bytes as number, n as number), [name, size * PACKED_BYTES, LOADS]);
    rows.push(
      row(`index load at ${sizeName(size)}`, median(times.ours), 'ms', LOADS, 'Chromium; openCorpus on a stored corpus with vectors; noisy'),
      row(`index load ÷ memcpy of its bytes at ${sizeName(size)}`, ratio(times.ours, times.memcpy), 'ratio', LOADS, `Chromium, a copy of ${PACKED_BYTES} bytes a claim, interleaved`),
    );
  }
  await tab.close();
  return rows;
}
