// The settings a reader chooses, over a real store of settings: what is pressed holds, what can't be kept is said, a rule's removal is
// undone, nothing is deleted without being asked back; and the way through each by keyboard.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { BackupSection } from '../../entrypoints/options/BackupSection';
import { MarksSection } from '../../entrypoints/options/MarksSection';
import { Preferences, Purge, sitesOf } from '../../entrypoints/options/preferences';
import type { PurgePort } from '../../entrypoints/options/preferences';
import { PurgeSection } from '../../entrypoints/options/PurgeSection';
import { SitesSection } from '../../entrypoints/options/SitesSection';
import { Failure } from '../../lib/failure';
import { DEFAULTS, SettingsStore } from '../../lib/settings';
import type { Settings } from '../../lib/settings';
import { article } from './fixtures';

let app: HTMLElement;
let disk: { value: unknown; full: boolean };
let preferences: Preferences;
let store: SettingsStore;

beforeEach(async () => {
  app = document.body.appendChild(document.createElement('div'));
  disk = { value: { sites: { 'a.example': 'never', 'b.example': 'click' } }, full: false };
  store = new SettingsStore({
    get: async () => disk.value,
    set: async (value) => {
      if (disk.full) throw new Failure('quota', 'full');
      disk.value = value;
    },
  });
  preferences = new Preferences({
    settings: () => store.get(),
    setSettings: (change) => store.update((now) => ({ ...now, ...change }) as Settings),
    setSite: (host, rule) => store.update(({ sites: { [host]: _before, ...sites }, ...now }) => ({ ...now, sites: rule === null ? sites : { ...sites, [host]: rule } })),
    hearSettings: (heard) => store.listen(heard),
  });
  await preferences.refresh();
});
afterEach(() => {
  render(null, app);
  app.remove();
});

const named = (name: string | RegExp): HTMLElement => {
  const found = [...app.querySelectorAll<HTMLElement>('button, select')].find((one) => (one.ariaLabel ?? one.textContent ?? '').match(name));
  if (!found) throw new Error(`nothing is named ${String(name)}`);
  return found;
};
const box = (words: RegExp): HTMLInputElement => [...app.querySelectorAll('label')].find(({ textContent }) => words.test(textContent ?? ''))!.querySelector('input')!;

describe('marks', () => {
  beforeEach(() => render(<MarksSection preferences={preferences} />, app));

  it('are as the store has them, and as they are pressed', async () => {
    expect([box(/^Mark sentences/).checked, box(/differ from or agree/).checked, box(/pointer rests/).checked]).toEqual([true, true, false]);
    box(/^Everything/).click();
    box(/pointer rests/).click();
    box(/^Mark sentences/).click();
    await vi.waitFor(() => expect(disk.value).toMatchObject({ density: 'all', hover: true, marks: false }));
  });

  it('follow a change made elsewhere, as by the key', async () => {
    await store.update((now) => ({ ...now, marks: false, density: 'conflicts' }));
    await vi.waitFor(() => expect([box(/^Mark sentences/).checked, box(/^Only those/).checked]).toEqual([false, true]));
  });

  it('stay as they are when they can’t be kept, and that is said', async () => {
    disk.full = true;
    box(/pointer rests/).click();
    await vi.waitFor(() => expect(app.querySelector('[role=status]')?.textContent).toMatch(/^This could not be kept\./));
    expect(box(/pointer rests/).checked).toBe(false);
  });

  it('are chosen by keyboard', async () => {
    box(/differ from or agree/).focus();
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(disk.value).toMatchObject({ density: 'all' }));
  });
});

describe('rules for sites', () => {
  beforeEach(() => render(<SitesSection preferences={preferences} />, app));

  it('are listed, changed, removed and brought back; the focus goes along', async () => {
    await userEvent.selectOptions(named('Rule for b.example'), 'always');
    await vi.waitFor(() => expect(disk.value).toMatchObject({ sites: { 'b.example': 'always' } }));
    named('Remove the rule for a.example').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(document.activeElement).toBe(named('Undo')));
    expect(disk.value).toMatchObject({ sites: { 'b.example': 'always' } });
    expect((disk.value as Settings).sites).not.toHaveProperty('a.example');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(disk.value).toMatchObject({ sites: { 'a.example': 'never' } }));
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Rules for single sites'));
  });

  it('say how to get one where there is none', async () => {
    await store.update((now) => ({ ...now, sites: {} }));
    await vi.waitFor(() => expect(app.textContent).toContain('No rules yet.'));
  });
});

describe('backup', () => {
  it.each([
    [DEFAULTS.backup, /It was never backed up\. 0 changes since then\./],
    [{ changes: 1, since: '2026-03-02T10:00:00Z', exported: '2026-03-01T10:00:00Z', silent: null }, /Last backed up on 1 Mar(ch)? 2026\. 1 change since then\./],
  ])('%#', (backup, words) => {
    render(<BackupSection backup={backup} link="library.html#exchange" />, app);
    expect(app.textContent).toMatch(words);
    expect(app.querySelector('a')?.getAttribute('href')).toBe('library.html#exchange');
  });
});

describe('deleting for good', () => {
  let stored = [article('a')];
  let purged: unknown[] = [];
  let failing: Failure | null = null;
  const port: PurgePort = {
    articles: async () => stored,
    purge: async (what) => {
      if (failing) throw failing;
      purged.push(what);
      const count = stored.length;
      stored = [];
      return count;
    },
    operation: () => 'operation',
    hearCorpus: () => () => undefined,
  };
  beforeEach(async () => {
    stored = [article('a', { url: 'https://www.one.example/1' }), article('b', { url: 'https://news.one.example/2' }), article('c', { url: null })];
    purged = [];
    failing = null;
    const purge = new Purge(port);
    await purge.refresh();
    render(<PurgeSection purge={purge} />, app);
  });

  it('asks back with the number, has the focus on the harmless answer, and deletes nothing on it', async () => {
    named(/^Delete everything/).click();
    await vi.waitFor(() => expect(document.activeElement).toBe(named('^Keep$')));
    expect(app.querySelector('h3')?.textContent).toBe('Delete your whole library, 3 articles, for good?');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Delete for good'));
    expect([app.querySelector('h3'), purged]).toEqual([null, []]);
  });

  it('deletes a site’s articles, once, and says how many', async () => {
    await userEvent.selectOptions(app.querySelector('select')!, 'one.example');
    named(/^Delete this site/).click();
    await vi.waitFor(() => expect(app.querySelector('h3')?.textContent).toBe('Delete 2 articles from one.example for good?'));
    const yes = named('^Delete for good$');
    yes.click();
    yes.click();
    await vi.waitFor(() => expect(app.querySelector('[role=status]')?.textContent).toBe('3 articles were deleted.'));
    expect(purged).toEqual([{ site: 'one.example' }]);
    expect(app.textContent).toContain('No article from a site is stored.');
    expect(named(/^Delete everything/).ariaDisabled).toBe('true');
  });

  it('says when nothing was deleted', async () => {
    failing = new Failure('gone');
    named(/^Delete everything/).click();
    await vi.waitFor(() => named('^Delete for good$'));
    named('^Delete for good$').click();
    await vi.waitFor(() => expect(app.querySelector('[role=status]')?.textContent).toMatch(/^Nothing was deleted\./));
  });

  it('counts a site with its subdomains, as deleting does', () => {
    expect(sitesOf(stored)).toEqual([
      { host: 'news.one.example', articles: 1 },
      { host: 'one.example', articles: 2 },
    ]);
  });
});
