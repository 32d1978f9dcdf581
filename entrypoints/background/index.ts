// The switchboard: messages, permissions and keys come in; the engine, the tabs and the badge are set to work. Wiring only:
// evaluates nothing heavy, and stores nothing of its own but the sentinel and what was granted.
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { Failure } from '../../lib/failure';
import { fromOurPages, handle } from '../../lib/messages';
import { syncAccess } from './access';
import { askEngine } from './engine-client';
import { badge, clipTab, corpusChanged, readTab, showEvidence, step } from './tabs';
import type { Draft } from '../../lib/model';

/** Only the top frame of an ordinary tab; nothing from private windows, whatever the manifest says. */
function fromPage(sender: Runtime.MessageSender): boolean {
  return sender.tab?.id !== undefined && sender.frameId === 0 && !sender.tab.incognito && !fromOurPages(sender);
}

/**
 * A page's address is what the browser says it is. The tab's is the newer one after a page has changed its address by script; it is
 * believed only where it is the sender's own origin, since the tab may have gone elsewhere while the message was under way.
 */
function addressOf(sender: Runtime.MessageSender): string {
  const [page, tab] = [sender.url, sender.tab?.url];
  if (!page) throw new Failure('bad-message', 'a page without an address');
  return tab && new URL(tab).origin === new URL(page).origin ? tab : page;
}

function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Failure('bad-message', 'no count');
  return value as number;
}

async function changed<T>(answer: T): Promise<T> {
  await corpusChanged();
  return answer;
}

export default defineBackground(() => {
  handle(
    'switchboard',
    {
      articles: () => askEngine('articles', {}),
      stored: ({ url }) => askEngine('stored', { url }),
      encoder: () => askEngine('encoder', {}),
      exportAll: () => askEngine('exportAll', {}),
      remove: async ({ id, operation }) => changed(await askEngine('remove', { id, operation })),
      restore: async ({ id, operation }) => changed(await askEngine('restore', { id, operation })),
      read: ({ tab }) => readTab(count(tab)).then(() => ({})),
      save: async ({ tab, operation }) => {
        const draft = (await clipTab(count(tab))) as unknown as Draft;
        return changed(await askEngine('save', { draft, operation }));
      },
      access: () => syncAccess(true).then(() => ({})),
    },
    fromOurPages,
  );

  handle(
    'page',
    {
      reader: (_ask, { tab }) => readTab(count(tab?.id)).then(() => ({})),
      annotate: ({ draft }, sender) => askEngine('annotate', { draft: { ...draft, url: addressOf(sender) } }),
      evidence: ({ claim }, { tab }) => showEvidence(count(tab?.id), count(claim)).then(() => ({})),
      badge: ({ conflicts, claims }, { tab }) => badge(count(tab?.id), count(conflicts), count(claims)).then(() => ({})),
    },
    fromPage,
  );

  browser.permissions.onAdded.addListener(() => void syncAccess(true));
  browser.permissions.onRemoved.addListener(() => void syncAccess(false));
  browser.runtime.onStartup.addListener(() => void syncAccess(false));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void syncAccess(true);
    // Installs the seeds, so that they are there for the first page.
    void askEngine('articles', {}).catch(() => undefined);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
  browser.commands.onCommand.addListener((command, tab) => {
    const by = command === 'next-claim' ? 1 : command === 'previous-claim' ? -1 : null;
    if (by !== null && tab?.id !== undefined) void step(tab.id, by).catch(() => undefined);
  });
});
