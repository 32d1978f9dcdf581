// The stored articles in the popup: tabs by keyboard, delete and undo, the notice; and the welcome page's three choices.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../entrypoints/popup/Popup';
import { Session } from '../../entrypoints/popup/session';
import { Shelf } from '../../entrypoints/popup/shelf';
import { Choices } from '../../entrypoints/welcome/choices';
import { Welcome } from '../../entrypoints/welcome/Welcome';
import { Failure } from '../../lib/failure';
import type { EncoderState } from '../../lib/messages';
import { FakePort, TAB } from './fixtures';

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

async function popup(): Promise<void> {
  const session = new Session(port);
  const shelf = new Shelf(port);
  render(<Popup session={session} shelf={shelf} onJumped={() => undefined} onSettings={() => undefined} onLibrary={() => undefined} />, app);
  await shelf.refresh();
  await session.open(TAB);
}

const button = (name: string) => [...app.querySelectorAll('button')].find((each) => each.textContent === name || each.getAttribute('aria-label') === name);
const text = (selector: string) => app.querySelector(selector)?.textContent ?? '';

describe('stored articles', () => {
  it('are reached with the arrow keys, and counted on their tab', async () => {
    await popup();
    app.querySelector<HTMLButtonElement>('[role=tab]')!.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Stored articles 2');
    expect(app.querySelectorAll('.shelf-line')).toHaveLength(2);
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('This page');
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement?.textContent).toBe('Stored articles 2');
    await userEvent.keyboard('{Home}');
    expect(app.querySelectorAll('.shelf-line')).toHaveLength(0);
  });

  it('are deleted and brought back with the same button, which keeps the focus', async () => {
    await popup();
    app.querySelectorAll<HTMLButtonElement>('[role=tab]')[1]!.click();
    await vi.waitFor(() => expect(button('Delete: What we know of the sinking')).toBeTruthy());
    const remove = button('Delete: What we know of the sinking')!;
    remove.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(remove.textContent).toBe('Undo'));
    expect(document.activeElement).toBe(remove);
    expect(port.shelf.map(({ id }) => id)).toEqual(['a']);
    expect(text('[role=tab]:nth-of-type(2)')).toBe('Stored articles 1');
    expect(text('.notice')).toContain('Deleted: What we know of the sinking');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(remove.textContent).toBe('Delete'));
    expect(port.shelf.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(text('.notice')).toContain('Back again');
  });

  it('are listed as far as a popup goes, with the way to all of them', async () => {
    port.listed = 1;
    const toLibrary = vi.fn();
    const shelf = new Shelf(port);
    render(<Popup session={new Session(port)} shelf={shelf} onJumped={() => undefined} onSettings={() => undefined} onLibrary={toLibrary} />, app);
    await shelf.refresh();
    app.querySelectorAll<HTMLButtonElement>('[role=tab]')[1]!.click();
    await vi.waitFor(() => expect(app.querySelectorAll('.shelf-line')).toHaveLength(1));
    expect([text('[role=tab]:nth-of-type(2)'), text('.shelf-head p'), text('.shelf-more')]).toEqual(['Stored articles 2', '2 articles, on this device only.', 'The 1 saved last. All 2 in the library']);
    button('All 2 in the library')!.click();
    expect(toLibrary).toHaveBeenCalledOnce();
  });

  it('can be brought back from the notice too', async () => {
    await popup();
    app.querySelectorAll<HTMLButtonElement>('[role=tab]')[1]!.click();
    await vi.waitFor(() => expect(button('Delete: Article a')).toBeTruthy());
    button('Delete: Article a')!.click();
    await vi.waitFor(() => expect(app.querySelector('.notice button')?.textContent).toBe('Undo'));
    app.querySelector<HTMLButtonElement>('.notice button')!.click();
    await vi.waitFor(() => expect(port.shelf).toHaveLength(2));
  });

  it('say so when there are none, and when they can’t be listed', async () => {
    port.shelf = [];
    await popup();
    app.querySelectorAll<HTMLButtonElement>('[role=tab]')[1]!.click();
    await vi.waitFor(() => expect(text('.tabpanel')).toMatch(/No stored articles.*Save this article/));
    port.failing.set('newest', new Failure('corpus-unreadable'));
    port.corpusChanged();
    await vi.waitFor(() => expect(text('.tabpanel')).toMatch(/can’t be listed.*Nothing was overwritten/));
    button('Try again')!.click();
    await vi.waitFor(() => expect(text('.tabpanel')).toMatch(/No stored articles/));
  });
});

