// What is looked for on every surface in every state: what axe finds, what Tab does not reach, what is wider than its window at 360 px,
// and what still moves where the reader wants no motion. Surfaces and looks in, a line for each fault out.
import AxeBuilder from '@axe-core/playwright';
import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { outOfReach } from './keys';
import type { Surface } from './surface';
import type { World } from './world';

export interface Look {
  name: string;
  width: number;
  media: Parameters<Page['emulateMedia']>[0];
}

/** Colours, lists and drawings follow a change of window or wishes a few frames later. */
const FRAME_MS = 150;
const WIDE = 1100;
const NARROW = 360;

const LIGHT: Look = { name: 'light', width: WIDE, media: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } };
/** More contrast changes colours only, which tests/components/contrast.test.tsx measures. */
export const LOOKS: Look[] = [
  LIGHT,
  { name: 'dark, 360 px', width: NARROW, media: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' } },
  { name: 'forced colours, 360 px', width: NARROW, media: { colorScheme: 'dark', contrast: 'more', forcedColors: 'active' } },
];

/** What is wrong with the surfaces, a line each: axe and the keys are tried in these looks, in none where there are none. */
export async function faultsOf(world: World, surfaces: Surface[], looks: Look[]): Promise<string[]> {
  const faults: string[] = [];
  for (const surface of surfaces) {
    await test.step(surface.name, async () => {
      const page = await surface.open(world);
      const say = (where: string, what: string[]) => faults.push(...what.map((one) => `${surface.name}, ${where}: ${one}`));
      for (const [at, { name, width, media }] of looks.entries()) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia(media);
        await page.waitForTimeout(FRAME_MS);
        say(name, await barriers(page, at === 0));
      }
      await page.setViewportSize({ width: NARROW, height: 740 });
      await page.waitForTimeout(FRAME_MS);
      say('360 px', await tooWide(page));
      await page.emulateMedia({ reducedMotion: 'reduce' });
      say('no motion', await moving(page));
      await page.setViewportSize({ width: WIDE, height: 900 });
      if (looks.length > 0) {
        await page.bringToFront();
        say('by keyboard', await outOfReach(page));
      }
      await surface.after?.(world, page);
      await page.close();
    });
  }
  return faults;
}

/** Rules whose outcome hangs on colours or room. Those about names and roles hold in every look alike, and are tried in the first. */
const BY_LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

interface Violations {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/** What axe finds: by all of its rules for WCAG A and AA, or, where it is on the page already, by those that hang on the look. */
async function barriers(page: Page, first: boolean): Promise<string[]> {
  const { violations }: Violations = first
    ? await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode().analyze()
    : await page.evaluate((rules) => (globalThis as unknown as { axe: { run(where: Document, how: object): Promise<Violations> } }).axe.run(document, { runOnly: { type: 'rule', values: rules }, resultTypes: ['violations'] }), BY_LOOK);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

/** What scrolls sideways by itself, or is cut by design: a table of figures, a line with its end cut off, words for screen readers. */
const BY_DESIGN = '.ledger-scroll, .row-title, .row-extra, .tags, .visually-hidden, option';

/** Does the page scroll sideways, and what reaches beyond its edge? */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate((byDesign) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest(byDesign));
    const said = out.slice(0, 3).map((element) => `${element.tagName}.${element.className} reaches ${Math.round(element.getBoundingClientRect().right)}`);
    return scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} of ${clientWidth}`, ...said] : said;
  }, BY_DESIGN);
}

/** The longest that anything may move where the reader wants no motion, in seconds. */
const STILL = 0.01;

/** Elements and pseudo-elements with an animation or a transition longer than that. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate((still) => {
    const seconds = (list: string): number => Math.max(0, ...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)));
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const animated = style.animationName !== 'none' && seconds(style.animationDuration) > still;
        return animated || seconds(style.transitionDuration) > still ? [`${element.tagName}.${element.getAttribute('class') ?? ''}${pseudo ?? ''} moves`] : [];
      }),
    );
  }, STILL);
}
