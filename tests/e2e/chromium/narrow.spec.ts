// In German, whose words are longer, no surface scrolls sideways at 360 px in any state either. In English accessibility.spec.ts looks at
// this and at more.
import { faultsOf } from '../surfaces/examine';
import { ARTICLES, EXCHANGE, JUDGED, NOTHING_STORED, WITHOUT_ANSWER } from '../surfaces/library';
import { PANEL, POPUP, SELECTION, SETTINGS } from '../surfaces/reading';
import { inGerman, World } from '../surfaces/world';
import { expect, test } from './test';

test('in German nothing is wider than 360 px', async ({ site }) => {
  test.setTimeout(600_000);
  await inGerman(async (reader) => {
    const world = await World.of(reader, site);
    await world.save();
    const library = await world.own('library.html');
    await expect(library.getByRole('heading', { level: 1 })).toHaveText('Bibliothek');
    const full = await faultsOf(world, [...POPUP, ...PANEL, ...SELECTION, ...SETTINGS, ...ARTICLES, ...JUDGED, ...EXCHANGE, ...WITHOUT_ANSWER], []);
    await world.purge();
    expect([...full, ...(await faultsOf(world, NOTHING_STORED, []))]).toEqual([]);
  });
});
