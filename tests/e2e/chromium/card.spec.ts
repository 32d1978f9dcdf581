// The card: what opens it, what does not, what closes it, and where "Show all" leads.
import { Card } from '../pages/card';
import { clickWords } from '../pages/news-page';
import { isUnderlined } from '../pages/underlines';
import { expect, test } from './test';

const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
const LINKED = 'Japan will send generators and solar lanterns to Ukraine.';

test('a click on an underlined sentence opens the card with the first evidence, Escape closes it', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  const card = await Card.of(page);
  expect(await card.text()).toBeNull();
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).toContain('400 here, 89 there');
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).toBeNull();
});

test('a click elsewhere opens none', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await clickWords(page, 'cod quotas');
  await page.waitForTimeout(500);
  expect(await (await Card.of(page)).text()).toBeNull();
});

test('a link in an underlined sentence is followed, and opens no card', async ({ reader, site }) => {
  const page = await reader.read(`${site}/broadcaster.html`);
  await expect.poll(() => isUnderlined(page, LINKED)).toBe(true);
  await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault(), true));
  const card = await Card.of(page);
  await clickWords(page, 'generators');
  await page.waitForTimeout(500);
  expect(await card.text()).toBeNull();
  // The same sentence beside its link does open it, so the silence above is the link's.
  await clickWords(page, 'and solar lanterns');
  await expect.poll(() => card.text()).not.toBeNull();
});

test('a click that ends a selection opens none', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  const box = await page.getByText('about 400 Russian soldiers').boundingBox();
  if (!box) throw new Error('the sentence is not drawn');
  await page.mouse.move(box.x + 5, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 12, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(3);
  expect(await (await Card.of(page)).text()).toBeNull();
});

test('a click made by the page itself opens none', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await page.getByText('about 400 Russian soldiers').dispatchEvent('click', { clientX: 300, clientY: 300 });
  await page.waitForTimeout(500);
  expect(await (await Card.of(page)).text()).toBeNull();
});

test('the next-claim key goes to the first marked sentence, Enter opens its card', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await page.bringToFront();
  // A browser-level shortcut can't be pressed headless: this is the message with which the switchboard passes it on.
  expect((await reader.toReader(page.url(), 'step', { by: 1 }))?.ok).toBe(true);
  const card = await Card.of(page);
  await page.waitForTimeout(300);
  expect(await card.text()).toBeNull();
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).not.toBeNull();
});

test('"Show all" opens the whole evidence', async ({ fresh: reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await clickWords(page, 'about 400 Russian soldiers');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).toContain('Show all');
  await card.press('Show all');
  // A panel is no tab, but it is a target of the browser; where none opens, the same page opens as a tab.
  const protocol = await reader.context.newCDPSession(page);
  await expect
    .poll(async () => {
      const { targetInfos } = await protocol.send('Target.getTargets', {});
      return targetInfos.filter(({ url }) => url.startsWith(`${reader.origin}sidepanel.html`)).length;
    })
    .toBe(1);
});

test('a card stays open while the page around it keeps changing, and goes with its sentence', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await clickWords(page, 'about 400 Russian soldiers');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).toContain('400 here, 89 there');
  await page.evaluate(() => {
    const sentence = [...document.querySelectorAll('p')].find((one) => one.textContent.includes('about 400 Russian soldiers'))!;
    sentence.id = 'watched';
    const tick = Object.assign(document.createElement('p'), { textContent: 'Updated 0 seconds ago.' });
    sentence.before(tick);
    let seconds = 0;
    setInterval(() => (tick.textContent = `Updated ${++seconds} seconds ago.`), 500);
  });
  await page.waitForTimeout(7_000);
  expect(await card.text()).toContain('400 here, 89 there');
  expect(await isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  await page.evaluate(() => document.getElementById('watched')!.remove());
  await expect.poll(() => card.text()).toBeNull();
});

test('in a low viewport the card can be used whole; a step closes it, and so does scrolling its sentence away', async ({ reader, site }) => {
  const page = await reader.read(`${site}/wire.html`);
  await page.setViewportSize({ width: 683, height: 330 });
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  const card = await Card.of(page);
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).not.toBeNull();
  await card.press('Close');
  await expect.poll(() => card.text()).toBeNull();
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).not.toBeNull();
  await page.evaluate(() => {
    const spacer = Object.assign(document.createElement('div'), { style: 'height: 3000px' });
    document.body.append(spacer);
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await expect.poll(() => card.text()).toBeNull();
  await clickWords(page, 'about 400 Russian soldiers');
  await expect.poll(() => card.text()).not.toBeNull();
  expect((await reader.toReader(page.url(), 'step', { by: 1 }))?.ok).toBe(true);
  await expect.poll(() => card.text()).toBeNull();
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).not.toBeNull();
});
