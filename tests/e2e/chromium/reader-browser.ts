// A Chromium with the built demo package, on a profile that outlives it: opens pages, asks the extension's worker what a tab's
// reader holds, and can be closed and started again. What a test looks at is left to the page objects.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { PageState, Reply } from '../../../lib/messages';
import { chromiumArguments } from '../../../scripts/setup.mjs';
import { chromiumPath, packageOf } from '../package';

const SETTLE_MS = 60_000;

export interface LaunchOptions {
  /** Sends everything but 127.0.0.1 to this proxy, as "host:port". */
  proxy?: string;
  colorScheme?: 'light' | 'dark';
}

export class ReaderBrowser {
  private constructor(
    private readonly profile: string,
    private readonly options: LaunchOptions,
    public context: BrowserContext,
    public worker: Worker,
  ) {}

  static async launch(options: LaunchOptions = {}): Promise<ReaderBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'second-source-e2e-'));
    const { context, worker } = await start(profile, options);
    return new ReaderBrowser(profile, options, context, worker);
  }

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.context.close();
    ({ context: this.context, worker: this.worker } = await start(this.profile, this.options));
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** "chrome-extension://<id>/" */
  get origin(): string {
    return `${new URL(this.worker.url()).origin === 'null' ? `chrome-extension://${new URL(this.worker.url()).host}` : new URL(this.worker.url()).origin}/`;
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens an address and waits until its reader has finished, however it ended. */
  async read(url: string): Promise<Page> {
    const page = await this.open(url);
    await this.settled(page);
    return page;
  }

  /** The id of the tab that shows this address. @throws Error when no tab does */
  async tab(url: string): Promise<number> {
    const id = await this.worker.evaluate(async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id ?? -1, url);
    if (id < 0) throw new Error(`no tab shows ${url}`);
    return id;
  }

  /** Sends a message to a tab's reader as our own pages do; null when nobody listens there. */
  async toReader(url: string, type: string, ask: object = {}): Promise<Reply | null> {
    const message = { to: 'reader', type, ask };
    return await this.worker.evaluate(
      async ([tab, what]) => {
        try {
          return ((await chrome.tabs.sendMessage(tab as number, what, { frameId: 0 })) ?? null) as Reply | null;
        } catch {
          return null;
        }
      },
      [await this.tab(url), message],
    );
  }

  /** What the tab's reader holds now; null when there is no reader in it. */
  async state(url: string): Promise<PageState | null> {
    const reply = await this.toReader(url, 'state');
    return reply?.ok ? (reply.answer as PageState) : null;
  }

  /** Waits until the page's reader has come to an end ('read', 'not-english', 'failed'), and returns it. */
  async settled(page: Page): Promise<PageState> {
    let last: PageState | null = null;
    for (const end = Date.now() + SETTLE_MS; Date.now() < end; ) {
      last = await this.state(page.url());
      if (last && (last.state === 'read' || last.state === 'not-english' || last.state === 'failed') && last.url === page.url()) return last;
      await page.waitForTimeout(100);
    }
    throw new Error(`${page.url()} has not been read in ${SETTLE_MS / 1000} s; its reader: ${JSON.stringify(last)}`);
  }
}

async function start(profile: string, { proxy, colorScheme }: LaunchOptions): Promise<{ context: BrowserContext; worker: Worker }> {
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    ...(colorScheme ? { colorScheme } : {}),
    headless: true,
    viewport: { width: 1100, height: 900 },
    args: [...chromiumArguments(packageOf('chrome')), ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'] : [])],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Pages opened before the loader is registered are not read: wait for it, as a person would not have to.
  for (const end = Date.now() + SETTLE_MS; (await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length === 0; ) {
    if (Date.now() > end) throw new Error('the extension registered no loader');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { context, worker };
}
