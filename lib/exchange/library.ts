// The whole library as one lossless JSON text, and back. What the reader saved or made goes in, nothing derived (statements, vectors,
// links are made anew). The same library always gives the same bytes. Knows no database; ids are checked for their form only.
import { LONGEST_NAME, LONGEST_TEXT, LONGEST_URL, MOST_BLOCKS, MOST_REVIEWS } from '../draft';
import { Failure } from '../failure';
import type { Article, Block, BlockKind, ClaimReview, Correction, Label, Verdict } from '../model';
import { date, id, instant, listOf, Misfit, oneOf, orNull, pathWords, place, recordOf, textLike, textOf, webAddressOf } from './checks';
import type { Check } from './checks';
import { lineOf } from './json-place';
import { CORRECTION, LABEL, VERDICT } from './remark-checks';

/** Everything that is the reader's: what an import brings, and an export takes. */
export interface Library {
  articles: Article[];
  verdicts: Verdict[];
  corrections: Correction[];
  labels: Label[];
}

/** What a file of ours calls itself. */
export const FORMAT = 'second-source-library';
/** Version of the file's form. Files of a later one are refused rather than half understood. */
export const VERSION = 1;

/** Most records of one kind in a file: a hundred times the largest library we plan for. */
export const MOST_RECORDS = 1_000_000;
/** Longest file name of a seed. */
const LONGEST_FILE = 255;

const NAME = textOf(LONGEST_NAME);
const TEXT = textOf(LONGEST_TEXT);
const URL_OR_NULL = orNull(webAddressOf(LONGEST_URL));

const BLOCK = recordOf<Block>({ kind: oneOf<BlockKind>('title', 'heading', 'paragraph', 'item', 'quote'), text: TEXT });

const CLAIM_REVIEW = recordOf<ClaimReview>({
  claim: textOf(LONGEST_TEXT, 1),
  author: orNull(NAME),
  rating: textOf(LONGEST_NAME, 1),
  publisher: textOf(LONGEST_NAME, 1),
  url: URL_OR_NULL,
  date: orNull(date),
});

const ARTICLE_FIELDS = recordOf<Article>(
  {
    id,
    url: URL_OR_NULL,
    title: NAME,
    outlet: orNull(NAME),
    author: orNull(NAME),
    published: orNull(date),
    language: orNull(textLike(/^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,6}$/, 'a language tag')),
    blocks: listOf(BLOCK, MOST_BLOCKS),
    claimReviews: listOf(CLAIM_REVIEW, MOST_REVIEWS),
    retrieved: instant,
    file: orNull(textOf(LONGEST_FILE)),
  },
  ['claimReviews'],
);

const ARTICLE: Check<Article> = (value, path) => {
  const article = ARTICLE_FIELDS(value, path);
  if (article.blocks.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_TEXT) throw new Misfit([...path, 'blocks'], 'the text is too long');
  if ((article.claimReviews ?? []).reduce((sum, { claim }) => sum + claim.length, 0) > LONGEST_TEXT) throw new Misfit([...path, 'claimReviews'], 'the claims are too long');
  return article;
};

/** What each kind of record must be. */
export const RECORDS: { [K in keyof Library]: Check<Library[K][number]> } = { articles: ARTICLE, corrections: CORRECTION, labels: LABEL, verdicts: VERDICT };

const FILE = recordOf<Library & { format: string; version: number }>({
  articles: listOf(ARTICLE, MOST_RECORDS),
  corrections: listOf(CORRECTION, MOST_RECORDS),
  format: oneOf(FORMAT),
  labels: listOf(LABEL, MOST_RECORDS),
  verdicts: listOf(VERDICT, MOST_RECORDS),
  version: place,
});

/** The fields of each kind of record that a file holds: whatever else a record carries is derived, and left out. */
const KEPT = {
  articles: ['author', 'blocks', 'claimReviews', 'file', 'id', 'language', 'outlet', 'published', 'retrieved', 'title', 'url'],
  corrections: ['article', 'at', 'figures', 'hidden', 'id', 'speaker', 'text'],
  labels: ['article', 'at', 'note', 'tags'],
  verdicts: ['at', 'claim', 'evidence', 'id', 'note', 'stance', 'verdict'],
} as const satisfies { [K in keyof Library]: (keyof Library[K][number])[] };

