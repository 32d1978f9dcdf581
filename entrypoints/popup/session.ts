// The page that is looked at: a tab goes in, signals come out (what is known of the page, site access, saving, export).
// Shared by the popup and the side panel. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Exporting, FoundBy, Saving, SiteAccess } from '../../components/page-view';
import { Failure } from '../../lib/failure';
import { PageReading, troubleOf } from './page-reading';
import type { Port, Saved, Tab } from './port';
import { coversAll, covering, hostOf, originsOf } from './site-access';

export class Session {
  readonly access = signal<SiteAccess>({ host: null, state: 'none' });
  readonly saving = signal<Saving>({ state: 'idle' });
  readonly exporting = signal<Exporting>({ state: 'idle' });
  readonly exportingAll = signal<Exporting>({ state: 'idle' });
  readonly foundBy = signal<FoundBy>(null);
  readonly tab = signal<Tab | null>(null);
  private readonly reading: PageReading;
  private readonly unhear: (() => void)[];

  constructor(private readonly port: Port) {
    this.reading = new PageReading(port, (url) => this.onRead(url));
    this.unhear = [
      port.hearPage((tab) => {
        if (tab === this.tab.value?.id) void this.reading.refresh();
      }),
      port.hearCorpus(() => void this.refreshStored()),
      port.hearAccess(() => void this.refreshAccess()),
    ];
  }

  /** What is known of the page. */
  get view(): PageReading['view'] {
    return this.reading.view;
  }

  close(): void {
    this.reading.stop();
    for (const undo of this.unhear) undo();
  }

  /** Turns to a tab, forgetting what was known of another one, and has it read if it is not. */
  async open(tab: Tab): Promise<void> {
    this.tab.value = tab;
    this.saving.value = { state: 'idle' };
    this.exporting.value = { state: 'idle' };
    await Promise.all([this.refreshAccess(), this.reading.open(tab)]);
  }

  /** Starts over with the same tab: "Look again". */
  async retry(): Promise<void> {
    if (this.tab.value) await this.open(this.tab.value);
  }

  private onRead(url: string): void {
    const tab = this.tab.value;
    if (tab && tab.url !== url) {
      this.tab.value = { ...tab, url };
      void this.refreshAccess();
    }
    void this.refreshStored();
    void this.refreshFoundBy();
  }

  /** By what was this page's evidence found? Asked until it is known once, and only of an engine that has just read a page. */
  private async refreshFoundBy(): Promise<void> {
    if (this.foundBy.value !== null) return;
    const state = await this.port.encoder().catch(() => null);
    if (state !== null) this.foundBy.value = state === 'ready' ? 'meaning' : 'words';
  }

  /** Is this page stored? An extra beside the reading: where it can't be had, the reading's own state says what is wrong. */
  private async refreshStored(): Promise<void> {
    const tab = this.tab.value;
    if (!tab?.url || this.view.value.kind !== 'read' || this.saving.value.state === 'busy') return;
    const article = await this.port.stored(tab.url).catch(() => undefined);
    const was = this.saving.value as Saving;
    if (article === undefined || this.tab.value !== tab || was.state === 'busy') return;
    if (article) {
      this.saving.value = { state: 'saved', already: was.state !== 'saved' || was.already, on: article.retrieved, statements: article.statements };
    } else if (was.state === 'saved') {
      this.saving.value = { state: 'idle' };
    }
  }

  /** Saves the page's article; sent once more under the same operation id if the switchboard was just being restarted. */
  async save(): Promise<void> {
    const tab = this.tab.value;
    if (!tab || this.saving.value.state === 'busy') return;
    this.saving.value = { state: 'busy' };
    const operation = this.port.operation();
    const once = (): Promise<Saved> => this.port.save(tab.id, operation);
    let saving: Saving;
    try {
      const { article, already } = await once().catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'gone') return once();
        throw error;
      });
      saving = { state: 'saved', already, on: article.retrieved, statements: article.statements };
    } catch (error) {
      saving = { state: 'failed', ...troubleOf(error) };
    }
    if (tab.id === this.tab.value?.id) this.saving.value = saving;
  }

  /** Scrolls the page to a claim, by its index in the reading. */
  async jump(claim: number): Promise<void> {
    const tab = this.tab.value;
    if (tab) await this.port.jump(tab.id, claim);
  }

  /** Hands the reader a file with this page's annotations. */
  async exportPage(): Promise<void> {
    const tab = this.tab.value;
    if (tab) await this.export(this.exporting, hostOf(tab.url) ?? 'page', () => this.port.exportPage(tab.id));
  }

  /** Hands the reader a file with the annotations of all stored articles. */
  async exportAll(): Promise<void> {
    await this.export(this.exportingAll, 'all', () => this.port.exportAll());
  }

  private async export(exporting: Signal<Exporting>, name: string, make: () => Promise<string>): Promise<void> {
    if (exporting.value.state === 'busy') return;
    exporting.value = { state: 'busy' };
    try {
      const json = await make();
      const file = `second-source-${name.replace(/[^a-z0-9.-]+/gi, '-')}-${new Date().toISOString().slice(0, 10)}.json`;
      this.port.download(file, json);
      exporting.value = { state: 'done', file };
    } catch (error) {
      exporting.value = { state: 'failed', ...troubleOf(error) };
    }
  }

  private async refreshAccess(): Promise<void> {
    const url = this.tab.value?.url;
    const host = hostOf(url);
    if (host === null || !url) {
      this.access.value = { host: null, state: 'none' };
      return;
    }
    const { granted, fixed } = await this.port.origins();
    if (this.tab.value?.url !== url) return;
    const { protocol } = new URL(url);
    const covers = covering(granted, host, protocol);
    const state = covering(fixed, host, protocol).length > 0 ? 'fixed' : covers.some(coversAll) ? 'all' : covers.length > 0 ? 'granted' : 'none';
    this.access.value = { host, state };
  }

  /** Asks for this host, straight from a click; when granted, the page is read at once. False when declined. */
  async grant(): Promise<boolean> {
    const { host } = this.access.value;
    if (host === null || !(await this.port.grant(originsOf(host)))) return false;
    await (this.view.value.kind === 'read' ? this.refreshAccess() : this.retry());
    return true;
  }

  /** Takes back every origin that covers this host. False when the browser refuses. */
  async revoke(): Promise<boolean> {
    const { host } = this.access.value;
    if (host === null) return false;
    const { granted } = await this.port.origins();
    const covers = new Set([...covering(granted, host, 'https:'), ...covering(granted, host, 'http:')]);
    const taken = await this.port.revoke([...covers].filter((origin) => !coversAll(origin)));
    await this.refreshAccess();
    return taken;
  }
}
