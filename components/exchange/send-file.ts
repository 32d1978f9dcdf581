// A file's text on its way to the engine, part by part, and what the engine then answers of it. An engine that was started anew has lost what
// came before, and says so: those parts are sent again. Reaches the world through the port only.
import { Failure } from '../../lib/failure';
import type { ImportKind, ImportPreview, LibraryCalls } from '../../lib/messages';
import { partOf, partsIn } from './parts';

/** The engine's calls of the same names. @throws Failure */
export type ImportCalls = {
  [T in 'importPart' | 'importPreview' | 'importLibrary' | 'importDrop']: (ask: LibraryCalls[T]['ask']) => Promise<LibraryCalls[T]['answer']>;
};

/** The engine may be started anew so many times while a file is sent; more is no accident. */
const MOST_RESTARTS = 5;

/** One file that is being imported, under one operation id. */
export class FileImport {
  private restarts = 0;
  private readonly parts: number;

  constructor(
    private readonly calls: ImportCalls,
    private readonly file: File,
    private readonly operation: string,
    /** Hears how many of how many parts were sent; answers whether to go on. */
    private readonly step: (done: number, of: number) => boolean,
  ) {
    this.parts = partsIn(file.size);
  }

  /** What the file holds and would do; null when it was given up. @throws Failure */
  preview(): Promise<{ holds: ImportKind; counts: ImportPreview } | null> {
    return this.ask(() => this.calls.importPreview({ operation: this.operation, parts: this.parts }), 0);
  }

  /** Carries it out; null when it was given up before. @throws Failure */
  async commit(mode: 'merge' | 'replace'): Promise<ImportPreview | null> {
    const done = await this.ask(() => this.calls.importLibrary({ operation: this.operation, parts: this.parts, mode }), this.parts);
    return done && done.counts;
  }

  /** Lets the engine forget it. */
  async drop(): Promise<void> {
    await this.calls.importDrop({ operation: this.operation }).catch(() => undefined);
  }

  private async ask<T extends object>(last: () => Promise<T | { missing: number }>, from: number): Promise<T | null> {
    let next = from;
    for (;;) {
      while (next < this.parts) {
        if (!this.step(next, this.parts)) return null;
        const { next: now } = await this.calls.importPart({ operation: this.operation, part: next, text: await partOf(this.file, next) });
        if (now <= next && ++this.restarts > MOST_RESTARTS) throw new Failure('gone', 'the engine did not take the file');
        next = now;
      }
      if (!this.step(next, this.parts)) return null;
      const answer = await last();
      if (!('missing' in answer)) return answer;
      if (++this.restarts > MOST_RESTARTS) throw new Failure('gone', 'the engine lost the file');
      next = answer.missing;
    }
  }
}
