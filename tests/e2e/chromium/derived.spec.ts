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

test('a saved page that is the same says so', async ({ fresh: reader }) => {
  await matters.changeSinceSavedIsShown(wayReader(reader), press);
});
