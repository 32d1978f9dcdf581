// The popup, opened in a tab on another tab's page (popup.html?tab=…), driven by what a reader sees: roles and names. The same
// component tree is the toolbar's popup.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ReaderBrowser } from '../chromium/reader-browser';

export class Popup {
  private constructor(readonly page: Page) {}

  /** Opens the popup on the tab that shows `url`. */
  static async on(reader: ReaderBrowser, url: string): Promise<Popup> {
    const page = await reader.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(`${reader.origin}popup.html?tab=${await reader.tab(url)}`);
    return new Popup(page);
  }

  /** All claims listed, the merely related ones too once their group is open. */
  get claims(): Locator {
    return this.page.locator('li.claim');
  }

  /** The list's entry of one sentence. */
  claim(sentence: string): Locator {
    return this.claims.filter({ hasText: sentence });
  }

  /** Opens a claim and returns its pieces of evidence. */
  async evidence(sentence: string): Promise<Locator> {
    const claim = this.claim(sentence);
    const button = claim.getByRole('button', { expanded: false }).first();
    await claim.first().waitFor();
    if ((await claim.getByRole('listitem').count()) === 0) await button.click();
    return claim.locator('li.evidence');
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Turns to the list of stored articles. */
  async shelf(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Stored articles' }).click();
  }

  /** Presses a button that exports, and returns the file's JSON. */
  async exported(name: string): Promise<unknown> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(name)]);
    return JSON.parse(await readFile(await download.path(), 'utf8'));
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
