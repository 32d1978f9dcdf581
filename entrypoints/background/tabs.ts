// What is done to a tab: run our scripts in it unless the reader's rule forbids it, badge it, show its evidence, tell it of changes.
// Knows no engine.
import browser from 'webextension-polyfill';
import { Failure, isRecord } from '../../lib/failure';
import { send, tell } from '../../lib/messages';
import type { Answer, SwitchboardCalls } from '../../lib/messages';
import { t } from '../../lib/i18n';
import { withoutDirective } from '../../lib/selection-address';
import { ruleFor } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import { originsOf } from '../popup/site-access';
import { chromeOnly } from './chrome-only';
import { changesBy } from './counted';
import { countChanges, isLeftAlone } from './settings';

/** Sites on which browsers let no extension run, permission or not. */
const CLOSED_SITES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(\/|$)/;
/** The badge's colours: of a claim that others differ from, and of any other. */
const DIFFERS = '#b3261e';
const NEUTRAL = '#5f6368';

/** Which claim a tab's reader asked to see; the panel reads it from `storage.session` under the key 'wanted'. */
export interface Wanted {
  tab: number;
  claim: number;
}

/**
 * Runs scripts of ours in a tab, one after the other, and returns what the last one returns.
 * @throws Failure 'no-access' where the reader has not let us, 'unreadable-page' where no extension may, 'left-alone' where the
 * reader's rule is never.
 */
export async function runIn(tab: number, ...files: ('/loader.js' | '/reader.js' | '/card.js' | '/clip.js')[]): Promise<unknown> {
  const url = await urlOf(tab);
  if (url !== null && (!/^https?:/.test(url) || CLOSED_SITES.test(url))) throw new Failure('unreadable-page', url);
  if (await isLeftAlone(url)) throw new Failure('left-alone', url ?? '');
  let detail = 'nothing came back';
  try {
    const [ran] = await browser.scripting.executeScript({ target: { tabId: tab }, files });
    if (ran && !ran.error) return ran.result;
    if (ran) detail = ran.error instanceof Error ? ran.error.message : String(ran.error);
  } catch (error) {
    detail = error instanceof Error ? error.message : String(error);
  }
  throw new Failure((await mayRun(url, detail)) ? 'unreadable-page' : 'no-access', detail);
}

/** A refusal although the site is granted, or one that names a page of the browser's own, is the page's and not the reader's. */
async function mayRun(url: string | null, refusal: string): Promise<boolean> {
  if (/gallery|chrome(-\w+)?:\/\/|about:|view-source:|moz-extension:|error page/i.test(refusal)) return true;
  return url !== null && browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }).catch(() => false);
}

/** A tab's address; null where the browser does not tell us. @throws Failure 'gone' when there is no such tab, 'no-access' in private windows. */
export async function urlOf(id: number): Promise<string | null> {
  const tab = await browser.tabs.get(id).catch(() => {
    throw new Failure('gone', 'no such tab');
  });
  if (tab.incognito) throw new Failure('no-access', 'private windows are left alone');
  return tab.url || null;
}

/** Puts the reader into a tab, with the loader, which tells it what an article is and does nothing where it is already. @throws Failure as `runIn`. */
export async function readTab(tab: number): Promise<void> {
  await runIn(tab, '/loader.js', '/reader.js');
}

/** Clips a tab's article: an unchecked draft, but for its address, which is the tab's. @throws Failure as `runIn` and as clip reports it. */
export async function clipTab(tab: number): Promise<Record<string, unknown>> {
  const clip = await runIn(tab, '/clip.js');
  if (isRecord(clip) && clip['ok'] === true && isRecord(clip['draft'])) {
    const url = await urlOf(tab);
    if (url === null) throw new Failure('no-access', 'the address of this tab is not known');
    return { ...clip['draft'], url: withoutDirective(url) };
  }
  if (isRecord(clip) && (clip['code'] === 'nothing-to-save' || clip['code'] === 'not-english')) throw new Failure(clip['code']);
  throw new Failure('unreadable-page', 'nothing could be clipped');
}

/** Badge texts that a flash covers, by tab: shown once it is over. */
const covered = new Map<number, string>();
/** Milliseconds that a flash lasts: time to look up at the icon. */
const FLASH = 2_500;

