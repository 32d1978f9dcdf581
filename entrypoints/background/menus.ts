// Context menu and keys: what the reader picked goes in; an article or a selection is saved or compared. A selection waits in session
// storage for selection.html. Browsers without menus or keys (Firefox for Android) have none of ours.
import browser from 'webextension-polyfill';
import type { Menus, Tabs } from 'webextension-polyfill';
import { troubleWords } from '../../components/trouble-words';
import { textFragment } from '../../lib/exchange/text-fragment';
import { Failure, isRecord } from '../../lib/failure';
import { t } from '../../lib/i18n';
import type { Key } from '../../lib/i18n';
import type { Answer, Ask, Handlers, Selection } from '../../lib/messages';
import type { Draft, Selectors } from '../../lib/model';
import { takeText } from '../../lib/page/selection';
import type { Selected } from '../../lib/page/selection';
import { selectionUrl } from '../../lib/selection-address';
import { askEngine } from './engine-client';
import { isLeftAlone, toggleMarks } from './settings';
import { changedBy, clipTab, flash, step } from './tabs';

const ITEMS: { id: string; title: Key; contexts: Menus.ContextType[] }[] = [
  { id: 'save-article', title: 'menuSave', contexts: ['page'] },
  { id: 'check-selection', title: 'menuCheck', contexts: ['selection'] },
  { id: 'keep-selection', title: 'menuKeep', contexts: ['selection'] },
];
const WEB = ['http://*/*', 'https://*/*'];

/** The window of selection.html, in pixels. */
const WINDOW = { width: 480, height: 680 };
/** Where selections wait, and how many: each has up to 20,000 characters, and session storage ends at 10 MB. */
const KEY = 'selections';
const KEPT = 12;

/** Puts our items into the context menu, anew after an update; browsers keep them from then on. */
export async function createMenus(): Promise<void> {
  const menus = browser.contextMenus as typeof browser.contextMenus | undefined;
  if (!menus) return;
  await menus.removeAll();
  for (const { id, title, contexts } of ITEMS) menus.create({ id, title: t(title), contexts, documentUrlPatterns: WEB });
}

/** Listens to menu and keys. To be called at once when the switchboard starts, or browsers won't wake it. */
export function listenToMenusAndKeys(): void {
  (browser.contextMenus as typeof browser.contextMenus | undefined)?.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === 'save-article') void saveArticle(tab.id);
    else void openSelection(info, tab, tab.id, info.menuItemId === 'keep-selection');
  });
  (browser.commands as typeof browser.commands | undefined)?.onCommand.addListener((command, tab) => {
    if (command === 'toggle-marks') void toggle(tab?.id);
    if (tab?.id === undefined) return;
    if (command === 'next-claim' || command === 'previous-claim') void step(tab.id, command === 'next-claim' ? 1 : -1).catch(() => undefined);
    if (command === 'save-article') void saveArticle(tab.id);
  });
}

async function toggle(tab: number | undefined): Promise<void> {
  const shown = await toggleMarks().catch(() => null);
  if (shown !== null && tab !== undefined) await flash(tab, t(shown ? 'badgeMarksOn' : 'badgeMarksOff'), null);
}

/** Saves a tab's article, and says on the icon what came of it. */
async function saveArticle(tab: number): Promise<void> {
  try {
    const draft = (await clipTab(tab)) as unknown as Draft;
    const { article, already } = await changedBy('save', askEngine('save', { draft, operation: crypto.randomUUID() }));
    await flash(tab, '✓', t(already ? 'menuAlready' : 'menuSaved', article.title));
  } catch (error) {
    await refuse(tab, error);
  }
}

async function refuse(tab: number, error: unknown): Promise<void> {
  await flash(tab, '!', troubleWords(error instanceof Failure ? error.code : 'internal'));
}

