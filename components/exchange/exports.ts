// Exporting, as the section draws it: one export at a time, its outcome as a signal. Reaches the world through the port only.
import { signal } from '@preact/signals';
import { Failure } from '../../lib/failure';
import type { FailureCode } from '../../lib/failure';

/** The forms of an export, as in messages.ts. */
export type ExportFormat = 'library' | 'annotations' | 'markdown' | 'csv' | 'dossier' | 'claim-review';

/** What exporting needs of the world. */
export interface ExportPort {
  /** The text of an export: of some articles by id, or with null of all. @throws Failure */
  exportAs(format: ExportFormat, articles: string[] | null): Promise<{ name: string; type: string; text: string }>;
  /** Hands a file to the reader. */
  download(name: string, text: string, type: string): void;
}

/** What is drawn of an export. */
export type ExportState = { kind: 'idle' } | { kind: 'busy' } | { kind: 'done'; file: string } | { kind: 'failed'; trouble: FailureCode; detail: string };

/** The exports of one page, one after another. */
export class Exports {
  readonly state = signal<ExportState>({ kind: 'idle' });

  constructor(private readonly port: ExportPort) {}

  /** Exports and hands the file over; does nothing while another is under way. */
  async run(format: ExportFormat, articles: string[] | null): Promise<void> {
    if (this.state.value.kind === 'busy') return;
    this.state.value = { kind: 'busy' };
    try {
      const { name, type, text } = await this.port.exportAs(format, articles);
      this.port.download(name, text, type);
      this.state.value = { kind: 'done', file: name };
    } catch (error) {
      this.state.value = { kind: 'failed', ...troubleOf(error) };
    }
  }
}

/** What was thrown, as it is shown. */
export function troubleOf(error: unknown): { trouble: FailureCode; detail: string } {
  if (error instanceof Failure) return { trouble: error.code, detail: error.message === error.code ? '' : error.message };
  return { trouble: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
