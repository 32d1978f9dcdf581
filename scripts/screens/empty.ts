// The pictures without articles: all deleted, nothing stored, and a database that a newer version has written. For a browser of their
// own, which is of no use afterwards.
import type { Popup } from '../../tests/e2e/pages/popup';
import { popupOn } from './popups';
import { says } from './studio';
import type { Scene, Studio } from './studio';

/** Deletes every article by its button in the popup. */
async function deleteAll(popup: Popup): Promise<void> {
  await popup.shelf();
  const deletes = popup.page.getByRole('button', { name: /^Delete: /, disabled: false });
  await deletes.first().waitFor();
  for (let left = await deletes.count(); left > 0; left -= 1) {
    await deletes.first().click();
    await popup.page.waitForTimeout(400);
  }
}

/** Raises the version of every database, as a newer version of the extension would have. */
async function outdate(studio: Studio): Promise<void> {
  const desk = await studio.open('welcome.html');
  await desk.evaluate(async () => {
    for (const { name, version } of await indexedDB.databases()) {
      await new Promise<void>((resolve) => {
        const request = indexedDB.open(name ?? '', (version ?? 1) + 1000);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => resolve();
      });
    }
  });
  await studio.reader.restart();
}

const EMPTY = ['articles', 'inbox', 'matters'];
const UNREADABLE = [
  { name: 'settings-corpus-unreadable', path: 'options.html' },
  { name: 'library-corpus-unreadable', path: 'library.html' },
  { name: 'library-matters-unreadable', path: 'library.html#matters' },
];

export const emptyScenes: Scene[] = [
  {
    names: ['popup-shelf-all-deleted', 'popup-shelf-empty', 'popup-empty-corpus', 'popup-empty-corpus-narrow', 'panel-empty-corpus', ...EMPTY.flatMap((view) => [`library-${view}-empty`, `library-${view}-empty-narrow`])],
    take: async (studio) => {
      const page = await studio.reader.read(`${studio.site}/sport.html`);
      await popupOn(studio, page.url(), 'popup-shelf-all-deleted', deleteAll);
      await popupOn(studio, page.url(), 'popup-shelf-empty', (popup) => popup.shelf());
      for (const view of EMPTY) {
        const library = await studio.open(`library.html#${view}`);
        await library.locator('.status h3').waitFor();
        await studio.shoot(library, `library-${view}-empty`, { narrow: true });
        await library.close();
      }
      await page.reload();
      await studio.reader.settled(page);
      await popupOn(studio, page.url(), 'popup-empty-corpus', (popup) => says(popup.page, 'Nothing to compare with yet'), true);
      const panel = await studio.open(`sidepanel.html?tab=${await studio.reader.tab(page.url())}`, 400);
      await says(panel, 'Nothing to compare with yet');
      await studio.shoot(panel, 'panel-empty-corpus');
    },
  },
  {
    names: ['popup-corpus-unreadable', 'panel-corpus-unreadable', ...UNREADABLE.map(({ name }) => name)],
    take: async (studio) => {
      await outdate(studio);
      const page = await studio.reader.open(`${studio.site}/wire.html`);
      await popupOn(studio, page.url(), 'popup-corpus-unreadable', (popup) => says(popup.page, 'Your stored articles can’t be opened'));
      const panel = await studio.open(`sidepanel.html?tab=${await studio.reader.tab(page.url())}`, 400);
      await says(panel, 'Your stored articles can’t be opened');
      await studio.shoot(panel, 'panel-corpus-unreadable');
      for (const { name, path } of UNREADABLE) {
        const own = await studio.open(path);
        await own.getByRole('button', { name: 'Try again' }).waitFor();
        await studio.shoot(own, name, { full: true });
      }
    },
  },
];
