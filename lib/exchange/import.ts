// A text that somebody wants to import goes in; what it is and what it brings comes out: our own library, W3C annotations made
// elsewhere, or ClaimReview markup. Checked through before anything is given away. Knows no database.
import { Failure } from '../failure';
import { LABEL_LIMITS } from '../model';
import type { Article, Label } from '../model';
import { importAnnotations } from './annotations-in';
import type { ImportedText } from './annotations-in';
import { draftsOf, reviewsIn } from './claim-review';
import { checkedJson, checkLibrary, FORMAT } from './library';
import type { Library } from './library';

/** What a text brings. Only a library can be put in the place of the one here. */
export type Imported = { kind: 'library'; library: Library } | { kind: 'annotations' | 'claim-review'; texts: ImportedText[] };

/**
 * Reads a text of any of the three forms. All of it, or none. `pageOf` gives the one name of the page at an http(s) address, by which
 * texts are told apart. @throws Failure 'bad-import' that says what is wrong, and where
 */
export function parseImport(text: string, pageOf: (address: string) => string): Imported {
  return checkedJson(text, (value, path): Imported => {
    if (isLibrary(value)) return { kind: 'library', library: checkLibrary(value, path) };
    const drafts = draftsOf(reviewsIn(value), pageOf);
    if (drafts.length > 0) return { kind: 'claim-review', texts: drafts.map((draft) => ({ draft, note: '' })) };
    const texts = refusedAsImport(() => importAnnotations(value, pageOf));
    if (texts.length > 0) return { kind: 'annotations', texts };
    throw new Failure('bad-import', 'it holds no library of Second Source, no W3C annotation that quotes a text, and no ClaimReview');
  });
}

/** What a draft must not have is the file's fault here, not a message's. */
function refusedAsImport<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Failure ? new Failure('bad-import', error.message) : error;
  }
}

/** Meant as a library: so it calls itself, or it has what only a library has. */
function isLibrary(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (('format' in value && value.format === FORMAT) || ('articles' in value && 'version' in value));
}

/**
 * What drafts brought by an import add to a library, for a merge: articles and, of what was noted on them, labels. `id` is the one that
 * each draft gets when stored; `at` an ISO instant. A stored article stays as it is, since quotations of it must not take its place; its
 * note gets what it lacks, as far as a note is long.
 */
export function addedBy(texts: (ImportedText & { id: string })[], current: { has(article: string): boolean; labels: Label[] }, at: string): Library {
  const met = new Set<string>();
  const labels = new Map(current.labels.map((label) => [label.article, label]));
  const articles: Article[] = [];
  const noted: Label[] = [];
  for (const { id, draft, note } of texts) {
    if (!met.has(id) && !current.has(id)) articles.push({ ...draft, id, retrieved: at, file: null });
    met.add(id);
    const label = labels.get(id) ?? { article: id, tags: [], note: '', at };
    if (note === '' || label.note.includes(note)) continue;
    const now = { ...label, note: [label.note, note].filter(Boolean).join('\n\n').slice(0, LABEL_LIMITS.note), at };
    labels.set(id, now);
    noted.push(now);
  }
  return { articles, verdicts: [], corrections: [], labels: [...new Map(noted.map((label) => [label.article, label])).values()] };
}

