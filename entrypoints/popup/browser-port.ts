// The port to the world, fulfilled with the browser's API and the protocol. The only file of popup and panel that knows both.
import { browser } from './own-browser';
import { download } from '../../components/download';
import { collect } from '../../components/exchange/collect';
import { collectionOf } from '../../lib/exchange/web-annotation';
import { hear, send } from '../../lib/messages';
import { checkSettings, SETTINGS_KEY } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import type { Ask } from '../../lib/messages';
import type { Port, Tab } from './port';

/** A popup shows so many articles; a library of ten thousand would let it wait for all of them. */
const LISTED = 30;

async function exportPage(tab: number): Promise<string> {
  const { url, title, annotations, selectors } = await send('reader', 'selectors', {}, tab);
  return JSON.stringify(collectionOf([{ page: { url, title }, annotations, selectors }], new Date().toISOString()), null, 2);
}

/** Asked for in parts, so that it may take as long as it takes; closing the popup gives it up. */
async function exportAll(): Promise<string> {
  const calls = {
    exportPlan: (ask: Ask<'switchboard', 'exportPlan'>) => send('switchboard', 'exportPlan', ask),
    exportPart: (ask: Ask<'switchboard', 'exportPart'>) => send('switchboard', 'exportPart', ask),
    exportEnds: (ask: Ask<'switchboard', 'exportEnds'>) => send('switchboard', 'exportEnds', ask),
  };
  const file = await collect(calls, 'annotations', null, () => true);
  return file ? file.content.text() : '';
}

/** Read where the switchboard keeps them, and it alone writes them: it need not be woken for that. */
async function settings(): Promise<Settings> {
  const kept: Record<string, unknown> = await browser.storage.local.get(SETTINGS_KEY).catch(() => ({}));
  return checkSettings(kept[SETTINGS_KEY]);
}

/** Hears of every change of permissions. Returns the undo. */
export function hearAccess(heard: () => void): () => void {
  const changes = [browser.permissions.onAdded, browser.permissions.onRemoved];
  for (const change of changes) change.addListener(heard);
  return () => {
    for (const change of changes) change.removeListener(heard);
  };
}

/** Asks for origins, straight from a click: nothing is awaited before. Has the switchboard register what was granted. */
export async function grant(origins: string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins });
  if (granted) await send('switchboard', 'access', {});
  return granted;
}

/** Takes origins back. False when the browser refuses, as it does for what the build itself carries. */
export async function revoke(origins: string[]): Promise<boolean> {
  const taken = origins.length > 0 && (await browser.permissions.remove({ origins }).catch(() => false));
  if (taken) await send('switchboard', 'access', {});
  return taken;
}

/** The origins granted now, and those that came with the build. */
export async function origins(): Promise<{ granted: string[]; fixed: string[] }> {
  const { origins: granted = [] } = await browser.permissions.getAll();
  const manifest = browser.runtime.getManifest() as { host_permissions?: string[] };
  return { granted, fixed: manifest.host_permissions ?? [] };
}

/** The tab that the reader has in front; `?tab=<id>` names another one (a page of ours that is opened as a tab). */
export async function tabInView(): Promise<Tab | null> {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  const tab = Number.isSafeInteger(named)
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url || null };
}

/** Makes the port. */
export function browserPort(): Port {
  return {
    own: browser.runtime.getURL(''),
    pageState: (tab) => send('reader', 'state', {}, tab),
    read: async (tab) => void (await send('switchboard', 'read', { tab })),
    jump: async (tab, claim) => void (await send('reader', 'jump', { claim }, tab)),
    save: (tab, operation) => send('switchboard', 'save', { tab, operation }),
    exportPage,
    exportAll,
    download: (name, json) => download(name, 'application/json', json),
    newest: () => send('switchboard', 'search', { query: {}, offset: 0, limit: LISTED }),
    stored: (url) => send('switchboard', 'stored', { url }),
    encoder: async () => (await send('switchboard', 'encoder', {})).state,
    judge: (verdict, step, operation) => send('switchboard', 'judge', { verdict, ...step, operation }),
    verdicts: () => send('switchboard', 'verdicts', {}),
    draft: (tab) => send('reader', 'draft', {}, tab),
    leftOut: (draft) => send('switchboard', 'leftOut', { draft }),
    changes: (draft) => send('switchboard', 'changes', { draft }),
    inView: (tab) => send('reader', 'inView', {}, tab),
    settings,
    setSite: async (host, rule) => void (await send('switchboard', 'setSite', { host, rule })),
    backupLater: async () => void (await send('switchboard', 'backupLater', {})),
    hearSettings: (heard) => hear('settings', () => heard()),
    remove: async (id, operation) => void (await send('switchboard', 'remove', { id, operation })),
    restore: (id, operation) => send('switchboard', 'restore', { id, operation }),
    origins,
    grant,
    revoke,
    operation: () => crypto.randomUUID(),
    hearPage: (heard) => hear('page', ({ tab }) => heard(tab)),
    hearCorpus: (heard) => hear('corpus', () => heard()),
    hearAccess,
  };
}
