// Reading, in either browser: what marks look like, what badge, card and coverage tell, and a later figure as an update. A reader and
// pages in; expects.
import { expect } from '@playwright/test';
import { clickWords } from '../pages/news-page';
import type { Press } from '../pages/made-up-news';
import { isUnderlined } from '../pages/underlines';
import { until } from '../pages/until';
import type { NewsPage, WayReader } from './reader';
import { fixture, long, save } from './shelf';

const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";

/** Grounds on which pages print, each with the colour of its text. */
const GROUNDS = [
  ['white', 'rgb(255, 255, 255)', 'rgb(20, 20, 20)'],
  ['black', 'rgb(16, 16, 20)', 'rgb(240, 240, 240)'],
  ['salmon', 'rgb(255, 241, 229)', 'rgb(51, 48, 46)'],
  ['deep blue', 'rgb(10, 40, 90)', 'rgb(235, 240, 250)'],
] as const;

/** Runs in the page: line and shape of each of its highlights' rules. */
const LINES = `document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.selectorText?.includes('::highlight') && rule.style.textDecorationStyle)
  .map(({ style }) => ({ colour: style.textDecorationColor, shape: style.textDecorationStyle }))`;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((n) => {
    const part = Number(n) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast of two colours, as "rgb(…)". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Marks have the contrast that WCAG asks of graphics on whatever ground the page has, and a shape for each stance. */
export async function marksAreSeenOnEveryGround(reader: WayReader, site: string): Promise<void> {
  const page = await reader.read(`${site}/wire.html`);
  await expect.poll(() => isUnderlined(page, FOUR_HUNDRED)).toBe(true);
  for (const [name, ground, text] of GROUNDS) {
    await page.bringToFront();
    await page.evaluate(`document.querySelectorAll('body, body *').forEach(({ style }) => { style.background = '${ground}'; style.color = '${text}'; })`);
    // A click may have been on the page's own switch of its colours: the marks look again.
    await clickWords(page, 'Moscow raises toll');
    const lines = await until(`marks with contrast on ${name}`, async () => {
      const found = (await page.evaluate(LINES)) as { colour: string; shape: string }[];
      return found.length > 1 && found.every(({ colour }) => contrast(colour, ground) >= 3) && found;
    });
    expect(lines.map(({ shape }) => shape)).toContain('wavy');
    expect(new Set(lines.map(({ shape }) => shape)).size, 'shapes').toBe(lines.length);
  }
}

/** The badge counts what others differ from; where nothing is, what they agree with. */
export async function badgeCounts(reader: WayReader, press: Press, site: string): Promise<void> {
  const differing = await reader.read(`${site}/wire.html`);
  const popup = await reader.popup(differing.url());
  const [, conflicts, both] = /^(\d+) differ \d+ agree (\d+) both/.exec(await popup.sees(/ both/, '.key'))!.map(Number);
  await expect.poll(async () => (await reader.icon(differing.url())).badge).toBe(String(conflicts! + both!));
  await save(reader, press.print('courier', long(fixture('courier-1'))));
  const agreeing = await reader.read(press.print('mirror', long({ title: 'Barracks hit', outlet: 'Mirror', published: '2024-03-02', paragraphs: fixture('courier-1').paragraphs.slice(0, 1) })));
  // The sentence, and the two paragraphs with which both pages end.
  await expect.poll(async () => (await reader.icon(agreeing.url())).badge).toBe('3');
}

/** How much was compared is told in numbers that add up, and that an unmarked sentence is not a checked one. */
export async function coverageIsTold(reader: WayReader, site: string): Promise<void> {
  const page = await reader.read(`${site}/wire.html`);
  const popup = await reader.popup(page.url());
  const told = await popup.sees(/This page makes \d+ claims; \d+ could be compared with your 3 articles; \d+ are not covered\./);
  const [, made, compared, rest] = /makes (\d+) claims; (\d+) could be compared with your 3 articles; (\d+) are not covered/.exec(told)!.map(Number);
  expect(compared! + rest!).toBe(made);
  expect(compared).toBeGreaterThan(3);
  expect(told).toContain('An unmarked sentence is not a checked one.');
  const other = await reader.read(`${site}/sport.html`);
  await (await reader.popup(other.url())).sees('That says nothing about the page: its claims were compared with your stored articles');
}

/** The card says the stance in words, the receipt, speaker, outlet and day, and leads to the sentence in its article. */
export async function cardTellsAll(reader: WayReader, press: Press): Promise<void> {
  const source = press.print('courier', long(fixture('courier-1')));
  await save(reader, source);
  const page = await reader.read(press.print('herald', long(fixture('herald-1'))));
  await expect.poll(() => isUnderlined(page, fixture('herald-1').paragraphs[0]!)).toBe(true);
  await page.bringToFront();
  await clickWords(page, 'about 400 soldiers');
  const card = await reader.card(page);
  await expect.poll(() => card.text()).toContain('differs from 1 article');
  const words = await card.text();
  for (const part of ['Differs', '400 here, 89 there', 'ministry', 'Courier', 'Mar 2, 2024', 'Agree', 'Wrong match', 'Never this claim']) expect(words).toContain(part);
  const [link] = (await card.links()).filter((href) => href.startsWith(source));
  expect(decodeURIComponent(link ?? '')).toContain(`#:~:text=${fixture('courier-1').paragraphs[0]!}`);
}

/** A later figure of the same count is an update on a time line, and nothing that differs. */
export async function laterFigureIsAnUpdate(reader: WayReader, press: Press): Promise<void> {
  await save(reader, press.print('courier', long(fixture('courier-1'))));
  const later = fixture('courier-2');
  const page = await reader.read(press.print('later', long(later)));
  const popup = await reader.popup(page.url());
  const sentence = later.paragraphs[0]!;
  await openClaim(popup, sentence);
  await popup.sees('Update', 'li.claim', sentence);
  const line = await popup.sees('this page', '.update-line');
  expect(line).toMatch(/^Updated, not contradicted.*\b89\b.*\b112\b.*this page/);
  expect(await popup.words('li.claim', sentence)).not.toContain('Differs');
}

/** Opens a claim in a popup's list, where it is not open yet, also among those that others only touch on. */
export async function openClaim(popup: Awaited<ReturnType<WayReader['popup']>>, sentence: string): Promise<string> {
  await until(`"${sentence}" in the popup`, async () => {
    if ((await popup.words('li.claim', sentence)) !== null) return true;
    const more = (await popup.all('button')).find((one) => one.includes('not marked: others speak of the same matter'));
    if (more) await popup.press(more);
    return false;
  });
  const evidence = async () => (await popup.all('li.claim:has(li.evidence)')).find((words) => words.includes(sentence)) ?? null;
  if ((await evidence()) === null) await popup.press('', { within: 'li.claim', holding: sentence });
  return await until(`evidence on "${sentence}"`, evidence);
}

/** The page, with this sentence underlined. */
export async function readMarked(reader: WayReader, url: string, sentence: string): Promise<NewsPage> {
  const page = await reader.read(url);
  await expect.poll(() => isUnderlined(page, sentence)).toBe(true);
  await page.bringToFront();
  return page;
}
