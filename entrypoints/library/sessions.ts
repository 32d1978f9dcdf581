// Everything the library holds while it is open: one of each session, on one port. News of the corpus is passed on to those that show
// something now. Draws nothing.
import type { Exports } from '../../components/exchange/exports';
import type { Imports } from '../../components/exchange/imports';
import { Articles } from './articles';
import { exportsOn, importsOn } from './exchange';
import { Inbox } from './inbox';
import { Labels } from './labels';
import { Matters } from './matters';
import { Notices } from './notices';
import type { LibraryPort } from './port';
import { Reading } from './reading';
import { hashOf } from './route';
import type { Route } from './route';
import { Router } from './router';
import { Search } from './search';
import { Verdicts } from './verdicts';
import { WorkWatch } from './work-watch';

export class Sessions {
  readonly router = new Router();
  readonly notices = new Notices();
  readonly articles: Articles;
  readonly search: Search;
  readonly labels: Labels;
  readonly reading: Reading;
  readonly inbox: Inbox;
  readonly verdicts: Verdicts;
  readonly matters: Matters;
  readonly exports: Exports;
  readonly imports: Imports;
  readonly work: WorkWatch;
  private readonly unhear: () => void;

  constructor(readonly port: LibraryPort) {
    this.articles = new Articles(port, this.notices);
    this.search = new Search(this.router, this.articles);
    this.labels = new Labels(port, this.notices, () => void this.refresh());
    this.reading = new Reading(port, this.notices);
    this.inbox = new Inbox(port, this.notices);
    this.verdicts = new Verdicts(port, this.notices);
    this.matters = new Matters(port, (text) => this.router.replace({ view: 'matters', text }), (from, to) => {
      const route = this.router.route.value;
      if (route.view === 'matter' && route.id === from) this.router.replace({ view: 'matter', id: to });
    });
    this.exports = exportsOn(port);
    this.imports = importsOn(port);
    this.work = new WorkWatch(port, () => void this.refresh());
    this.unhear = port.hearCorpus(() => {
      void this.refresh();
      void this.work.look();
    });
  }

  /** Asks for the articles where the address names them, before anything is drawn; and once they are there, for what stands around every view. */
  async start(): Promise<void> {
    const route = this.router.route.value;
    if (route.view === 'articles') await this.search.open(route.query);
    void this.inbox.refresh();
    void this.work.look();
  }

  /** Where a link to a view leads; to the articles as they are narrowed now. */
  hrefOf(view: Route['view']): string {
    if (view === 'articles') return hashOf({ view, query: this.search.filters.value });
    if (view === 'matters') return hashOf({ view, text: this.matters.text.value });
    return `#${view}`;
  }

  /** Asks anew for what is shown. */
  async refresh(): Promise<void> {
    const { view } = this.router.route.value;
    await Promise.all([
      this.inbox.refresh(),
      this.articles.view.value.kind !== 'waiting' || view === 'articles' ? this.articles.reload() : undefined,
      view === 'article' ? this.reading.refresh() : undefined,
      view === 'verdicts' ? this.verdicts.refresh() : undefined,
      view === 'matters' ? this.matters.refresh() : undefined,
      view === 'matter' ? this.matters.refreshMatter() : undefined,
    ]);
  }

  close(): void {
    this.router.close();
    this.work.stop();
    this.matters.stop();
    this.notices.dismiss();
    this.unhear();
  }
}
