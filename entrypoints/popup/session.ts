// The page that is looked at: a tab goes in, signals come out (what is known of the page, site access, saving, export).
// Shared by the popup and the side panel. Reaches the world through the port only; draws nothing.
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { Judging } from '../../components/judging';
import type { Exporting, FoundBy, Saving, SiteAccess } from '../../components/page-view';
import { Failure } from '../../lib/failure';
import { isDue, ruleFor } from '../../lib/settings';
import type { Settings, SiteRule } from '../../lib/settings';
import { Asides } from './asides';
import { pageKind } from './page-kind';
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
  /** Null until they have been told. */
  readonly settings = signal<Settings | null>(null);
  readonly judging: Judging;
  readonly asides: Asides;
  private readonly reading: PageReading;
  private readonly unhear: (() => void)[];
  /** Settings asked for ahead of the tab that they are wanted for. */
  private ahead: Promise<void> | null = null;

  constructor(private readonly port: Port) {
    this.judging = new Judging((said, step) => this.again((operation) => port.judge(said, step, operation)));
    this.asides = new Asides(port);
    this.reading = new PageReading(port, (url) => this.onRead(url));
    this.unhear = [
      port.hearPage((tab) => {
        if (tab === this.tab.value?.id) void this.reading.refresh();
      }),
      port.hearCorpus(() => {
        this.asides.clear();
        void this.refreshStored();
        void this.refreshVerdicts();
      }),
      port.hearAccess(() => void this.refreshAccess()),
      port.hearSettings(() => void this.followSettings()),
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

  /** Asks for the settings already, while the tab to open is being found out. */
  prepare(): void {
    this.ahead = this.refreshSettings();
  }

  /** Turns to a tab, forgetting what was known of another one, and has it read if it is not. */
  async open(tab: Tab): Promise<void> {
    if (tab.id !== this.tab.value?.id || tab.url !== this.tab.value.url) this.judging.clear();
    this.asides.clear();
    this.tab.value = tab;
    this.saving.value = { state: 'idle' };
    this.exporting.value = { state: 'idle' };
    await Promise.all([this.refreshAccess(), this.read(tab)]);
  }

  /** Is this our sample article, on which nothing is kept? */
  get sample(): boolean {
    return pageKind(this.tab.value?.url, this.port.own) === 'sample';
  }

  /** What the reader chose for this page's site; null: nothing. */
  get rule(): SiteRule | null {
    return ruleFor(this.tab.value?.url, this.settings.value?.sites ?? {});
  }

  /** Changes since the last backup when it is time to remind of one, else null. */
  get dueBackup(): number | null {
    const backup = this.settings.value?.backup;
    return backup && isDue(backup, Date.now()) ? backup.changes : null;
  }

  /** Has a page read, unless the reader wants its site left alone. */
  private async read(tab: Tab): Promise<void> {
    this.reading.stop();
    this.view.value = { kind: 'waiting', for: 'page' };
    const settings = this.ahead ?? this.refreshSettings();
    this.ahead = null;
    await settings;
    if (this.tab.value !== tab) return;
    if (this.rule === 'never') this.view.value = { kind: 'left-alone' };
    else await this.reading.open(tab);
  }

  private async refreshSettings(): Promise<void> {
    const settings = await this.port.settings().catch(() => null);
    if (settings) this.settings.value = settings;
  }

  /** A rule may have been set elsewhere. */
  private async followSettings(): Promise<void> {
    const before = this.rule;
    await this.refreshSettings();
    if (this.tab.value && (before === 'never') !== (this.rule === 'never')) await this.retry();
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
    void this.refreshVerdicts();
    void this.refreshFoundBy();
  }

  /** By what was this page's evidence found? Asked until it is known once, and only of an engine that has just read a page. */
  private async refreshFoundBy(): Promise<void> {
    if (this.foundBy.value !== null) return;
    const state = await this.port.encoder().catch(() => null);
    if (state !== null) this.foundBy.value = state === 'ready' ? 'meaning' : 'words';
  }

  /** What was said of matches on other days, with the notes on it. An extra beside the reading, as below. */
  private async refreshVerdicts(): Promise<void> {
    const verdicts = await this.port.verdicts().catch(() => null);
    if (verdicts) this.judging.know(verdicts);
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

  /** Sends once more, under the same operation id, what met a switchboard that was just being restarted. */
  private again<T>(send: (operation: string) => Promise<T>): Promise<T> {
    const operation = this.port.operation();
    return send(operation).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'gone') return send(operation);
      throw error;
    });
  }

  /** Saves the page's article. */
  async save(): Promise<void> {
    const tab = this.tab.value;
    if (!tab || this.saving.value.state === 'busy') return;
    this.saving.value = { state: 'busy' };
    let saving: Saving;
    try {
      const { article, already } = await this.again((operation): Promise<Saved> => this.port.save(tab.id, operation));
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
    return (await this.choose('always')) === 'chosen';
  }

  /**
   * Sets how this site is read, straight from a click: 'always' asks the browser for access where there is none, before anything
   * else; the others take back what was granted for this site.
   */
  async choose(rule: SiteRule): Promise<'chosen' | 'declined' | 'failed'> {
    const { host, state } = this.access.value;
    if (host === null) return 'failed';
    if (rule === 'always' && state === 'none' && !(await this.port.grant(originsOf(host)))) return 'declined';
    const was = this.rule;
    try {
      await this.port.setSite(host, rule);
      if (rule !== 'always' && state === 'granted') await this.revoke(host);
    } catch {
      return 'failed';
    } finally {
      await Promise.all([this.refreshSettings(), this.refreshAccess()]);
    }
    if (this.view.value.kind !== 'read' || (was === 'never') !== (rule === 'never')) await this.retry();
    return 'chosen';
  }

  /** Takes back every origin that covers this host. */
  private async revoke(host: string): Promise<void> {
    const { granted } = await this.port.origins();
    const covers = new Set([...covering(granted, host, 'https:'), ...covering(granted, host, 'http:')]);
    await this.port.revoke([...covers].filter((origin) => !coversAll(origin)));
  }

  /** "Later": no reminder of the backup for a week. */
  async backupLater(): Promise<void> {
    await this.port.backupLater().catch(() => undefined);
    await this.refreshSettings();
  }
}
