// Which claim the reader wants to see: from the page's address when the panel is opened as a tab, else from what the
// switchboard left in session storage, now and whenever it changes.
import { browser } from '../popup/own-browser';
import type { Storage } from 'webextension-polyfill';
import type { Wanted } from '../background/tabs';
import { isRecord } from '../../lib/failure';

export type { Wanted } from '../background/tabs';

/** Where the switchboard leaves it; see background/tabs.ts. */
const KEY = 'wanted';

function wantedOf(value: unknown): Wanted | null {
  if (!isRecord(value)) return null;
  const { tab, claim } = value;
  return Number.isSafeInteger(tab) && Number.isSafeInteger(claim) ? { tab: tab as number, claim: claim as number } : null;
}

/** The wanted claim now, or null. */
export async function wantedNow(search = location.search): Promise<Wanted | null> {
  const named = new URLSearchParams(search);
  if (named.has('tab')) return named.has('claim') ? wantedOf({ tab: Number(named.get('tab')), claim: Number(named.get('claim')) }) : null;
  return wantedOf((await browser.storage.session.get(KEY))[KEY]);
}

/** Hears of every later wish. Returns the undo. */
export function hearWanted(heard: (wanted: Wanted) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>): void => {
    const wanted = wantedOf(changes[KEY]?.newValue);
    if (wanted) heard(wanted);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
