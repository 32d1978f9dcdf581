// The reader's settings as the page draws them: what was chosen goes to the switchboard, what holds comes back as signals; and what
// is deleted for good. Reaches the world through ports only; draws nothing.
import { signal } from '@preact/signals';
import type { FailureCode } from '../../lib/failure';
import type { Ask } from '../../lib/messages';
import type { ArticleSummary } from '../../lib/model';
import { siteOf } from '../../lib/settings';
import type { Settings, SiteRule } from '../../lib/settings';
import { troubleOf } from '../popup/page-reading';
import { parsedUrl } from '../../lib/urls';

/** What the settings need of the world. */
export interface PreferencesPort {
  settings(): Promise<Settings>;
  setSettings(change: Ask<'switchboard', 'setSettings'>['change']): Promise<Settings>;
  setSite(host: string, rule: SiteRule | null): Promise<Settings>;
  hearSettings(heard: () => void): () => void;
}

export class Preferences {
  /** What holds; null until it is known. */
  readonly settings = signal<Settings | null>(null);
  /** Why the last wish could not be kept. */
  readonly trouble = signal<FailureCode | null>(null);
  /** The rule that was just removed, to be undone. */
  readonly removed = signal<{ host: string; rule: SiteRule } | null>(null);

  constructor(private readonly port: PreferencesPort) {
    port.hearSettings(() => void this.refresh());
  }

  async refresh(): Promise<void> {
    await this.settle(this.port.settings());
  }

  async change(change: Ask<'switchboard', 'setSettings'>['change']): Promise<void> {
    await this.settle(this.port.setSettings(change));
  }

  /** Sets a site's rule. With null it is removed, and can be brought back by `undo`. */
  async rule(host: string, rule: SiteRule | null): Promise<void> {
    const before = this.settings.value?.sites[host];
    await this.settle(this.port.setSite(host, rule));
    this.removed.value = rule === null && before !== undefined && this.trouble.value === null ? { host, rule: before } : null;
  }

  async undo(): Promise<void> {
    const { value } = this.removed;
    if (value) await this.rule(value.host, value.rule);
  }

  private async settle(asked: Promise<Settings>): Promise<void> {
    try {
      this.settings.value = await asked;
      this.trouble.value = null;
    } catch (error) {
      this.trouble.value = troubleOf(error).trouble;
      // Drawn anew, so that a switch that was moved shows what holds.
      if (this.settings.value) this.settings.value = { ...this.settings.value };
    }
  }
}

/** What may be deleted for good, and how that is asked of the world. */
export interface PurgePort {
  articles(): Promise<ArticleSummary[]>;
  purge(what: Ask<'switchboard', 'purge'>['what'], operation: string): Promise<number>;
  operation(): string;
  hearCorpus(heard: () => void): () => void;
}

/** A site with stored articles. */
export interface StoredSite {
  host: string;
  articles: number;
}

/** How far deleting has come. `site` null means everything. */
export type Purging =
  | { state: 'idle' }
  | { state: 'asking'; site: string | null; articles: number }
  | { state: 'busy'; site: string | null; articles: number }
  | { state: 'done'; articles: number }
  | { state: 'failed'; trouble: FailureCode };

export class Purge {
  readonly sites = signal<StoredSite[]>([]);
  readonly articles = signal(0);
  readonly purging = signal<Purging>({ state: 'idle' });

  constructor(private readonly port: PurgePort) {
    port.hearCorpus(() => void this.refresh());
  }

  /** Counts anew what is there; what was known stays when nobody answers. */
  async refresh(): Promise<void> {
    const articles = await this.port.articles().catch(() => null);
    if (!articles) return;
    this.articles.value = articles.length;
    this.sites.value = sitesOf(articles);
  }

  /** Asks back before anything is deleted. */
  ask(site: string | null): void {
    if (this.purging.value.state === 'busy') return;
    const articles = site === null ? this.articles.value : (this.sites.value.find(({ host }) => host === site)?.articles ?? 0);
    this.purging.value = { state: 'asking', site, articles };
  }

  keep(): void {
    if (this.purging.value.state === 'asking') this.purging.value = { state: 'idle' };
  }

  /** Deletes what was asked about, once however often it is pressed. */
  async confirm(): Promise<void> {
    const asked = this.purging.value;
    if (asked.state !== 'asking') return;
    this.purging.value = { ...asked, state: 'busy' };
    try {
      const articles = await this.port.purge(asked.site === null ? 'all' : { site: asked.site }, this.port.operation());
      this.purging.value = { state: 'done', articles };
    } catch (error) {
      this.purging.value = { state: 'failed', trouble: troubleOf(error).trouble };
    }
    await this.refresh();
  }
}

/** The sites that articles were saved from, by name, with how many from each and its subdomains. Hosts go without "www.", as rules do. */
export function sitesOf(articles: ArticleSummary[]): StoredSite[] {
  const hosts = articles.flatMap(({ url }) => siteOf((url === null ? null : parsedUrl(url))?.hostname ?? '') ?? []);
  const within = (site: string): number => hosts.filter((host) => host === site || host.endsWith(`.${site}`)).length;
  return [...new Set(hosts)].map((host) => ({ host, articles: within(host) })).sort((a, b) => a.host.localeCompare(b.host));
}
