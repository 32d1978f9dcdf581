// What the library derives, in Chromium, against fixtures: gone through in Firefox in the same way (../ways/matters.ts).
import { startPress } from '../pages/made-up-news';
import type { Press } from '../pages/made-up-news';
import * as matters from '../ways/matters';
import { test } from './test';
import { wayReader } from './way-reader';

let press: Press;
test.beforeAll(async () => {
  press = await startPress();
});
test.afterAll(() => press.close());

test('a matter lists and draws its figures, and leads to each sentence; what is of no matter is in none', async ({ fresh: reader }) => {
  await matters.matterShowsItsFigures(wayReader(reader));
});

test('what a newly saved article disputes lands in the inbox, and nothing else does', async ({ fresh: reader }) => {
  await matters.disputeLandsInTheInbox(wayReader(reader));
});

test('what the page leaves out is listed in the words of each article, and nothing else is', async ({ fresh: reader, site }) => {
  await matters.leftOutIsListed(wayReader(reader), press, site);
});

test('a saved page that is the same says so', async ({ fresh: reader }) => {
  await matters.changeSinceSavedIsShown(wayReader(reader), press);
});
