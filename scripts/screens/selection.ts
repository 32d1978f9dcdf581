// The pictures of the window on a selection: compared and found, nothing found, kept, and one that is gone. The browser's own menu can't
// be clicked by a program, so its event is raised where it would arrive.
import type { Page } from '@playwright/test';
import { selectWords } from '../../tests/e2e/pages/news-page';
import { says } from './studio';
import type { Scene, Studio } from './studio';

const STRIKES = 'Over the past day Russia carried out 18 air strikes and fired rocket systems more than 85 times';

/** Selects words on a page and asks for the window on them, as the page's menu does. */
async function pickedOn(studio: Studio, path: string, words: string, menuItemId: 'check-selection' | 'keep-selection'): Promise<Page> {
  const { reader } = studio;
  const page = await reader.read(studio.site + path);
  await selectWords(page, words);
  const given = { id: await reader.tab(page.url()), info: { menuItemId, editable: false, pageUrl: page.url(), frameId: 0, selectionText: words } };
  const raised = reader.worker.evaluate(async ({ id, info }) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.id === id);
    if (tab) chrome.contextMenus.onClicked.dispatch(info, tab);
  }, given);
  const [picked] = await Promise.all([reader.context.waitForEvent('page'), raised]);
  await picked.setViewportSize({ width: 640, height: 800 });
  await says(picked, /compared with \d+ article|Nothing checkable/);
  return picked;
}

export const selectionScenes: Scene[] = [
  {
    names: ['selection-found', 'selection-found-narrow', 'selection-kept'],
    take: async (studio) => {
      const picked = await pickedOn(studio, '/watching.html', STRIKES, 'keep-selection');
      await studio.shoot(picked, 'selection-found', { full: true, narrow: true });
      await picked.keyboard.type('Ask the ministry');
      await picked.getByRole('button', { name: 'Save statement' }).press('Enter');
      await says(picked, 'Saved to your library.');
      await studio.shoot(picked, 'selection-kept', { full: true });
      await picked.getByRole('button', { name: 'Undo' }).click();
      await says(picked, 'Removed from your library again.');
    },
  },
  {
    names: ['selection-none', 'selection-none-narrow'],
    take: async (studio) => {
      const words = 'put on 14 extra services and said that 6,200 supporters had used them';
      await studio.shoot(await pickedOn(studio, '/sport.html', words, 'check-selection'), 'selection-none', { full: true, narrow: true });
    },
  },
  {
    names: ['selection-gone'],
    take: async (studio) => {
      const gone = await studio.open('selection.html?id=gone', 640, 800);
      await gone.getByRole('alert').waitFor();
      await studio.shoot(gone, 'selection-gone');
    },
  },
];
