// What every surface is looked at with: a browser, the demo site, one article read, and a page of ours from which the switchboard is
// asked directly, so that a state comes about the same way in every language. Looks at nothing itself.
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unpack } from '../../../lib/failure';
import type { Reply } from '../../../lib/messages';
import { ReaderBrowser } from '../chromium/reader-browser';
import { packageOf } from '../package';

const READY_MS = 60_000;

export class World {
  private constructor(
    readonly reader: ReaderBrowser,
    readonly site: string,
    private readonly desk: Page,
    /** The wire story, read, with its marks. */
    readonly wire: Page,
  ) {}

  static async of(reader: ReaderBrowser, site: string): Promise<World> {
    const desk = await reader.open(`${reader.origin}welcome.html`);
    return new World(reader, site, desk, await reader.read(`${site}/wire.html`));
  }

  /** Asks the switchboard as a page of ours does. @throws Failure as the switchboard answers it */
  async ask<T>(type: string, ask: object = {}): Promise<T> {
    return unpack<T>(await this.desk.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<Reply>, { to: 'switchboard', type, ask }));
  }

  /** Saves the wire story, and waits until it has been compared with the others. */
  async save(): Promise<void> {
    await this.ask('save', { tab: await this.reader.tab(this.wire.url()), operation: crypto.randomUUID() });
    for (const end = Date.now() + READY_MS; ; ) {
      const [disputes, matters] = [await this.ask<unknown[]>('inbox'), await this.ask<{ total: number }>('matters', { text: '', offset: 0, limit: 1 })];
      if (disputes.length > 0 && matters.total > 0) return;
      if (Date.now() > end) throw new Error('the saved article was not compared');
      await this.desk.waitForTimeout(200);
    }
  }

  /** Deletes everything for good, the articles that came along too. */
  async purge(): Promise<void> {
    await this.ask('purge', { what: 'all', operation: crypto.randomUUID() });
  }

  /** Opens a page of ours. */
  async own(path: string): Promise<Page> {
    return await this.reader.open(this.reader.origin + path);
  }

  /** Opens a page of ours on another tab: 'popup.html' or 'sidepanel.html'. */
  async on(path: string, page: Page = this.wire): Promise<Page> {
    return await this.own(`${path}?tab=${await this.reader.tab(page.url())}`);
  }
}

/**
 * A browser in which our words are German whatever languages the browser itself has: many have only English. Gives it to `use` and
 * closes it.
 */
export async function inGerman(use: (reader: ReaderBrowser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-german-'));
  try {
    cpSync(packageOf('chrome'), folder, { recursive: true });
    renameSync(join(folder, '_locales', 'de', 'messages.json'), join(folder, '_locales', 'en', 'messages.json'));
    rmSync(join(folder, '_locales', 'de'), { recursive: true });
    const reader = await ReaderBrowser.launch({ folder });
    await use(reader).finally(() => reader.close());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
