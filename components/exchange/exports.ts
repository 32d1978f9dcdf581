// Exporting, as the section draws it: one export at a time, how far it is and its outcome as a signal. Reaches the world through the port only.
import { signal } from '@preact/signals';
import { Failure } from '../../lib/failure';
import type { FailureCode } from '../../lib/failure';
import type { ExportFormat } from '../../lib/messages';
import { collect } from './collect';
import type { ExportCalls } from './collect';

export type { ExportFormat } from '../../lib/messages';

/** What exporting needs of the world. */
export interface ExportPort extends ExportCalls {
  /** Hands a file to the reader. */
  download(name: string, content: Blob, type: string): void;
}

/** What is drawn of an export; `done` of `of` articles are written, of none while it is not known how many there are. */
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'busy'; done: number; of: number }
  | { kind: 'done'; file: string }
  | { kind: 'stopped' }
  | { kind: 'failed'; trouble: FailureCode; detail: string };

/** The exports of one page, one after another. */
export class Exports {
  readonly state = signal<ExportState>({ kind: 'idle' });
  /** Counts up when an export is given up: what it still brings is nobody's. */
  private turn = 0;

  constructor(private readonly port: ExportPort) {}

  /** Exports and hands the file over; does nothing while another is under way. */
  async run(format: ExportFormat, articles: string[] | null): Promise<void> {
    if (this.state.value.kind === 'busy') return;
    const turn = ++this.turn;
    this.state.value = { kind: 'busy', done: 0, of: 0 };
    try {
      const file = await collect(this.port, format, articles, (done, of) => {
        if (turn === this.turn) this.state.value = { kind: 'busy', done, of };
        return turn === this.turn;
      });
      if (turn !== this.turn || !file) return;
      this.port.download(file.name, file.content, file.type);
      this.state.value = { kind: 'done', file: file.name };
    } catch (error) {
      if (turn === this.turn) this.state.value = { kind: 'failed', ...troubleOf(error) };
    }
  }

  /** Gives up the export under way; nothing has been written anywhere. */
  cancel(): void {
    if (this.state.value.kind !== 'busy') return;
    this.turn++;
    this.state.value = { kind: 'stopped' };
  }
}

/** What was thrown, as it is shown. */
export function troubleOf(error: unknown): { trouble: FailureCode; detail: string } {
  if (error instanceof Failure) return { trouble: error.code, detail: error.message === error.code ? '' : error.message };
  return { trouble: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
