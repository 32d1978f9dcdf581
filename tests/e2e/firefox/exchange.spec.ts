// Export and import, in Firefox: files land in the folder of downloads, and come in through the page’s pickers (../ways/exchange.ts).
import * as exchange from '../ways/exchange';
import { NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

test('every form is exported, and holds what it is for', async ({ kept: reader }) => {
  await exchange.everyFormIsExported(wayReader(reader));
});

test('a library replaces another after a preview, and goes out again byte for byte', async ({ kept: reader }) => {
  await exchange.libraryComesBack(wayReader(reader));
});

test('annotations made elsewhere and ClaimReview markup become articles', async ({ kept: reader }) => {
  await exchange.workOfOthersComesIn(wayReader(reader));
});

test('a folder of saved pages is stored, and what is none is named with the reason', async ({ kept: reader }) => {
  await exchange.folderOfPagesComesIn(wayReader(reader));
});

test('damaged, foreign and huge files are refused, and nothing is changed', async ({ reader }) => {
  await exchange.badFilesAreRefused(wayReader(reader));
});
