// The whole protocol in one file: who may say what to whom, and what comes back. Every message is an envelope
// { to, type, … }; a listener answers only what is addressed to it. Knows no DOM, no database. Long, since
// a protocol in parts could be read only by opening all of them: each call names the types of several others.
//
//   popup, panel, welcome, settings ──▶ switchboard ──▶ engine (the library's search straight to it: entrypoints/engine/nearby.ts)
//   loader, reader        ──▶ switchboard ──▶ engine
//   popup, panel, switchboard ──▶ reader (in a tab)
import type { Runtime } from 'webextension-polyfill';
import { Failure, failed, isRecord, unpack } from './failure';
import type { FailureCode, Reply } from './failure';
import { native } from './native';
import type { Listener } from './native';
import type { Annotation, Article, ArticleSummary, Begun, Change, Correction, Dispute, Draft, Label, Link, Reading, Selectors, Source, Span, StoredStatement, Verdict, Work } from './model';
import type { Density, PageSettings, Settings, SiteRule } from './settings';

// Kept apart so that they can be used where there is no browser API (the Worker, the command line, the tests).
export { Failure, failed, isRecord, unpack } from './failure';
export type { FailureCode, Reply } from './failure';
export type { Work } from './model';

/** Whether statements are found by meaning too, or why by words alone: no WebAssembly SIMD, files not there, files cut off or altered. */
export type EncoderState = 'ready' | 'no-simd' | 'missing' | 'damaged';

/** What the engine does. Reached through the switchboard only. */
export interface EngineCalls extends LibraryCalls {
  /** With `soon` the first answer may be the reading's beginning, as soon as there is something to underline; asked again, the whole. */
  annotate: { ask: { draft: Draft; soon?: boolean }; answer: Reading | Begun };
  /** `operation` is made by the asker, so that a retry saves nothing twice. */
  save: { ask: { draft: Draft; operation: string }; answer: { article: ArticleSummary; already: boolean } };
  articles: { ask: object; answer: ArticleSummary[] };
  /** Removes an article; for ten minutes `restore` with the same id brings it back. */
  remove: { ask: { id: string; operation: string }; answer: { id: string } };
  restore: { ask: { id: string; operation: string }; answer: ArticleSummary };
  /** Is the article at this address stored already? */
  stored: { ask: { url: string }; answer: ArticleSummary | null };
  /** Are statements found by meaning too, or by words alone, and why? */
  encoder: { ask: object; answer: { state: EncoderState } };
}

/**
 * What is to become of something that the reader makes. With `expects` only where just that stands, with null where nothing does: else
 * nothing is changed. That is how something is undone: what was there before is kept, or what was made is dropped, where it still stands.
 */
export interface Remaking<T> {
  how: 'keep' | 'drop';
  expects?: T | null | undefined;
  operation: string;
}

/** What was there before and what is there now. `overtaken`: that is not what was asked for, since something else than expected stood there. */
export interface Remade<T> {
  before: T | null;
  now: T | null;
  overtaken: boolean;
}

