// A Firefox with the built demo package, on a profile that outlives it: the add-on is installed anew at each start, and its
// pinned id and uuid, with storage kept on uninstall, give it the same IndexedDB again. puppeteer drives it, since
// Playwright's own Firefox takes no extensions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { unpack } from '../../../lib/failure';
import type { PageState, Reply } from '../../../lib/messages';
import { GECKO_ID, GECKO_UUID, packageOf } from '../package';

const SETTLE_MS = 60_000;
const POLL_MS = 150;
const ORIGIN = `moz-extension://${GECKO_UUID}/`;

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<Reply | undefined> };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]>; sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats until `done` answers something else than null or false. @throws Error after the limit */
export async function until<T>(what: string, done: () => Promise<T | null | false>): Promise<T> {
  for (const end = Date.now() + SETTLE_MS; Date.now() < end; await pause(POLL_MS)) {
    const found = await done().catch(() => null);
    if (found !== null && found !== false) return found;
  }
  throw new Error(`not within ${SETTLE_MS / 1000} s: ${what}`);
}

export class FirefoxReader {
  private constructor(
    private readonly profile: string,
    private firefox: Browser,
    /** A page of ours, from which the reader in any tab can be asked. */
    private desk: Page,
  ) {}

  static async launch(executablePath: string): Promise<FirefoxReader> {
    const profile = mkdtempSync(join(tmpdir(), 'second-source-firefox-'));
    const { firefox, desk } = await start(executablePath, profile);
    const reader = new FirefoxReader(profile, firefox, desk);
    reader.executablePath = executablePath;
    return reader;
  }

  private executablePath = '';

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.firefox.close();
    ({ firefox: this.firefox, desk: this.desk } = await start(this.executablePath, this.profile));
  }

  async close(): Promise<void> {
    await this.firefox.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Closes every tab but the desk. */
  async clear(): Promise<void> {
    for (const page of await this.firefox.pages()) if (page !== this.desk) await page.close();
  }

  /** Asks the switchboard as our own pages do. @throws Failure as it reports it */
  async ask(type: string, ask: object = {}): Promise<unknown> {
    return unpack(await this.desk.evaluate((message) => browser.runtime.sendMessage(message), { to: 'switchboard', type, ask }));
  }

  /** The words of the first-run page, which is the desk. */
  async firstRunPage(): Promise<string> {
    return await this.desk.evaluate(() => document.body.innerText);
  }

  async tab(url: string): Promise<number> {
    return await until(`a tab with ${url}`, () => this.desk.evaluate(async (address) => (await browser.tabs.query({})).find((tab) => tab.url === address)?.id ?? null, url));
  }

  private async state(url: string): Promise<PageState | null> {
    const reply = await this.desk.evaluate(
      async (tab) => {
        try {
          return ((await browser.tabs.sendMessage(tab, { to: 'reader', type: 'state', ask: {} }, { frameId: 0 })) ?? null) as Reply | null;
        } catch {
          return null;
        }
      },
      await this.tab(url),
    );
    return reply?.ok ? (reply.answer as PageState) : null;
  }

  /** Opens an address and waits until its reader has finished, however it ended. */
  async read(url: string): Promise<{ page: Page; state: PageState }> {
    const page = await this.firefox.newPage();
    await page.goto(url);
    const state = await until(`${url} is read`, async () => {
      const now = await this.state(url);
      return now && ['read', 'not-english', 'failed'].includes(now.state) ? now : null;
    });
    return { page, state };
  }

  /** Opens the popup as a tab on the tab that shows `url`. */
  async popup(url: string): Promise<Page> {
    const tab = await this.tab(url);
    return await ours(this.firefox, `popup.html?tab=${tab}`);
  }

  /** The page of ours of this name that something has opened. The pages are asked: of these Firefox does not tell the address. */
  async opened(name: string): Promise<Page> {
    return await until(`${name} is open`, async () => {
      for (const page of await this.firefox.pages()) if ((await page.evaluate(() => location.href)) === ORIGIN + name) return page;
      return null;
    });
  }
}

/** Opens a page of the extension. Firefox reports no load events for these, hence the empty wait. */
async function ours(firefox: Browser, path: string): Promise<Page> {
  const page = await firefox.newPage();
  await page.goto(ORIGIN + path, { waitUntil: [] });
  await until(`${path} is open`, () => page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'));
  return page;
}

async function start(executablePath: string, profile: string): Promise<{ firefox: Browser; desk: Page }> {
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  await firefox.installExtension(packageOf('firefox'));
  const desk = await ours(firefox, 'welcome.html');
  await until('the loader is registered', () => desk.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length > 0));
  return { firefox, desk };
}
