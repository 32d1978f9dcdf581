// Site access: what is granted now goes in, and the loader runs there: on pages to come and on those that are open. Knows no
// page and no engine.
import browser from 'webextension-polyfill';
import { send } from '../../lib/messages';
import { ruleFor } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import { leftAlone } from './left-alone';
import { settings } from './settings';

const LOADER = 'loader';
/** Where the origins that the loader was last registered for are remembered, for as long as the browser runs. */
const KNOWN = 'granted';

let last: Promise<void> = Promise.resolve();

/**
 * Registers the loader for what is granted now but for sites that are never to be read, and with `inject` runs it in the open tabs of origins that were not granted
 * before. One after another, so that the last to ask leaves what is true.
 */
export function syncAccess(inject: boolean): Promise<void> {
  const turn = last.then(async () => {
    // Firefox names an origin twice that is granted twice.
    const origins = new Set((await browser.permissions.getAll()).origins);
    const granted = [...origins].filter((origin) => /^(https?|\*):\/\/|^<all_urls>$/.test(origin));
    const known = (await browser.storage.session.get(KNOWN))[KNOWN];
    const { sites } = await settings.get();
    await register(granted, leftAlone(sites));
    await browser.storage.session.set({ [KNOWN]: granted });
    const gone = Array.isArray(known) ? known.filter((origin): origin is string => typeof origin === 'string' && !granted.includes(origin)) : [];
    if (gone.length > 0) await letGo(gone, granted);
    const fresh = granted.filter((origin) => !Array.isArray(known) || !known.includes(origin));
    if (inject && fresh.length > 0) await runInOpenTabs(fresh, sites);
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** Readers that are at work on sites no longer granted stop; each knows its own address, which browsers now keep from us. */
async function letGo(gone: string[], left: string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [send('reader', 'withdrawn', { gone, left }, id)])));
}

async function register(matches: string[], excludeMatches: string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [LOADER] });
  const script = { id: LOADER, js: ['/loader.js'], matches, excludeMatches, runAt: 'document_idle' as const, allFrames: false, persistAcrossSessions: true };
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [LOADER] });
  } else if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** A tab that refuses (a store page, one that is just closing) is left alone, and so is a site that the reader's rule closes. */
async function runInOpenTabs(url: string[], sites: Settings['sites']): Promise<void> {
  const tabs = (await browser.tabs.query({ url })).filter((tab) => ruleFor(tab.url, sites) !== 'never');
  const inject = (id: number): Promise<unknown> => browser.scripting.executeScript({ target: { tabId: id }, files: ['/loader.js'] });
  await Promise.allSettled(tabs.flatMap((tab) => (tab.id === undefined || tab.incognito || tab.discarded ? [] : [inject(tab.id)])));
}
