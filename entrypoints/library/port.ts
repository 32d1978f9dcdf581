// What the library's logic needs of the world, as one interface: fulfilled with the browser's API in browser-port.ts, and with plain
// objects in the tests. Types only.
import type { LibraryCalls } from '../../lib/messages';

export type LibraryAsk<T extends keyof LibraryCalls> = LibraryCalls[T]['ask'];
export type LibraryAnswer<T extends keyof LibraryCalls> = LibraryCalls[T]['answer'];

export interface LibraryPort {
  /** Asks the engine. @throws Failure */
  ask<T extends keyof LibraryCalls>(type: T, ask: LibraryAsk<T>): Promise<LibraryAnswer<T>>;
  remove(id: string, operation: string): Promise<void>;
  restore(id: string, operation: string): Promise<void>;
  /** Hands a file to the reader; `type` is its media type. */
  download(name: string, type: string, text: string | Blob): void;
  /** A new operation id. */
  operation(): string;
  hearCorpus(heard: () => void): () => void;
}
