// What can be said of the page that is looked at, as one union: what the session works out and PageStatus draws.
// Types only; knows no browser, no message.
import type { FailureCode } from '../lib/failure';
import type { Reading } from '../lib/model';

/** Why no extension may read a page, or this one cannot. */
export type Unreadable = 'store' | 'pdf' | 'browser' | 'source' | 'file' | 'extension' | 'own';

export type PageView =
  | { kind: 'waiting'; for: 'page' | 'reading' | 'engine' }
  | { kind: 'unreadable'; why: Unreadable }
  | { kind: 'no-access' }
  /** The reader has chosen that nothing of ours reads this site. */
  | { kind: 'left-alone' }
  | { kind: 'not-article' }
  | { kind: 'not-english'; language: string | null }
  | { kind: 'failed'; trouble: FailureCode; detail: string }
  | { kind: 'read'; url: string; title: string; cut: boolean; reading: Reading };

/** How stored statements are found: by meaning too, or by their words alone; null while the engine has not said. */
export type FoundBy = 'meaning' | 'words' | null;

/** Site access to the tab's host. `host` is null where the address is not known or has none. */
export interface SiteAccess {
  host: string | null;
  /** 'all' is granted for every site at once; 'fixed' comes with the build. Both can't be taken back here. */
  state: 'none' | 'granted' | 'all' | 'fixed';
}

/** How far saving has come. `statements` is how many were extracted. */
export type Saving =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'saved'; already: boolean; on: string; statements: number }
  | { state: 'failed'; trouble: FailureCode; detail: string };

export type Exporting = { state: 'idle' } | { state: 'busy' } | { state: 'done'; file: string } | { state: 'failed'; trouble: FailureCode; detail: string };

/** How far something more about the page has been found out; see Aside.tsx. */
export type AsideView<T> = { kind: 'idle' } | { kind: 'waiting' } | { kind: 'found'; found: T } | { kind: 'failed'; trouble: FailureCode; detail: string };
