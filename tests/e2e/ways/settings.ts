// What the reader sets up, in either browser: the first-run page, the reminder to back up, and what is deleted for good.
import { expect } from '@playwright/test';
import type { Press } from '../pages/made-up-news';
import type { WayReader } from './reader';
import { fixture, long, save } from './shelf';

/** The first-run page says what is read, kept and sent, gives three choices, and takes no address that is none. */
export async function firstRunPageTells(reader: WayReader): Promise<void> {
  const welcome = await reader.ours('welcome.html');
  const words = await welcome.sees('Where may it read?');
  for (const choice of ['On news sites', 'Only when I click', 'On sites I choose']) expect(words).toContain(choice);
  expect(await welcome.all('.choice')).toHaveLength(3);
  const [read, kept, sent] = await welcome.all('.terms > div');
  expect(read).toMatch(/^Read/);
  expect(kept).toMatch(/^Kept/);
  expect(sent).toMatch(/^Sent.*nothing/i);
  await welcome.type('Site', 'not an address');
  await welcome.press('Allow site');
  await welcome.sees('That is not one site’s address.');
  await welcome.press('Which sites?');
  await welcome.sees(/\.(com|org|uk)/, '.news-list');
}

/** After 25 changes the popup reminds of the backup, is silent after "Later", and an export of the whole library is told as one. */
export async function backupIsRemindedOf(reader: WayReader, site: string): Promise<void> {
  const library = await reader.ours('library.html#exchange');
  await library.sees('Drop files or a folder here.');
  // Twenty-five changes by hand would be twenty-five dialogs: they are sent as the dialog sends them.
  await library.page.evaluate(`(async () => {
    const { runtime } = globalThis.browser ?? globalThis.chrome;
    const ask = (type, ask) => runtime.sendMessage({ to: 'switchboard', type, ask });
    const [{ id: article }] = (await ask('articles', {})).answer;
    for (let n = 0; n < 25; n++) await ask('label', { label: { article, tags: ['t' + n], note: '' }, how: 'keep', operation: crypto.randomUUID() });
  })()`);
  const page = await reader.read(`${site}/wire.html`);
  const popup = await reader.popup(page.url());
  await popup.sees(/\d\d changes since your last backup\./, '.reminder');
  await popup.press('Later', { within: '.reminder' });
  await popup.counts('.reminder', 0);
  const settings = await reader.ours('options.html');
  await settings.sees(/[1-9]\d changes since then\./);
  await library.page.bringToFront();
  await reader.download(() => library.press('Export', { within: '.exchange' }));
  await settings.page.bringToFront();
  await settings.sees(/Last backed up on .* 0 changes since then\./);
}

/** One site's articles, then everything: deleted for good only when asked back, and the library says that it is empty. */
export async function purgeIsAskedBack(reader: WayReader, press: Press): Promise<void> {
  await save(reader, press.print('courier', long(fixture('courier-1'))));
  const settings = await reader.ours('options.html');
  await settings.sees('All articles of');
  await settings.press('Delete this site’s articles…');
  expect(await settings.sees('Delete 1 article from 127.0.0.1', '.purge-ask')).toContain('are deleted too');
  await settings.press('Keep', { within: '.purge-ask' });
  expect(await reader.stored()).toBe(4);
  await settings.press('Delete this site’s articles…');
  await settings.press('Delete for good', { within: '.purge-ask' });
  await settings.sees('1 article was deleted.');
  expect(await reader.stored()).toBe(3);
  await settings.press('Delete everything…');
  await settings.press('Delete for good', { within: '.purge-ask' });
  await settings.sees('3 articles were deleted.');
  expect(await reader.stored()).toBe(0);
  const library = await reader.ours('library.html#matters');
  await library.sees('No matters yet');
}
