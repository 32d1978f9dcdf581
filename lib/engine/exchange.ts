// The use cases of export and import. Files' forms are pure functions in exchange/; here the library is gathered for them, and what an
// import brings is staged, planned and stored in one transaction.
import type { Corpus } from '../corpus/corpus';
import { idOf, idOfCorrection, idOfVerdict } from '../corpus/identity';
import type { ArticleRecord } from '../corpus/records';
import { stagedRecord } from '../corpus/records';
import { claimReviewsOf } from '../exchange/claim-review';
import { csvOf } from '../exchange/csv';
import { dossierOf } from '../exchange/dossier';
import { fileOf } from '../exchange/exported';
import type { ExportedText, Format } from '../exchange/exported';
import { addedBy, parseImport } from '../exchange/import';
import { libraryOf } from '../exchange/library';
import type { Library } from '../exchange/library';
import { markdownOf } from '../exchange/markdown';
import { planImport } from '../exchange/plan';
import { collectionOf, selectorsInBlocks } from '../exchange/web-annotation';
import { Failure } from '../failure';
import { id, ids, oneOf, text } from './checks';
import { annotationsOf, articleOf } from './library';
import type { UseCases } from './use-cases';

const FORMATS: readonly Format[] = ['library', 'annotations', 'markdown', 'csv', 'dossier', 'claim-review'];
/** Longest text of an import, in UTF-16 units: what a message between our pages holds. */
const LONGEST_IMPORT = 64_000_000;

/** Export and import of a corpus. `now` is the clock, in ms since 1970. */
export function exchange(corpus: Corpus, now: () => number): Pick<UseCases, 'exportAll' | 'exportAs' | 'importPreview' | 'importLibrary'> {
  const instant = (): string => new Date(now()).toISOString();

  /** The articles wanted, newest first; all for null. */
  async function* wanted(only: string[] | null): AsyncGenerator<ArticleRecord> {
    const among = only && new Set(only);
    for (const summary of corpus.list()) {
      if (among && !among.has(summary.id)) continue;
      // Lets questions that wait be answered first.
      await new Promise((resolve) => setTimeout(resolve));
      const record = await corpus.record(summary.id);
      if (record) yield record;
    }
  }

  async function texts(only: string[] | null): Promise<ExportedText[]> {
    const exported: ExportedText[] = [];
    for await (const record of wanted(only)) exported.push({ article: articleOf(record), annotations: await annotationsOf(corpus, record), label: corpus.notes.labelOf(record.id) });
    return exported;
  }

  async function libraryHere(only: string[] | null): Promise<Library> {
    const here: Library = { articles: [], verdicts: corpus.notes.verdicts.list(), corrections: corpus.notes.corrections(), labels: corpus.notes.allLabels() };
    const among = only && new Set(only);
    for await (const record of corpus.each()) if (!among || among.has(record.id)) here.articles.push(articleOf(record));
    if (!among) return here;
    return { ...here, corrections: here.corrections.filter(({ article }) => among.has(article)), labels: here.labels.filter(({ article }) => among.has(article)) };
  }

  async function written(format: Format, only: string[] | null, at: string): Promise<string> {
    switch (format) {
      case 'library':
        return libraryOf(await libraryHere(only));
      case 'annotations':
        return annotationsIn(await texts(only), at);
      case 'markdown':
        return markdownOf(await texts(only), at);
      case 'csv':
        return csvOf(await texts(only));
      case 'dossier':
        return dossierOf(await texts(only), at);
      case 'claim-review':
        return claimReviewsOf((await libraryHere(only)).articles);
    }
  }

  /** What the text brings, as a library, and the one here. @throws Failure 'bad-import' */
  async function staged(said: string, mode: 'merge' | 'replace'): Promise<{ here: Library; brought: Library }> {
    const imported = parseImport(said);
    const here = await libraryHere(null);
    if (imported.kind === 'library') return { here, brought: await named(imported.library) };
    if (mode === 'replace') throw new Failure('bad-import', 'only a library of Second Source can take the place of this one');
    const drafts = await Promise.all(imported.texts.map(async (one) => ({ ...one, id: await idOf(one.draft, null) })));
    return { here, brought: addedBy(drafts, here, instant()) };
  }

  return {
    /** Every stored article annotated against all the others, as W3C annotations. @throws 'corpus-unreadable' */
    async exportAll() {
      return { json: await written('annotations', null, instant()) };
    },

    /** @throws 'bad-message', 'corpus-unreadable' */
    async exportAs(ask) {
      const format = oneOf('format', ask, FORMATS);
      const only = ask['articles'] === null ? null : ids('articles', ask);
      const at = instant();
      return { ...fileOf(format, at), text: await written(format, only, at) };
    },

    /** @throws 'bad-message', 'bad-import', 'corpus-unreadable' */
    async importPreview(ask) {
      const { here, brought } = await staged(text('text', ask, LONGEST_IMPORT), 'merge');
      return planImport(here, brought, 'merge').preview;
    },

    /** All or nothing. @throws 'bad-message', 'bad-import', 'quota', 'corpus-unreadable' */
    async importLibrary(ask) {
      const mode = oneOf('mode', ask, ['merge', 'replace']);
      const operation = id('operation', ask);
      const { here, brought } = await staged(text('text', ask, LONGEST_IMPORT), mode);
      const { preview, writes } = planImport(here, brought, mode);
      const articles = await Promise.all(writes.articles.map((article) => stagedRecord(article)));
      return corpus.importAll({ ...writes, articles }, preview, operation);
    },
  };
}

/** One W3C AnnotationCollection. */
function annotationsIn(exported: ExportedText[], at: string): string {
  const pages = exported
    .filter(({ annotations }) => annotations.length > 0)
    .map(({ article, annotations }) => ({ page: article, annotations, selectors: annotations.map(({ claim }) => selectorsInBlocks(article.blocks, claim.block, claim.span)) }));
  return JSON.stringify(collectionOf(pages, at), null, 2);
}

/** A library under the ids that its contents have here. @throws Failure 'bad-import' for an article that goes by another's id */
async function named(library: Library): Promise<Library> {
  for (const [at, article] of library.articles.entries()) {
    if ((await idOf(article, article.file)) !== article.id) throw new Failure('bad-import', `articles[${at}]: its id is not that of its address or text`);
  }
  return {
    ...library,
    verdicts: await Promise.all(library.verdicts.map(async (verdict) => ({ ...verdict, id: await idOfVerdict(verdict.claim, verdict.evidence) }))),
    corrections: await Promise.all(library.corrections.map(async (correction) => ({ ...correction, id: await idOfCorrection(correction.article, correction.text) }))),
  };
}
