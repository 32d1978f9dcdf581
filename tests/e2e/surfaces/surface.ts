// One surface in one state: how it comes about, by what it is known to be there, and what sets things right afterwards. Selectors only,
// so that it holds in every language.
import type { Page } from '@playwright/test';
import type { World } from './world';

export interface Surface {
  name: string;
  /** Opens it; returns when it is there. */
  open: (world: World) => Promise<Page>;
  /** Undoes what others must not meet. */
  after?: (world: World, page: Page) => Promise<void>;
}

/** The longest that a state may take to come about; the first page after a start wakes the engine. */
const THERE_MS = 60_000;

/** Waits until what is meant stands there. */
export async function there(page: Page, selector: string): Promise<Page> {
  await page.locator(selector).first().waitFor({ timeout: THERE_MS });
  return page;
}

/** Clicks the first of these. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click({ timeout: THERE_MS });
}

/** A page of ours whose every question to the switchboard stays open ('waiting') or is answered with a failure ('failing'). */
export async function without(world: World, path: string, how: 'waiting' | 'failing', seen: string): Promise<Page> {
  const page = await world.reader.context.newPage();
  await page.addInitScript((answer) => {
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime) as (...args: unknown[]) => unknown;
    const held = (...args: unknown[]): unknown => {
      if ((args[0] as { to?: string } | undefined)?.to !== 'switchboard') return send(...args);
      const back = args.at(-1);
      const reply = { ok: false, code: 'internal', detail: 'The database said nothing at all for as long as anybody listened: /a/long/path/without/any/space/in/it/at/all' };
      if (answer === 'failing' && typeof back === 'function') (back as (reply: object) => void)(reply);
      return answer === 'failing' ? Promise.resolve(reply) : new Promise(() => undefined);
    };
    Object.defineProperty(runtime, 'sendMessage', { value: held });
  }, how);
  await page.goto(world.reader.origin + path);
  return await there(page, seen);
}
