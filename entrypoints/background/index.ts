// The switchboard: messages, permissions and keys come in; the engine, the tabs and the badge are set to work. Wiring only:
// evaluates nothing heavy, and stores nothing of its own but the sentinel and what was granted.
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { Failure } from '../../lib/failure';
import { fromOurPages, handle, hear } from '../../lib/messages';
import { syncAccess } from './access';
import { askEngine } from './engine-client';
import { leftAlone } from './left-alone';
import { libraryCalls } from './library-calls';
import { createMenus, listenToMenusAndKeys, selectionCalls } from './menus';
import { settings, settingsCalls, waitsForClick } from './settings';
import { mayJudge } from './page-judge';
import { askAgain, badge, changedBy, clipTab, readTab, runIn, settingsChanged, showEvidence, titleFor } from './tabs';
import { withoutDirective } from '../../lib/selection-address';
import { pageSettings } from '../../lib/settings';
import type { Draft } from '../../lib/model';

/** Only the top frame of an ordinary tab; nothing from private windows, whatever the manifest says. */
function fromPage(sender: Runtime.MessageSender): boolean {
  return sender.tab?.id !== undefined && sender.frameId === 0 && !sender.tab.incognito && (!fromOurPages(sender) || fromSample(sender));
}

/** Our one page that is read like a web page: the sample article. */
function fromSample({ url }: Runtime.MessageSender): boolean {
  return url?.replace(/[?#].*/, '') === browser.runtime.getURL('sample.html');
}

/**
 * A page's address is what the browser says it is. The tab's is the newer one after a page has changed its address by script; it is
 * believed only where it is the sender's own origin, since the tab may have gone elsewhere while the message was under way.
 */
function addressOf(sender: Runtime.MessageSender): string {
  const [page, tab] = [sender.url, sender.tab?.url];
  if (!page) throw new Failure('bad-message', 'a page without an address');
  return withoutDirective(tab && new URL(tab).origin === new URL(page).origin ? tab : page);
}

function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Failure('bad-message', 'no count');
  return value as number;
}

export default defineBackground(() => {
  handle(
    'switchboard',
    {
      articles: () => askEngine('articles', {}),
      stored: ({ url }) => askEngine('stored', { url }),
      encoder: () => askEngine('encoder', {}),
      ...libraryCalls,
      remove: ({ id, operation }) => changedBy('remove', askEngine('remove', { id, operation })),
      restore: ({ id, operation }) => changedBy('restore', askEngine('restore', { id, operation })),
      read: ({ tab }) => readTab(count(tab)).then(() => ({})),
      save: async ({ tab, operation }) => {
        const draft = (await clipTab(count(tab))) as unknown as Draft;
        return changedBy('save', askEngine('save', { draft, operation }));
      },
      access: () => syncAccess(true).then(() => ({})),
      ...settingsCalls,
      ...selectionCalls,
    },
    fromOurPages,
  );

  handle(
    'page',
    {
      // Asked by the loader: a site that waits for a click is none of its business.
      reader: async (_ask, sender) => {
        if (await waitsForClick(addressOf(sender))) return {};
        // It will be asked about this page: it may start while the page is read.
        void askEngine('encoder', {}).catch(() => undefined);
        await readTab(count(sender.tab?.id));
        return {};
      },
      settings: async (_ask, sender) => {
        const page = pageSettings(await settings.get(), addressOf(sender));
        if (page.rule === 'never') await badge(count(sender.tab?.id), 0, 0);
        return page;
      },
      judge: async ({ verdict, how, expects, operation }, { tab }) => {
        await mayJudge(count(tab?.id), verdict, how);
        return changedBy('judge', askEngine('judge', { verdict, how, expects, operation }));
      },
      // The sample is nobody's address.
      annotate: ({ draft, soon }, sender) => askEngine('annotate', { soon: soon === true, draft: { ...draft, url: fromSample(sender) ? null : addressOf(sender) } }),
      card: (_ask, { tab }) => runIn(count(tab?.id), '/card.js').then(() => ({})),
      evidence: ({ claim }, { tab }) => showEvidence(count(tab?.id), count(claim)).then(() => ({})),
      badge: ({ conflicts, claims }, { tab }) => badge(count(tab?.id), count(conflicts), count(claims)).then(() => ({})),
    },
    fromPage,
  );

  browser.permissions.onAdded.addListener(() => void syncAccess(true));
  browser.permissions.onRemoved.addListener(() => void syncAccess(false));
  browser.runtime.onStartup.addListener(() => {
    void syncAccess(false);
    void settings.get().then(({ marks }) => titleFor(marks));
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void syncAccess(true);
    void createMenus().catch(() => undefined);
    // Installs the seeds, so that they are there for the first page.
    void askEngine('encoder', {}).catch(() => undefined);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
  listenToMenusAndKeys();
  settings.listen((now, before) => {
    void settingsChanged(now, before).catch(() => undefined);
    // The loader is kept off sites that are never to be read.
    if (JSON.stringify(leftAlone(now.sites)) !== JSON.stringify(leftAlone(before.sites))) void syncAccess(false).catch(() => undefined);
  });
  // Told by the engine's page, once its work in the background has found something new.
  hear('corpus', () => void askAgain());
});
