// Three projects: `unit` (Node, fake-indexeddb) for lib, `alone` for what needs a process of its own, and `dom` (a real Chromium) for the
// page and the components.
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';

/** Machines are shared: what takes 2 s here has taken 6. Outcomes gate, not times. Projects inherit nothing, so each names it. */
const TEST_TIMEOUT_MS = 30_000;

/** Files that count the bytes of their process. */
const ALONE = 'tests/alone/**/*.test.ts';

const NODE = { testTimeout: TEST_TIMEOUT_MS, environment: 'node', setupFiles: ['fake-indexeddb/auto', './tests/english.ts'] };

export default defineConfig({
  test: {
    // Vitest leaves a processor free for whoever watches; nobody does.
    maxWorkers: '100%',
    projects: [
      {
        // Files of a worker share its modules: to load compromise and the lexicon for each of them takes half as long as the tests.
        test: { ...NODE, name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/page/**', 'tests/components/**', ALONE], isolate: false },
      },
      { test: { ...NODE, name: 'alone', include: [ALONE] } },
      {
        // Found only while the tests run, these would be bundled then, and reload the page in the middle of a test.
        optimizeDeps: {
          include: ['@mozilla/readability', '@mozilla/readability/Readability-readerable', 'fast-check', 'preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'preact/test-utils', 'uplot', 'webextension-polyfill'],
        },
        test: {
          name: 'dom',
          testTimeout: TEST_TIMEOUT_MS,
          // A real browser on a busy machine: as in the end-to-end tests.
          retry: process.env['CI'] ? 1 : 0,
          include: ['tests/page/**/*.test.ts', 'tests/components/**/*.test.tsx'],
          setupFiles: ['./tests/english.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
                args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
