// What the reader sets up, in Firefox: the first-run page with the browser's own question answered both ways, rules for a site, the
// reminder to back up, and what is deleted for good.
import { Hands } from '../pages/hands';
import { underlined } from '../pages/underlines';
import { until } from '../pages/until';
import * as settings from '../ways/settings';
import { expect, NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

test('the first-run page tells what is read, kept and sent, and gives three choices', async ({ reader }) => {
  await settings.firstRunPageTells(wayReader(reader));
});

test('access is given and taken back in each of the three choices, as the browser is answered', async ({ kept: reader }) => {
  const { hands: welcome } = await reader.ours('welcome.html');
  await welcome.press('Allow news sites');
  await reader.window.answer('Deny');
  await welcome.sees('Declined: nothing was allowed.');
  await welcome.type('Site', 'news.example.org');
  await welcome.press('Allow site');
  await reader.window.answer('Allow');
  await welcome.sees('Allowed: news.example.org is read without a click.');
  await welcome.press('Stop reading news.example.org');
  await welcome.sees('Taken back: news.example.org is no longer read without a click.');
  await welcome.press('Allow news sites');
  await reader.window.answer('Allow');
  await welcome.sees(/Allowed: all \d+ news sites are read without a click\./);
  await welcome.press('Take back all site access');
  await welcome.sees('Taken back: no site is read without a click.');
});

test('this site: never leaves it alone, on click waits for one, and the rule can be removed and put back', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  const popup = new Hands(await reader.popup(page.url()));
  await popup.press('Never');
  await popup.sees('This site is left alone');
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  await expect.poll(async () => (await reader.icon(page.url())).badge).toBe('');
  await popup.press('On click');
  await popup.sees(/./, 'li.claim');
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  // Another page of the site is not read before its popup is opened.
  const other = await reader.open(`${site}/watching.html`);
  expect(await reader.state(other.url())).toBeNull();
  await reader.popup(other.url());
  await until('the other page is read', async () => (await reader.state(other.url()))?.state === 'read');

  const { hands: options } = await reader.ours('options.html');
  await options.choose('Rule for 127.0.0.1', 'Never read');
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
  await options.press('Remove the rule for 127.0.0.1');
  await expect.poll(async () => (await underlined(page)).length).toBeGreaterThan(0);
  await expect.poll(() => options.focus()).toBe('Undo');
  await options.press('Undo');
  await expect.poll(async () => (await underlined(page)).length).toBe(0);
});

test('the backup is reminded of after 25 changes', async ({ kept: reader, site }) => {
  await settings.backupIsRemindedOf(wayReader(reader), site);
});

test('a site’s articles, then everything, are deleted for good only when that was asked back', async ({ kept: reader, press }) => {
  await settings.purgeIsAskedBack(wayReader(reader), press);
});
