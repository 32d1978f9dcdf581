// Importing, as the section draws it: files in, states as a signal. One JSON file is previewed and then imported as a whole; saved
// pages are read and stored one after another, and can be stopped between two. Reaches the world through the port only.
import { signal } from '@preact/signals';
import type { FailureCode } from '../../lib/failure';
import type { ImportKind, ImportPreview } from '../../lib/messages';
import type { Draft } from '../../lib/model';
import { troubleOf } from './exports';
import { FileImport } from './send-file';
import type { ImportCalls } from './send-file';

export type { ImportKind } from '../../lib/messages';

/** Largest JSON file, in bytes. The engine keeps a library's text in memory until it is carried out; what is no library it reads up to 50 million characters of. */
export const LARGEST_IMPORT = 250_000_000;
/** Drafts stored by one message at most, and the characters from which no more are added to it. */
const BATCH = 10;
const BATCH_TEXT = 2_000_000;

/** What an import does, by kind of record. */
export type Preview = ImportPreview;
export type ImportMode = 'merge' | 'replace';

/** Why a file of many was not taken: by itself, or as the engine said. */
export type FileTrouble = 'not-html' | 'too-large' | 'no-article' | 'unreadable' | 'json-alone' | FailureCode;

/** A file that was not taken. */
export interface FailedFile {
  name: string;
  why: FileTrouble;
}

/** What importing needs of the world. */
export interface ImportPort extends ImportCalls {
  /** By name and type, without reading it. */
  isHtml(file: { name: string; type: string }): boolean;
  /** Largest saved page that is read, in bytes. */
  readonly largestSaved: number;
  readSaved(file: { name: string; type: string; bytes: Uint8Array }): { draft: Draft } | { refused: 'not-html' | 'too-large' | 'no-article' };
  saveDrafts(drafts: Draft[], operation: string): Promise<{ saved: number; already: number; failed: { at: number; code: FailureCode }[] }>;
  /** A new operation id. */
  operation(): string;
}

/** How far the saved pages of a drop are. */
export interface Progress {
  done: number;
  of: number;
  saved: number;
  already: number;
  failed: FailedFile[];
}

/** What is drawn of an import. */
export type ImportState =
  | { kind: 'idle' }
  /** `done` of `of` parts of the file have been looked at. */
  | { kind: 'checking'; name: string; done: number; of: number }
  | { kind: 'refused'; name: string; bytes: number }
  | { kind: 'preview'; name: string; holds: ImportKind; counts: Preview }
  | { kind: 'importing'; name: string }
  | { kind: 'imported'; name: string; mode: ImportMode; counts: Preview }
  | { kind: 'failed'; name: string; trouble: FailureCode; detail: string }
  | { kind: 'saving'; progress: Progress }
  | { kind: 'saved'; progress: Progress; cancelled: boolean };

/** The imports of one page, one after another. */
export class Imports {
  readonly state = signal<ImportState>({ kind: 'idle' });
  /** Counts up when what is under way is given up: its outcome is then nobody's. */
  private turn = 0;
  /** The file that is checked, previewed or imported. */
  private sent: FileImport | null = null;

  constructor(private readonly port: ImportPort) {}

  /** True while nothing can be started. */
  get busy(): boolean {
    return ['checking', 'importing', 'saving'].includes(this.state.value.kind);
  }

