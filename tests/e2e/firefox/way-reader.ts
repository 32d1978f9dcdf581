// A FirefoxReader as the ways want one.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { Hands } from '../pages/hands';
import { until } from '../pages/until';
import type { NewsPage, WayReader } from '../ways/reader';
import type { FirefoxReader } from './firefox-reader';

/** The same browser, as the ways in ../ways want it. */
export function wayReader(reader: FirefoxReader): WayReader {
  return {
    read: async (url) => (await reader.read(url)).page,
    again: async (page: NewsPage) => {
      await (page as Page).reload();
      await until(`${page.url()} is read again`, async () => (await reader.state(page.url()))?.state === 'read');
    },
    popup: async (url) => new Hands(await reader.popup(url)),
    panel: (url) => reader.panel(url),
    ours: async (path) => (await reader.ours(path)).hands,
    card: (page) => reader.card(page as Page),
    icon: (url) => reader.icon(url),
    download: (act) => reader.download(act),
    // The protocol hands over no folder: its files are given as files.
    give: async (hands, picker, paths) => {
      const files = paths.flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]));
      const place = files.length === paths.length ? picker : '[data-pick=files]';
      const input = (await (hands.page as Page).$(place)) as ElementHandle<HTMLInputElement> | null;
      if (!input) throw new Error(`no ${place}`);
      await input.uploadFile(...files);
    },
    stored: () => reader.stored(),
  };
}
