// The settings over a made-up world: what they say of how statements are found, of what is stored, and of an engine that does
// not answer; the choices of site access; and the way there from popup and panel.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { space } from '../../components/space';
import { Options } from '../../entrypoints/options/Options';
import { Overview } from '../../entrypoints/options/overview';
import { Preferences, Purge } from '../../entrypoints/options/preferences';
import type { PreferencesPort } from '../../entrypoints/options/preferences';
import { Popup } from '../../entrypoints/popup/Popup';
import { Session } from '../../entrypoints/popup/session';
import { Shelf } from '../../entrypoints/popup/shelf';
import { Following } from '../../entrypoints/sidepanel/following';
import { Panel } from '../../entrypoints/sidepanel/Panel';
import { Choices } from '../../entrypoints/welcome/choices';
import type { ArticleSummary } from '../../lib/model';
import { Failure } from '../../lib/failure';
import type { EncoderState } from '../../lib/messages';
import { DEFAULTS } from '../../lib/settings';
import { article, FakePort } from './fixtures';

class OptionsPort extends FakePort {
  bytes: number | null = 1_234_000;
  async articles(): Promise<ArticleSummary[]> {
    this.do('articles');
    return [...this.shelf];
  }
  async usage(): Promise<number | null> {
    if (this.bytes === null) throw new TypeError('no estimate here');
    return this.bytes;
  }
}

const SITES = [
  { host: 'a.example', name: 'A', country: 'GB' },
  { host: 'b.example', name: 'B', country: 'FR' },
];

let port: OptionsPort;
let app: HTMLElement;

beforeEach(() => {
  port = new OptionsPort();
  app = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, app);
  app.remove();
});

/** Settings that nobody changes here: preferences.test.tsx does. */
function wishes(): PreferencesPort {
  const settings = async () => DEFAULTS;
  return { settings, setSettings: settings, setSite: settings, hearSettings: () => () => undefined };
}

function worldOf(world: OptionsPort) {
  return { articles: () => world.articles(), operation: () => world.operation(), hearCorpus: () => () => undefined };
}

/** Draws the settings, not asked for anything yet. */
function draw(): Overview {
  const choices = new Choices(port, SITES.map(({ host }) => host));
  const overview = new Overview(port);
  const shown = { choices, overview, preferences: new Preferences(wishes()), purge: new Purge({ ...worldOf(port), purge: async () => 0 }), sites: SITES, reviewed: '2026-11-22', version: '0.1.0', libraryLink: 'library.html' };
  render(<Options {...shown} />, app);
  return overview;
}

const status = () => [...app.querySelectorAll('h2')].find(({ textContent }) => textContent === 'How are statements found?')?.nextElementSibling?.textContent ?? '';
const rows = () => Object.fromEntries([...app.querySelectorAll('.terms > div')].map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]));
const button = (name: string) => [...app.querySelectorAll('button')].find(({ textContent }) => textContent === name);

describe('how statements are found', () => {
  it.each<[EncoderState, RegExp]>([
    ['ready', /^Compared by meaning and by words.*in other words too/],
    ['no-simd', /^Compared by words only.*may be missed here.*fixed rules alone.*WebAssembly with SIMD/],
    ['missing', /^Compared by words only.*may be missed here.*missing from this installation or damaged/],
    ['damaged', /^Compared by words only.*may be missed here.*missing from this installation or damaged/],
  ])('%s', async (encoding, words) => {
    port.encoding = encoding;
    await draw().refresh();
    await vi.waitFor(() => expect(status()).toMatch(words));
    expect(button('Try again')).toBeUndefined();
  });

  it('is not told before the engine has said it', () => {
    draw();
    expect(status()).toContain('Starting the engine…');
    expect(rows()).toEqual({ Articles: '…', Statements: '…' });
  });
});

