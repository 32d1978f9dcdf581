// Export and import, in Chromium: gone through in Firefox in the same way (../ways/exchange.ts).
import * as exchange from '../ways/exchange';
import { test } from './test';
import { wayReader } from './way-reader';

test('every form is exported, and holds what it is for', async ({ fresh: reader }) => {
  await exchange.everyFormIsExported(wayReader(reader));
});

test('a library replaces another after a preview, and goes out again byte for byte', async ({ fresh: reader }) => {
  await exchange.libraryComesBack(wayReader(reader));
});

test('annotations made elsewhere and ClaimReview markup become articles', async ({ fresh: reader }) => {
  await exchange.workOfOthersComesIn(wayReader(reader));
});

test('a folder of saved pages is stored, and what is none is named with the reason', async ({ fresh: reader }) => {
  await exchange.folderOfPagesComesIn(wayReader(reader));
});

test('damaged, foreign and huge files are refused, and nothing is changed', async ({ reader }) => {
  await exchange.badFilesAreRefused(wayReader(reader));
});