/** Shows on a tab's badge how many claims differ from other articles, or else how many have evidence at all. */
export async function badge(tab: number, conflicts: number, claims: number): Promise<void> {
  const text = claims > 0 ? String(conflicts || claims) : '';
  await browser.action.setBadgeBackgroundColor({ tabId: tab, color: conflicts > 0 ? DIFFERS : NEUTRAL });
  if (covered.has(tab)) covered.set(tab, text);
  else await browser.action.setBadgeText({ tabId: tab, text });
  tell('page', { tab });
}

/** Shows a few characters on a tab's badge for a moment, and `title`, where given, as the icon's title until the page is left. */
export async function flash(tab: number, text: string, title: string | null): Promise<void> {
  try {
    if (!covered.has(tab)) covered.set(tab, await browser.action.getBadgeText({ tabId: tab }));
    await browser.action.setBadgeText({ tabId: tab, text });
    if (title !== null) await browser.action.setTitle({ tabId: tab, title });
    await new Promise((resolve) => setTimeout(resolve, FLASH));
    if ((await browser.action.getBadgeText({ tabId: tab })) === text) await browser.action.setBadgeText({ tabId: tab, text: covered.get(tab) ?? '' });
  } catch {
    // The tab was closed meanwhile.
  } finally {
    covered.delete(tab);
  }
}

/** Shows in the icon's title that marks are off, or no longer. */
export async function titleFor(marks: boolean): Promise<void> {
  await browser.action.setTitle({ title: t(marks ? 'actionTitle' : 'actionTitleOff') });
}

/** The settings have changed: tells our pages and, where it concerns them, the readers. A site that is read again is read at once. */
export async function settingsChanged(now: Settings, before: Settings): Promise<void> {
  tell('settings', {});
  if (now.marks !== before.marks) await titleFor(now.marks);
  const shown = ({ density, hover, marks, sites }: Settings): string => JSON.stringify([density, hover, marks, sites]);
  if (shown(now) === shown(before)) return;
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) send('reader', 'settings', {}, id).catch(() => undefined);
  const waited = Object.entries(before.sites).filter(([host, rule]) => rule !== 'always' && (now.sites[host] ?? 'always') === 'always');
  if (waited.length === 0) return;
  // Only tabs of sites that are granted are found by their address.
  const freed = await browser.tabs.query({ url: waited.flatMap(([host]) => originsOf(host)) });
  for (const { id, url } of freed) if (id !== undefined && (ruleFor(url, now.sites) ?? 'always') === 'always') void readTab(id).catch(() => undefined);
}

/** Shows a claim's evidence: in the panel, or, where the browser refuses to open one, in a tab beside. */
export async function showEvidence(tab: number, claim: number): Promise<void> {
  // First of all, and without awaiting anything: browsers want the reader's click still on the stack.
  const refused = openPanel(tab).then(
    () => false,
    () => true,
  );
  // With the time, so that asking for the same claim twice is a change that an open panel hears of.
  const wanted: Wanted & { at: number } = { tab, claim, at: Date.now() };
  await browser.storage.session.set({ wanted });
  if (!(await refused)) return;
  const beside = (await browser.tabs.get(tab)).index + 1;
  await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html?tab=${tab}&claim=${claim}`), index: beside, openerTabId: tab });
}

async function openPanel(tab: number): Promise<void> {
  await (chromeOnly.sidePanel ? chromeOnly.sidePanel.open({ tabId: tab }) : browser.sidebarAction.open());
}

/** The corpus has changed: tells our pages and every tab's reader. */
export async function corpusChanged(): Promise<void> {
  tell('corpus', {});
  await askAgain();
}

/** Tells every tab's reader that the corpus has changed; those of tabs that nobody sees wait until they are shown. */
export async function askAgain(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) send('reader', 'again', {}, id).catch(() => undefined);
}

/** Answers a call that has changed what is stored: tells whoever draws it, and counts what is to be backed up. */
export async function changedBy<T extends keyof SwitchboardCalls>(call: T, answer: Promise<Answer<'switchboard', T>>): Promise<Answer<'switchboard', T>> {
  const given = await answer;
  // Lines seen and labels are drawn by our own pages only.
  const told = call === 'seen' || call === 'label' ? tell('corpus', {}) : corpusChanged();
  await Promise.all([told, countChanges(changesBy(call, given))]);
  return given;
}

/** Steps to the next or previous claim; a page that is not being read yet is read first. */
export async function step(tab: number, by: 1 | -1): Promise<void> {
  try {
    await send('reader', 'step', { by }, tab);
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') await readTab(tab);
  }
}
