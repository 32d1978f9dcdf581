// Takes pictures: a page in some state goes in, PNG files come out, the same state in light and in dark and, where asked, at 360 px.
// Knows which pictures were asked for, and no surface of the product.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchOptions, ReaderBrowser } from '../../tests/e2e/chromium/reader-browser';

/** Fonts, underlines, plots and the card's entrance have settled by then. */
const SETTLE_MS = 400;
/** Enough after a change of scheme or width: nothing is fetched or asked for anew. */
const REDRAWN_MS = 200;
/** The narrow pictures: the narrowest phone in common use, and no higher than one. */
const NARROW = { width: 360, height: 740 };
/** Machines are shared: what takes a second on a quiet one has taken a minute. */
const PATIENCE_MS = 120_000;
const SCHEMES = ['light', 'dark'] as const;

/** A state of a surface: the pictures that it gives, and how it is brought about. */
export interface Scene {
  /** Names without scheme and suffix; `NAME-narrow` is listed too where it is taken. */
  names: string[];
  take: (studio: Studio) => Promise<void>;
}

/** Scenes that share a browser, one after another, since later ones rest on what earlier ones stored. */
export interface Session {
  options?: LaunchOptions;
  /** What has to be stored before the first scene. */
  prepare?: (studio: Studio) => Promise<void>;
  scenes: Scene[];
}

interface ShootOptions {
  /** The whole page instead of the window. */
  full?: boolean;
  /** At 360 px as well, as `NAME-narrow`. */
  narrow?: boolean;
}

/** True when a picture's name contains one of the words, or there are none. */
export function wants(words: readonly string[], name: string): boolean {
  return words.length === 0 || words.some((word) => name.includes(word));
}

export class Studio {
  failures = 0;
  taken = 0;

  constructor(
    readonly reader: ReaderBrowser,
    /** Address of the demo news site, without a slash at its end. */
    readonly site: string,
    private readonly folder: string,
    private readonly words: readonly string[],
  ) {
    mkdirSync(folder, { recursive: true });
    reader.context.setDefaultTimeout(PATIENCE_MS);
  }

  /** Takes the scenes that were asked for. What fails is said, its pages are closed, and the others are still taken. */
  async run(scenes: readonly Scene[]): Promise<void> {
    for (const { names, take } of scenes) {
      if (!names.some((name) => wants(this.words, name))) continue;
      try {
        await take(this);
      } catch (error) {
        this.fail(names[0] ?? '', error);
      }
      await this.reader.clear();
    }
  }

  /** Counts a failure and says where it was. */
  fail(name: string, error: unknown): void {
    this.failures += 1;
    process.stderr.write(`${name}: ${error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error)}\n`);
  }

  /** An own page of the extension: 'library.html#inbox'. */
  async open(path: string, width = 1100, height = 900): Promise<Page> {
    const page = await this.reader.context.newPage();
    await page.setViewportSize({ width, height });
    await page.goto(`${this.reader.origin}${path}`);
    return page;
  }

  /** One picture in each scheme, `NAME.light.png` and `NAME.dark.png`, if it was asked for. */
  async shoot(page: Page, name: string, { full = false, narrow = false }: ShootOptions = {}): Promise<void> {
    await page.waitForTimeout(SETTLE_MS);
    if (wants(this.words, name)) await this.both(page, name, full);
    const before = page.viewportSize();
    if (!narrow || !before || !wants(this.words, `${name}-narrow`)) return;
    await page.setViewportSize(NARROW);
    await this.both(page, `${name}-narrow`, full);
    await page.setViewportSize(before);
  }

  private async both(page: Page, name: string, full: boolean): Promise<void> {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(REDRAWN_MS);
      await page.screenshot({ path: join(this.folder, `${name}.${colorScheme}.png`), fullPage: full });
      this.taken += 1;
    }
    process.stderr.write(`${name}\n`);
  }
}

/** Waits until something on the page says these words. */
export async function says(page: Page, words: string | RegExp, limit = PATIENCE_MS): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: limit });
}
