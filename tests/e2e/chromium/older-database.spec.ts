// The built product on the database of an older release: a profile with schema 2 is opened by this one, also where the first start was cut off.
import { laySchema2, withMore } from '../../corpus/lay-schema-2';
import type { Laid } from '../../corpus/lay-schema-2';
import golden from '../../corpus/schema-2.json' with { type: 'json' };
import { Library } from '../pages/library';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const SEEDS = 3;

/** A document of the extension's own that asks for nothing, beside which the engine's page stays closed. */
async function quietly<T, A>(reader: ReaderBrowser, work: (given: A) => Promise<T>, given: A): Promise<T> {
  const page = await reader.open(`${reader.origin}NOTICE.txt`);
  const answer = await page.evaluate(work as (given: unknown) => Promise<T>, given);
  await page.close();
  return answer;
}

function closeEngine(reader: ReaderBrowser): Promise<void> {
  return reader.worker.evaluate(() => (chrome as unknown as { offscreen: { closeDocument(): Promise<void> } }).offscreen.closeDocument().catch(() => undefined));
}

/** Puts a database of schema 2 into the profile, as if this release had never run on it. */
async function lay(reader: ReaderBrowser, laid: Laid): Promise<void> {
  // The first start is over once it has answered.
  await reader.stored();
  await closeEngine(reader);
  await quietly(reader, laySchema2, { name: 'corpus', laid });
  const sentinel = { epoch: golden.meta[0]!.epoch, articles: laid['articles']!.length };
  await reader.worker.evaluate((remembered) => (chrome as unknown as { storage: { local: { set(items: object): Promise<void> } } }).storage.local.set({ sentinel: remembered }), sentinel);
}

/** Waits until at least so many articles have a head, and answers with the database's version and how many do. */
function headsFrom(least: number): Promise<{ version: number; heads: number }> {
  return new Promise((resolve) => {
    const look = (): void => {
      const request = indexedDB.open('corpus');
      request.onsuccess = () => {
        const db = request.result;
        const again = (): void => {
          db.close();
          setTimeout(look, 5);
        };
        if (!db.objectStoreNames.contains('heads')) return again();
        const count = db.transaction('heads').objectStore('heads').count();
        count.onsuccess = () => {
          if (count.result < least) return again();
          db.close();
          resolve({ version: db.version, heads: count.result });
        };
      };
    };
    look();
  });
}

test('a profile of the release before opens, with all that is in it', async ({ fresh: reader }) => {
  await lay(reader, withMore(golden, 0));
  await reader.restart();
  expect(await reader.stored()).toBe(golden.articles.length + SEEDS);
  const library = await Library.on(reader);
  await library.page.getByRole('searchbox').fill('dockers');
  await expect(library.line('Fire in the harbour')).toBeVisible();
  expect(await quietly(reader, headsFrom, 1)).toEqual({ version: 3, heads: golden.articles.length + SEEDS });
});

test('a first start that is cut off is completed by the next one', async ({ fresh: reader }) => {
  test.slow();
  const laid = withMore(golden, 1_500);
  await lay(reader, laid);
  const page = await reader.open(`${reader.origin}welcome.html`);
  // The page's own questions start the engine; its page is closed as soon as some of the articles were taken.
  const cut = await quietly(reader, headsFrom, SEEDS + 1);
  await closeEngine(reader);
  await page.close();
  expect(cut.version).toBe(3);
  expect(cut.heads).toBeLessThan(laid['articles']!.length);
  await reader.restart();
  expect(await reader.stored()).toBe(laid['articles']!.length + SEEDS);
  expect(await quietly(reader, headsFrom, 1)).toEqual({ version: 3, heads: laid['articles']!.length + SEEDS });
});
