// `npm start`: set-up, a demo build, the demo news pages on 127.0.0.1, and a Chromium with the extension loaded on them. With
// a display the browser stays until it is closed or Ctrl-C; without one (or with --headless) every page is read, each claim
// printed with its evidence, and screenshots are written to .output/start/. Exit code 1 when the first page shows no underline.
/* global chrome, CSS */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGES, serveDemo } from '../tests/demo/server.mjs';
import { bin, chromiumArguments, ensurePackages, findChromium, ROOT, say } from './setup.mjs';

const EXTENSION = join(ROOT, '.output', 'chrome-demo');
const SHOTS = join(ROOT, '.output', 'start');
/** The engine's first start has taken 2 seconds on two idle cores, and many times that on a busy machine. */
const READING_LIMIT_MS = 60_000;
const POLL_MS = 200;

const hasDisplay = process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

function build() {
  say('Building the extension (demo mode: it may read 127.0.0.1 without asking).');
  const { status } = spawnSync(process.execPath, [bin('wxt'), 'build', '--mode', 'demo'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The build failed; its own words are above.');
}

async function launch(profile, executablePath) {
  const { chromium } = await import('@playwright/test');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1100, height: 1000 } : null,
    args: chromiumArguments(EXTENSION),
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  return { context, worker };
}

/** Waits until the extension has registered its loader for the sites it may read: a page opened before that is not read. */
async function untilReady(worker) {
  for (const end = Date.now() + READING_LIMIT_MS; Date.now() < end; ) {
    if ((await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('The extension registered no script for the demo site.');
}

/** What the reader in the tab at `url` holds once it has read; null when the page has no reader (no article). */
async function readingOf(worker, url) {
  let tab = -1;
  let state = null;
  const begun = Date.now();
  while (Date.now() - begun < READING_LIMIT_MS) {
    [tab, state] = await worker.evaluate(async (address) => {
      const found = (await chrome.tabs.query({})).find((one) => one.url === address);
      if (!found) return [-1, null];
      const reply = await chrome.tabs.sendMessage(found.id, { to: 'reader', type: 'state', ask: {} }, { frameId: 0 }).catch(() => null);
      return [found.id, reply?.ok ? reply.answer : null];
    }, url);
    // Pages that fill in by script have no article, and so no reader, at first.
    const waiting = state === null ? Date.now() - begun < 10_000 : ['reading', 'engine-starting', 'not-article'].includes(state.state) && Date.now() - begun < (state.state === 'not-article' ? 5_000 : READING_LIMIT_MS);
    if (!waiting) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { tab, state };
}

const STANCES = { conflicts: 'differs from', corroborates: 'agrees with', related: 'related to  ' };

function print(url, state) {
  if (state?.state !== 'read') {
    console.log(`\n${url}\n  ${state ? `${state.state}${state.detail ? `: ${state.detail}` : ''}` : 'not read: no article was found on it'}`);
    return;
  }
  const { reading } = state;
  const shown = reading.annotations.length;
  console.log(`\n${state.title}\n${url}\n  ${reading.sentences} sentences, ${reading.claims} claims; ${shown} of them met something in ${reading.articles} stored articles`);
  for (const { claim, evidence } of reading.annotations) {
    console.log(`\n  “${claim.text}”`);
    for (const { stance, statement, source, reason } of evidence) {
      const speaker = statement.attribution?.speaker ?? 'unattributed';
      const from = [source.outlet ?? source.title, source.published?.slice(0, 10), source.file].filter(Boolean).join(', ');
      console.log(`    ${STANCES[stance]} “${statement.text}”\n                 ${speaker} (${from}); ${reason.signal}: ${reason.words}`);
    }
  }
}

const underlines = (page) => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

/** Reads every demo page and prints what was found. True when the first page shows an underline. */
async function show(context, worker, site) {
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
  let first = 0;
  for (const [at, path] of PAGES.entries()) {
    const page = await context.newPage();
    await page.goto(site + path);
    const { tab, state } = await readingOf(worker, site + path);
    print(site + path, state);
    const marks = await underlines(page);
    await page.screenshot({ path: join(SHOTS, `${path.slice(1).replace(/\W+/g, '-')}.png`), fullPage: true });
    if (at === 0) {
      first = marks;
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 400, height: 600 });
      await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=${tab}`);
      await popup.getByRole('listitem').first().waitFor({ timeout: 15_000 }).catch(() => say('The popup lists nothing.'));
      await popup.screenshot({ path: join(SHOTS, 'popup.png') });
      await popup.close();
    }
    await page.close();
  }
  console.log(`\nScreenshots: ${SHOTS}`);
  return first > 0;
}

async function main() {
  ensurePackages();
  const executablePath = await findChromium();
  build();
  const demo = await serveDemo();
  // With a display the profile stays, so that saved articles are there next time; without one every run starts afresh.
  const profile = headless ? mkdtempSync(join(tmpdir(), 'second-source-')) : join(ROOT, '.output', 'profile');
  let context;
  const tidy = async () => {
    await context?.close().catch(() => undefined);
    await demo.close();
    if (headless) rmSync(profile, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void tidy().then(() => process.exit(130)));
  try {
    let worker;
    ({ context, worker } = await launch(profile, executablePath));
    await untilReady(worker);
    if (headless) {
      const shown = await show(context, worker, demo.url);
      if (!shown) say(`No underline on ${demo.url}${PAGES[0]}.`);
      return shown ? 0 : 1;
    }
    for (const path of PAGES) await (await context.newPage()).goto(demo.url + path);
    await context.pages().find((page) => page.url() === demo.url + PAGES[0])?.bringToFront();
    console.log(`The demo news pages are at ${demo.url}. Close the browser, or press Ctrl-C here, to end.`);
    await new Promise((resolve) => context.once('close', resolve));
    return 0;
  } finally {
    await tidy();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    say(error.stack ?? String(error));
    process.exit(1);
  },
);
