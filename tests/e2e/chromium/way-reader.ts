// A ReaderBrowser as the ways want one.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Card } from '../pages/card';
import { Hands } from '../pages/hands';
import { Popup } from '../pages/popup';
import type { NewsPage, WayReader } from '../ways/reader';
import type { ReaderBrowser } from './reader-browser';

/** The same browser, as the ways in ../ways want it. */
export function wayReader(reader: ReaderBrowser): WayReader {
  return {
    read: (url) => reader.read(url),
    again: async (page: NewsPage) => {
      await (page as Page).reload();
      await reader.settled(page as Page);
    },
    popup: async (url) => new Hands((await Popup.on(reader, url)).page),
    panel: async (url) => new Hands(await reader.open(`${reader.origin}sidepanel.html?tab=${await reader.tab(url)}`)),
    ours: async (path) => new Hands(await reader.open(reader.origin + path)),
    card: (page) => Card.of(page as Page),
    icon: async (url) => {
      const tabId = await reader.tab(url);
      return await reader.worker.evaluate(async (id) => ({ title: await chrome.action.getTitle({ tabId: id }), badge: await chrome.action.getBadgeText({ tabId: id }) }), tabId);
    },
    download: async (act) => {
      const begun = Promise.race(reader.context.pages().map((page) => page.waitForEvent('download')));
      const [download] = await Promise.all([begun, act()]);
      const path = await download.path();
      return { name: download.suggestedFilename(), path, text: await readFile(path, 'utf8') };
    },
    give: async (hands, picker, paths) => (hands.page as Page).locator(picker).setInputFiles(paths),
    stored: () => reader.stored(),
  };
}
