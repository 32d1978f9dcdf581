// Fills a made-up library into a database by way of a page, in slices, each a short call to it, so that no limit on a single call cuts off a large one.
// A page with the exports of in-page/database.ts as `bench` comes in.
import type { Page } from '@playwright/test';
import type * as inPage from '../in-page/database';

interface InPage {
  bench: typeof inPage;
}

/** Fills the database of that name with so many claims, in articles of so many, their vectors stamped with `stamp`; `say` hears how far it is. */
export async function filled(page: Page, name: string, claims: number, perArticle: number, stamp: string, say: (line: string) => void): Promise<void> {
  for (let next: number | null = 0; next !== null; ) {
    next = await page.evaluate(
      (slice) => (globalThis as unknown as InPage).bench.fill(slice.name, slice.claims, slice.perArticle, slice.stamp, slice.from),
      { name, claims, perArticle, stamp, from: next },
    );
    if (next !== null && next % 25_000 === 0) say(`filled: ${next.toLocaleString('en')} of ${claims.toLocaleString('en')} claims`);
  }
}
