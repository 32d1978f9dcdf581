// A reader without a mouse: what on a page can be acted on, which of it Tab reaches, whether one sees where one is, and going to one thing
// by Tab alone. Presses keys only.
import type { Locator, Page } from '@playwright/test';

/** What can be acted on and is no stop of Tab by design: tabs and radio buttons that arrow keys reach, and what only takes the focus. */
const ACTED_ON = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=link], [role=checkbox], [tabindex="0"]';
/** More stops than any page of ours has. */
const MOST_STOPS = 250;

/** What Tab does not reach, and what it reaches without a visible sign of it; a line each. */
export async function outOfReach(page: Page): Promise<string[]> {
  await page.evaluate((selector) => {
    const shown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [hidden], [type=file]') && !element.closest('[inert]');
    const dialog = document.querySelector('dialog:modal');
    const wanted = [...(dialog ?? document).querySelectorAll<HTMLElement>(selector)].filter(shown).filter((element) => {
      if (element.matches('[role=tab]')) return element.tabIndex === 0;
      if (!(element instanceof HTMLInputElement && element.type === 'radio')) return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)];
      return group.some(({ checked }) => checked) ? element.checked : group[0] === element;
    });
    // Looks like something to click, and nothing in it, on it or around it takes the focus.
    const dead = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => shown(element) && getComputedStyle(element).cursor === 'pointer' && !element.closest(`${selector}, label`) && !element.querySelector(selector),
    );
    Object.assign(globalThis, { keys: { wanted, dead, reached: new Set<Element>(), unseen: new Set<string>() } });
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  }, ACTED_ON);
  for (let stops = 0, fresh = true; fresh && stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    fresh = await page.evaluate(() => {
      const { keys } = globalThis as unknown as { keys: { reached: Set<Element>; unseen: Set<string>; last?: Element } };
      const at = document.activeElement;
      // Past the end the focus is with the browser for one press; a second time at the same place, it has gone round.
      if (!at || at === document.body) return !keys.reached.has(document.body) && Boolean(keys.reached.add(document.body));
      // A field for days has stops of its own within.
      if (at === keys.last) return true;
      if (keys.reached.has(at)) return false;
      keys.reached.add(at);
      keys.last = at;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1.5 || !inSight) keys.unseen.add(`${at.tagName}.${at.getAttribute('class') ?? ''} “${(at.textContent ?? '').trim().slice(0, 40)}”`);
      return true;
    });
  }
  return page.evaluate(() => {
    const { keys } = globalThis as unknown as { keys: { wanted: HTMLElement[]; dead: HTMLElement[]; reached: Set<Element>; unseen: Set<string> } };
    const name = (element: Element) => `${element.tagName}.${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    return [
      ...keys.wanted.filter((element) => element.isConnected && !keys.reached.has(element)).map((element) => `not reached: ${name(element)}`),
      ...keys.dead.map((element) => `only for the mouse: ${name(element)}`),
      ...[...keys.unseen].map((what) => `no visible focus: ${what}`),
    ];
  });
}

/** Presses Tab until this has the focus. @throws Error when it does not come to it */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`no Tab leads to ${String(target)}`);
}

/** Goes there by Tab, and presses a key on it. */
export async function use(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}