/** What the library, the popup and the panel ask of the engine beyond reading a page; through the switchboard, like EngineCalls. */
export interface LibraryCalls {
  /** Stored articles that fit, newest first; `total` counts them all. */
  search: { ask: { query: ArticleQuery; offset: number; limit: number }; answer: { total: number; rows: ArticleRow[] } };
  /** A stored article as it is read in the library: its text, its statements as corrected, what other articles say of them. */
  article: { ask: { id: string }; answer: StoredArticle };
  /** Keeps or drops tags and note of an article. */
  label: { ask: { label: Omit<Label, 'at'> } & Remaking<Pick<Label, 'tags' | 'note'>>; answer: Remade<Label> };
  /** Every verdict, newest first. */
  verdicts: { ask: object; answer: Verdict[] };
  /** Keeps a verdict (the one before on the same pair goes), or drops it. Where the asker does not know the note, it expects none in particular. */
  judge: { ask: { verdict: Omit<Verdict, 'id' | 'at'> } & Remaking<Pick<Verdict, 'verdict'> & Partial<Pick<Verdict, 'note'>>>; answer: Remade<Verdict> };
  /** Every correction, newest first. */
  corrections: { ask: object; answer: Correction[] };
  /** Keeps or drops the correction of a stored statement. */
  correct: { ask: { correction: Omit<Correction, 'id' | 'at'> } & Remaking<Pick<Correction, 'hidden' | 'speaker' | 'figures'>>; answer: Remade<Correction> };
  /** Matters that fit a text, largest first. */
  matters: { ask: { text: string; offset: number; limit: number }; answer: { total: number; rows: MatterRow[] } };
  /** One matter, whole; where there is none of this id any more, the one in which most of these statements (those it had) are now. @throws Failure 'gone' */
  matter: { ask: { id: string; statements?: string[] }; answer: Matter };
  /** What newly saved articles differ from in older ones, newest first. */
  inbox: { ask: object; answer: Dispute[] };
  /** Marks lines of the inbox as seen, or as not seen. */
  seen: { ask: { ids: string[]; seen: boolean; operation: string }; answer: object };
  /** What two or more independent stored articles on a page's event carry, and the page lacks. */
  leftOut: { ask: { draft: Draft }; answer: LeftOut[] };
  /** How a page has changed since it was saved; null when it is not stored. */
  changes: { ask: { draft: Draft }; answer: { saved: string; changes: Change[] } | null };
  /** What the engine is doing in the background; null when nothing. */
  work: { ask: object; answer: Work | null };
  /** Puts back the seed articles that were removed. */
  restoreSeeds: { ask: { operation: string }; answer: { restored: number } };
  /** Removes one article, all of a site, or everything, beyond undoing; what the reader wrote of it too. */
  purge: { ask: { what: { article: string } | { site: string } | 'all'; operation: string }; answer: { articles: number } };
  /** What an export of some articles, or with null of all, is made of: the file's name and type, and the articles in the order in which to ask for them; `between` stands between two pieces. */
  exportPlan: { ask: { format: ExportFormat; articles: string[] | null }; answer: { name: string; type: string; at: string; between: string; articles: string[] } };
  /** The text and number of the pieces that the first so many (`done`) of these articles make, and those of them that are stored; `at` is the plan's. */
  exportPart: { ask: { format: ExportFormat; at: string; articles: string[] }; answer: { text: string; pieces: number; written: string[]; done: number } };
  /** What stands before and after all pieces. `whole`: of the whole library. */
  exportEnds: { ask: { format: ExportFormat; at: string; articles: string[]; pieces: number; whole: boolean }; answer: { head: string; tail: string } };
  /** A part of an import's text, numbered from 0; answers which is to come next, 0 when the engine has lost those before. @throws Failure 'bad-import' with what is wrong and where */
  importPart: { ask: { operation: string; part: number; text: string }; answer: { next: number } };
  /** What an import of so many parts holds and would do, nothing changed; or from which part on it is wanted. @throws Failure 'bad-import' */
  importPreview: { ask: { operation: string; parts: number }; answer: { holds: ImportKind; counts: ImportPreview } | { missing: number } };
  /** Imports, all or nothing; or says from which part on it is wanted. */
  importLibrary: { ask: { operation: string; parts: number; mode: 'merge' | 'replace' }; answer: { counts: ImportPreview } | { missing: number } };
  /** An import was given up: what has come of it is forgotten. */
  importDrop: { ask: { operation: string }; answer: object };
  /** Stores articles read from saved HTML files (parsed by our page), each for itself. */
  saveDrafts: { ask: { drafts: Draft[]; operation: string }; answer: { saved: number; already: number; failed: { at: number; code: FailureCode }[] } };
}

/** What the list of articles is narrowed by; absent and '' mean: by nothing. Days are ISO days, inclusive. */
export interface ArticleQuery {
  text?: string;
  speaker?: string;
  outlet?: string;
  /** A number as the reader types it: "300,000". */
  figure?: string;
  /** What separates the decimals where the reader lives; '.' when absent. */
  decimal?: '.' | ',';
  from?: string;
  to?: string;
  /** Only articles with a statement of this stance on another article's. */
  stance?: 'corroborates' | 'conflicts';
  tag?: string;
}

/** One line of the library's list. `hit` is the statement that fits best, with the spans that fit. */
export interface ArticleRow extends ArticleSummary {
  tags: string[];
  note: string;
  hit: { text: string; spans: Span[] } | null;
}

export interface StoredArticle {
  article: Article;
  statements: StoredStatement[];
  /** What other stored articles say of its statements; claims in reading order. */
  annotations: Annotation[];
  label: Label | null;
  corrections: Correction[];
}

/** One line of the list of matters. */
export interface MatterRow {
  /** Content-addressed: of its statements. */
  id: string;
  /** The statement that most others are linked with. */
  title: string;
  statements: number;
  articles: number;
  /** Pairs that differ. */
  conflicts: number;
}

/** Statements of several articles that speak of one thing. */
export interface Matter extends MatterRow {
  said: { statement: StoredStatement; source: Source }[];
  links: Link[];
  /** By what is counted and in which unit: every value given, by report day. */
  ledger: Ledger[];
  /** Statements by speaker or party, most first; "unattributed" as null. */
  speakers: { speaker: string | null; statements: string[] }[];
}

/** Every value given for one measure. */
export interface Ledger {
  unit: string;
  /** What is counted, in words, or ''. */
  of: string;
  entries: LedgerEntry[];
}

