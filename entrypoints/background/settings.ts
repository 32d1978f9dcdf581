// The switchboard's settings: kept in `storage.local`, written here and nowhere else. Calls of our own pages go in, the settings
// come out; whoever is concerned by a change is told by index.ts.
import browser from 'webextension-polyfill';
import { Failure } from '../../lib/failure';
import type { Handlers } from '../../lib/messages';
import { changed, DENSITIES, exported, later, ruleFor, SETTINGS_KEY, SettingsStore, siteOf } from '../../lib/settings';

export const settings = new SettingsStore({
  get: async () => (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY],
  set: (value) => browser.storage.local.set({ [SETTINGS_KEY]: value }),
});

type SettingsCalls = Pick<Handlers<'switchboard'>, 'settings' | 'setSettings' | 'setSite' | 'backupLater'>;

/** What our own pages ask about settings. @throws Failure 'bad-message' for what is no setting, 'quota' when it can't be stored */
export const settingsCalls: SettingsCalls = {
  settings: () => settings.get(),
  setSettings: ({ change }) => {
    const { density, hover, marks } = change;
    const fits = (density === undefined || DENSITIES.includes(density)) && [hover, marks].every((one) => one === undefined || typeof one === 'boolean');
    if (!fits) throw new Failure('bad-message', 'no such setting');
    return update((now) => ({ ...now, density: density ?? now.density, hover: hover ?? now.hover, marks: marks ?? now.marks }));
  },
  setSite: ({ host, rule }) => {
    const site = typeof host === 'string' ? siteOf(host) : null;
    if (site === null || !(rule === null || rule === 'always' || rule === 'click' || rule === 'never')) throw new Failure('bad-message', 'no such rule');
    return update(({ sites: { [site]: _before, ...sites }, ...now }) => ({ ...now, sites: rule === null ? sites : { ...sites, [site]: rule } }));
  },
  backupLater: () => update((now) => ({ ...now, backup: later(now.backup, Date.now()) })),
};

async function update(change: Parameters<SettingsStore['update']>[0]): ReturnType<SettingsStore['update']> {
  try {
    return await settings.update(change);
  } catch (error) {
    throw new Failure('quota', error instanceof Error ? error.message : String(error));
  }
}

/** Counts changes of the reader's own for the reminder to back up. A storage that is full keeps nobody from their answer. */
export async function countChanges(count: number): Promise<void> {
  if (count > 0) await settings.update((now) => ({ ...now, backup: changed(now.backup, Date.now(), count) })).catch(() => undefined);
}

/** The whole library was handed out as a file: the reminder starts over. */
export async function countBackup(): Promise<void> {
  await settings.update((now) => ({ ...now, backup: exported(Date.now()) })).catch(() => undefined);
}

/** Shows or hides all marks. True when they are shown now. */
export async function toggleMarks(): Promise<boolean> {
  return (await update((now) => ({ ...now, marks: !now.marks }))).marks;
}

/** May nothing of ours run at this address, by the reader's rule? */
export async function isLeftAlone(url: string | null | undefined): Promise<boolean> {
  return ruleFor(url, (await settings.get()).sites) === 'never';
}

/** May this address be read only when the reader clicks, whatever is granted? Or not at all? */
export async function waitsForClick(url: string | undefined): Promise<boolean> {
  const rule = ruleFor(url, (await settings.get()).sites);
  return rule === 'click' || rule === 'never';
}
