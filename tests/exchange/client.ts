// An engine asked for exports and imports as a page of ours asks it: the same clients, without messages between.
import { collect } from '../../components/exchange/collect';
import { FileImport } from '../../components/exchange/send-file';
import type { Engine } from '../../lib/engine';
import type { ExportFormat, ImportPreview } from '../../lib/messages';

/** The engine's calls as a port has them. */
export function callsOf(engine: Engine) {
  const call = <T extends keyof Engine>(type: T) => (ask: object) => engine[type](ask as Record<string, unknown>) as ReturnType<Engine[T]>;
  return {
    exportPlan: call('exportPlan'), exportPart: call('exportPart'), exportEnds: call('exportEnds'),
    importPart: call('importPart'), importPreview: call('importPreview'), importLibrary: call('importLibrary'), importDrop: call('importDrop'),
  };
}

/** An export as it is handed to the reader. */
export async function exported(engine: Engine, format: ExportFormat, articles: string[] | null = null): Promise<{ name: string; type: string; text: string }> {
  const file = (await collect(callsOf(engine), format, articles, () => true))!;
  return { name: file.name, type: file.type, text: await file.content.text() };
}

/** An import that sends this text as a file. */
export function importing(engine: Engine, text: string, operation: string): FileImport {
  return new FileImport(callsOf(engine), new File([text], 'library.json'), operation, () => true);
}

/** What an import of this text does. */
export async function imported(engine: Engine, text: string, mode: 'merge' | 'replace', operation: string): Promise<ImportPreview> {
  const sent = importing(engine, text, operation);
  await sent.preview();
  return (await sent.commit(mode))!;
}
