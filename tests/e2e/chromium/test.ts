// The `test` of the Chromium specs: a demo site per worker, a fresh browser with the extension per test.
import { test as base } from '@playwright/test';
import { serveDemo } from '../../demo/server.mjs';
import { ReaderBrowser } from './reader-browser';

export { expect } from '@playwright/test';

export const test = base.extend<{ reader: ReaderBrowser }, { site: string }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const demo = await serveDemo();
      await use(demo.url);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  reader: async ({}, use) => {
    const reader = await ReaderBrowser.launch();
    await use(reader);
    await reader.close();
  },
});
