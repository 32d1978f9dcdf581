// What our own pages ask of the library, handed on to the engine field by field; the engine checks each. What changes the corpus
// is told to everybody who draws it. Knows no page's script: none may ask any of this but through index.ts.
import type { Ask, Answer, LibraryCalls } from '../../lib/messages';
import { askEngine } from './engine-client';
import { countBackup } from './settings';
import { changedBy } from './tabs';

/** The handlers, by message. */
export const libraryCalls: { [T in keyof LibraryCalls]: (ask: Ask<'switchboard', T>) => Promise<Answer<'switchboard', T>> } = {
  verdicts: () => askEngine('verdicts', {}),
  judge: ({ verdict, how, expects, operation }) => changedBy('judge', askEngine('judge', { verdict, how, expects, operation })),
  corrections: () => askEngine('corrections', {}),
  correct: ({ correction, how, expects, operation }) => changedBy('correct', askEngine('correct', { correction, how, expects, operation })),
  label: ({ label, how, expects, operation }) => changedBy('label', askEngine('label', { label, how, expects, operation })),
  search: ({ query, offset, limit }) => askEngine('search', { query, offset, limit }),
  article: ({ id }) => askEngine('article', { id }),
  inbox: () => askEngine('inbox', {}),
  seen: ({ ids, seen, operation }) => changedBy('seen', askEngine('seen', { ids, seen, operation })),
  restoreSeeds: ({ operation }) => changedBy('restoreSeeds', askEngine('restoreSeeds', { operation })),
  purge: ({ what, operation }) => changedBy('purge', askEngine('purge', { what, operation })),
  work: () => askEngine('work', {}),
  matters: ({ text, offset, limit }) => askEngine('matters', { text, offset, limit }),
  matter: ({ id }) => askEngine('matter', { id }),
  leftOut: ({ draft }) => askEngine('leftOut', { draft }),
  changes: ({ draft }) => askEngine('changes', { draft }),
  exportPlan: ({ format, articles }) => askEngine('exportPlan', { format, articles }),
  exportPart: ({ format, at, articles }) => askEngine('exportPart', { format, at, articles }),
  exportEnds: async ({ format, at, articles, pieces, whole }) => {
    const ends = await askEngine('exportEnds', { format, at, articles, pieces, whole });
    if (format === 'library' && whole) await countBackup();
    return ends;
  },
  importPart: ({ operation, part, text }) => askEngine('importPart', { operation, part, text }),
  importPreview: ({ operation, parts }) => askEngine('importPreview', { operation, parts }),
  importLibrary: ({ operation, parts, mode }) => changedBy('importLibrary', askEngine('importLibrary', { operation, parts, mode })),
  importDrop: ({ operation }) => askEngine('importDrop', { operation }),
  saveDrafts: ({ drafts, operation }) => changedBy('saveDrafts', askEngine('saveDrafts', { drafts, operation })),
};
