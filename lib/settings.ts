// The reader's settings: a value of unknown shape from storage goes in, settings that hold come out; and what they mean for a
// site and for the reminder to back up. Reaches storage through a port; knows no browser API and no page.
import { isRecord } from './failure';
import { webUrl } from './urls';

/** Which claims are marked: those others differ from; those and the ones others agree with; everything that anything was found on. */
export type Density = 'conflicts' | 'stances' | 'all';
export const DENSITIES: readonly Density[] = ['conflicts', 'stances', 'all'];

/** What the reader chose for a site over what the browser grants: read on opening, on a click only, or not at all. */
export type SiteRule = 'always' | 'click' | 'never';
const RULES: readonly SiteRule[] = ['always', 'click', 'never'];

/** What a reader in a page needs to know; nothing of other sites. */
export interface PageSettings {
  density: Density;
  /** Does the card open when the pointer rests on a marked sentence? */
  hover: boolean;
  /** False while the reader has switched all marks off. */
  marks: boolean;
  /** The rule for the page's own site; null where there is none. */
  rule: SiteRule | null;
}

export interface Settings extends Omit<PageSettings, 'rule'> {
  /** By host, without "www.". A rule holds for the host's subdomains too, unless they have their own. */
  sites: Record<string, SiteRule>;
  backup: Backup;
}

/** What the reminder goes by. Instants are ISO. */
export interface Backup {
  /** Changes of the library since the last export, or ever. */
  changes: number;
  /** When the first of these changes was made; null where there is none. */
  since: string | null;
  /** When the whole library was last exported; null: never. */
  exported: string | null;
  /** "Later" was pressed: silent until then. */
  silent: string | null;
}

export const DEFAULTS: Settings = {
  density: 'stances',
  hover: false,
  marks: true,
  sites: {},
  backup: { changes: 0, since: null, exported: null, silent: null },
};

/** Changes, and days with any unsaved change, after which the reader is reminded; "later" puts it off for a week. As the issue sets them. */
export const REMIND_CHANGES = 25;
export const REMIND_DAYS = 14;
const LATER_DAYS = 7;
const DAY = 86_400_000;
/** Most rules kept; nobody chooses so many by hand, and what is stored is read on every page. */
const MOST_SITES = 2_000;

/** Settings from a value of unknown shape; whatever is missing or wrong in it is the default. */
export function checkSettings(value: unknown): Settings {
  const from = isRecord(value) ? value : {};
  return {
    density: DENSITIES.find((one) => one === from['density']) ?? DEFAULTS.density,
    hover: from['hover'] === true,
    marks: from['marks'] !== false,
    sites: checkSites(from['sites']),
    backup: checkBackup(from['backup']),
  };
}

function checkSites(value: unknown): Record<string, SiteRule> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  const kept = entries.flatMap(([host, rule]): [string, SiteRule][] => {
    const known = RULES.find((one) => one === rule);
    return known && siteOf(host) === host ? [[host, known]] : [];
  });
  return Object.fromEntries(kept.slice(0, MOST_SITES));
}

function checkBackup(value: unknown): Backup {
  const from = isRecord(value) ? value : {};
  const instant = (field: unknown): string | null => (typeof field === 'string' && !Number.isNaN(Date.parse(field)) ? field : null);
  const changes = Number.isSafeInteger(from['changes']) && (from['changes'] as number) > 0 ? (from['changes'] as number) : 0;
  return { changes, since: changes > 0 ? instant(from['since']) : null, exported: instant(from['exported']), silent: instant(from['silent']) };
}

/** The name a host's rule goes by: 'WWW.Example.org' → 'example.org'. Null for what is no host. */
export function siteOf(host: string): string | null {
  const bare = host.toLowerCase().replace(/^www\./, '').replace(/\.$/, '');
  return bare.length <= 253 && /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)$/u.test(bare) ? bare : null;
}

/** The rule for an address: its host's own, else that of the nearest domain above. Null where none is set, or it is no http(s) address. */
export function ruleFor(address: string | null | undefined, sites: Settings['sites']): SiteRule | null {
  const url = address ? webUrl(address) : null;
  if (url === null) return null;
  for (let site = siteOf(url.hostname) ?? ''; site !== ''; site = site.includes('.') ? site.slice(site.indexOf('.') + 1) : '') {
    if (Object.hasOwn(sites, site)) return sites[site]!;
  }
  return null;
}

/** What a page at this address may be told. */
export function pageSettings({ density, hover, marks, sites }: Settings, address: string): PageSettings {
  return { density, hover, marks, rule: ruleFor(address, sites) };
}

/** The reminder's state after `count` more changes of the library. `now` in ms since 1970. */
export function changed(backup: Backup, now: number, count = 1): Backup {
  return { ...backup, changes: backup.changes + count, since: backup.since ?? new Date(now).toISOString() };
}

/** The reminder's state after the whole library was exported. */
export function exported(now: number): Backup {
  return { changes: 0, since: null, exported: new Date(now).toISOString(), silent: null };
}

/** The reminder's state after "later". */
export function later(backup: Backup, now: number): Backup {
  return { ...backup, silent: new Date(now + LATER_DAYS * DAY).toISOString() };
}

/** Is it time to remind? Never without a change since the last export. */
export function isDue({ changes, since, silent }: Backup, now: number): boolean {
  if (changes === 0 || (silent !== null && now < Date.parse(silent))) return false;
  return changes >= REMIND_CHANGES || (since !== null && now - Date.parse(since) >= REMIND_DAYS * DAY);
}

/** The key of `storage.local` under which the switchboard keeps the settings. */
export const SETTINGS_KEY = 'settings';

/** A store for one value, such as a key of `storage.local`. */
export interface SettingsPort {
  get(): Promise<unknown>;
  set(value: Settings): Promise<void>;
}

/** The settings over a store: read once, changed one after another, every change told to those who listen. */
export class SettingsStore {
  private known: Settings | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private readonly heard = new Set<(now: Settings, before: Settings) => void>();

  constructor(private readonly port: SettingsPort) {}

  /** The settings now. A storage that can't be read gives the defaults, and is asked again the next time. */
  async get(): Promise<Settings> {
    return this.read().catch(() => DEFAULTS);
  }

  private async read(): Promise<Settings> {
    return (this.known ??= checkSettings(await this.port.get()));
  }

  /** Changes them by what `change` makes of them, and answers with what holds then. Rejects, and changes nothing, when they can't be read or stored. */
  update(change: (before: Settings) => Settings): Promise<Settings> {
    const turn = this.last.then(async () => {
      const before = await this.read();
      const now = checkSettings(change(before));
      await this.port.set(now);
      this.known = now;
      for (const heard of this.heard) heard(now, before);
      return now;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Hears of every change. Returns the undo. */
  listen(heard: (now: Settings, before: Settings) => void): () => void {
    this.heard.add(heard);
    return () => this.heard.delete(heard);
  }
}