export interface LedgerEntry {
  statement: string;
  min: number | null;
  max: number | null;
  approximate: boolean;
  speaker: string | null;
  outlet: string | null;
  /** ISO day that the figure is of: named, else reported; null when unknown. */
  day: string | null;
}

/** What independent articles carry and a page lacks: one thing, in the words of each. */
export interface LeftOut {
  statements: { statement: StoredStatement; source: Source }[];
  /** Of how many origins they are. At least 2. */
  origins: number;
}

/** The forms of an export: the whole library as lossless JSON (exchange/library.ts), or what is for others. */
export type ExportFormat = 'library' | 'annotations' | 'markdown' | 'csv' | 'dossier' | 'claim-review';

/** What a text to be imported holds; only a library can take the place of the one here. */
export type ImportKind = 'library' | 'annotations' | 'claim-review';

export interface ImportPreview {
  /** New, the same as here, and here with another text, by kind of record. */
  articles: { added: number; same: number; differing: number };
  verdicts: { added: number; same: number; differing: number };
  corrections: { added: number; same: number; differing: number };
  labels: { added: number; same: number; differing: number };
}

/** What a page's script may ask: annotate its own page and open its evidence. Everything else is for our own pages. */
export interface PageCalls {
  /** The loader saw an article: please inject the reader into my tab. */
  reader: { ask: object; answer: object };
  annotate: EngineCalls['annotate'];
  /** Show a claim's whole evidence: panel, or where the browser refuses to open one, a tab. */
  evidence: { ask: { claim: number }; answer: object };
  /** How many claims the badge shows. */
  badge: { ask: { conflicts: number; claims: number }; answer: object };
  /** What the reader's settings mean for this page. */
  settings: { ask: object; answer: PageSettings };
  /** The reader clicked an underline: please put the card's script into my tab. */
  card: { ask: object; answer: object };
  /** What the reader says of a match, from the card. */
  judge: LibraryCalls['judge'];
}

/** What our own pages (popup, panel, welcome, settings) may ask of the switchboard. */
export interface SwitchboardCalls extends Omit<EngineCalls, 'annotate' | 'save'>, LibraryCalls {
  /** Injects the reader into a tab, now. Fails with 'no-access' or 'unreadable-page'. */
  read: { ask: { tab: number }; answer: object };
  /** Clips the tab's article and saves it. */
  save: { ask: { tab: number; operation: string }; answer: EngineCalls['save']['answer'] };
  /** Site access has changed: register the loader for what is granted now. */
  access: { ask: object; answer: object };
  /** The reader's settings. */
  settings: { ask: object; answer: Settings };
  /** Changes what is named of them; 'settings' is told to whoever listens, and open pages follow at once. */
  setSettings: { ask: { change: { density?: Density; hover?: boolean; marks?: boolean } }; answer: Settings };
  /** Sets the rule of a host, or with null takes it away. Access itself is the browser's, to be asked for or taken back beside. @throws Failure 'bad-message' */
  setSite: { ask: { host: string; rule: SiteRule | null }; answer: Settings };
  /** The reminder to back up is put off for a week. */
  backupLater: { ask: object; answer: Settings };
  /** What was selected when one of our menus was used; forgotten when the browser is closed. @throws Failure 'gone' */
  selection: { ask: { id: string }; answer: Selection };
  /** Compares a selection with the stored articles. @throws Failure 'gone' and as the engine */
  checkSelection: { ask: { id: string }; answer: Reading };
  /** Saves a selection as an article of its own, with a note. @throws Failure 'gone' and as the engine */
  saveSelection: { ask: { id: string; note: string; operation: string }; answer: EngineCalls['save']['answer'] };
}

/** A stretch of a page that the reader selected. The draft's address ends in a text directive: see selection-address.ts. */
export interface Selection {
  draft: Draft;
  /** False where it was so long that only its beginning was taken. */
  whole: boolean;
}

/** What the reader in a tab holds; nothing of a page that is merely read is stored anywhere else. */
export type PageState =
  | { state: 'reading'; url: string }
  | { state: 'engine-starting'; url: string }
  | { state: 'not-article'; url: string }
  | { state: 'not-english'; url: string; language: string | null }
  | { state: 'failed'; url: string; code: FailureCode; detail: string }
  /** `cut`: the page is so long that only its first part was read. */
  | { state: 'read'; url: string; title: string; cut: boolean; reading: Reading };

