// The pictures of the first-run page and the settings: as they are at first, with rules for sites, the question before anything is
// deleted for good, and the reminder to back up in the popup.
import { inSettings } from './pages';
import { popupOn } from './popups';
import type { Scene, Studio } from './studio';

/** Needs nothing stored but the seeds. */
export const firstRunScenes: Scene[] = [
  {
    names: ['welcome', 'welcome-narrow'],
    take: async (studio) => studio.shoot(await studio.open('welcome.html'), 'welcome', { full: true, narrow: true }),
  },
  {
    names: ['settings', 'settings-narrow'],
    take: async (studio) => {
      const settings = await studio.open('options.html');
      await settings.getByRole('heading', { name: 'Compared by meaning and by words' }).waitFor();
      await studio.shoot(settings, 'settings', { full: true, narrow: true });
    },
  },
];

/** What the popup sends when its reader chooses for a site: the popup itself would need a page on that site. */
async function rule(studio: Studio, host: string, kind: string): Promise<void> {
  await inSettings(studio, async (page) => {
    await page.evaluate(([site, how]) => chrome.runtime.sendMessage({ to: 'switchboard', type: 'setSite', ask: { host: site, rule: how } }), [host, kind]);
  });
}

/** Needs the made-up articles stored. */
export const settingsScenes: Scene[] = [
  {
    names: ['settings-rules', 'settings-rules-narrow'],
    take: async (studio) => {
      for (const [host, kind] of [['gazette.example', 'always'], ['courier.example', 'click'], ['a-rather-long-name-of-a-newspaper.herald.example', 'never']] as const) await rule(studio, host, kind);
      const settings = await studio.open('options.html');
      await settings.locator('.rules li').nth(2).waitFor();
      await studio.shoot(settings, 'settings-rules', { full: true, narrow: true });
      await settings.getByRole('button', { name: /^Remove/ }).first().click();
      await settings.getByRole('button', { name: 'Undo' }).waitFor();
      await studio.shoot(settings, 'settings-rule-removed');
    },
  },
  {
    names: ['settings-purge', 'settings-purge-narrow', 'settings-purge-all'],
    take: async (studio) => {
      const settings = await studio.open('options.html');
      await settings.locator('.purge-site').waitFor({ timeout: 30_000 });
      await settings.locator('.purge-site button').click();
      await settings.locator('.purge-ask').scrollIntoViewIfNeeded();
      await studio.shoot(settings, 'settings-purge', { narrow: true });
      await settings.locator('.purge-ask button').first().click();
      await settings.locator('.purge-site + button').click();
      await settings.locator('.purge-ask').scrollIntoViewIfNeeded();
      await studio.shoot(settings, 'settings-purge-all');
    },
  },
  {
    names: ['popup-reminder', 'popup-reminder-narrow'],
    take: async (studio) => {
      // Notes on one article, until enough has changed.
      const page = await studio.open('library.html#articles');
      await page.locator('.row-title').first().waitFor();
      for (let n = 0; n < 26; n += 1) {
        await page.getByRole('button', { name: /^Tags and note/ }).first().click();
        await page.getByRole('dialog').getByLabel('Note').fill(`looked at ${n + 1} times`);
        await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      const news = await studio.reader.read(`${studio.site}/wire.html`);
      await popupOn(studio, news.url(), 'popup-reminder', (popup) => popup.page.locator('.reminder').waitFor(), true);
    },
  },
];
