// First-run page, reminder and deleting, in Chromium: gone through in Firefox in the same way (../ways/settings.ts). The browser's own
// question about site access can't be answered here; Firefox's specs answer it.
import { startPress } from '../pages/made-up-news';
import * as settings from '../ways/settings';
import { test } from './test';
import { wayReader } from './way-reader';

test('the first-run page tells what is read, kept and sent, and gives three choices', async ({ reader }) => {
  await settings.firstRunPageTells(wayReader(reader));
});

test('the backup is reminded of after 25 changes', async ({ fresh: reader, site }) => {
  await settings.backupIsRemindedOf(wayReader(reader), site);
});

test('a site’s articles, then everything, are deleted for good only when that was asked back', async ({ fresh: reader }) => {
  const press = await startPress();
  await settings.purgeIsAskedBack(wayReader(reader), press);
  await press.close();
});