/** What a tab's reader answers to our own pages. `claim` is an index into `reading.annotations`. */
export interface ReaderCalls {
  state: { ask: object; answer: PageState };
  jump: { ask: { claim: number }; answer: object };
  step: { ask: { by: 1 | -1 }; answer: object };
  /** The page's annotations with the selectors of each claim, in the same order; for the export. */
  selectors: { ask: object; answer: { url: string; title: string; annotations: Annotation[]; selectors: Selectors[] } };
  /** The page's text as it was read. @throws Failure 'gone' while nothing was */
  draft: { ask: object; answer: Draft };
  /** The claim that the page has in sight: the one jumped to, else the topmost; null while none is. Asked twice a second at most. */
  inView: { ask: object; answer: { current: number | null } };
  /** The corpus has changed: ask again, and underline anew. */
  again: { ask: object; answer: object };
  /** Access was taken back for the match patterns `gone`: a page that they cover, and none of `left` does, is let go of. */
  withdrawn: { ask: { gone: string[]; left: string[] }; answer: object };
  /** The settings have changed: ask for them, and follow. */
  settings: { ask: object; answer: object };
}

/** Sent to whoever listens (popup, panel) when something they draw has changed. */
export interface News {
  page: { tab: number };
  corpus: object;
  /** How far the engine's work in the background is; null when it is done. */
  work: { work: Work | null };
  settings: object;
}

/** Every direction by the name of who is addressed. */
interface Directions {
  engine: EngineCalls;
  switchboard: SwitchboardCalls;
  page: PageCalls;
  reader: ReaderCalls;
}

type To = keyof Directions;
type Type<D extends To> = keyof Directions[D] & string;
export type Ask<D extends To, T extends Type<D>> = Directions[D][T] extends { ask: infer A } ? A : never;
export type Answer<D extends To, T extends Type<D>> = Directions[D][T] extends { answer: infer A } ? A : never;

/** Asks; the answer arrives typed. @throws Failure as the other side reports it, or 'gone' when nobody listens. */
export async function send<D extends To, T extends Type<D>>(to: D, type: T, ask: Ask<D, T>, tab?: number): Promise<Answer<D, T>> {
  const message = { to, type, ask };
  let reply: Reply | undefined;
  try {
    const { runtime, tabs } = here();
    reply = ((await (tab === undefined ? runtime.sendMessage(message) : tabs.sendMessage(tab, message, { frameId: 0 }))) ?? undefined) as Reply | undefined;
  } catch (error) {
    throw new Failure('gone', error instanceof Error ? error.message : String(error));
  }
  return unpack(reply);
}

/** The browser's interface. @throws Failure 'gone' where the extension was removed or reloaded under the page */
function here(): NonNullable<ReturnType<typeof native>> {
  const browser = native();
  if (!browser?.runtime) throw new Failure('gone', 'no extension here');
  return browser;
}

export type Handlers<D extends To> = {
  [T in Type<D>]: (ask: Ask<D, T>, sender: Runtime.MessageSender) => Promise<Answer<D, T>> | Answer<D, T>;
};

/**
 * Answers what is addressed to `to`, and nothing else. `accepts` decides by sender; what it refuses gets 'no-access'.
 * Returns the undo.
 */
export function handle<D extends To>(to: D, handlers: Handlers<D>, accepts: (sender: Runtime.MessageSender) => boolean): () => void {
  const { id, onMessage } = here().runtime;
  const listener: Listener = (message, sender, respond) => {
    if (!isRecord(message) || message['to'] !== to) return undefined;
    const answer = async (): Promise<Reply> => {
      try {
        if (sender.id !== id || !accepts(sender)) throw new Failure('no-access', `${to} does not take this from here`);
        const { type, ask } = message;
        if (typeof type !== 'string' || !Object.hasOwn(handlers, type) || !isRecord(ask)) throw new Failure('bad-message', `unknown message ${String(type)}`);
        const handler = handlers[type as Type<D>] as (ask: unknown, sender: Runtime.MessageSender) => unknown;
        const given = await handler(ask, sender);
        return { ok: true, answer: given === undefined ? {} : given };
      } catch (error) {
        return failed(error);
      }
    };
    void answer().then(respond);
    return true;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

/** True for our own pages (popup, panel, offscreen, tabs of ours) and the switchboard; false for scripts in web pages. */
export function fromOurPages(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(here().runtime.getURL('')) ?? sender.tab === undefined;
}

/** News goes to whoever is there to hear it; nobody listening is fine. */
export function tell<N extends keyof News>(news: N, about: News[N]): void {
  void here().runtime.sendMessage({ to: 'listeners', news, about }).catch(() => undefined);
}

/** Hears news of one kind. Returns the undo. */
export function hear<N extends keyof News>(news: N, heard: (about: News[N]) => void): () => void {
  const { onMessage } = here().runtime;
  const listener: Listener = (message, sender) => {
    if (isRecord(message) && message['to'] === 'listeners' && message['news'] === news && fromOurPages(sender)) heard(message['about'] as News[N]);
    return undefined;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}
