// Our own pages against axe's WCAG A and AA rules, light and dark, with real content in them.
import AxeBuilder from '@axe-core/playwright';
import { Popup } from '../pages/popup';
import { expect, test } from './test';

for (const scheme of ['light', 'dark'] as const) {
  test(`popup, panel, welcome and settings pass axe in ${scheme}`, async ({ reader, site }) => {
    const page = await reader.read(`${site}/wire.html`);
    const popup = await Popup.on(reader, page.url());
    await popup.evidence('400 Russian soldiers');
    const tab = await reader.tab(page.url());
    for (const [name, open] of [
      ['popup', () => popup.page],
      ['panel', () => reader.open(`${reader.origin}sidepanel.html?tab=${tab}`)],
      ['welcome', () => reader.open(`${reader.origin}welcome.html`)],
      ['settings', () => reader.open(`${reader.origin}options.html`)],
    ] as const) {
      const shown = await open();
      await shown.emulateMedia({ colorScheme: scheme });
      await shown.getByRole('heading', name === 'settings' ? { name: /^Compared by/ } : {}).first().waitFor();
      const { violations } = await new AxeBuilder({ page: shown }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
    }
  });
}