const SITES = [
  { host: 'a.example', name: 'A', country: 'GB' },
  { host: 'b.example', name: 'B', country: 'FR' },
];

async function welcome(encoder?: EncoderState): Promise<void> {
  const choices = new Choices(port, SITES.map(({ host }) => host));
  await choices.refresh();
  render(<Welcome choices={choices} sites={SITES} reviewed="2026-11-22" encoder={signal(encoder ?? null)} />, app);
}

const states = () => [...app.querySelectorAll('.choice-state')].map((state) => state.textContent);

describe('the welcome page', () => {
  it.each<[EncoderState, RegExp]>([
    ['no-simd', /Compared by words only.*may be missed here.*WebAssembly with SIMD/],
    ['missing', /Compared by words only.*may be missed here.*missing from this installation or damaged/],
    ['damaged', /Compared by words only.*may be missed here.*missing from this installation or damaged/],
  ])('says that statements are found by words alone, and why: %s', async (state, words) => {
    await welcome(state);
    expect(text('section[role=status]')).toMatch(words);
  });

  it.each<[string, EncoderState | undefined]>([['found by meaning too', 'ready'], ['not known yet', undefined]])('says nothing of how they are found when that is %s', async (_, state) => {
    await welcome(state);
    expect(app.querySelector('section[role=status]')).toBeNull();
    expect(app.textContent).not.toContain('words only');
  });

  it('asks for the whole list at once, and says that it was granted', async () => {
    await welcome();
    expect(text('.choice')).toMatch(/2 news sites from 2 countries, reviewed on 22 Nov 2026/);
    button('Allow news sites')!.click();
    expect(port.done).toEqual(['grant https://*.a.example/* http://*.a.example/* https://*.b.example/* http://*.b.example/*']);
    await vi.waitFor(() => expect(states()[0]).toBe('Allowed: all 2 news sites are read without a click.'));
  });

  it('says that it was declined, or only partly holds', async () => {
    port.says = false;
    await welcome();
    button('Allow news sites')!.click();
    await vi.waitFor(() => expect(states()[0]).toMatch(/^Declined/));
    render(null, app);
    port.granted = ['https://*.b.example/*'];
    await welcome();
    expect(states()[0]).toBe('Partly allowed: 1 of 2 news sites.');
  });

  it('lets the list be seen by country', async () => {
    await welcome();
    button('Which sites?')!.click();
    await vi.waitFor(() => expect([...app.querySelectorAll('.news-sites h4')].map((country) => country.textContent)).toEqual(['France', 'United Kingdom']));
  });

  it('takes everything back', async () => {
    port.granted = ['https://*.b.example/*', 'https://c.example/*'];
    port.fixed = ['http://127.0.0.1/*'];
    await welcome();
    button('Take back all site access')!.click();
    await vi.waitFor(() => expect(states()[1]).toMatch(/^Taken back/));
    expect(port.done).toEqual(['revoke https://*.b.example/* https://c.example/*']);
  });

  it('asks for a site that was typed, refuses what is none, and lets it be stopped', async () => {
    await welcome();
    const field = app.querySelector<HTMLInputElement>('#site')!;
    await userEvent.fill(field, 'nonsense');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(states()[2]).toMatch(/not one site/));
    expect(port.done).toEqual([]);
    await userEvent.fill(field, 'https://www.c.example/page');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(states()[2]).toBe('Allowed: www.c.example is read without a click.'));
    expect(port.done).toEqual(['grant https://*.c.example/* http://*.c.example/*']);
    button('Stop reading c.example')!.click();
    await vi.waitFor(() => expect(port.granted).toEqual([]));
  });
});
