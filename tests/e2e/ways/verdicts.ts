// What a reader says of a match in the card, in either browser: it counts at once and is undone in place. A reader and a site in; expects,
// and leaves the match called wrong.
import { expect } from '@playwright/test';
import { clickWords } from '../pages/news-page';
import type { WayReader } from './reader';
import { readMarked } from './reading';

/** The demo's sentence with whose figure a seed differs. */
export const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";

/** Calls the match of {@link FOUR_HUNDRED} wrong in the card, takes that back, and says it again. */
export async function wrongMatchCounts(reader: WayReader, site: string): Promise<void> {
  const page = await readMarked(reader, `${site}/wire.html`, FOUR_HUNDRED);
  await clickWords(page, 'about 400 Russian soldiers');
  const card = await reader.card(page);
  await expect.poll(() => card.text()).toMatch(/differs from \d+ article/i);
  const before = await card.text();
  await card.press('Wrong match');
  await expect.poll(() => card.text()).toContain('You said: wrong match. It is no longer counted.');
  await card.press('Undo');
  await expect.poll(() => card.text()).toBe(before);
  await card.press('Wrong match');
  await expect.poll(() => card.text()).toContain('You said: wrong match.');
}
