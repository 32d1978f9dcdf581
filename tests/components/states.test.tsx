// Each state of the popup's page shows its words and a way out, drawn by the popup itself over a made-up world.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../entrypoints/popup/session';
import { Shelf } from '../../entrypoints/popup/shelf';
import { Popup } from '../../entrypoints/popup/Popup';
import { Failure } from '../../lib/failure';
import type { PageState } from '../../lib/messages';
import { article, FakePort, READ, reading, TAB } from './fixtures';

let port: FakePort;
let app: HTMLElement;
/** Where in the library the popup led. */
let led: (string | undefined)[];

beforeEach(() => {
  port = new FakePort();
  led = [];
  app = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

async function open(url: string | null = TAB.url): Promise<Session> {
  const session = new Session(port);
  const shelf = new Shelf(port);
  render(<Popup session={session} shelf={shelf} onJumped={() => undefined} onSettings={() => undefined} onLibrary={(hash) => led.push(hash)} />, app);
  await shelf.refresh();
  await session.open({ id: TAB.id, url });
  return session;
}

const buttons = () => [...app.querySelectorAll('.status button, .actions button')].map((button) => button.textContent);

interface Case {
  name: string;
  states?: (PageState | Failure)[];
  url?: string | null;
  words: RegExp;
  ways: string[];
}

const url = TAB.url;
const WORDS_ALONE = 'Compared by words only: statements that tell the same matter in other words may be missed.';
const CASES: Case[] = [
  { name: 'not an article', states: [{ state: 'not-article', url }], words: /does not look like an article.*Open one of its articles/, ways: ['Look again', 'Show stored articles'] },
  { name: 'not in English', states: [{ state: 'not-english', url, language: 'de' }], words: /not in English.*It is in German.*English edition/, ways: ['Show stored articles'] },
  { name: 'not in English, of a language it has no name for', states: [{ state: 'not-english', url, language: '<b>x' }], words: /not in English(?!.*<b>)/, ways: ['Show stored articles'] },
  { name: 'nothing matched', states: [{ ...READ, reading: reading() }], words: /Nothing stored speaks of this.*Save this article.*This page makes 31 claims; 0 could be compared with your 8 articles; 31 are not covered/, ways: ['Show stored articles', 'Save this article', 'Export page'] },
  { name: 'no claims', states: [{ ...READ, reading: reading({ claims: 0 }) }], words: /No checkable statement found/, ways: ['Show stored articles', 'Save this article', 'Export page'] },
  { name: 'empty corpus', states: [{ ...READ, reading: reading({ articles: 0 }) }], words: /Nothing to compare with yet.*Save this article, then read another/, ways: ['Save this article', 'Export page'] },
  { name: 'no access', states: [new Failure('no-access')], words: /has not been read.*no access here/, ways: ['Always read news.example.org', 'Look again'] },
  { name: 'no access, address unknown', states: [new Failure('no-access')], url: null, words: /has not been read.*Click the Second Source icon in the toolbar/, ways: ['Look again'] },
  { name: 'a store', url: 'https://addons.mozilla.org/', words: /No extension may read this page.*extension stores.*Go to an article/, ways: ['Show stored articles'] },
  { name: 'a PDF', states: [{ state: 'not-article', url: 'https://a.example/a.pdf' }], url: 'https://a.example/a.pdf', words: /PDF viewer.*as a web page/, ways: ['Show stored articles'] },
  { name: 'about:', url: 'about:blank', words: /belongs to the browser itself.*Go to an article/, ways: ['Show stored articles'] },
  { name: 'view-source:', url: 'view-source:https://a.example/', words: /source text of a page.*Open the page itself/, ways: ['Show stored articles'] },
  { name: 'a page of ours', url: 'chrome-extension://us/welcome.html', words: /This is a page of Second Source/, ways: ['Show stored articles'] },
  { name: 'engine starting', states: [{ state: 'engine-starting', url }], words: /Starting the engine…/, ways: [] },
  { name: 'reading', states: [{ state: 'reading', url }], words: /Reading this page…/, ways: [] },
  { name: 'corpus unreadable', states: [{ state: 'failed', url, code: 'corpus-unreadable', detail: 'UnknownError' }], words: /stored articles can’t be opened.*Nothing was overwritten.*restart the browser/, ways: ['Try again', 'Technical details'] },
  { name: 'page failed', states: [{ state: 'failed', url, code: 'internal', detail: 'boom' }], words: /could not be read.*Try again/, ways: ['Try again', 'Show stored articles', 'Technical details'] },
];

/** What the engine says of its encoder, on a page with claims and on one without; the words that follow, if any. */
const FOUND: { what: string; encoding: FakePort['encoding']; states: PageState[]; line: string | null }[] = [
  ...(['no-simd', 'missing', 'damaged'] as const).flatMap((encoding) => [
    { what: `${encoding}, claims`, encoding, states: [READ], line: WORDS_ALONE },
    { what: `${encoding}, nothing matched`, encoding, states: [{ ...READ, reading: reading() }], line: WORDS_ALONE },
  ]),
  { what: 'ready', encoding: 'ready', states: [READ], line: null },
  { what: 'damaged, but nothing was compared', encoding: 'damaged', states: [{ state: 'not-article', url }], line: null },
];

describe('how the evidence was found', () => {
  const line = () => app.querySelector('.words-alone')?.textContent ?? null;

  it.each(FOUND)('$what', async ({ encoding, states, line: words }) => {
    port.encoding = encoding;
    port.states = states;
    const session = await open();
    if (session.view.value.kind === 'read') await vi.waitFor(() => expect(session.foundBy.value).toBe(encoding === 'ready' ? 'meaning' : 'words'));
    await vi.waitFor(() => expect(line()).toBe(words));
    expect(port.done.includes('encoder')).toBe(session.view.value.kind === 'read');
  });

  it('is not told while the engine has not said, and asked for again with the next page', async () => {
    port.encoding = 'missing';
    port.failing.set('encoder', new Failure('gone'));
    const session = await open();
    await vi.waitFor(() => expect(port.done).toContain('encoder'));
    expect([session.foundBy.value, line()]).toEqual([null, null]);
    await session.retry();
    await vi.waitFor(() => expect(line()).toBe(WORDS_ALONE));
  });
});

describe('a state of the page', () => {
  it.each(CASES)('$name: says what it is and what one can do', async ({ states, url: address = TAB.url, words, ways }) => {
    if (states) port.states = states;
    await open(address);
    expect(app.querySelector('.tabpanel')?.textContent.replace(/\s+/g, ' ')).toMatch(words);
    expect(buttons()).toEqual(ways);
  });

  it('never says true, false, fake or fact-check, in any of them', async () => {
    for (const { states, url: address = TAB.url } of CASES) {
      port.states = states ?? [READ];
      await open(address);
      expect(app.textContent).not.toMatch(/\b(true|false|fake|fact.?check)/i);
    }
  });

  it('already saved: says since when, and does not save again', async () => {
    port.shelf.push(article('x', { url: READ.url }));
    await open();
    await vi.waitFor(() => expect(app.querySelector('.actions')?.textContent).toMatch(/Already saved on 5 Jan 2023, with 23 statements\./));
    const button = app.querySelector<HTMLButtonElement>('.actions .primary')!;
    expect(button.textContent).toBe('Saved');
    button.click();
    expect(port.done.some((it) => it.startsWith('save'))).toBe(false);
  });

  it('saving: says how many statements came of it, or why it failed', async () => {
    await open();
    const save = () => app.querySelector<HTMLButtonElement>('.actions .primary')!;
    port.failing.set('save', new Failure('quota'));
    save().click();
    await vi.waitFor(() => expect(app.querySelector('.actions [role=status]')?.textContent).toMatch(/^Not saved\. The disk is full\./));
    save().click();
    await vi.waitFor(() => expect(app.querySelector('.actions [role=status]')?.textContent).toBe('Saved: 23 statements can now be compared.'));
  });

  const rules = () => [...app.querySelectorAll<HTMLButtonElement>('.site-rules button')];
  const chosen = () => rules().filter((each) => each.ariaPressed === 'true').map((each) => each.textContent);

  it('this site: always asks the browser for access, on click takes it back, never leaves the page unread', async () => {
    await open();
    expect(app.querySelector('.site-access')?.textContent).toBe('news.example.orgAlwaysOn clickNever');
    expect(chosen()).toEqual(['On click']);
    rules()[0]!.click();
    await vi.waitFor(() => expect(chosen()).toEqual(['Always']));
    expect(port.done.filter((it) => /^(grant|setSite)/.test(it))).toEqual(['grant https://*.news.example.org/* http://*.news.example.org/*', 'setSite news.example.org always']);
    expect(app.querySelector('.notice')?.textContent).toContain('news.example.org is read on opening from now on.');
    rules()[1]!.click();
    await vi.waitFor(() => expect(chosen()).toEqual(['On click']));
    expect(port.granted).toEqual([]);
    expect(app.querySelectorAll('.claim')).toHaveLength(3);
    rules()[2]!.click();
    await vi.waitFor(() => expect(app.querySelector('.status')?.textContent).toMatch(/^This site is left alone.*Choose “On click” above/));
    expect(chosen()).toEqual(['Never']);
    rules()[1]!.click();
    await vi.waitFor(() => expect(app.querySelectorAll('.claim')).toHaveLength(3));
  });

  it('this site: declined access changes nothing, and a rule that can’t be kept is told', async () => {
    await open();
    port.says = false;
    rules()[0]!.click();
    await vi.waitFor(() => expect(app.querySelector('.notice')?.textContent).toContain('No access given to news.example.org'));
    expect(port.kept.sites).toEqual({});
    port.failing.set('setSite', new Failure('quota'));
    rules()[2]!.click();
    await vi.waitFor(() => expect(app.querySelector('.notice')?.textContent).toContain('Nothing was changed for news.example.org.'));
    expect(chosen()).toEqual(['On click']);
  });

  it('a page of a site that is to be left alone is asked nothing', async () => {
    port.kept = { ...port.kept, sites: { 'example.org': 'never' } };
    await open();
    expect(app.querySelector('.status h2')?.textContent).toBe('This site is left alone');
    expect(port.done.filter((it) => /^(pageState|read)/.test(it))).toEqual([]);
  });

  it('reminds of the backup when it is due, leads to it, and can be put off', async () => {
    await open();
    expect(app.querySelector('.reminder')).toBeNull();
    port.kept = { ...port.kept, backup: { changes: 25, since: '2023-01-01T00:00:00.000Z', exported: null, silent: null } };
    port.settingsChanged();
    await vi.waitFor(() => expect(app.querySelector('.reminder p')?.textContent).toBe('25 changes since your last backup.'));
    const [backup, later] = app.querySelectorAll<HTMLButtonElement>('.reminder button');
    backup!.click();
    expect(led).toEqual(['#exchange']);
    later!.click();
    await vi.waitFor(() => expect(app.querySelector('.reminder')).toBeNull());
  });

  it('a way out leads out: look again reads the page anew, stored articles shows them', async () => {
    port.states = [{ state: 'not-article', url }, READ];
    await open();
    app.querySelector<HTMLButtonElement>('.status-ways button')!.click();
    await vi.waitFor(() => expect(app.querySelectorAll('.claim')).toHaveLength(3));
    port.states = [{ state: 'not-article', url }];
    await open('about:blank');
    app.querySelector<HTMLButtonElement>('.status-ways button')!.click();
    await vi.waitFor(() => expect(app.querySelectorAll('.shelf-line')).toHaveLength(2));
  });
});
