// What our own pages ask of the library, handed on to the engine with the fields that a question has and no others; the engine checks each.
// What changes the corpus is told to everybody who draws it. Knows no page's script: none may ask any of this but through index.ts.
import type { Ask, Answer, LibraryCalls } from '../../lib/messages';
import { askEngine } from './engine-client';
import { countBackup } from './settings';
import { changedBy } from './tabs';

type Call = keyof LibraryCalls;
type Handlers = { [T in Call]: (ask: Ask<'switchboard', T>) => Promise<Answer<'switchboard', T>> };

/** The fields of each question: one that is left out here does not compile. */
const FIELDS: { [T in Call]: Record<keyof LibraryCalls[T]['ask'], true> } = {
  verdicts: {},
  judge: { verdict: true, how: true, expects: true, operation: true },
  corrections: {},
  correct: { correction: true, how: true, expects: true, operation: true },
  label: { label: true, how: true, expects: true, operation: true },
  search: { query: true, offset: true, limit: true },
  article: { id: true },
  inbox: {},
  seen: { ids: true, seen: true, operation: true },
  restoreSeeds: { operation: true },
  purge: { what: true, operation: true },
  work: {},
  matters: { text: true, offset: true, limit: true },
  matter: { id: true, statements: true },
  leftOut: { draft: true },
  changes: { draft: true },
  exportPlan: { format: true, articles: true },
  exportPart: { format: true, at: true, articles: true },
  exportEnds: { format: true, at: true, articles: true, pieces: true, whole: true },
  importPart: { operation: true, part: true, text: true },
  importPreview: { operation: true, parts: true },
  importLibrary: { operation: true, parts: true, mode: true },
  importDrop: { operation: true },
  saveDrafts: { drafts: true, operation: true },
};

/** Those that change what is drawn elsewhere. */
const CHANGING: ReadonlySet<Call> = new Set(['judge', 'correct', 'label', 'seen', 'restoreSeeds', 'purge', 'importLibrary', 'saveDrafts']);

function handler<T extends Call>(type: T): Handlers[T] {
  const fields = Object.keys(FIELDS[type]) as (keyof Ask<'switchboard', T>)[];
  return ((ask: Ask<'switchboard', T>) => {
    const answer = askEngine(type, Object.fromEntries(fields.map((name) => [name, ask[name]])) as never) as Promise<Answer<'switchboard', T>>;
    return CHANGING.has(type) ? changedBy(type, answer) : answer;
  }) as Handlers[T];
}

/** The handlers, by message. */
export const libraryCalls: Handlers = {
  ...(Object.fromEntries((Object.keys(FIELDS) as Call[]).map((type) => [type, handler(type)])) as Handlers),
  exportEnds: async (ask) => {
    const ends = await handler('exportEnds')(ask);
    if (ask.format === 'library' && ask.whole) await countBackup();
    return ends;
  },
};