describe('what is stored', () => {
  it('is counted, with what came with the extension, and its space', async () => {
    port.shelf = [article('a'), article('b', { file: 'seed.txt', statements: 1_000 }), article('c')];
    await draw().refresh();
    await vi.waitFor(() => expect(rows()).toEqual({ Articles: '3 (1 came with Second Source)', Statements: '1,046', 'Space used': 'About 1.2 MB, as the browser estimates' }));
    const links = [...app.querySelectorAll('a')].map((link) => `${link.textContent}: ${link.getAttribute('href')}`);
    expect(links).toContain('Library: library.html');
  });

  it('follows when articles are saved or deleted elsewhere', async () => {
    await draw().refresh();
    await vi.waitFor(() => expect(rows()).toMatchObject({ Articles: '2', Statements: '46' }));
    await port.remove('a');
    await vi.waitFor(() => expect(rows()).toMatchObject({ Articles: '1', Statements: '23' }));
  });

  it('leaves the space out where the browser tells none', async () => {
    port.bytes = null;
    await draw().refresh();
    await vi.waitFor(() => expect(rows()).toEqual({ Articles: '2', Statements: '46' }));
  });

  it.each<[number, string]>([
    [0, '0 kB'],
    [1, '1 kB'],
    [140_200, '141 kB'],
    [999_400, '1 MB'],
    [9_940_000, '9.9 MB'],
    [12_340_000, '12 MB'],
    [1_234_000_000, '1,234 MB'],
  ])('%d bytes are written %s', (bytes, words) => expect(space(bytes)).toBe(words));
});

describe('an engine that does not answer', () => {
  it.each<[Failure, RegExp]>([
    [new Failure('gone', 'nobody answered'), /^Not known right now.*gave no answer.*Try again/],
    [new Failure('corpus-unreadable', 'VersionError'), /^Not known right now.*gave no answer.*can’t be opened right now\. Nothing was overwritten.*restart the browser/],
  ])('is said, and nothing is made up: %s', async (failure, words) => {
    port.failing.set('encoder', failure);
    await draw().refresh();
    await vi.waitFor(() => expect(status()).toMatch(words));
    expect(rows()).toEqual({ Articles: 'Not known right now', Statements: 'Not known right now', 'Space used': 'About 1.2 MB, as the browser estimates' });
    button('Technical details')!.click();
    await vi.waitFor(() => expect(app.querySelector('.detail-text')?.textContent).toBe(failure.message));
  });

  it('can be asked again by keyboard, and the focus is not lost', async () => {
    port.failing.set('articles', new Failure('gone'));
    await draw().refresh();
    await vi.waitFor(() => expect(button('Try again')).toBeTruthy());
    button('Try again')!.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(status()).toMatch(/^Compared by meaning/));
    expect(rows()).toMatchObject({ Articles: '2' });
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('How are statements found?'));
  });

  it('does not let an answer that was overtaken speak last', async () => {
    const overview = draw();
    let late: (state: EncoderState) => void = () => undefined;
    port.encoder = () => new Promise((resolve) => (late = resolve));
    const first = overview.refresh();
    port.encoder = async () => 'missing';
    await overview.refresh();
    late('ready');
    await first;
    expect(overview.engine.value).toMatchObject({ kind: 'answered', encoder: 'missing' });
  });
});

describe('the rest of the settings', () => {
  it('asks for sites as the first-run page does, and names the version', async () => {
    draw();
    button('Allow news sites')!.click();
    await vi.waitFor(() => expect(app.querySelector('.choice-state')?.textContent).toBe('Allowed: all 2 news sites are read without a click.'));
    expect(port.done).toEqual(['grant https://*.a.example/* http://*.a.example/* https://*.b.example/* http://*.b.example/*']);
    expect(app.textContent).toContain('Second Source, version 0.1.0');
  });

  it('is one button away from popup and panel', () => {
    const session = new Session(port);
    const opened = vi.fn();
    render(<Popup session={session} shelf={new Shelf(port)} onJumped={() => undefined} onSettings={opened} onLibrary={() => undefined} />, app);
    button('Settings')!.click();
    render(<Panel session={session} following={new Following(port, () => false)} wanted={signal(null)} onJumped={() => undefined} onSettings={opened} onLibrary={() => undefined} />, app);
    button('Settings')!.click();
    expect(opened).toHaveBeenCalledTimes(2);
  });
});
