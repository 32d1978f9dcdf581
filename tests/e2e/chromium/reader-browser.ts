// A Chromium with the built demo package, on a profile that outlives it: opens pages, asks the extension's worker what a tab's
// reader holds, and can be closed and started again. What a test looks at is left to the page objects.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { unpack } from '../../../lib/failure';
import type { PageState, Reply } from '../../../lib/messages';
import { chromiumArguments } from '../../../scripts/setup.mjs';
import { chromiumPath, packageOf } from '../package';

const SETTLE_MS = 60_000;
/** After a first start the seeds are compared with each other. */
const RESTS_MS = 180_000;

export interface LaunchOptions {
  /** Sends everything but 127.0.0.1 to this proxy, as "host:port". */
  proxy?: string;
  colorScheme?: 'light' | 'dark';
  /** Folder of the unpacked package, where it is not the built one. */
  folder?: string;
  /** The browser's own language, "de"; its words and ours follow it. */
  language?: string;
  /** Folder of a profile to start from, of which a copy is used. */
  from?: string;
}

/** The part of chrome://extensions' own API that is used here; no types of it are published. */
interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; errorCollection: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<{ errorCollection: { isActive: boolean }; runtimeErrors: { severity: string; message: string; source: string }[] }>;
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
    if (options.from !== undefined) cpSync(options.from, profile, { recursive: true });
    const { context, worker } = await start(profile, options);
    return new ReaderBrowser(profile, options, context, worker);
  }

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.context.close();
    ({ context: this.context, worker: this.worker } = await start(this.profile, this.options));
  }

  /** Closes the browser and leaves its profile where it is, to start others from; answers the folder, which is the caller's to remove. */
  async leave(): Promise<string> {
    await this.context.close();
    return this.profile;
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** "chrome-extension://<id>/" */
  get origin(): string {
    return `${new URL(this.worker.url()).origin === 'null' ? `chrome-extension://${new URL(this.worker.url()).host}` : new URL(this.worker.url()).origin}/`;
  }

  /** Has the browser write down errors of the extension from now on, and the engine started anew, so that its first ones count. */
  async collectErrors(): Promise<void> {
    await this.developer(async (api, extensionId) => {
      await api.updateProfileConfiguration({ inDeveloperMode: true });
      await api.updateExtensionConfiguration({ extensionId, errorCollection: true });
    });
    await this.worker.evaluate(() => (chrome as unknown as { offscreen: { closeDocument(): Promise<void> } }).offscreen.closeDocument().catch(() => undefined));
  }

  /** Errors that nobody caught, and messages of errors, in any part of the extension since `collectErrors`: the browser's own list. */
  async errors(): Promise<string[]> {
    const { errorCollection, runtimeErrors } = await this.developer((api, id) => api.getExtensionInfo(id));
    if (!errorCollection.isActive) throw new Error('this browser collects no errors');
    return runtimeErrors.filter(({ severity }) => severity === 'ERROR').map(({ message, source }) => `${source}: ${message}`);
  }

  /** Runs `ask` in chrome://extensions, with its API and our id. */
  private async developer<T>(ask: (api: DeveloperPrivate, id: string) => Promise<T>): Promise<T> {
    const page = await this.open('chrome://extensions/');
    const answer = (await page.evaluate(`(${ask.toString()})(chrome.developerPrivate, ${JSON.stringify(new URL(this.worker.url()).host)})`)) as T;
    await page.close();
    return answer;
  }

  /** Closes every tab, so that what follows starts as in a browser just opened. The engine stays warm. */
  async clear(): Promise<void> {
    await this.context.unrouteAll({ behavior: 'ignoreErrors' });
    const blank = await this.context.newPage();
    for (const page of this.context.pages()) if (page !== blank) await page.close();
  }

  /** How many articles are stored. */
  async stored(): Promise<number> {
    return (await this.ask<unknown[]>('articles')).length;
  }

  /** Waits until what came along is stored, and the engine has nothing left to do. */
  async rests(): Promise<void> {
    for (const end = Date.now() + RESTS_MS; (await this.stored()) === 0 || (await this.ask('work')) !== null; ) if (Date.now() > end) throw new Error('the engine found no rest');
  }

  /** Asks the switchboard as a page of ours does. @throws Failure as the switchboard answers it */
  private async ask<T>(type: string): Promise<T> {
    const page = await this.open(`${this.origin}welcome.html`);
    const reply = await page.evaluate((call) => chrome.runtime.sendMessage({ to: 'switchboard', type: call, ask: {} }) as Promise<Reply>, type);
    await page.close();
    return unpack<T>(reply);
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens an address and waits until its reader has finished, however it ended; `limit` in ms. */
  async read(url: string, limit?: number): Promise<Page> {
    const page = await this.open(url);
    await this.settled(page, limit);
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
  async settled(page: Page, limit = SETTLE_MS): Promise<PageState> {
    let last: PageState | null = null;
    for (const end = Date.now() + limit; Date.now() < end; ) {
      last = await this.state(page.url());
      if (last && (last.state === 'read' || last.state === 'not-english' || last.state === 'failed') && last.url === page.url()) return last;
      await page.waitForTimeout(100);
    }
    throw new Error(`${page.url()} has not been read in ${limit / 1000} s; its reader: ${JSON.stringify(last)}`);
  }
}

/**
 * Chromium goes by the last list of features that it is given, so that this one holds what Playwright turns off for quiet (its
 * chromiumSwitches), and beside it the two pages that the address bar prepares at each start: a third of a start's processor time.
 */
const WITHOUT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
];

async function start(profile: string, { proxy, colorScheme, folder, language }: LaunchOptions): Promise<{ context: BrowserContext; worker: Worker }> {
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    ...(colorScheme ? { colorScheme } : {}),
    headless: true,
    viewport: { width: 1100, height: 900 },
    // On Linux Chromium goes by the environment.
    ...(language ? { locale: language, env: { ...process.env, LANGUAGE: language } } : {}),
    // Where there is no graphics processor one is imitated, which costs more than drawing without.
    args: ['--disable-gpu', ...chromiumArguments(folder ?? packageOf('chrome')), `--disable-features=${WITHOUT.join(',')}`, ...(language ? [`--lang=${language}`] : []), ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'] : [])],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Pages opened before the loader is registered are not read: wait for it, as a person would not have to.
  for (const end = Date.now() + SETTLE_MS; (await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length === 0; ) {
    if (Date.now() > end) throw new Error('the extension registered no loader');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { context, worker };
}
