// The settings in Firefox: the popup's button opens them in a tab, and they tell what the engine and the browser tell.
import { until } from '../pages/until';
import { expect, NO_FIREFOX, test } from './test';

test.skip(...NO_FIREFOX);

test('the settings open from the popup, and tell what holds', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/sport.html`);
  const popup = await reader.popup(page.url());
  await until('a button to the settings', () =>
    popup.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Settings');
      button?.click();
      return button !== undefined;
    }),
  );
  const settings = await reader.opened('options.html');
  const words = await until('what is stored', () => settings.evaluate(() => (/Space used\s+About/.test(document.body.innerText) && document.body.innerText.includes('Compared by') ? document.body.innerText : null)));
  expect(words).toContain('Compared by meaning and by words');
  expect(words).toMatch(/Articles\s+3 \(3 came with Second Source\)/);
  expect(words).toMatch(/Space used\s+About [\d.,]+ [kM]B, as the browser estimates/);
  expect(words).toMatch(/Second Source, version \d+\.\d+\.\d+/);
});
