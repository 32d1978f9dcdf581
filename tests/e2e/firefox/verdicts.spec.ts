// What the reader says of a match, in Firefox: in the card, where it counts at once and is undone in place; by keyboard, with a note; for a
// whole claim; and in the library, where all of it is listed, taken back and put back. It lives through a restart.
import { Hands } from '../pages/hands';
import { isUnderlined } from '../pages/underlines';
import { openClaim, readMarked } from '../ways/reading';
import { FOUR_HUNDRED, wrongMatchCounts } from '../ways/verdicts';
import { expect, NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

test('"wrong match" counts at once, is undone in place, is listed and taken back in the library, and holds after a restart', async ({ fresh: reader, site }) => {
  await wrongMatchCounts(wayReader(reader), site);

  const { hands: library } = await reader.ours('library.html#verdicts');
  await library.sees('Your last judgement: 0 of 1 right.');
  expect(await library.words('.judged-line')).toContain(FOUR_HUNDRED);
  const judged = (await library.all('.judged-against bdi'))[0]!;
  await library.press(/^Take back: /);
  await library.press(/^Put back: /);
  await library.sees('Your last judgement: 0 of 1 right.');

  await reader.restart();
  const again = await reader.read(`${site}/wire.html`);
  const popup = new Hands(await reader.popup(again.page.url()));
  await popup.sees('This page makes');
  expect(await openClaim(popup, FOUR_HUNDRED)).not.toContain(judged);
  const { hands: still } = await reader.ours('library.html#verdicts');
  expect(await still.sees('Your last judgement: 0 of 1 right.')).toContain(judged);
});

test('"never this claim" takes the mark off the page at once, and undo puts it back', async ({ kept: reader, site }) => {
  const page = await readMarked(wayReader(reader), `${site}/wire.html`, FOUR_HUNDRED);
  const popup = new Hands(await reader.popup(page.url()));
  await openClaim(popup, FOUR_HUNDRED);
  await popup.press('Never this claim', { within: 'li.claim', holding: FOUR_HUNDRED });
  await popup.sees('You said: never this claim. It is no longer marked.', 'li.claim', FOUR_HUNDRED);
  await page.bringToFront();
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(false);
  await popup.press('Undo', { within: 'li.claim', holding: FOUR_HUNDRED });
  await page.bringToFront();
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
});

test('"agree" with a note is given by keyboard, and still shown when the popup is opened anew', async ({ kept: reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  const popup = new Hands(await reader.popup(page.url()));
  await openClaim(popup, FOUR_HUNDRED);
  const evidence = { within: 'li.claim li.evidence', holding: '400 here, 89 there' };
  await popup.key('Agree', 'Enter', evidence);
  await popup.sees('You said: agree.', evidence.within, evidence.holding);
  await expect.poll(() => popup.focus()).toBe('Undo');
  await popup.press('Add a note', evidence);
  await popup.type('Your note', 'two armies, two counts', evidence);
  await popup.press('Keep note', evidence);
  await popup.sees('Your note: two armies, two counts', evidence.within, evidence.holding);

  const anew = new Hands(await reader.popup(page.url()));
  await openClaim(anew, FOUR_HUNDRED);
  expect(await anew.sees('You said: agree.', evidence.within, evidence.holding)).toContain('Your note: two armies, two counts');
});
