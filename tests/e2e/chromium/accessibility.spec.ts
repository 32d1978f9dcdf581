// Every page of ours in every state against axe's WCAG A and AA rules: light, dark and with forced colours, wide and at 360 px, where none
// may scroll sideways; still where the reader wants no motion; and whatever can be acted on reached by Tab, visibly.
import type { Page } from '@playwright/test';
import { faultsOf, LOOKS, moving } from '../surfaces/examine';
import { ARTICLES, EXCHANGE, JUDGED, NOTHING_STORED, WITHOUT_ANSWER } from '../surfaces/library';
import { PANEL, POPUP, SELECTION, SETTINGS } from '../surfaces/reading';
import type { Surface } from '../surfaces/surface';
import { World } from '../surfaces/world';
import { expect, test } from './test';

/** A state takes two seconds in all its looks on a quiet machine, and twenty on a busy one. */
test.describe.configure({ timeout: 400_000 });

const GROUPS: Record<string, Surface[]> = {
  'popup': POPUP,
  'panel and selection': [...PANEL, ...SELECTION],
  'welcome and settings': SETTINGS,
  'the library’s articles': ARTICLES,
  'inbox, verdicts and matters': JUDGED,
  'export and import': EXCHANGE,
  'the library without an answer': WITHOUT_ANSWER,
};

for (const [name, surfaces] of Object.entries(GROUPS)) {
  test(`nothing stands in a reader’s way: ${name}`, async ({ fresh, site }) => {
    const world = await World.of(fresh, site);
    await world.save();
    expect(await faultsOf(world, surfaces, LOOKS)).toEqual([]);
  });
}

test('nothing stands in a reader’s way: nothing stored', async ({ fresh, site }) => {
  const world = await World.of(fresh, site);
  await world.purge();
  expect(await faultsOf(world, NOTHING_STORED, LOOKS)).toEqual([]);
});

/** What of an element grows with contrast: how far its border and its text are from the page's ground, and its underline's thickness. */
async function strength(page: Page, selector: string): Promise<Record<'border' | 'ink' | 'thickness', number>> {
  return page.locator(selector).first().evaluate((element) => {
    const style = getComputedStyle(element);
    const light = (colour: string): number => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    const ground = light(getComputedStyle(document.documentElement).backgroundColor);
    return { border: Math.abs(light(style.borderTopColor) - ground), ink: Math.abs(light(style.color) - ground), thickness: parseFloat(style.textDecorationThickness) };
  });
}

test('lines and underlines are stronger where the reader wants more contrast, and what turns does turn where no wish is known', async ({ fresh, site }) => {
  const world = await World.of(fresh, site);
  await world.save();
  const evidence = ARTICLES.find(({ name }) => name.endsWith('with its evidence'))!;
  const looks = [
    { surface: evidence, selector: '.stored-text .underlined.is-conflicting', grows: 'thickness' },
    { surface: evidence, selector: 'main a', grows: 'thickness' },
    { surface: EXCHANGE[0]!, selector: '.drop-place', grows: 'border' },
    { surface: EXCHANGE[0]!, selector: '.choice-words', grows: 'ink' },
    { surface: POPUP[0]!, selector: '.site-rules button[aria-pressed=false]', grows: 'border' },
  ] as const;
  for (const { surface, selector, grows } of looks) {
    const page = await surface.open(world);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
      const usual = (await strength(page, selector))[grows];
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      expect((await strength(page, selector))[grows], `${selector}, ${grows}, ${colorScheme}`).toBeGreaterThan(usual);
    }
    await page.close();
  }
  const waiting = await WITHOUT_ANSWER[0]!.open(world);
  await waiting.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving(waiting)).not.toEqual([]);
});
