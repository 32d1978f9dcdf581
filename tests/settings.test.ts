// The reader's settings: what is stored holds only as far as it makes sense, rules by host, and when the reader is reminded.
import { describe, expect, it, vi } from 'vitest';
import { changed, checkSettings, DEFAULTS, exported, isDue, later, pageSettings, ruleFor, SettingsStore, siteOf } from '../lib/settings';
import type { Backup, Settings } from '../lib/settings';

describe('what is stored', () => {
  it.each([null, 'x', [], 7, {}, { density: 'loud', hover: 'yes', marks: null, sites: [], backup: 3 }])('falls back to the defaults where it is none: %j', (value) => {
    expect(checkSettings(value)).toEqual(DEFAULTS);
  });

  it('holds where it fits', () => {
    const settings: Settings = {
      density: 'all',
      hover: true,
      marks: false,
      sites: { 'a.example': 'never', '127.0.0.1': 'click', '[::1]': 'always' },
      backup: { changes: 3, since: '2026-01-01T00:00:00.000Z', exported: null, silent: null },
    };
    expect(checkSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('loses what does not: rules of no site, rules of no kind, times of no day', () => {
    const value = { sites: { 'a.example': 'sometimes', 'not a host': 'never', 'www.b.example': 'never', 'c.example': 'never' }, backup: { changes: -4, since: 'yesterday', exported: 'soon' } };
    expect(checkSettings(value)).toEqual({ ...DEFAULTS, sites: { 'c.example': 'never' } });
  });
});

describe('the rule of a site', () => {
  const sites: Settings['sites'] = { 'example.org': 'never', 'news.example.org': 'always', '127.0.0.1': 'click' };
  it.each([
    ['https://example.org/a', 'never'],
    ['http://www.example.org/a', 'never'],
    ['https://blog.example.org/', 'never'],
    ['https://news.example.org/', 'always'],
    ['https://live.news.example.org/', 'always'],
    ['https://myexample.org/', null],
    ['http://127.0.0.1:8080/x', 'click'],
    ['https://org/', null],
    ['file:///example.org', null],
    ['about:blank', null],
    ['', null],
  ])('%s: %s', (address, rule) => expect(ruleFor(address, sites)).toBe(rule));

  it('goes by one name a host', () => {
    expect([siteOf('WWW.Example.ORG'), siteOf('example.org.'), siteOf('localhost'), siteOf('a b'), siteOf('x/y'), siteOf('')]).toEqual(['example.org', 'example.org', 'localhost', null, null, null]);
  });

  it('is all that a page learns of sites', () => {
    expect(pageSettings({ ...DEFAULTS, sites }, 'https://example.org/')).toEqual({ density: 'stances', hover: false, marks: true, rule: 'never' });
  });
});

describe('the reminder', () => {
  const start = Date.parse('2026-03-01T12:00:00Z');
  const day = 86_400_000;
  const after = (count: number, from: Backup = DEFAULTS.backup): Backup => changed(from, start, count);
  it('comes with the 25th change, not with the 24th', () => {
    expect([isDue(after(24), start), isDue(after(25), start)]).toEqual([false, true]);
  });
  it('comes 14 days after the first change, however many there were, and never without one', () => {
    const one = changed(after(1), start + 13 * day);
    expect([isDue(one, start + 14 * day - 1), isDue(one, start + 14 * day), isDue(DEFAULTS.backup, start + 900 * day)]).toEqual([false, true, false]);
  });
  it('is put off for a week, and ends with an export', () => {
    const put = later(after(30), start);
    expect([isDue(put, start), isDue(put, start + 7 * day)]).toEqual([false, true]);
    const done = exported(start);
    expect([isDue(done, start + 90 * day), done.exported, isDue(after(25, done), start)]).toEqual([false, '2026-03-01T12:00:00.000Z', true]);
  });
});

describe('the store', () => {
  function store(stored: unknown = undefined) {
    const disk = { value: stored, full: false };
    const port = {
      get: vi.fn(async () => disk.value),
      set: async (value: Settings) => {
        if (disk.full) throw new Error('full');
        await new Promise((resolve) => setTimeout(resolve, 5));
        disk.value = value;
      },
    };
    return { disk, port, settings: new SettingsStore(port) };
  }

  it('changes one after another: nothing is lost when two come at once', async () => {
    const { disk, settings } = store();
    await Promise.all(Array.from({ length: 5 }, () => settings.update((now) => ({ ...now, backup: changed(now.backup, 0) }))));
    expect(disk.value).toMatchObject({ backup: { changes: 5 } });
    expect((await settings.get()).backup.changes).toBe(5);
  });

  it('tells those who listen, until they stop', async () => {
    const { settings } = store({ density: 'all' });
    const heard: string[] = [];
    const undo = settings.listen((now, before) => heard.push(`${before.density} ${now.density}`));
    await settings.update((now) => ({ ...now, density: 'conflicts' }));
    undo();
    await settings.update((now) => ({ ...now, density: 'stances' }));
    expect(heard).toEqual(['all conflicts']);
  });

  it('keeps what held when the storage is full, and goes on', async () => {
    const { disk, settings } = store();
    disk.full = true;
    await expect(settings.update((now) => ({ ...now, hover: true }))).rejects.toThrow('full');
    expect((await settings.get()).hover).toBe(false);
    disk.full = false;
    expect((await settings.update((now) => ({ ...now, hover: true }))).hover).toBe(true);
  });

  it('gives the defaults while the storage can’t be read, and asks again', async () => {
    const { disk, port, settings } = store();
    port.get.mockRejectedValueOnce(new Error('not now'));
    expect(await settings.get()).toEqual(DEFAULTS);
    disk.value = { hover: true };
    expect((await settings.get()).hover).toBe(true);
  });

  it('writes no defaults over what it could not read', async () => {
    const { disk, port, settings } = store({ density: 'all', sites: { 'a.example': 'never' } });
    port.get.mockRejectedValueOnce(new Error('not now'));
    await expect(settings.update((now) => ({ ...now, hover: true }))).rejects.toThrow('not now');
    expect(disk.value).toEqual({ density: 'all', sites: { 'a.example': 'never' } });
  });
});
