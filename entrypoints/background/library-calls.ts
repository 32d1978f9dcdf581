// What our own pages ask of the library, handed on to the engine field by field; the engine checks each. What changes the corpus
// is told to everybody who draws it. Knows no page's script: none may ask any of this but through index.ts.
import type { Ask, Answer, LibraryCalls } from '../../lib/messages';
import { askEngine } from './engine-client';
import { countBackup } from './settings';
import { libraryChanged } from './tabs';

/** Answers, and tells that what is drawn from the corpus is out of date. */
async function changing<T>(answer: Promise<T>): Promise<T> {
  const given = await answer;
  await libraryChanged();
  return given;
}


/** The handlers, by message. */
export const libraryCalls: { [T in keyof LibraryCalls]: (ask: Ask<'switchboard', T>) => Promise<Answer<'switchboard', T>> } = {
  verdicts: () => askEngine('verdicts', {}),
  judge: ({ verdict, undo, operation }) => changing(askEngine('judge', { verdict, undo, operation })),
  corrections: () => askEngine('corrections', {}),
  correct: ({ correction, undo, operation }) => changing(askEngine('correct', { correction, undo, operation })),
  label: ({ label, operation }) => changing(askEngine('label', { label, operation })),
  search: ({ query, offset, limit }) => askEngine('search', { query, offset, limit }),
  article: ({ id }) => askEngine('article', { id }),
  inbox: () => askEngine('inbox', {}),
  seen: ({ ids, seen, operation }) => changing(askEngine('seen', { ids, seen, operation })),
  restoreSeeds: ({ operation }) => changing(askEngine('restoreSeeds', { operation })),
  purge: ({ what, operation }) => changing(askEngine('purge', { what, operation })),
  work: () => askEngine('work', {}),
  matters: ({ text, offset, limit }) => askEngine('matters', { text, offset, limit }),
  matter: ({ id }) => askEngine('matter', { id }),
  leftOut: ({ draft }) => askEngine('leftOut', { draft }),
  changes: ({ draft }) => askEngine('changes', { draft }),
  exportAs: async ({ format, articles }) => {
    const file = await askEngine('exportAs', { format, articles });
    if (format === 'library' && articles === null) await countBackup();
    return file;
  },
  importPreview: ({ text }) => askEngine('importPreview', { text }),
  importLibrary: ({ text, mode, operation }) => changing(askEngine('importLibrary', { text, mode, operation })),
  saveDrafts: ({ drafts, operation }) => changing(askEngine('saveDrafts', { drafts, operation })),
};