const KINDS = ['articles', 'corrections', 'labels', 'verdicts'] as const;

/** What tells records of one kind apart: an article's label goes by the article. */
export function keyOf(record: { id: string } | { article: string }): string {
  return 'id' in record ? record.id : record.article;
}

/** One record in its only form: known fields, names in order, no white space. Equal records give equal texts. */
export function canonical<K extends keyof Library>(kind: K, record: Library[K][number]): string {
  const fields = record as unknown as Record<string, unknown>;
  return JSON.stringify(sorted(Object.fromEntries(KEPT[kind].filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}

/** The library as JSON text, one record a line, records in the order of their keys. Lone surrogates are written as escapes, so that the bytes keep them. */
export function libraryOf(library: Library): string {
  const articles = [...library.articles].sort(byKey).map((article) => canonical('articles', article));
  const { head, tail } = libraryAround(articles.length, library);
  return head + articles.join(BETWEEN_RECORDS) + tail;
}

/** What stands between two records of a library's text. */
export const BETWEEN_RECORDS = ',\n';

/** What stands before and after so many articles in a library's text: articles come first, everything else after them. */
export function libraryAround(articles: number, made: Omit<Library, 'articles'>): { head: string; tail: string } {
  const list = (kind: keyof typeof made): string => {
    const records = [...(made[kind] as Library[typeof kind][number][])].sort(byKey).map((record) => canonical(kind, record));
    return records.length === 0 ? '[]' : `[\n${records.join(BETWEEN_RECORDS)}\n]`;
  };
  const fields = { corrections: list('corrections'), format: JSON.stringify(FORMAT), labels: list('labels'), verdicts: list('verdicts'), version: String(VERSION) };
  const rest = Object.entries(fields).map(([name, json]) => `,\n"${name}": ${json}`).join('');
  return { head: `{\n"articles": ${articles === 0 ? '[' : '[\n'}`, tail: `${articles === 0 ? ']' : '\n]'}${rest}\n}` };
}

function byKey(a: { id: string } | { article: string }, b: { id: string } | { article: string }): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

/**
 * A text as JSON, checked. @throws Failure 'bad-import' that says what is wrong, at which path and on which line: "line 3, articles[0].url: …".
 */
export function checkedJson<T>(text: string, check: Check<T>): T {
  const bare = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    throw new Failure('bad-import', bare.trim() === '' ? 'the file is empty' : `line ${lineOf(bare, null)}: the text is no JSON from here on, or ends too early`);
  }
  try {
    return check(value, []);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new Failure('bad-import', `line ${lineOf(bare, error.path)}, ${pathWords(error.path)}: ${error.message}`);
  }
}

/** A library from the JSON text of an export. All of it, or none. @throws Failure 'bad-import' with path and line of the trouble */
export function parseLibrary(text: string): Library {
  return checkedJson(text, checkLibrary);
}

/** A library from a value of unknown shape. @throws Misfit */
export const checkLibrary: Check<Library> = (value, path) => {
  if (typeof value === 'object' && value !== null && 'version' in value && Number(value.version) > VERSION) {
    throw new Misfit([...path, 'version'], `the file is of version ${String(value.version).slice(0, 20)}, made by a newer Second Source`);
  }
  const { articles, verdicts, corrections, labels, version } = FILE(value, path);
  if (version !== VERSION) throw new Misfit([...path, 'version'], `version ${VERSION} is expected`);
  const library = { articles, verdicts, corrections, labels };
  for (const kind of KINDS) distinct(library[kind], [...path, kind]);
  return library;
};

function distinct(records: ({ id: string } | { article: string })[], path: (string | number)[]): void {
  const met = new Set<string>();
  records.forEach((record, i) => {
    const key = keyOf(record);
    if (met.has(key)) throw new Misfit([...path, i], 'a second record of the same id');
    met.add(key);
  });
}
