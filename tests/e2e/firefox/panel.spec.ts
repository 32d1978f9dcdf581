// The panel in Firefox: it stands in the sidebar, and is gone through as a tab, since no protocol reaches into the sidebar itself. Claims
// in the page's order, following its scroll, narrowed by stance and speaker, evidence beside them; and the way to the library.
import { until } from '../pages/until';
import { expect, NO_FIREFOX, test } from './test';

test.skip(...NO_FIREFOX);

const plain = (text: string): string => text.replace(/\s+/g, ' ');

test('the sidebar holds the panel; as a tab it lists the claims in the page’s order, follows, and narrows', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  expect(await reader.window.sidebar()).toMatch(/\/sidepanel\.html$/);

  const panel = await reader.panel(page.url());
  await panel.sees(/./, 'li.claim');
  const claims = await panel.all('.claim-text');
  const text = plain(await page.evaluate(() => document.body.innerText));
  const places = claims.map((claim) => text.indexOf(plain(claim))).filter((at) => at >= 0);
  expect(places.length).toBeGreaterThan(2);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  // So that only what is scrolled to is in sight.
  await page.setViewport({ width: 800, height: 240 });
  const scrollTo = (words: string) => page.evaluate((wanted) => [...document.querySelectorAll('p')].find((one) => one.textContent.includes(wanted))?.scrollIntoView({ block: 'center', behavior: 'instant' }), words);
  const current = () => panel.words('li.claim[aria-current] .claim-text');
  await scrollTo('about 400 Russian soldiers');
  const first = await until('a claim in sight', current);
  await scrollTo('AMX-10 RC');
  await until('another claim in sight', async () => {
    const now = await current();
    return now !== null && now !== first;
  });
  await page.setViewport(null);

  await panel.press('differ', { within: '.filter-stances' });
  await until('fewer claims', async () => (await panel.all('li.claim')).length < claims.length);
  expect((await panel.all('li.claim')).length).toBeGreaterThan(0);
  expect(await panel.all('li.claim:not(.is-conflicting, .is-both)')).toEqual([]);
  await panel.press('All', { within: '.filter-stances' });
  await panel.counts('li.claim', claims.length);
  const speakers = await panel.all('.filter-speaker option');
  await panel.choose('Said by', speakers.at(-1)!);
  await until('fewer claims', async () => (await panel.all('li.claim')).length < claims.length);
});

test('evidence stands beside its claim where there is room, and under it at 360 px', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  await reader.panel(page.url());
  const panel = await reader.opened('sidepanel.html?tab=');
  const apart = () =>
    panel.evaluate(() => {
      const claim = document.querySelector('li.claim:has(li.evidence)');
      const [text, evidence] = [claim?.querySelector('.claim-text'), claim?.querySelector('.evidence')];
      return text && evidence ? evidence.getBoundingClientRect().x - text.getBoundingClientRect().x : null;
    });
  await panel.setViewport({ width: 900, height: 800 });
  await until('evidence beside', async () => ((await apart()) ?? 0) > 200);
  await panel.setViewport({ width: 360, height: 800 });
  await until('evidence under', async () => ((await apart()) ?? 200) < 60);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('the library opens in a tab, and the one that is open comes to the front', async ({ reader, site }) => {
  const { page } = await reader.read(`${site}/wire.html`);
  const panel = await reader.panel(page.url());
  await panel.press('Library');
  const library = await reader.opened('library.html');
  await until('the library', () => library.evaluate(() => document.body.innerText.includes('on this device only')));
  await panel.press('Library');
  await until('the library in front', () => library.evaluate(() => document.visibilityState === 'visible'));
  expect(await reader.pages('library.html')).toHaveLength(1);
});
