// What the library derives, in Firefox, against fixtures: matters, inbox, what is left out, what has changed (../ways/matters.ts).
import * as matters from '../ways/matters';
import { NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

test('a matter lists and draws its figures, and leads to each sentence; what is of no matter is in none', async ({ kept: reader }) => {
  await matters.matterShowsItsFigures(wayReader(reader));
});

test('what a newly saved article disputes lands in the inbox, and nothing else does', async ({ kept: reader }) => {
  await matters.disputeLandsInTheInbox(wayReader(reader));
});

test('what the page leaves out is listed in the words of each article, and nothing else is', async ({ kept: reader, press, site }) => {
  await matters.leftOutIsListed(wayReader(reader), press, site);
});

test('a saved page tells whether it has changed, and what', async ({ kept: reader, press }) => {
  await matters.changeSinceSavedIsShown(wayReader(reader), press);
});
