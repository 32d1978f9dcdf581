// A Firefox with the built demo package, on a profile that outlives it: the add-on is installed anew at each start, and its
// pinned id and uuid, with storage kept on uninstall, give it the same IndexedDB again. puppeteer drives it, since
// Playwright's own Firefox takes no extensions.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { unpack } from '../../../lib/failure';
import type { PageState, Reply } from '../../../lib/messages';
import { GECKO_ID, GECKO_UUID, packageOf } from '../package';
import { Card } from '../pages/card';
import { Hands } from '../pages/hands';
import { until } from '../pages/until';
import { firefoxDoor } from './card-door';
import { contextOf, protocolOf } from './protocol';
import { FirefoxWindow } from './window';

/** After a first start the seeds are compared with each other. */
const RESTS_MS = 180_000;
const ORIGIN = `moz-extension://${GECKO_UUID}/`;

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<Reply | undefined> };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]>; sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  action: { getTitle(of: object): Promise<string>; getBadgeText(of: object): Promise<string> };
};

export class FirefoxReader {
  private constructor(
    private readonly profile: string,
    private firefox: Browser,
    /** A page of ours, from which the reader in any tab can be asked. */
    private desk: Page,
  ) {}

  /** Starts one, where `from` is given on a copy of the profile in that folder. */
  static async launch(executablePath: string, from?: string): Promise<FirefoxReader> {
    const profile = mkdtempSync(join(tmpdir(), 'second-source-firefox-'));
    if (from !== undefined) cpSync(from, profile, { recursive: true });
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

  /** Closes the browser and starts it on a copy of the profile in a folder, in place of its own. */
  async startOver(from: string): Promise<void> {
    await this.firefox.close();
    this.discard();
    cpSync(from, this.profile, { recursive: true });
    ({ firefox: this.firefox, desk: this.desk } = await start(this.executablePath, this.profile));
  }

  /** Waits until what came along is stored and the engine has nothing left to do. */
  async rests(): Promise<void> {
    await until('the engine rests', async () => (await this.stored()) > 0 && (await this.ask('work')) === null, RESTS_MS);
  }

  /** Closes the browser and leaves its profile where it is, to start others from; answers the folder, which is the caller's to remove. */
  async leave(): Promise<string> {
    await this.firefox.close();
    rmSync(downloads(this.profile), { recursive: true, force: true });
    return this.profile;
  }

  async close(): Promise<void> {
    await this.firefox.close();
    this.discard();
  }

  private discard(): void {
    // Firefox may still be writing its last files.
    for (const folder of [downloads(this.profile), this.profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }

  /** The browser's own window. */
  get window(): FirefoxWindow {
    return new FirefoxWindow(protocolOf(this.firefox));
  }

  /** Closes every tab but the desk. */
  async clear(): Promise<void> {
    await this.window.clear();
    for (const page of await this.firefox.pages()) if (page !== this.desk) await page.close();
  }

  /** Asks the switchboard as our own pages do. @throws Failure as it reports it */
  async ask(type: string, ask: object = {}): Promise<unknown> {
    return unpack(await this.desk.evaluate((message) => browser.runtime.sendMessage(message), { to: 'switchboard', type, ask }));
  }

  /** How many articles are stored. */
  async stored(): Promise<number> {
    return ((await this.ask('articles')) as unknown[]).length;
  }

  /** What the toolbar's icon says of a page: its title, and the badge on it. */
  async icon(url: string): Promise<{ title: string; badge: string }> {
    const tabId = await this.tab(url);
    return await this.desk.evaluate(async (id) => ({ title: await browser.action.getTitle({ tabId: id }), badge: await browser.action.getBadgeText({ tabId: id }) }), tabId);
  }

  /** The card on a news page. */
  async card(page: Page): Promise<Card> {
    const protocol = protocolOf(this.firefox);
    return Card.through(firefoxDoor(page, protocol, await contextOf(protocol, page.url())));
  }

  /** Does something that hands the reader a file, and returns it from the folder of downloads. */
  async download(act: () => Promise<void>): Promise<{ name: string; path: string; text: string }> {
    const folder = downloads(this.profile);
    const before = new Set(readdirSync(folder));
    await act();
    const name = await until('a file in the folder of downloads', () => {
      const files = readdirSync(folder).filter((one) => !before.has(one));
      return Promise.resolve(files.length === 1 && !files[0]!.endsWith('.part') && readFileSync(join(folder, files[0]!)).length > 0 && files[0]!);
    });
    return { name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') };
  }

  /** Opens a page of ours: 'library.html#inbox'. */
  async ours(path: string): Promise<{ page: Page; hands: Hands }> {
    const page = await ours(this.firefox, path);
    return { page, hands: new Hands(page) };
  }

  /** The words of the first-run page, which is the desk. */
  async firstRunPage(): Promise<string> {
    return await this.desk.evaluate(() => document.body.innerText);
  }

  async tab(url: string): Promise<number> {
    return await until(`a tab with ${url}`, () => this.desk.evaluate(async (address) => (await browser.tabs.query({})).find((tab) => tab.url === address)?.id ?? null, url));
  }

  /** What the reader in the tab of this address holds; null where there is none. */
  async state(url: string): Promise<PageState | null> {
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

  /** Opens an address without waiting for anybody to read it. */
  async open(url: string): Promise<Page> {
    const page = await this.firefox.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens the popup as a tab on the tab that shows `url`. */
  async popup(url: string): Promise<Page> {
    const tab = await this.tab(url);
    return await ours(this.firefox, `popup.html?tab=${tab}`);
  }

  /** Opens what stands in the sidebar as a tab on the tab that shows `url`: no protocol reaches into the sidebar itself. */
  async panel(url: string): Promise<Hands> {
    return (await this.ours(`sidepanel.html?tab=${await this.tab(url)}`)).hands;
  }

  /** The pages of ours that are open, whose address begins so. They are asked: of these Firefox does not tell the address. */
  async pages(name: string): Promise<Page[]> {
    const found: Page[] = [];
    for (const page of await this.firefox.pages()) if ((await page.evaluate(() => location.href).catch(() => '')).startsWith(ORIGIN + name)) found.push(page);
    return found;
  }

  /** The page of ours that something has opened, whose address begins so. */
  async opened(name: string): Promise<Page> {
    return await until(`${name} is open`, async () => (await this.pages(name))[0] ?? null);
  }
}

/** Opens a page of the extension. Firefox reports no load events for these, hence the empty wait. */
async function ours(firefox: Browser, path: string): Promise<Page> {
  const page = await firefox.newPage();
  await page.goto(ORIGIN + path, { waitUntil: [] });
  await until(`${path} is open`, () => page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'));
  return page;
}

/** The folder of downloads of a browser on this profile. */
function downloads(profile: string): string {
  return `${profile}-downloads`;
}

async function start(executablePath: string, profile: string): Promise<{ firefox: Browser; desk: Page }> {
  mkdirSync(downloads(profile), { recursive: true });
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
      // Firefox takes no click on a page in its first tenth of a second; a test may be that quick, a person not.
      'dom.input_events.security.minNumTicks': 0,
      'dom.input_events.security.minTimeElapsedInMS': 0,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads(profile),
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  await firefox.installExtension(packageOf('firefox'));
  const desk = await ours(firefox, 'welcome.html');
  await until('the loader is registered', () => desk.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).length > 0));
  return { firefox, desk };
}
