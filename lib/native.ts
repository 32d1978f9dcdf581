// The browser's own interface, without the polyfill: what a script in a page may use of it, in a few bytes. Nothing in; the
// namespace that answers with promises out. The background uses webextension-polyfill for all else, our pages popup/own-browser.ts.
import type { I18n, Runtime, Tabs } from 'webextension-polyfill';

/** A listener as browsers have it: to answer later it returns true, and calls `respond` when it can. */
export type Listener = (message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => true | undefined;

interface Native {
  runtime: {
    id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
  tabs: Pick<Tabs.Static, 'sendMessage'>;
  i18n?: Pick<I18n.Static, 'getMessage' | 'getUILanguage'>;
}

/**
 * Firefox's `browser`, Chrome's `chrome`: the one that the build is for, since a page's element with such an id could stand in for
 * the other. Undefined where no extension is: in a test, or in a page whose extension was removed.
 */
export function native(): Native | undefined {
  const world = globalThis as { browser?: Native; chrome?: Native };
  return import.meta.env.FIREFOX ? world.browser : world.chrome;
}