  /**
   * Takes files: one JSON file to be previewed, or saved pages to be stored. Nothing is begun while something is under way. `unreadable` names
   * what came with them and could not be opened.
   */
  async take(files: File[], unreadable: string[] = []): Promise<void> {
    const [first] = files;
    if (this.busy || (!first && unreadable.length === 0)) return;
    if (first && files.length === 1 && unreadable.length === 0 && !this.port.isHtml(first) && !/^(?:image|video|audio|font)\//.test(first.type)) return this.check(first);
    return this.save(files, unreadable.map((name) => ({ name, why: 'unreadable' })));
  }

  private fail(name: string, error: unknown): void {
    this.state.value = { kind: 'failed', name, ...troubleOf(error) };
  }

  /** Carries out what was previewed. */
  async confirm(mode: ImportMode): Promise<void> {
    const before = this.state.value;
    if (before.kind !== 'preview') return;
    this.state.value = { kind: 'importing', name: before.name };
    try {
      const counts = await this.sent!.commit(mode);
      if (counts) this.state.value = { kind: 'imported', name: before.name, mode, counts };
    } catch (error) {
      this.fail(before.name, error);
      void this.sent?.drop();
    }
    this.sent = null;
  }

  /** Gives up what is checked or previewed; of saved pages, those not yet stored. What is being written is not torn up. */
  cancel(): void {
    const now = this.state.value;
    if (now.kind === 'importing') return;
    this.turn++;
    void this.sent?.drop();
    this.sent = null;
    this.state.value = now.kind === 'saving' ? { kind: 'saved', progress: now.progress, cancelled: true } : { kind: 'idle' };
  }

  private async check(file: File): Promise<void> {
    if (file.size > LARGEST_IMPORT) {
      this.state.value = { kind: 'refused', name: file.name, bytes: file.size };
      return;
    }
    const turn = ++this.turn;
    const step = (done: number, of: number): boolean => {
      if (turn === this.turn && this.state.value.kind !== 'importing') this.state.value = { kind: 'checking', name: file.name, done, of };
      return turn === this.turn;
    };
    const sent = (this.sent = new FileImport(this.port, file, this.port.operation(), step));
    step(0, 0);
    try {
      const found = await sent.preview();
      if (turn === this.turn && found) this.state.value = { kind: 'preview', name: file.name, ...found };
    } catch (error) {
      if (turn === this.turn) this.fail(file.name, error);
    }
    // What was sent while it was being given up, and what has failed.
    if (turn !== this.turn || this.state.value.kind === 'failed') await sent.drop();
  }

  private async save(files: File[], failed: FailedFile[]): Promise<void> {
    const turn = ++this.turn;
    let progress: Progress = { done: failed.length, of: failed.length + files.length, saved: 0, already: 0, failed };
    const show = (more: Partial<Progress>): void => {
      progress = { ...progress, ...more };
      const now = this.state.value;
      if (turn === this.turn) this.state.value = { kind: 'saving', progress };
      // Stopped while a batch was on its way: it was stored all the same, and is counted.
      else if (now.kind === 'saved' && now.cancelled) this.state.value = { ...now, progress };
    };
    show({});
    let batch: { name: string; draft: Draft }[] = [];
    const store = async (): Promise<void> => {
      const sent = batch;
      batch = [];
      if (sent.length === 0) return;
      try {
        const { saved, already, failed } = await this.port.saveDrafts(sent.map(({ draft }) => draft), this.port.operation());
        const why = failed.map(({ at, code }): FailedFile => ({ name: sent[at]?.name ?? '', why: code }));
        show({ done: progress.done + sent.length, saved: progress.saved + saved, already: progress.already + already, failed: [...progress.failed, ...why] });
      } catch (error) {
        const { trouble } = troubleOf(error);
        show({ done: progress.done + sent.length, failed: [...progress.failed, ...sent.map(({ name }): FailedFile => ({ name, why: trouble }))] });
      }
    };
    for (const file of files) {
      const read = await this.read(file);
      if (turn !== this.turn) return;
      if ('why' in read) show({ done: progress.done + 1, failed: [...progress.failed, read] });
      else batch.push(read);
      if (batch.length >= BATCH || batch.reduce((sum, { draft }) => sum + sizeOf(draft), 0) >= BATCH_TEXT) await store();
      if (turn !== this.turn) return;
    }
    await store();
    if (turn === this.turn) this.state.value = { kind: 'saved', progress, cancelled: false };
  }

  private async read(file: File): Promise<{ name: string; draft: Draft } | FailedFile> {
    const name = file.webkitRelativePath || file.name;
    if (!this.port.isHtml(file)) return { name, why: /\.json(?:ld)?$/i.test(name) ? 'json-alone' : 'not-html' };
    if (file.size > this.port.largestSaved) return { name, why: 'too-large' };
    try {
      const read = this.port.readSaved({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
      return 'draft' in read ? { name, draft: read.draft } : { name, why: read.refused };
    } catch {
      return { name, why: 'unreadable' };
    }
  }
}

function sizeOf(draft: Draft): number {
  return draft.blocks.reduce((sum, { text }) => sum + text.length, 0);
}