async function openSelection(info: Menus.OnClickData, tab: Tabs.Tab, id: number, keep: boolean): Promise<void> {
  try {
    const url = (info.frameId ? info.frameUrl : undefined) ?? tab.url ?? info.pageUrl;
    if (!url || tab.incognito) throw new Failure('no-access');
    if ((await isLeftAlone(tab.url ?? info.pageUrl)) || (await isLeftAlone(url))) throw new Failure('left-alone', url);
    const found = info.editable ? 'in-field' : await pick(id, info.frameId ?? 0);
    const picked = found ?? plain(info.selectionText ?? '', tab.title ?? '');
    // What somebody writes into a form is not read, whoever asks.
    if (!picked || picked === 'in-field') throw new Failure('nothing-to-save');
    const directive = textFragment({ quote: picked.quote, position: { start: 0, end: 0 } } satisfies Selectors);
    const selection: Selection = { draft: { ...picked.draft, url: selectionUrl(url, directive) }, whole: picked.whole };
    const name = crypto.randomUUID();
    await browser.storage.session.set({ [KEY]: [...(await kept()), [name, selection]].slice(-KEPT) });
    await show(`${browser.runtime.getURL('selection.html')}?id=${name}${keep ? '&keep' : ''}`);
  } catch (error) {
    await refuse(id, error);
  }
}

/** Asks the frame itself, which knows paragraphs and what stands around; null where the browser lets nobody in (a viewer, a frame of another site). */
async function pick(tab: number, frame: number): Promise<Selected | 'in-field' | null> {
  try {
    const [ran] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: ['/pick.js'] });
    if (ran?.result === 'in-field') return 'in-field';
    return isRecord(ran?.result) ? (ran.result as unknown as Selected) : null;
  } catch {
    return null;
  }
}

/** What the browser itself tells of a selection: its words in one line. */
function plain(text: string, title: string): Selected | null {
  const { paragraphs, whole } = takeText(text);
  const [exact] = paragraphs;
  if (exact === undefined) return null;
  const blocks = paragraphs.map((line) => ({ kind: 'paragraph' as const, text: line }));
  return { draft: { url: null, title, outlet: null, author: null, published: null, language: null, blocks }, quote: { exact, prefix: '', suffix: '' }, whole };
}

/** In a small window beside the page; in a tab where there are no windows. */
async function show(url: string): Promise<void> {
  const windows = browser.windows as typeof browser.windows | undefined;
  if (windows) await windows.create({ url, type: 'popup', ...WINDOW }).catch(() => browser.tabs.create({ url }));
  else await browser.tabs.create({ url });
}

async function kept(): Promise<unknown[]> {
  const list = (await browser.storage.session.get(KEY))[KEY];
  return Array.isArray(list) ? list : [];
}

async function selectionOf(id: unknown): Promise<Selection> {
  const found = (await kept()).find((one): one is [string, Selection] => Array.isArray(one) && one[0] === id);
  if (!found) throw new Failure('gone', 'no such selection');
  return found[1];
}

type SelectionCalls = Pick<Handlers<'switchboard'>, 'selection' | 'checkSelection' | 'saveSelection'>;

/** What selection.html asks. */
export const selectionCalls: SelectionCalls = {
  selection: ({ id }) => selectionOf(id),
  checkSelection: async ({ id }) => askEngine('annotate', { draft: (await selectionOf(id)).draft }),
  saveSelection: (ask) => changedBy('saveSelection', saveSelection(ask)),
};

async function saveSelection({ id, note, operation }: Ask<'switchboard', 'saveSelection'>): Promise<Answer<'switchboard', 'saveSelection'>> {
  const saved = await askEngine('save', { draft: (await selectionOf(id)).draft, operation });
  const article = saved.article.id;
  if (note.trim() !== '') {
    const tags = saved.already ? ((await askEngine('article', { id: article })).label?.tags ?? []) : [];
    await askEngine('label', { label: { article, tags, note }, how: 'keep', operation: `${operation}-note` });
  }
  return saved;
}
