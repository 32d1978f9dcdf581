// Firefox's own window, as a reader handles it: keys that the browser hears, the page's menu, what it asks about site access, the sidebar.
// All of it real; reached through the protocol, since no page may.
import type { Page } from 'puppeteer-core';
import { until } from '../pages/until';
import { inWindow } from './protocol';
import type { Protocol } from './protocol';

/** The id under which the browser's window files what an add-on puts there. */
const FILED = 'second-source_second-source_example';

export class FirefoxWindow {
  constructor(private readonly protocol: Protocol) {}

  /** Presses Alt and a letter with the page in front, as on a keyboard: through the window, the page and its shortcuts. */
  async alt(letter: string, page: Page): Promise<void> {
    await page.bringToFront();
    await inWindow(
      this.protocol,
      `(() => {
        gBrowser.selectedBrowser.focus();
        const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        if (!keys.beginInputTransactionForTests(window)) throw new Error('no keyboard');
        const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 });
        const letter = new KeyboardEvent('', { key: '${letter.toLowerCase()}', code: 'Key${letter}', keyCode: ${letter.charCodeAt(0)} });
        keys.keydown(alt);
        keys.keydown(letter);
        keys.keyup(letter);
        keys.keyup(alt);
      })()`,
    );
  }

  /** Opens the page's menu at a point and picks one of our items, which stand by themselves or in a submenu of our name. */
  async pick(page: Page, { x, y }: { x: number; y: number }, label: string): Promise<void> {
    await page.bringToFront();
    await page.mouse.click(x, y, { button: 'right' });
    await until(`"${label}" in the menu`, () =>
      inWindow<boolean>(
        this.protocol,
        `(async () => {
          const menu = document.getElementById('contentAreaContextMenu');
          const item = menu.state === 'open' && [...menu.querySelectorAll('menuitem')].find((one) => one.id.startsWith('${FILED}') && one.label === ${JSON.stringify(label)} && !one.hidden);
          if (!item) return false;
          const outer = item.closest('menu');
          if (outer && outer.menupopup.state !== 'open') { outer.openMenu(true); return false; }
          item.closest('menupopup').activateItem(item);
          return true;
        })()`,
      ),
    );
  }

  /** Answers what the browser asks about site access. */
  async answer(button: 'Allow' | 'Deny'): Promise<void> {
    const [one, other] = button === 'Allow' ? ['button', 'secondaryButton'] : ['secondaryButton', 'button'];
    await until('the browser asks', () =>
      inWindow<boolean>(
        this.protocol,
        `(() => {
          const asked = document.getElementById('addon-webext-permissions-notification');
          if (!asked || asked.closest('panel').state !== 'open' || !asked.${one} || !asked.${other}) return false;
          asked.${one}.click();
          return true;
        })()`,
      ),
    );
  }

  /** Opens our sidebar; answers the address that stands in it. */
  async sidebar(): Promise<string> {
    await inWindow(this.protocol, `SidebarController.show('${FILED}-sidebar-action')`);
    return await until('the sidebar', () =>
      inWindow<string | null>(
        this.protocol,
        `(() => { const inside = document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser'); return inside && !inside.webProgress.isLoadingDocument && inside.currentURI.spec.startsWith('moz-extension') ? inside.currentURI.spec : null; })()`,
      ),
    );
  }

  /** Closes sidebar, menus and what is asked, so that the next test finds none. */
  async clear(): Promise<void> {
    await inWindow(this.protocol, `(() => { SidebarController.hide(); for (const menu of document.querySelectorAll('menupopup')) if (menu.state === 'open') menu.hidePopup(); })()`);
  }
}
