// Shows the library: the tab that has it comes to the front, else one is opened. Knows where the library is, and nothing of what it does.
import { browser } from './own-browser';
import type { Browser } from 'webextension-polyfill';

const PAGE = 'library.html';

/** Opens the library, at a view of it where a hash names one ("#exchange"). */
export async function openLibrary(hash = ''): Promise<void> {
  const open = browser.extension.getViews({ type: 'tab' }).find((view) => view.location.pathname === `/${PAGE}`);
  const tab = open && (await tabOf(open));
  if (!open || !tab) {
    await browser.tabs.create({ url: browser.runtime.getURL(PAGE) + hash });
    return;
  }
  if (hash !== '') open.location.hash = hash;
  if (tab.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  // Firefox for Android has no windows.
  if (tab.windowId !== undefined) await (browser.windows as typeof browser.windows | undefined)?.update(tab.windowId, { focused: true });
}

/** The tab that a page of ours stands in, told by the page itself: without the permission 'tabs' nobody else may know its address. */
async function tabOf(view: Window): Promise<{ id?: number | undefined; windowId?: number | undefined } | undefined> {
  const own = view as unknown as { browser?: Browser; chrome?: Browser };
  return await (own.browser ?? own.chrome)?.tabs.getCurrent().catch(() => undefined);
}
