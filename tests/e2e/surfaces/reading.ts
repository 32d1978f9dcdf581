// The surfaces beside a page: popup, panel, selection, welcome, settings, each in its states, with the three articles that come along
// and the wire story saved.
import { selectWords } from '../pages/news-page';
import { press, there, without } from './surface';
import type { Surface } from './surface';
import type { World } from './world';

/** The popup on a demo page of its own, closed afterwards. */
function popupOn(name: string, path: string, seen: string): Surface {
  return {
    name,
    open: async (world) => there(await world.on('popup.html', await world.reader.open(world.site + path)), seen),
    after: async (world) => {
      for (const page of world.reader.context.pages()) if (page.url() === world.site + path) await page.close();
    },
  };
}

const shelf = async (world: World) => {
  const page = await world.on('popup.html');
  await press(page, '[role=tab]:nth-child(2)');
  return there(page, '.shelf-line');
};

export const POPUP: Surface[] = [
  { name: 'popup: claims', open: async (world) => there(await world.on('popup.html'), 'li.claim') },
  {
    name: 'popup: evidence and a note being written',
    open: async (world) => {
      const page = await world.on('popup.html');
      await press(page, 'li.claim .disclosure-button');
      await press(page, 'li.evidence .verdict button');
      await press(page, 'li.evidence .verdict-undo ~ * button, li.evidence .verdict-undo + button');
      return there(page, '.verdict-writing textarea');
    },
    after: async (_world, page) => press(page, '.verdict-undo'),
  },
  { name: 'popup: stored articles', open: shelf },
  {
    name: 'popup: one deleted',
    open: async (world) => {
      const page = await shelf(world);
      await press(page, '.shelf-line > button');
      return there(page, '.notice');
    },
    after: async (_world, page) => {
      await press(page, '.shelf-line.is-removed > button');
      await page.locator('.shelf-line.is-removed').waitFor({ state: 'detached' });
    },
  },
  popupOn('popup: nothing matched', '/sport.html', '.status'),
  popupOn('popup: no article', '/odd/empty.html', '.status'),
  popupOn('popup: not English', '/odd/german.html', '.status'),
  popupOn('popup: a PDF', '/odd/paper.pdf', '.status'),
  {
    name: 'popup: a site left alone',
    open: async (world) => {
      await world.ask('setSite', { host: '127.0.0.1', rule: 'never' });
      return there(await world.on('popup.html'), '.status');
    },
    after: async (world) => {
      await world.ask('setSite', { host: '127.0.0.1', rule: null });
      await world.wire.reload();
      await world.reader.settled(world.wire);
    },
  },
  { name: 'popup: nobody answers', open: (world) => without(world, 'popup.html?tab=1', 'failing', '.popup [role=tab]') },
];

const panel = async (world: World) => there(await world.on('sidepanel.html'), 'li.claim');

export const PANEL: Surface[] = [
  { name: 'panel: claims in order', open: panel },
  {
    name: 'panel: no claim fits',
    open: async (world) => {
      const page = await panel(world);
      const speakers = page.locator('.filter-speaker option');
      for (let speaker = await speakers.count(); speaker-- > 1 && (await page.locator('li.claim').count()) > 0; ) {
        await page.locator('.filter-speaker select').selectOption({ index: speaker });
        for (const stance of await page.locator('.filter-stances button').all()) {
          await stance.click();
          if ((await page.locator('li.claim').count()) === 0) break;
        }
      }
      await page.locator('li.claim').first().waitFor({ state: 'detached' });
      return page;
    },
  },
  {
    name: 'panel: left out and changed',
    open: async (world) => {
      const page = await panel(world);
      for (const aside of await page.locator('.aside > * > .disclosure-button').all()) await aside.click();
      await page.waitForTimeout(500);
      return page;
    },
  },
];

const PICKED = 'The Ukrainian army claimed that about 400 Russian soldiers were killed';

async function picked(world: World, item: string) {
  await world.wire.bringToFront();
  await selectWords(world.wire, PICKED);
  const given = { id: await world.reader.tab(world.wire.url()), info: { menuItemId: item, editable: false, pageUrl: world.wire.url(), frameId: 0, selectionText: PICKED } };
  const [page] = await Promise.all([
    world.reader.context.waitForEvent('page'),
    world.reader.worker.evaluate(async ({ id, info }) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.id === id);
      if (tab) chrome.contextMenus.onClicked.dispatch(info, tab);
    }, given),
  ]);
  return there(page, '.selection form');
}

export const SELECTION: Surface[] = [
  { name: 'selection: compared', open: async (world) => there(await picked(world, 'check-selection'), '.evidence') },
  {
    name: 'selection: saved',
    open: async (world) => {
      const page = await picked(world, 'keep-selection');
      await page.locator('#note').fill('Ask the ministry');
      await press(page, 'button[type=submit]');
      return there(page, '.after button');
    },
    after: async (_world, page) => {
      await press(page, '.after button.quiet');
      await there(page, 'form');
    },
  },
  { name: 'selection: no longer known', open: async (world) => there(await world.own('selection.html?id=none'), '[role=alert]') },
  { name: 'selection: nobody answers', open: (world) => without(world, 'selection.html?id=none', 'failing', '[role=alert]') },
];

const options = async (world: World) => there(await world.own('options.html'), '#purge-site');

export const SETTINGS: Surface[] = [
  { name: 'welcome', open: async (world) => there(await world.own('welcome.html'), '.choice') },
  {
    name: 'welcome: the list open, an address that is none',
    open: async (world) => {
      const page = await world.own('welcome.html');
      await press(page, '.news-list .disclosure-button');
      await page.locator('.field input').fill('not a site');
      await page.locator('.field input').press('Enter');
      return there(page, '.choice-state.is-failed, [aria-invalid=true]');
    },
  },
  { name: 'settings', open: options },
  {
    name: 'settings: rules, one just removed',
    open: async (world) => {
      for (const host of ['news.example', 'a-rather-long-name-for-a-newspaper.of-some-region.example']) await world.ask('setSite', { host, rule: 'never' });
      const page = await options(world);
      await press(page, '.rules li:last-child button');
      return there(page, '[role=status] + button');
    },
    after: async (world) => {
      for (const host of ['news.example', 'a-rather-long-name-for-a-newspaper.of-some-region.example']) await world.ask('setSite', { host, rule: null });
    },
  },
  {
    name: 'settings: before deleting for good',
    open: async (world) => {
      const page = await options(world);
      await press(page, '.purge-site button');
      return there(page, '.purge-ask');
    },
  },
  { name: 'settings: nobody answers', open: (world) => without(world, 'options.html', 'failing', '.options .detail') },
];
