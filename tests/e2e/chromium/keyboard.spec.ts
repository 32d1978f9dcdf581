// What readers do most, from end to end by keyboard alone. That Tab reaches whatever can be acted on is asked in accessibility.spec.ts. The
// card's own keys are at the end: its shadow root is closed, so the browser is asked.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Card } from '../pages/card';
import { startPress } from '../pages/made-up-news';
import { isUnderlined } from '../pages/underlines';
import { tabTo, use } from '../surfaces/keys';
import { World } from '../surfaces/world';
import { fixture, long, save } from '../ways/shelf';
import { expect, test } from './test';
import { wayReader } from './way-reader';

test.describe.configure({ timeout: 180_000 });

const named = (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) => page.getByRole(role, { name }).first();

test('popup: claim, verdict, note, undo, save, export, the other tab, delete and undo', async ({ fresh: reader, site }) => {
  const world = await World.of(reader, site);
  const page = await world.on('popup.html');
  const claim = page.locator('li.claim').first();
  await use(claim.locator('.disclosure-button').first());
  const evidence = claim.locator('li.evidence').first();
  await use(evidence.getByRole('button', { name: 'Agree', exact: true }));
  await expect(evidence).toContainText('You said: agree.');
  await expect(evidence.getByRole('button', { name: 'Undo' })).toBeFocused();
  await use(evidence.getByRole('button', { name: 'Add a note' }));
  await expect(evidence.getByLabel('Your note')).toBeFocused();
  await page.keyboard.type('seen on Monday');
  await use(evidence.getByRole('button', { name: 'Keep note' }));
  await expect(evidence).toContainText('Your note: seen on Monday');
  await tabTo(evidence.getByRole('button', { name: 'Undo' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(evidence.getByRole('button', { name: 'Agree', exact: true })).toBeFocused();

  await use(named(page, 'button', 'Save this article'));
  await expect(page.getByText(/^Saved: /)).toBeVisible();
  await tabTo(named(page, 'button', 'Export page'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.json(ld)?$/);

  await tabTo(named(page, 'tab', 'This page'), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(named(page, 'tab', 'Stored articles')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(named(page, 'tab', 'This page')).toBeFocused();
  await page.keyboard.press('End');
  await use(named(page, 'button', /^Delete: /));
  await expect(page.getByText('3 articles, on this device only.')).toBeVisible();
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Undo/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 articles, on this device only.')).toBeVisible();
});

test('panel: narrowed by stance and speaker, and what the page leaves out', async ({ fresh: reader, site }) => {
  const world = await World.of(reader, site);
  const page = await world.on('sidepanel.html');
  const claims = page.locator('li.claim');
  await claims.first().waitFor();
  const all = await claims.count();
  await use(page.getByRole('button', { name: 'differ', exact: true }));
  await expect.poll(() => claims.count()).toBeLessThan(all);
  await tabTo(page.getByRole('button', { name: 'All', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(claims).toHaveCount(all);
  await tabTo(page.getByLabel('Said by'));
  await page.keyboard.press('End');
  await expect.poll(() => claims.count()).toBeLessThan(all);
  await use(page.getByRole('button', { name: /^Left out here/ }));
  await expect(page.locator('.aside').first()).toContainText(/carry, and this page does not|Nothing was found/);
});

test('library: search, tag and note, select, delete and undo, a verdict, a correction', async ({ fresh: reader, site }) => {
  const world = await World.of(reader, site);
  await world.save();
  const page = await world.own('library.html');
  const rows = page.locator('.virtual > li');
  await expect(rows).toHaveCount(4);
  await tabTo(page.getByRole('searchbox'));
  await page.keyboard.type('mobile phones');
  await expect(rows).toHaveCount(2);
  await use(named(page, 'button', 'Narrow the list'));
  await tabTo(page.getByLabel('Outlet'));
  await page.keyboard.type('Halden');
  await expect(rows).toHaveCount(1);
  await use(named(page, 'button', 'Clear search'));
  await expect(rows).toHaveCount(4);

  await use(named(page, 'button', /^Tags and note: /));
  const dialog = page.getByRole('dialog');
  await tabTo(dialog.getByLabel('Tags'));
  await page.keyboard.type('harbour');
  await tabTo(dialog.getByLabel('Note'));
  await page.keyboard.type('ask again');
  await use(dialog.getByRole('button', { name: 'Save' }));
  await expect(rows.first().locator('.tags li')).toHaveText(['harbour']);
  await expect(named(page, 'button', /^Tags and note: /)).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await tabTo(rows.first().getByRole('checkbox'), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('link', { name: 'Export 1 selected article' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await use(rows.nth(1).getByRole('button', { name: /^Delete: / }));
  await expect(page.getByText('3 articles, on this device only.')).toBeVisible();
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Undo/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 articles, on this device only.')).toBeVisible();

  await tabTo(rows.first().getByRole('link').first(), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const sentence = page.locator('.stored-text .underlined.is-conflicting, .stored-text .underlined.is-both').first();
  await use(sentence);
  const evidence = page.locator('.beside .evidence').first();
  await use(evidence.getByRole('button', { name: 'Wrong match' }));
  await expect(evidence).toContainText('You said: wrong match');
  await page.keyboard.press('Enter');
  await expect(evidence).not.toContainText('You said: wrong match');

  await tabTo(named(page, 'button', 'Correct statements'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await use(page.locator('.stored-text .is-choosable').first());
  const form = page.getByRole('form', { name: /^Correct: / });
  await tabTo(form.getByLabel('Said by'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('the General Staff');
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice')).toContainText('Correction saved.');
  await use(page.locator('.notice').getByRole('button', { name: 'Undo' }));
  await expect(page.locator('.corrections')).toHaveCount(0);
});

test('library: its views by links, export by arrows, import through the file chooser', async ({ fresh: reader, site }) => {
  const world = await World.of(reader, site);
  await world.save();
  const page = await world.own('library.html');
  for (const view of ['Matters', 'Since disputed', 'Verdicts']) {
    await tabTo(page.getByRole('navigation').getByRole('link', { name: view }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').getByRole('link', { name: view })).toHaveAttribute('aria-current', 'page');
    // The focus goes to the view, where Tab goes on; back to the head from there.
    await expect(page.locator('main h2').first()).toBeFocused();
    await tabTo(page.getByRole('navigation').getByRole('link').first(), 'Shift+Tab');
  }
  await use(page.getByRole('navigation').getByRole('link', { name: 'Export and import' }));
  await tabTo(page.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Dossier/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await tabTo(page.getByRole('button', { name: 'Export', exact: true }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await tabTo(page.getByRole('button', { name: 'Choose files' }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'library.json', mimeType: 'application/json', buffer: await readFile(await download.path()) });
  await page.locator('.exchange-counts').waitFor();
  await tabTo(page.getByRole('radio', { name: /^Add to what is stored/ }));
  await use(page.getByRole('button', { name: 'Import', exact: true }));
  await expect(page.getByRole('heading', { name: /is imported$/ })).toBeFocused();
});

test('settings: marks, a rule and its removal undone, deleting for good asks first', async ({ fresh: reader, site }) => {
  const world = await World.of(reader, site);
  await world.ask('setSite', { host: 'news.example', rule: 'never' });
  const page = await world.own('options.html');
  const rule = page.getByLabel('Rule for news.example', { exact: true });
  await tabTo(rule);
  await page.keyboard.press('Home');
  await expect(rule).toHaveValue('always');
  await use(page.getByRole('button', { name: 'Remove the rule for news.example' }));
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rule).toHaveValue('always');
  await tabTo(page.locator('.wishes input[type=radio]:checked'));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Only those that stored articles differ from')).toBeChecked();
  await use(page.getByRole('button', { name: 'Delete everything…' }));
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.purge-ask')).toHaveCount(0);
  await use(page.getByRole('button', { name: 'Delete everything…' }));
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 articles were deleted.')).toBeVisible();
});

/** The name of what has the focus, as the browser tells it to assistive technology: through closed shadow roots too. */
async function focused(page: Page): Promise<string> {
  const protocol = await page.context().newCDPSession(page);
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as unknown as { nodes: { role?: { value: string }; name?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[] };
  await protocol.detach();
  const at = nodes.filter(({ properties, role }) => role?.value !== 'RootWebArea' && properties?.some(({ name, value }) => name === 'focused' && value.value === true)).at(-1);
  return at ? `${at.role?.value ?? ''}: ${at.name?.value ?? ''}` : '';
}

test('card: opened by Enter, its link and each of its buttons by Tab, a verdict and its undo, Escape gives the focus back', async ({ fresh: reader }) => {
  const press = await startPress();
  // Evidence that the reader saved has an address to lead to; what comes with the extension has none.
  await save(wayReader(reader), press.print('courier', long(fixture('courier-1'))));
  const page = await reader.read(press.print('herald', long(fixture('herald-1'))));
  await expect.poll(() => isUnderlined(page, fixture('herald-1').paragraphs[0]!)).toBe(true);
  await page.bringToFront();
  const before = await focused(page);
  expect((await reader.toReader(page.url(), 'step', { by: 1 }))?.ok).toBe(true);
  await page.keyboard.press('Enter');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).not.toBeNull();
  expect(await focused(page)).toBe('dialog: What stored articles say of this sentence');
  const stops: string[] = [];
  for (let stop = 0; stop < 12 && !stops.at(-1)?.includes('Show'); stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  for (const name of ['Close', 'Agree', 'Wrong match', 'Never this claim', 'Show']) expect(stops.join('\n')).toContain(`button: ${name}`);
  expect(stops.some((stop) => stop.startsWith('link: ')), `a link among\n${stops.join('\n')}`).toBe(true);

  for (let stop = 0; stop < 12 && !(await focused(page)).startsWith('button: Agree'); stop += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).toContain('You said: agree.');
  await expect.poll(() => focused(page)).toContain('button: Undo');
  await page.keyboard.press('Enter');
  await expect.poll(() => card.text()).not.toContain('You said: agree.');
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).toBeNull();
  expect(await focused(page)).toBe(before);
  await press.close();
});
