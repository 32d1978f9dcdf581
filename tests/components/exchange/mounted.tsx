// Export and import drawn over a made-up library that says what was asked of it, and fails, waits and loses things as told.
import { render } from 'preact';
import { expect, vi } from 'vitest';
import '../../../components/tokens.css';
import '../../../components/base.css';
import '../../../components/exchange/exchange.css';
import { Exports } from '../../../components/exchange/exports';
import type { ExportFormat, ExportPort } from '../../../components/exchange/exports';
import { ExportSection } from '../../../components/exchange/ExportSection';
import { Imports } from '../../../components/exchange/imports';
import type { ImportKind, ImportMode, ImportPort, Preview } from '../../../components/exchange/imports';
import { ImportSection } from '../../../components/exchange/ImportSection';
import type { Failure } from '../../../lib/failure';
import type { Draft } from '../../../lib/model';

const none = { added: 0, same: 0, differing: 0 };
const COUNTS: Preview = { articles: { added: 1_200, same: 3, differing: 2 }, verdicts: none, corrections: none, labels: { ...none, differing: 1 } };
const DRAFT: Draft = { url: null, title: '', outlet: null, author: null, published: null, language: null, blocks: [{ kind: 'paragraph', text: 'Text.' }] };

/** A made-up library behind the sections: says what was asked, fails as told. */
export class FakePort implements ImportPort, ExportPort {
  done: string[] = [];
  failing: Failure | null = null;
  holds: ImportKind = 'library';
  gate: Promise<void> = Promise.resolve();
  partGate: Promise<void> = Promise.resolve();
  articles = ['a', 'b', 'c'];
  file: Blob | null = null;
  /** Answers of an engine that was started anew. */
  lost: { missing: number }[] = [];
  readonly largestSaved = 1_000;
  async exportPlan({ format, articles }: { format: ExportFormat; articles: string[] | null }) {
    this.done.push(`export ${format} ${articles?.join() ?? 'all'}`);
    await this.gate;
    if (this.failing) throw this.failing;
    return { name: 'library.json', type: 'application/json', at: '2026-11-22T10:00:00.000Z', between: ',', articles: this.articles };
  }
  async exportPart({ articles }: { articles: string[] }) {
    const some = articles.slice(0, 2);
    await this.partGate;
    return { text: some.join(), pieces: some.length, written: some, done: some.length };
  }
  async exportEnds({ pieces }: { pieces: number }) {
    return { head: `{${pieces}:`, tail: '}' };
  }
  download(name: string, content: Blob, type: string): void {
    this.file = content;
    this.done.push(`download ${name} ${type}`);
  }
  async importPart({ part, text }: { part: number; text: string }) {
    if (this.failing) throw this.failing;
    await this.partGate;
    this.done.push(`part ${part} ${text.length < 50 ? text : text.length}`);
    return { next: part + 1 };
  }
  async importPreview(): Promise<{ holds: ImportKind; counts: Preview } | { missing: number }> {
    this.done.push('preview');
    await this.gate;
    return { holds: this.holds, counts: COUNTS };
  }
  async importLibrary({ mode }: { mode: ImportMode }): Promise<{ counts: Preview } | { missing: number }> {
    this.done.push(`import ${mode}`);
    await this.gate;
    return this.lost.shift() ?? { counts: COUNTS };
  }
  async importDrop() {
    this.done.push('drop');
    return {};
  }
  isHtml({ type }: { type: string }): boolean {
    return type === 'text/html';
  }
  readSaved({ bytes }: { bytes: Uint8Array }) {
    const title = new TextDecoder().decode(bytes);
    return title === 'no article' ? { refused: 'no-article' as const } : { draft: { ...DRAFT, title } };
  }
  async saveDrafts(drafts: Draft[]) {
    this.done.push(`save ${drafts.map(({ title }) => title).join()}`);
    await this.gate;
    const failed = drafts.flatMap(({ title }, at) => (title === 'deutsch' ? [{ at, code: 'not-english' as const }] : []));
    const already = drafts.filter(({ title }) => title === 'again').length;
    return { saved: drafts.length - already - failed.length, already, failed };
  }
  operation = () => 'operation';
}

/** The sections in a page, with what a reader finds in them. */
export class Mounted {
  readonly port = new FakePort();
  readonly imports = new Imports(this.port);
  readonly app = document.body.appendChild(document.createElement('main'));

  drawExport(selected: string[]): void {
    render(<ExportSection exports={new Exports(this.port)} selected={selected} />, this.app);
  }

  drawImport(): void {
    render(<ImportSection imports={this.imports} />, this.app);
  }

  close(): void {
    render(null, this.app);
    this.app.remove();
  }

  button(name: string): HTMLButtonElement | undefined {
    return [...this.app.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  }

  async says(words: RegExp | string): Promise<void> {
    await vi.waitFor(() => expect(this.app.textContent).toMatch(words));
  }

  drop(...files: File[]): void {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    this.app.querySelector('section')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }

  /** Holds answers back until told. */
  held(): () => void {
    let release = (): void => undefined;
    this.port.gate = new Promise((resolve) => (release = resolve));
    return release;
  }
}

/** A saved page. */
export const html = (name: string, text: string): File => new File([text], name, { type: 'text/html' });
/** A library's file. */
export const json = (text = '{}'): File => new File([text], 'library.json', { type: 'application/json' });
