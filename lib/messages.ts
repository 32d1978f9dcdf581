// The whole protocol in one file: who may say what to whom, and what comes back. Every message is an envelope
// { to, type, … }; a listener answers only what is addressed to it. Knows no DOM, no database.
//
//   popup, panel, welcome, settings ──▶ switchboard ──▶ engine
//   loader, reader        ──▶ switchboard ──▶ engine
//   popup, panel, switchboard ──▶ reader (in a tab)
import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { Failure, failed, isRecord, unpack } from './failure';
import type { FailureCode, Reply } from './failure';
import type { Annotation, ArticleSummary, Draft, Reading, Selectors } from './model';

// Kept apart so that they can be used where there is no browser API (the Worker, the command line, the tests).
export { Failure, failed, isRecord, unpack } from './failure';
export type { FailureCode, Reply } from './failure';

/** Whether statements are found by meaning too, or why by words alone: no WebAssembly SIMD, files not there, files cut off or altered. */
export type EncoderState = 'ready' | 'no-simd' | 'missing' | 'damaged';

/** What the engine does. Reached through the switchboard only. */
export interface EngineCalls {
  annotate: { ask: { draft: Draft }; answer: Reading };
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
  /** Annotations of all stored articles, as one W3C AnnotationCollection in JSON text. */
  exportAll: { ask: object; answer: { json: string } };
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
}

/** What our own pages (popup, panel, welcome, settings) may ask of the switchboard. */
export interface SwitchboardCalls extends Omit<EngineCalls, 'annotate' | 'save'> {
  /** Injects the reader into a tab, now. Fails with 'no-access' or 'unreadable-page'. */
  read: { ask: { tab: number }; answer: object };
  /** Clips the tab's article and saves it. */
  save: { ask: { tab: number; operation: string }; answer: EngineCalls['save']['answer'] };
  /** Site access has changed: register the loader for what is granted now. */
  access: { ask: object; answer: object };
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
  /** The corpus has changed: ask again, and underline anew. */
  again: { ask: object; answer: object };
  /** Access was taken back for the match patterns `gone`: a page that they cover, and none of `left` does, is let go of. */
  withdrawn: { ask: { gone: string[]; left: string[] }; answer: object };
}

/** Sent to whoever listens (popup, panel) when something they draw has changed. */
export interface News {
  page: { tab: number };
  corpus: object;
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
    reply = (await (tab === undefined ? browser.runtime.sendMessage(message) : browser.tabs.sendMessage(tab, message, { frameId: 0 }))) as Reply | undefined;
  } catch (error) {
    throw new Failure('gone', error instanceof Error ? error.message : String(error));
  }
  return unpack(reply);
}

export type Handlers<D extends To> = {
  [T in Type<D>]: (ask: Ask<D, T>, sender: Runtime.MessageSender) => Promise<Answer<D, T>> | Answer<D, T>;
};

/**
 * Answers what is addressed to `to`, and nothing else. `accepts` decides by sender; what it refuses gets 'no-access'.
 * Returns the undo.
 */
export function handle<D extends To>(to: D, handlers: Handlers<D>, accepts: (sender: Runtime.MessageSender) => boolean): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined => {
    if (!isRecord(message) || message['to'] !== to) return undefined;
    return (async (): Promise<Reply> => {
      try {
        if (sender.id !== browser.runtime.id || !accepts(sender)) throw new Failure('no-access', `${to} does not take this from here`);
        const { type, ask } = message;
        if (typeof type !== 'string' || !Object.hasOwn(handlers, type) || !isRecord(ask)) throw new Failure('bad-message', `unknown message ${String(type)}`);
        const handler = handlers[type as Type<D>] as (ask: unknown, sender: Runtime.MessageSender) => unknown;
        const answer = await handler(ask, sender);
        return { ok: true, answer: answer === undefined ? {} : answer };
      } catch (error) {
        return failed(error);
      }
    })();
  };
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  return () => browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}

/** True for our own pages (popup, panel, offscreen, tabs of ours) and the switchboard; false for scripts in web pages. */
export function fromOurPages(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('')) ?? sender.tab === undefined;
}

/** News goes to whoever is there to hear it; nobody listening is fine. */
export function tell<N extends keyof News>(news: N, about: News[N]): void {
  void browser.runtime.sendMessage({ to: 'listeners', news, about }).catch(() => undefined);
}

/** Hears news of one kind. Returns the undo. */
export function hear<N extends keyof News>(news: N, heard: (about: News[N]) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (isRecord(message) && message['to'] === 'listeners' && message['news'] === news && fromOurPages(sender)) heard(message['about'] as News[N]);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
