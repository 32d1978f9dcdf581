// The library in Firefox, as a reader goes through it: search, tags and note, reading with claims marked, corrections, deleting and
// bringing back, also what was deleted in another tab.
import { until } from '../pages/until';
import { save } from '../ways/shelf';
import { expect, NO_FIREFOX, test } from './test';
import { wayReader } from './way-reader';

test.skip(...NO_FIREFOX);

const WIRE = 'Moscow raises toll of New Year rocket strike as families demand answers';
const FOUR_HUNDRED = "The Ukrainian army claimed that about 400 Russian soldiers were killed in the New Year's Eve strike.";
const LINES = '.virtual > li';

test('articles are searched by words and by each field; tags and a note are kept and found', async ({ kept: reader, site }) => {
  await save(wayReader(reader), `${site}/wire.html`);
  const { hands: library, page } = await reader.ours('library.html');
  await library.counts(LINES, 4);
  await library.type('Search the full text', 'mobile phones');
  await library.counts(LINES, 2);
  await library.sees(/./, `${LINES} .hit mark`);
  await page.evaluate(() => location.reload());
  await library.counts(LINES, 2);
  await library.press('Clear search');
  await library.counts(LINES, 4);
  await library.press('Narrow the list');
  for (const [field, value, other] of [
    ['Outlet', 'Halden', 'Nobody’s Gazette'],
    ['Speaker', 'Macron', 'Nobody'],
    ['Figure', '300,000', '123,456'],
    ['From', '2023-01-05', '2030-01-01'],
  ] as const) {
    await library.type(field, other);
    await library.sees('No article fits');
    await library.type(field, value);
    await library.sees(WIRE, LINES, WIRE);
    await library.type(field, '');
    await library.counts(LINES, 4);
  }
  await library.choose('Statements that', 'differ from another article');
  await library.sees(WIRE, LINES, WIRE);
  await library.press('Clear search');
  await library.counts(LINES, 4);

  await library.press(`Tags and note: ${WIRE}`);
  await library.type('Tags', 'x'.repeat(10_000), { within: '[role=dialog], dialog' });
  await library.press('Save', { within: '[role=dialog], dialog' });
  await library.sees('a tag has at most 100 characters');
  await library.type('Tags', 'grain, harbour', { within: '[role=dialog], dialog' });
  await library.type('Note', 'ask again in spring', { within: '[role=dialog], dialog' });
  await library.press('Save', { within: '[role=dialog], dialog' });
  await library.sees('grain harbour', LINES, WIRE);
  await library.type('Tag', 'grain');
  await library.counts(LINES, 1);
  expect(await library.words(LINES)).toContain('ask again in spring');
});

test('an article is read with its claims marked, and a statement of it corrected, taken back and left out', async ({ kept: reader, site }) => {
  await save(wayReader(reader), `${site}/wire.html`);
  const { hands: library, page } = await reader.ours('library.html');
  await library.follow(WIRE);
  await library.key(FOUR_HUNDRED, 'Enter', { within: '.stored-text' });
  await library.sees('Differs', '.beside', FOUR_HUNDRED);
  const look = await page.evaluate((text) => getComputedStyle([...document.querySelectorAll('.stored-text [role=button]')].find(({ textContent }) => textContent === text)!).textDecorationStyle, FOUR_HUNDRED);
  expect(['wavy', 'double']).toContain(look);

  await library.press('Correct statements');
  await library.press(FOUR_HUNDRED, { within: '.stored-text' });
  await library.type('Said by', 'the General Staff');
  await library.type('At most', '410');
  await library.press('Save', { within: '.correction-form' });
  await library.sees('Correction saved.', '.notice');
  await page.evaluate(() => location.reload());
  await library.press('1 correction by you');
  await library.sees('Said by the General Staff', '.corrections');
  await library.press(/^Take back: /);
  await library.misses('1 correction by you');
  await library.press('Undo', { within: '.notice' });
  await library.sees('1 correction by you');
  await library.press('Correct statements');
  await library.press(FOUR_HUNDRED, { within: '.stored-text' });
  await library.tick('Leave it out: not used as evidence');
  await library.press('Save', { within: '.correction-form' });
  await until('no evidence beside', async () => !(await library.all('.beside-claims')).some((words) => words.includes(FOUR_HUNDRED)));
});

test('an article is deleted and brought back, here and where it is read; seeds are restored', async ({ kept: reader, site }) => {
  await save(wayReader(reader), `${site}/wire.html`);
  const { hands: reading } = await reader.ours('library.html');
  await reading.follow(WIRE);
  await reading.sees('Tags and note', '.stored');
  const { hands: list } = await reader.ours('library.html');
  await list.key(`Delete: ${WIRE}`, 'Enter');
  await list.sees('3 articles, on this device only.');
  await reading.page.bringToFront();
  await reading.sees('This article is not stored any more');
  await reading.press('Bring it back');
  await reading.sees('Tags and note', '.stored');
  await list.page.bringToFront();
  await list.sees('4 articles, on this device only.');

  const seed = (await list.all(`${LINES} .row-title`)).find((title) => title !== WIRE)!;
  await list.press(`Delete: ${seed}`);
  await list.sees('3 articles, on this device only.');
  await list.press(`Undo, bring back: ${seed}`);
  await list.sees('4 articles, on this device only.');
  await list.press(`Delete: ${seed}`);
  await list.sees('3 articles, on this device only.');
  await list.press('Restore the articles that came along');
  await list.sees('4 articles, on this device only.');
});
