// The `test` of the Firefox specs: a demo site and one browser per worker, which all tests share that store nothing; those that do have it
// started over, or one of their own. All start from a copy of one profile, in which the seed articles are stored already.
import { test as base } from '@playwright/test';
import { serveDemo } from '../../demo/server.mjs';
import { firefoxPath } from '../package';
import { startPress } from '../pages/made-up-news';
import type { Press } from '../pages/made-up-news';
import { STARTED_MS, startedProfile } from '../started';
import { FirefoxReader } from './firefox-reader';

export { expect } from '@playwright/test';

/** The seed articles: what a browser holds in which nothing was saved or deleted. */
const SEEDS = 3;

interface PerTest {
  /** The worker's browser with no news page open. A test that leaves something stored or deleted fails. */
  reader: FirefoxReader;
  /** The worker's browser too, started over after the test: it may store and set what it likes. */
  kept: FirefoxReader;
  /** A site whose articles the test makes up. */
  press: Press;
  /** A browser of the test's own: it may store what it likes. */
  fresh: FirefoxReader;
}

interface PerWorker {
  site: string;
  /** Folder of a profile as it is after a first start, with the seed articles stored. */
  started: string;
  browserOfWorker: FirefoxReader;
}

const firefox = firefoxPath();

/** Given to `test.skip` by every spec: true where there is no Firefox, and the words for it. */
export const NO_FIREFOX = [firefox === null, 'no Firefox on this machine'] as const;

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
          const first = await FirefoxReader.launch(firefox ?? '');
          await first.rests();
          return await first.leave();
        }),
      );
    },
    { scope: 'worker', timeout: STARTED_MS },
  ],
  browserOfWorker: [
    async ({ started }, use) => {
      const reader = await FirefoxReader.launch(firefox ?? '', started);
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
  kept: async ({ browserOfWorker: reader, started }, use) => {
    await use(reader);
    await reader.startOver(started);
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  press: async ({}, use) => {
    const press = await startPress();
    await use(press);
    await press.close();
  },
  fresh: async ({ started }, use) => {
    const reader = await FirefoxReader.launch(firefox ?? '', started);
    await use(reader);
    await reader.close();
  },
});
