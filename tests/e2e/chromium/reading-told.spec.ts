// Reading, in Chromium: what is gone through in Firefox in the same way (../ways/reading.ts).
import { startPress } from '../pages/made-up-news';
import type { Press } from '../pages/made-up-news';
import * as reading from '../ways/reading';
import { test } from './test';
import { wayReader } from './way-reader';

let press: Press;
test.beforeAll(async () => {
  press = await startPress();
});
test.afterAll(() => press.close());

test('marks are seen on white, black and coloured pages, each stance by its shape', async ({ reader, site }) => {
  await reading.marksAreSeenOnEveryGround(wayReader(reader), site);
});

test('how much could be compared is told, and that what is unmarked is not checked', async ({ reader, site }) => {
  await reading.coverageIsTold(wayReader(reader), site);
});

test('the badge counts conflicts, else agreements', async ({ fresh: reader, site }) => {
  await reading.badgeCounts(wayReader(reader), press, site);
});

test('the card tells stance, receipt, speaker, outlet and day, and leads to the sentence in its source', async ({ fresh: reader }) => {
  await reading.cardTellsAll(wayReader(reader), press);
});

test('a later figure of the same count is an update on a time line', async ({ fresh: reader }) => {
  await reading.laterFigureIsAnUpdate(wayReader(reader), press);
});
