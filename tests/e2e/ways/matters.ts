// What the library derives, in either browser: matters with their figures, plot and speakers, what a saved article disputes; and what a
// page leaves out or has changed. Held against the fixtures of tests/matters and tests/left-out, with what must not be listed.
import { expect } from '@playwright/test';
import leftOut from '../../left-out/expected.json' with { type: 'json' };
import leftOutFixture from '../../left-out/fixture.json' with { type: 'json' };
import articles from '../../matters/articles.json' with { type: 'json' };
import type { Press } from '../pages/made-up-news';
import { until } from '../pages/until';
import type { WayReader } from './reader';
import { fixture, hand, long, save } from './shelf';

/** Runs in the library: has anything but the background been painted on the plot? */
const PAINTED = `(() => {
  const canvas = document.querySelector('.ledger-plot canvas');
  const { data } = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0) colours.add(data[at] + ' ' + data[at + 1] + ' ' + data[at + 2]);
  return colours.size > 3;
})()`;

/** Runs in the library: a place of the plot where a figure can be clicked, found as a pointer finds it. */
const A_FIGURE = `(() => {
  const over = document.querySelector('.ledger-plot .u-over');
  over?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = over?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 };
  for (let y = 4; y < box.height; y += 6) for (let x = 4; x < box.width; x += 6) {
    over.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + x, clientY: box.top + y }));
    if (over.style.cursor === 'pointer') return { x: Math.round(box.left + x), y: Math.round(box.top + y) };
  }
  return null;
})()`;

/** A matter lists every figure with speaker, outlet and day, draws them, and leads from plot, table and speakers to the sentence. */
export async function matterShowsItsFigures(reader: WayReader): Promise<void> {
  await hand(reader, articles);
  const library = await reader.ours('library.html#matters');
  await until('the matter of the strike', async () => (await library.all('.matter-list a')).some((title) => title.includes('Melitovka')));
  await library.type('Search matters', 'zoo tickets');
  await library.sees('No matter speaks of that.');
  await library.type('Search matters', 'Melitovka');
  await until('one matter', async () => (await library.all('.matter-list a')).length === 1);
  await library.follow(/Melitovka/, { within: '.matter-list' });
  const table = await library.sees('about 400', '.ledger-table');
  for (const figure of ['60 to 100', 'at least 63', '89', '112']) expect(table).toContain(figure);
  expect(table).toMatch(/Mar 1, 2024 89 .*Courier/);
  const speakers = await library.sees('two former conscripts', '.matter-speakers');
  expect(speakers).not.toContain('zoo');
  await until('a drawing', async () => (await library.page.evaluate(PAINTED)) === true);

  const { x, y } = (await until('a figure on the plot', () => library.page.evaluate(A_FIGURE) as Promise<{ x: number; y: number } | null>))!;
  await library.page.mouse.click(x, y);
  expect(await library.sees(/killed|dead/, '.stored-text .is-wanted')).not.toBe('');
  await library.page.evaluate('history.back()');
  await library.press('Go to the sentence: At least 63 soldiers', { within: '.ledger-table' });
  await library.sees('At least 63 soldiers were killed', '.stored-text .is-wanted');
}

/** What a newly saved article differs from is listed with both sides, counted, marked as seen, and leads to the sentence. */
export async function disputeLandsInTheInbox(reader: WayReader): Promise<void> {
  await hand(reader, [fixture('courier-1')]);
  const library = await reader.ours('library.html#inbox');
  await library.sees('Nothing disputed so far');
  await hand(reader, [fixture('herald-1'), fixture('post-1')]);
  await library.page.bringToFront();
  const words = await library.sees('about 400 soldiers', '.disputes');
  for (const part of ['Here: saved later', 'There: saved before', '89 soldiers', 'Herald', 'Courier']) expect(words).toContain(part);
  expect(await library.words('.disputes')).not.toContain('zoo');
  await library.sees(/\d/, 'nav .count');
  await library.press('Mark all as seen');
  await library.sees('0 not seen yet');
  await library.counts('nav .count', 0);
  await library.follow('Read in the library: Hundreds feared dead in Melitovka');
  // Of its several disputes one of those that were told.
  expect(words).toContain(await library.sees(/\w/, '.stored-text .is-wanted'));
}

/** What two independent saved articles carry and the page lacks is listed in the words of each; nothing else is; and where nothing is, that. */
export async function leftOutIsListed(reader: WayReader, press: Press, site: string): Promise<void> {
  const other = await reader.read(`${site}/sport.html`);
  const empty = await reader.panel(other.url());
  await empty.press('Left out here');
  await empty.sees('Nothing was found that two independent saved articles on this event carry and this page lacks.');
  await hand(reader, leftOutFixture.articles);
  const page = await reader.read(press.print('page', long(leftOutFixture.page)));
  const panel = await reader.panel(page.url());
  await panel.press('Left out here');
  const words = await panel.sees('from 2 independent origins', '.left-out');
  expect(await panel.all('.left-out > ol > li')).toHaveLength(leftOut.items.length);
  for (const { statements } of leftOut.items) for (const statement of statements) expect(words).toContain(statement);
  for (const statement of leftOut.notListed) expect(words).not.toContain(statement);
}

/** A saved page that is visited again says that nothing has changed, and once something has, what it was and what it is. */
export async function changeSinceSavedIsShown(reader: WayReader, press: Press): Promise<void> {
  const was = 'Rescuers have recovered 11 bodies from the water, the coastguard said on Wednesday.';
  const ferry = (sentence: string) => long({ title: 'Ferry sinks off the cape', outlet: 'The Harbour Gazette', paragraphs: [sentence] });
  const url = press.print('ferry', ferry(was));
  const page = await save(reader, url);
  const same = await reader.panel(url);
  await same.press(/^Changed since saved/);
  await same.sees('Nothing of consequence has changed since this page was saved');
  press.print('ferry', ferry(was.replace('11', '17')));
  await reader.again(page);
  const panel = await reader.panel(url);
  await panel.press(/^Changed since saved/);
  const words = await panel.sees('Altered', '.changes');
  expect(words).toContain(`When saved ${was}`);
  expect(words).toContain(`Now ${was.replace('11', '17')}`);
}
