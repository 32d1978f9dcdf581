// What the popup's and the panel's logic needs of the world, as one interface: fulfilled with the browser's API in
// browser-port.ts, and with plain objects in the tests. Types only.
import type { AskToJudge } from '../../components/judging';
import type { ArticleSummary, Draft, Verdict } from '../../lib/model';
import type { EncoderState, LeftOut, PageState } from '../../lib/messages';
import type { Settings, SiteRule } from '../../lib/settings';
import type { Changes } from './asides';

/** The tab that is looked at. `url` is null where the browser does not tell it. */
export interface Tab {
  id: number;
  url: string | null;
}

/** Saving's answer: the stored article, and whether it had been stored before. */
export interface Saved {
  article: ArticleSummary;
  already: boolean;
}

export interface Port {
  /** The origin of our own pages, with the closing slash. */
  readonly own: string;
  /** Asks the tab's reader. @throws Failure 'gone' when there is none. */
  pageState(tab: number): Promise<PageState>;
  /** Puts a reader into the tab. @throws Failure 'no-access', 'unreadable-page', … */
  read(tab: number): Promise<void>;
  jump(tab: number, claim: number): Promise<void>;
  save(tab: number, operation: string): Promise<Saved>;
  /** The page's annotations as the text of a W3C AnnotationCollection. */
  exportPage(tab: number): Promise<string>;
  exportAll(): Promise<string>;
  /** Hands a file to the reader. */
  download(name: string, json: string): void;
  /** The stored articles that were saved last, newest first, and how many are stored in all. */
  newest(): Promise<{ total: number; rows: ArticleSummary[] }>;
  stored(url: string): Promise<ArticleSummary | null>;
  /** Whether the engine has its sentence encoder, or why not. */
  encoder(): Promise<EncoderState>;
  /** Keeps or drops a verdict; answers what was there before and what is there now. */
  judge(...asked: [...Parameters<AskToJudge>, operation: string]): ReturnType<AskToJudge>;
  verdicts(): Promise<Verdict[]>;
  /** The text that the tab's reader holds. @throws Failure 'gone' when it holds none. */
  draft(tab: number): Promise<Draft>;
  leftOut(draft: Draft): Promise<LeftOut[]>;
  changes(draft: Draft): Promise<Changes>;
  /** The reader's settings: rules for sites, the state of the backup reminder. */
  settings(): Promise<Settings>;
  setSite(host: string, rule: SiteRule): Promise<void>;
  backupLater(): Promise<void>;
  hearSettings(heard: () => void): () => void;
  /** Index of the claim that the tab's page has in sight; null while none is. */
  inView(tab: number): Promise<{ current: number | null }>;
  remove(id: string, operation: string): Promise<void>;
  restore(id: string, operation: string): Promise<ArticleSummary>;
  /** Origins that are granted now; `fixed` are those of the build itself, which can't be taken back. */
  origins(): Promise<{ granted: string[]; fixed: string[] }>;
  /** Asks the reader for origins. Calls the browser before anything else: browsers want the click still on the stack. */
  grant(origins: string[]): Promise<boolean>;
  revoke(origins: string[]): Promise<boolean>;
  /** A new operation id. */
  operation(): string;
  hearPage(heard: (tab: number) => void): () => void;
  hearCorpus(heard: () => void): () => void;
  hearAccess(heard: () => void): () => void;
}

