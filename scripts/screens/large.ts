// The pictures of a library of ten thousand articles: its import under way, the list as it opens, scrolled, and searched, and an export
// under way. For a browser of its own.
import { pickFiles } from './exchange';
import { largeFile } from './made-up';
import { popupOn } from './popups';
import type { Scene } from './studio';

const MANY = 10_000;
/** What the import of so many takes on a busy machine, in ms. */
const LIMIT_MS = 240_000;

export const largeScenes: Scene[] = [
  {
    names: ['exchange-checking', 'exchange-importing', 'library-working', 'large-list', 'large-list-narrow', 'large-scrolled', 'large-scrolled-narrow', 'large-search', 'popup-shelf-large', 'popup-shelf-large-narrow', 'library-loading', 'exchange-exporting'],
    take: async (studio) => {
      const page = await pickFiles(studio, await largeFile(MANY));
      await studio.shoot(page, 'exchange-checking');
      await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: LIMIT_MS });
      await studio.shoot(page, 'exchange-importing');
      await page.getByRole('button', { name: 'Import something else' }).waitFor({ timeout: LIMIT_MS });
      const list = await studio.open('library.html#articles');
      await list.locator('.row-title').first().waitFor({ timeout: LIMIT_MS });
      await studio.shoot(list, 'large-list', { narrow: true });
      await list.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      await list.waitForTimeout(3000);
      await studio.shoot(list, 'large-scrolled', { narrow: true });
      await list.goto(`${studio.reader.origin}library.html#articles?text=bridge`);
      await list.locator('.hit').first().waitFor({ timeout: LIMIT_MS });
      await studio.shoot(list, 'large-search');
      const read = await studio.reader.read(`${studio.site}/wire.html`, LIMIT_MS);
      await popupOn(
        studio,
        read.url(),
        'popup-shelf-large',
        async (popup) => {
          await popup.shelf();
          const all = popup.page.getByRole('button', { name: /^All / });
          await all.waitFor();
          await all.scrollIntoViewIfNeeded();
        },
        true,
      );
    },
  },
  {
    names: ['library-loading', 'exchange-exporting'],
    take: async (studio) => {
      const page = await studio.open('library.html#exchange');
      await page.locator('.exchange button.primary').first().waitFor();
      await page.getByRole('radio', { name: /dossier/i }).check();
      await page.locator('.exchange button.primary').first().click();
      await studio.shoot(page, 'exchange-exporting');
      await page.close();
      // The engine starts anew, and has all of it to open.
      await studio.reader.restart();
      const list = await studio.open('library.html');
      await studio.shoot(list, 'library-loading');
    },
  },
];

