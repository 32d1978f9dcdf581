// An export, asked for piece by piece until it is whole: what is wanted goes in, a file as a blob comes out. Only the part under way is held
// as text; parts that have come are the browser's to keep. Reaches the world through the port only.
import type { ExportFormat, LibraryCalls } from '../../lib/messages';

/** What an export is made of: the engine's calls of the same names. @throws Failure */
export type ExportCalls = {
  [T in 'exportPlan' | 'exportPart' | 'exportEnds']: (ask: LibraryCalls[T]['ask']) => Promise<LibraryCalls[T]['answer']>;
};

/** A file as it is handed to the reader. */
export interface CollectedFile {
  name: string;
  type: string;
  content: Blob;
}

/** Articles asked for at once; the engine answers fewer when they are long or take long. */
const LOT = 200;

/**
 * Collects an export of some articles, or with null of all. `step` hears how many of how many articles are written, and answers whether to
 * go on; null when it did not. @throws Failure
 */
export async function collect(calls: ExportCalls, format: ExportFormat, articles: string[] | null, step: (done: number, of: number) => boolean): Promise<CollectedFile | null> {
  const plan = await calls.exportPlan({ format, articles });
  const { at, between } = plan;
  const of = plan.articles.length;
  const parts: Blob[] = [];
  const written: string[] = [];
  let pieces = 0;
  for (let done = 0; done < of; ) {
    if (!step(done, of)) return null;
    const part = await calls.exportPart({ format, at, articles: plan.articles.slice(done, done + LOT) });
    if (part.pieces > 0) parts.push(new Blob([parts.length > 0 ? between : '', part.text]));
    written.push(...part.written);
    pieces += part.pieces;
    done += part.done;
  }
  if (!step(of, of)) return null;
  const { head, tail } = await calls.exportEnds({ format, at, articles: written, pieces, whole: articles === null });
  if (!step(of, of)) return null;
  return { name: plan.name, type: plan.type, content: new Blob([head, ...parts, tail], { type: plan.type }) };
}
