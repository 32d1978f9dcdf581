// `annotate`: files in, one JSON line per annotation out. Takes its output as functions, so that a test can listen; knows no process.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotate } from '../../lib/annotate';
import { annotationOf, CONTEXT, type WebAnnotation } from '../../lib/exchange/web-annotation';
import type { CorpusIndex } from '../../lib/match/finding/corpus-index';
import { articlesIn, corpusOf, seedArticles } from './corpora';
import { isReadableName, textOfFile } from './files';

export const USAGE = 'Usage: npm run -s annotate -- FILE… [--date ISO] [--corpus FILE.json]   (FILE: .html or .txt)';

export interface Output {
  /** A line of results. */
  out: (line: string) => void;
  /** Anything else. */
  err: (line: string) => void;
}

/** Runs the command; the exit code: 0, 1 when a file could not be read (after doing the others), 2 for bad arguments. */
export async function annotateFiles(args: string[], { out, err }: Output): Promise<0 | 1 | 2> {
  let options;
  try {
    options = optionsIn(args);
  } catch (error) {
    err(`${messageOf(error)}\n${USAGE}`);
    return 2;
  }
  const corpus = await corpusOf(options.articles);
  let code: 0 | 1 = 0;
  for (const file of options.files) {
    try {
      for (const line of await linesOf(file, options.date, corpus, err)) out(line);
    } catch (error) {
      err(`${file}: ${messageOf(error)}`);
      code = 1;
    }
  }
  return code;
}

function optionsIn(args: string[]) {
  const { values, positionals: files } = parseArgs({ args, options: { date: { type: 'string' }, corpus: { type: 'string' } }, allowPositionals: true });
  if (files.length === 0) throw new Error('no FILE given');
  const odd = files.find((file) => !isReadableName(file));
  if (odd !== undefined) throw new Error(`${odd}: neither .html nor .txt`);
  const { date = null, corpus } = values;
  if (date !== null && (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(date) || Number.isNaN(Date.parse(date)))) throw new Error(`--date: ${date} is no ISO date`);
  return { files, date, articles: corpus === undefined ? seedArticles() : given(corpus) };
}

function given(path: string) {
  try {
    return articlesIn(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`--corpus ${path}: ${messageOf(error)}`, { cause: error });
  }
}

async function linesOf(file: string, date: string | null, corpus: CorpusIndex, err: Output['err']): Promise<string[]> {
  const { draft, selectors } = textOfFile(file, date);
  const reading = await annotate(draft, corpus, null);
  if (reading.state === 'not-english') err(`${file}: not in English, left alone`);
  const now = new Date().toISOString();
  return reading.annotations.map((annotation) => {
    const { block, span } = annotation.claim;
    return JSON.stringify(asLine(annotationOf(draft, annotation, selectors(block, span), now), file));
  });
}

const [w3c, { article, ...terms }] = CONTEXT as readonly [string, Record<string, string>];
const LINE_CONTEXT = [w3c, { ...terms, source: article, page: `${(article ?? '').replace(/[^#]*$/, '')}page` }];

/** The design's table names the stored article `source`, which the export may not (see CONTEXT): a line is that annotation with its own context. */
function asLine(annotation: WebAnnotation, page: string): object {
  const body = annotation.body.map(({ article: source, ...rest }) => ({ ...rest, source }));
  return { '@context': LINE_CONTEXT, ...annotation, body, page };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
