// A reader's hands and eyes on a page, in either browser: finds things by the names that are read out, clicks where they are drawn,
// types, and reads back. Whatever is asked for is waited for. Knows no extension.
import { readFileSync } from 'node:fs';
import { pause, until } from './until';

/** The part of a page that Playwright's and puppeteer's have in common. */
export interface Driven {
  evaluate(script: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  mouse: { click(x: number, y: number): Promise<void>; move(x: number, y: number): Promise<void> };
  keyboard: { press(key: string): Promise<void> };
}

export type Role = 'button' | 'link' | 'tab' | 'field' | 'choice';

/** What to look for: its role and name, inside the first match of a selector whose text has these words. */
export interface Sought {
  role: Role;
  name: string | RegExp;
  within?: string;
  holding?: string;
}

export interface Place {
  within?: string;
  holding?: string;
}

const EYES = readFileSync(new URL('eyes.js', import.meta.url), 'utf8');

const regex = (name: string | RegExp): string => (name instanceof RegExp ? String(name) : JSON.stringify(name));

export class Hands {
  constructor(readonly page: Driven) {}

  private async look<T>(expression: string): Promise<T> {
    return (await this.page.evaluate(`(() => { ${EYES}\nreturn ${expression}; })()`)) as T;
  }

  private seek({ role, name, within = 'body', holding = '' }: Sought): string {
    return `find(${JSON.stringify(role)}, ${regex(name)}, ${JSON.stringify(within)}, ${JSON.stringify(holding)})`;
  }

  /**
   * Scrolls there and clicks its middle, once it stands still and nothing covers it. A browser that is still bringing the tab to the front
   * may drop a click, and a page that follows another scrolls when it likes: a click that did not reach it is made again.
   */
  async click(sought: Sought): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const { x, y } = await this.middle(sought);
      await this.look<boolean>(`listening(${this.seek(sought)})`);
      await this.page.mouse.click(x, y);
      // A page that the click has left can't be asked any more.
      const reached = () => this.look<boolean>('pressed()').catch(() => true);
      for (let looks = 0; looks < 5; looks++) {
        if (await reached()) return;
        await pause(100);
      }
    }
  }

  private async middle(sought: Sought): Promise<{ x: number; y: number }> {
    const what = `${sought.role} "${String(sought.name)}"${sought.holding ? ` by "${sought.holding}"` : ''}`;
    await this.page.bringToFront();
    let last = '';
    return await until(what, async () => {
      const at = await this.look<{ x: number; y: number } | null>(`middle(${this.seek(sought)})`);
      const now = JSON.stringify(at);
      const still = at !== null && now === last;
      last = now;
      return still && at;
    });
  }

  /** Clicks a button. */
  async press(name: string | RegExp, place: Place = {}): Promise<void> {
    await this.click({ role: 'button', name, ...place });
  }

  /** Follows a link. */
  async follow(name: string | RegExp, place: Place = {}): Promise<void> {
    await this.click({ role: 'link', name, ...place });
  }

  /** Focuses a button without clicking it, and presses a key there. */
  async key(name: string | RegExp, key: string, place: Place = {}): Promise<void> {
    await this.page.bringToFront();
    await until(`button "${String(name)}"`, () => this.look<boolean>(`focused(${this.seek({ role: 'button', name, ...place })})`));
    await this.page.keyboard.press(key);
  }

  /** Puts text into the field of this label in place of what is there, as pasting does. */
  async type(label: string | RegExp, text: string, place: Place = {}): Promise<void> {
    await this.page.bringToFront();
    await until(`field "${String(label)}"`, () => this.look<boolean>(`typed(${this.seek({ role: 'field', name: label, ...place })}, ${JSON.stringify(text)})`));
  }

  /** Chooses the option that has these words. */
  async choose(label: string | RegExp, option: string | RegExp, place: Place = {}): Promise<void> {
    await this.page.bringToFront();
    await until(`option "${String(option)}" of "${String(label)}"`, () => this.look<boolean>(`chosen(${this.seek({ role: 'field', name: label, ...place })}, ${regex(option)})`));
  }

  /** Ticks or unticks a box, or picks a radio button. */
  async tick(label: string | RegExp, on = true): Promise<void> {
    const sought: Sought = { role: 'choice', name: label };
    const state = await until(`choice "${String(label)}"`, () => this.look<{ on: boolean } | null>(`ticked(${this.seek(sought)})`));
    if (state.on === on) return;
    await this.click(sought);
    await until(`"${String(label)}" is ${on ? 'on' : 'off'}`, async () => (await this.look<{ on: boolean } | null>(`ticked(${this.seek(sought)})`))?.on === on);
  }

  /** The words of the first match of a selector that has `holding` in it; null where there is none. */
  async words(within = 'body', holding = ''): Promise<string | null> {
    return await this.look<string | null>(`wordsOf(place(${JSON.stringify(within)}, ${JSON.stringify(holding)}))`);
  }

  /** The words of each match of a selector, in the order of the page. */
  async all(selector: string): Promise<string[]> {
    return await this.look<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].map(wordsOf)`);
  }

  /** Waits until words stand there, and returns all that stands there. */
  async sees(words: string | RegExp, within = 'body', holding = ''): Promise<string> {
    let found: string | null = null;
    return await until(`"${String(words)}" in ${within}`, async () => {
      found = await this.words(within, holding);
      return found !== null && (words instanceof RegExp ? words.test(found) : found.includes(words)) && found;
    }).catch((error: unknown) => {
      throw new Error(`${(error as Error).message}; there is: ${String(found).slice(0, 1_500)}`);
    });
  }

  /** Waits until words stand there no longer. */
  async misses(words: string, within = 'body', holding = ''): Promise<void> {
    await until(`no "${words}" in ${within}`, async () => !((await this.words(within, holding)) ?? '').includes(words));
  }

  /** Waits until a selector has so many matches. */
  async counts(selector: string, many: number): Promise<void> {
    await until(`${many} of ${selector}`, async () => (await this.all(selector)).length === many);
  }

  /** The name of what has the focus. */
  async focus(): Promise<string> {
    return await this.look<string>('nameOf(document.activeElement)');
  }
}
