// The forms of an export, piece by piece: an article with what others say of it goes in, its pieces come out, and in the end what stands
// before, between and after all of them. So a library of any size is written without being held. Pure.
import type { Article } from '../model';
import { claimReviewGraph, claimReviewItems } from './claim-review';
import { csvHead, csvRows } from './csv';
import { dossierAround, dossierSection } from './dossier';
import type { ExportedArticle, ExportedText, Format } from './exported';
import { BETWEEN_RECORDS, canonical, libraryAround } from './library';
import type { Library } from './library';
import { markdownHead, markdownSection } from './markdown';
import { annotationsOfPage, collectionWith, selectorsInBlocks } from './web-annotation';

/** What is known once every article has been written. */
export interface Written {
  /** The articles, in the order in which they were written. */
  articles: ExportedArticle[];
  /** How many pieces they made. */
  pieces: number;
  made: Omit<Library, 'articles'>;
  /** ISO instant. */
  at: string;
}

/** What stands before and after the pieces. */
export interface Around {
  head: string;
  tail: string;
}

/** One form; `between` stands between two pieces. Those that show no evidence are given none. */
export type Form = { between: string; around(written: Written): Around } & (
  | { evidence: true; pieces(text: ExportedText, at: string): string[] }
  | { evidence: false; pieces(article: Article): string[] }
);

/** What stands between two items of a list that stands so deep. */
function comma(depth: number): string {
  return `,\n${' '.repeat(depth)}`;
}

/** Pretty-printed items of a list that stands so deep. */
function items(found: object[], depth: number): string[] {
  return found.map((item) => JSON.stringify(item, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`));
}

/** What stands around such items, given the whole with one item in place of all, or with none. */
function aroundItems(pieces: number, depth: number, whole: (inside: string[]) => object): Around {
  const mark = 'every item stands here';
  const json = JSON.stringify(whole(pieces === 0 ? [] : [mark]), null, 2);
  const [head = '', tail = ''] = pieces === 0 ? [json] : json.split(JSON.stringify(mark));
  return { head, tail };
}

/** Depth of the items of an annotation collection, and of a graph, in blanks. */
const IN_COLLECTION = 6;
const IN_GRAPH = 4;

/** Every form by its name. */
export const FORMS: Record<Format, Form> = {
  library: {
    evidence: false,
    between: BETWEEN_RECORDS,
    pieces: (article) => [canonical('articles', article)],
    around: ({ pieces, made }) => libraryAround(pieces, made),
  },
  annotations: {
    evidence: true,
    between: comma(IN_COLLECTION),
    pieces: ({ article, annotations }, at) => {
      const selectors = annotations.map(({ claim }) => selectorsInBlocks(article.blocks, claim.block, claim.span));
      return items(annotationsOfPage({ page: article, annotations, selectors }, at), IN_COLLECTION);
    },
    around: ({ pieces, at }) => aroundItems(pieces, IN_COLLECTION, (inside) => collectionWith(inside as never[], pieces, at)),
  },
  markdown: {
    evidence: true,
    between: '\n',
    pieces: (text) => [markdownSection(text)],
    around: ({ articles, at }) => ({ head: markdownHead(articles, at), tail: '' }),
  },
  csv: {
    evidence: true,
    between: '',
    pieces: (text) => [csvRows(text)].filter(Boolean),
    around: () => ({ head: csvHead(), tail: '' }),
  },
  dossier: {
    evidence: true,
    between: '\n',
    pieces: (text) => [dossierSection(text)],
    around: ({ articles, at }) => dossierAround(articles, at),
  },
  'claim-review': {
    evidence: false,
    between: comma(IN_GRAPH),
    pieces: (article) => items(claimReviewItems(article), IN_GRAPH),
    around: ({ pieces }) => aroundItems(pieces, IN_GRAPH, (inside) => claimReviewGraph(inside as never[])),
  },
};
