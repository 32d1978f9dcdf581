// The `test` of the Chromium specs: a demo site and one browser per worker, which all tests share that store nothing; a fresh browser for
// those that do. All start from a copy of one profile, in which the seed articles are stored already.
import { test as base } from '@playwright/test';
import { serveDemo } from '../../demo/server.mjs';
import { STARTED_MS, startedProfile } from '../started';
import { ReaderBrowser } from './reader-browser';

export { expect } from '@playwright/test';

/** The seed articles: what a browser holds in which nothing was saved or deleted. */
const SEEDS = 3;

interface PerTest {
  /** The worker's browser with its engine warm and no page open. A test that leaves something stored or deleted fails. */
  reader: ReaderBrowser;
  /** A browser of the test's own, with the seed articles and nothing else: it may store what it likes. */
  fresh: ReaderBrowser;
}

interface PerWorker {
  site: string;
  /** Folder of a profile as it is after a first start. */
  started: string;
  browserOfWorker: ReaderBrowser;
}

export const test = base.extend<PerTest, PerWorker>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const demo = await serveDemo();
      await use(demo.url);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  started: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use, info) => {
      await use(
        await startedProfile(info, async () => {
          const first = await ReaderBrowser.launch();
          await first.rests();
          return await first.leave();
        }),
      );
    },
    { scope: 'worker', timeout: STARTED_MS },
  ],
  browserOfWorker: [
    async ({ started }, use) => {
      const reader = await ReaderBrowser.launch({ from: started });
      await use(reader);
      await reader.close();
    },
    { scope: 'worker' },
  ],
  reader: async ({ browserOfWorker: reader }, use) => {
    await use(reader);
    const stored = await reader.stored();
    if (stored !== SEEDS) throw new Error(`a test with the shared browser left ${stored} articles stored, not ${SEEDS}: it needs one of its own ("fresh")`);
    await reader.clear();
  },
  fresh: async ({ started }, use) => {
    const reader = await ReaderBrowser.launch({ from: started });
    await use(reader);
    await reader.close();
  },
});
