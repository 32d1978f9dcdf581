// The library in a tab of its own, driven by what a reader sees: roles and names.
import type { Locator, Page } from '@playwright/test';
import type { ReaderBrowser } from '../chromium/reader-browser';

export class Library {
  private constructor(readonly page: Page) {}

  /** Opens the library on a view: 'inbox', 'articles?text=ferry'. */
  static async on(reader: ReaderBrowser, view = ''): Promise<Library> {
    return new Library(await reader.open(`${reader.origin}library.html${view === '' ? '' : `#${view}`}`));
  }

  /** The lines that are drawn. */
  get lines(): Locator {
    return this.page.locator('.virtual > li');
  }

  line(title: string): Locator {
    return this.lines.filter({ hasText: title });
  }

  /** Turns to a view by its link in the head. */
  async turn(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click();
  }

  /** Opens an article from the list. */
  async read(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title }).click();
    await this.page.getByRole('heading', { level: 2, name: title }).waitFor();
  }

  /** A sentence of the article that is read, where it can be chosen. */
  sentence(text: string): Locator {
    return this.page.locator('.stored-text').getByRole('button', { name: text, exact: true });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** What the notice at the lower edge says. */
  get notice(): Locator {
    return this.page.locator('.notice');
  }
}
