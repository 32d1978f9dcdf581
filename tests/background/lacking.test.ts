// A browser that lacks menus, keys, side panel, sidebar or windows, as Firefox for Android does: the switchboard starts all the same, and
// the evidence opens in a tab. The browser is a made-up one that remembers what was asked of it.
import { beforeEach, expect, it, vi } from 'vitest';

type Ask = [name: string, ...args: unknown[]];
let asked: Ask[] = [];
const note = (name: string, answer?: unknown) => (...args: unknown[]) => {
  asked.push([name, ...args]);
  return answer;
};
const event = (name: string) => ({ addListener: note(`${name} heard`) });

/** What every browser has that can run the extension, as far as these paths use it. */
function bare(): Record<string, unknown> {
  return {
    runtime: { id: 'second-source', getURL: (path: string) => `ext://${path}`, sendMessage: note('sendMessage', Promise.resolve()), onMessage: event('onMessage') },
    tabs: { get: note('tabs.get', Promise.resolve({ id: 7, index: 2, incognito: false })), create: note('tabs.create', Promise.resolve({})), query: note('tabs.query', Promise.resolve([])) },
    storage: { session: { set: note('session.set', Promise.resolve()), get: note('session.get', Promise.resolve({})) }, local: { get: note('local.get', Promise.resolve({})) } },
    i18n: { getMessage: () => '', getUILanguage: () => 'en-GB' },
    extension: { getViews: () => [] },
  };
}

/** One object for all tests, since whoever is loaded holds on to it. */
const browserNow: Record<string, unknown> = {};

/** The switchboard's parts, on a browser that has this and nothing else. */
async function on(has: Record<string, unknown>) {
  for (const name of Object.keys(browserNow)) Reflect.deleteProperty(browserNow, name);
  Object.assign(browserNow, has);
  vi.stubGlobal('browser', browserNow);
  vi.stubGlobal('chrome', browserNow);
  const [menus, tabs, library] = await Promise.all([import('../../entrypoints/background/menus'), import('../../entrypoints/background/tabs'), import('../../entrypoints/popup/open-library')]);
  return { ...menus, ...tabs, ...library };
}

const asks = (name: string): Ask[] => asked.filter(([one]) => one === name);

beforeEach(() => {
  asked = [];
});

it('without menus and keys there are none of ours, and nothing breaks', async () => {
  const { createMenus, listenToMenusAndKeys } = await on(bare());
  listenToMenusAndKeys();
  await createMenus();
  expect(asked).toEqual([]);
});

it('with menus but without keys the menus are there', async () => {
  const contextMenus = { removeAll: note('menus.removeAll', Promise.resolve()), create: note('menus.create'), onClicked: event('menus.onClicked') };
  const { createMenus, listenToMenusAndKeys } = await on({ ...bare(), contextMenus });
  listenToMenusAndKeys();
  await createMenus();
  expect(asks('menus.onClicked heard')).toHaveLength(1);
  expect(asks('menus.create').map(([, item]) => (item as { id: string }).id)).toEqual(['save-article', 'check-selection', 'keep-selection']);
});

it('with keys but without menus the keys are heard', async () => {
  const { listenToMenusAndKeys } = await on({ ...bare(), commands: { onCommand: event('commands.onCommand') } });
  listenToMenusAndKeys();
  expect(asked.map(([name]) => name)).toEqual(['commands.onCommand heard']);
});

it('without side panel and sidebar the evidence opens in a tab beside the page', async () => {
  const { showEvidence } = await on(bare());
  await showEvidence(7, 3);
  expect(asks('session.set')[0]?.[1]).toMatchObject({ wanted: { tab: 7, claim: 3 } });
  expect(asks('tabs.create')).toEqual([['tabs.create', { url: 'ext://sidepanel.html?tab=7&claim=3', index: 3, openerTabId: 7 }]]);
});

it.each([
  ['side panel', { sidePanel: { open: note('opened', Promise.resolve()) } }],
  ['sidebar', { sidebarAction: { open: note('opened', Promise.resolve()) } }],
])('with a %s the evidence opens there, and in no tab', async (_, has) => {
  const { showEvidence } = await on({ ...bare(), ...has });
  await showEvidence(7, 3);
  expect(asks('opened')).toHaveLength(1);
  expect(asks('tabs.create')).toEqual([]);
});

it('where there are no windows, an open library still comes to the front', async () => {
  const tab = { id: 9, windowId: 1 };
  const browser = bare();
  const view = { location: { pathname: '/library.html', hash: '' }, browser: { tabs: { getCurrent: () => Promise.resolve(tab) } } };
  const { openLibrary } = await on({ ...browser, tabs: { ...(browser['tabs'] as object), update: note('tabs.update', Promise.resolve()) }, extension: { getViews: () => [view] } });
  await openLibrary('#exchange');
  expect(asks('tabs.update')).toEqual([['tabs.update', 9, { active: true }]]);
  expect(view.location.hash).toBe('#exchange');
});
