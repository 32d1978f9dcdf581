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

beforeEach(() => {
  port = new FakePort();
  app = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

async function open(url: string | null = TAB.url): Promise<Session> {
  const session = new Session(port);
  const shelf = new Shelf(port);
  render(<Popup session={session} shelf={shelf} onJumped={() => undefined} onSettings={() => undefined} />, app);
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
  { name: 'nothing matched', states: [{ ...READ, reading: reading() }], words: /Nothing stored speaks of this.*Save this article.*31 claims found, 0 comparable with your 8 stored articles/, ways: ['Show stored articles', 'Save this article', 'Export page'] },
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

  it('access: one click on the site line asks for this site, one takes it back', async () => {
    await open();
    const line = () => app.querySelector('.site-access')!;
    expect(line().textContent).toContain('On click: news.example.org');
    line().querySelector('button')!.click();
    await vi.waitFor(() => expect(line().textContent).toContain('Always: news.example.org'));
    expect(port.done).toContain('grant https://*.news.example.org/* http://*.news.example.org/*');
    line().querySelector('button')!.click();
    await vi.waitFor(() => expect(line().textContent).toContain('On click: '));
    expect(port.granted).toEqual([]);
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
