// An engine over a real IndexedDB implementation, opened for tests of the library. A corpus's opening in, the engine out; knows no question.
import { createEngine } from '../lib/engine';
import type { Engine } from '../lib/engine';
import type { Corpus } from '../lib/corpus/corpus';
import type { Work } from '../lib/messages';
import type { Draft } from '../lib/model';
import { freshName, open } from './corpus/fixtures';

let operations = 0;
/** A fresh operation id. */
export const op = (): string => `operation-${++operations}`;

/** An engine with its corpus, the database's name, and what was told of work in the background. */
export interface Opened {
  engine: Engine;
  corpus: Corpus;
  name: string;
  told: (Work | null)[];
}

/** Opens one whose encoder is missing, and whose clock goes on by a second at each look. */
export async function start(opening: Parameters<typeof open>[0] = {}): Promise<Opened> {
  const name = opening.name ?? freshName();
  let clock = Date.UTC(2023, 2, 8);
  const now = (): number => (clock += 1_000);
  const corpus = await open({ now, ...opening, name });
  const told: (Work | null)[] = [];
  corpus.keepComparing((work) => told.push(work));
  return { engine: createEngine(corpus, now, 'missing'), corpus, name, told };
}

/** Saves an article; returns its id. */
export const save = async (engine: Engine, what: Draft): Promise<string> => (await engine.save({ draft: what, operation: op() })).article.id;
/** Where another article stands than the fixtures'. */
export const OTHER = 'https://other.example/fire';
