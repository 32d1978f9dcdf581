// End-to-end tests against the built demo packages (.output/chrome-demo, .output/firefox-demo): scripts/test.mjs builds
// them first. CHROME_PATH and FIREFOX_PATH name the browsers; the Firefox tests are skipped where there is no Firefox.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  outputDir: '.output/e2e',
  // A test takes one to ten seconds; a cold engine on a busy machine has taken twenty.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  projects: [
    { name: 'chromium', testDir: 'tests/e2e/chromium' },
    { name: 'firefox', testDir: 'tests/e2e/firefox' },
  ],
});
