// The stored articles as they are read: the index over them, held in memory, and their records, read from disk as they are wanted.
// What matching needs of a corpus comes out. Changes nothing on disk but what is derived; knows no browser API and no page.
import { creditsOf } from '../match/agency-credits';
import type { CreditedSource } from '../match/agency-credits';
import type { Candidate, CorpusIndex, Stored } from '../match/finding/corpus-index';
import type { Encoder } from '../match/encoder/encoder';
import { MOST_STATEMENTS } from '../match/finding/segments/layout';
import { StatementIndex } from '../match/finding/statement-index';
import { SIZES } from '../match/encoder/layout';
import type { ArticleSummary, Statement, StoredStatement } from '../model';
import { batches, read } from './database';
import type { Database } from './database';
import { Facets } from './facets';
import { editionOf, facetsOf, giveHeads, headOf, lineOf, recordsOf, someHeads } from './heads';
import type { Head } from './heads';
import { idOfUrl } from './identity';
import { KeptIndex } from './kept-index';
import { current, KeptRecords } from './kept-records';
import { articleOf } from './links';
import type { Notes } from './notes';
import { Stretches, without } from './same-page';
import { EXTRACTION, summaryOf, vectorsOf } from './records';
import type { ArticleRecord } from './records';

/** Records read from disk at a time: some 10 MB of articles. */
export const BATCH = 100;
/** So many batches are read anew before what they brought to the index is kept: some 5 to 15 segments' worth. */
const KEPT_AFTER = 5;

/** What the shelf found that is still to be done; the background does it. */
interface Later {
  extractLater(id: string): void;
  encodeLater(id: string): void;
  forget(id: string): void;
}

/** The articles that are stored now. */
export abstract class Shelf implements CorpusIndex {
  private readonly index: StatementIndex;
  protected readonly keptIndex: KeptIndex;
  private readonly summaries = new Map<string, ArticleSummary>();
  /** All summaries, newest first; null when something has changed since. */
  private listed: ArticleSummary[] | null = null;
  private readonly kept: KeptRecords;
  /** Articles that are listed, and whose statements are still to be extracted. */
  private readonly bare = new Set<string>();
  /** Articles of which `facets` knows nothing yet. */
  private readonly unread = new Set<string>();
  /** What articles are searched by in the library; whole after `readFacets`. */
  readonly facets = new Facets();
  /** Stretches of pages that were saved as statements. */
  readonly stretches = new Stretches();
  protected abstract readonly later: Later;

  protected constructor(
    protected readonly db: Database,
    protected readonly encoder: Encoder | null,
    /** What the reader made: verdicts, corrections, labels. */
    readonly notes: Notes,
  ) {
    this.index = new StatementIndex(encoder);
    this.kept = new KeptRecords(db, (id) => this.summary(id));
    this.keptIndex = new KeptIndex(db, this.index, encoder?.stamp ?? null);
  }

  /** Takes stored records into the index; those it holds already are replaced. What an older extraction left behind is listed only, until it is extracted anew. */
  hold(records: ArticleRecord[]): void {
    for (const record of records) {
      if (record.extraction !== EXTRACTION) {
        this.listOnly(summaryOf(record));
        continue;
      }
      const { id } = record;
      const edition = editionOf(headOf(record), this.notes.correctionsOf(id));
      this.enlist(summaryOf(record));
      const vectors = this.encoder && vectorsOf(record, this.encoder);
      const { statements, packed } = this.notes.correctedWith(record, vectors);
      // Held as it is, it may still lack its vectors.
      if (this.index.versionOf(id) !== edition) this.index.add(id, statements, packed, edition);
      else if (packed && !this.index.hasVectors(id)) this.index.encoded(id, packed);
      this.facets.add(facetsOf(id, statements));
      if (this.encoder && !vectors) this.later.encodeLater(id);
    }
  }

  /** Lists an article of which no statements are at hand, until they have been extracted. */
  protected listOnly(summary: ArticleSummary): void {
    this.index.remove(summary.id);
    this.enlist(summary);
    this.bare.add(summary.id);
    this.later.extractLater(summary.id);
  }

  /**
   * Takes what is stored: of the kept index what still holds, and the records of articles that it lacks. Called once, first. Where many are lacking, as after
   * an update, what was taken is kept now and then: cut off, the next opening goes on from there.
   */
  async take(): Promise<void> {
    await this.keptIndex.load();
    const lacking: string[] = [];
    for await (const heads of batches((after) => someHeads(this.db, after))) for (const head of heads) if (!this.takeHead(head)) lacking.push(head.id);
    const headless = new Set(await this.headless());
    for (const id of [...this.index.articles()]) if (!this.summaries.has(id) && !headless.has(id)) this.index.forget(id);
    let taken = 0;
    for (const [ids, records] of [[lacking, recordsOf], [[...headless], giveHeads]] as const) {
      for (let from = 0; from < ids.length; from += BATCH) {
        this.hold(await records(this.db, ids.slice(from, from + BATCH)));
        if (++taken % KEPT_AFTER === 0) await this.keptIndex.keep(() => false);
      }
    }
  }

  /** Articles from before heads were kept: none, but at the first opening after that. Every head is listed by now. */
  private async headless(): Promise<string[]> {
    if ((await read(() => this.db.count('articles'))) === this.summaries.size) return [];
    return (await read(() => this.db.getAllKeys('articles'))).filter((id) => !this.summaries.has(id));
  }

  /** Lists an article; false where its record is to be read, since the index lacks it or holds it otherwise. */
  private takeHead(head: Head): boolean {
    const { id, statements } = head;
    if (head.extraction !== EXTRACTION) {
      this.listOnly(lineOf(head));
      return true;
    }
    this.enlist(lineOf(head));
    this.unread.add(id);
    if (statements === 0) this.index.remove(id);
    else if (statements > MOST_STATEMENTS || this.index.versionOf(id) !== editionOf(head, this.notes.correctionsOf(id))) return false;
    if (!this.encoder) return true;
    if (head.encoder !== this.encoder.stamp) this.later.encodeLater(id);
    return statements === 0 || head.encoder !== this.encoder.stamp || this.index.hasVectors(id);
  }

  /** Sees to it that `facets` holds every article: what articles are narrowed by is not read at opening. @throws Failure 'corpus-unreadable' */
  async readFacets(): Promise<void> {
    if (this.unread.size === 0) return;
    for await (const some of batches((after) => this.db.getAll('facets', after, BATCH * 10))) {
      for (const one of some) if (this.unread.has(one.id) && !this.notes.corrects(one.id) && this.unread.delete(one.id)) this.facets.add(one);
    }
    for (const id of [...this.unread]) {
      const record = await this.record(id);
      if (record && this.unread.delete(id)) this.facets.add(facetsOf(id, this.statementsOf(record)));
    }
  }

  /** Lists an article, in place of what was known of it but the index. */
  private enlist(summary: ArticleSummary): void {
    this.unlist(summary.id);
    this.summaries.set(summary.id, summary);
    this.stretches.add(summary.id, summary.url);
  }

  /** Lets go of an article. */
  protected drop(id: string): void {
    this.unlist(id);
    this.index.forget(id);
  }

  private unlist(id: string): void {
    this.kept.drop(id);
    this.bare.delete(id);
    this.later.forget(id);
    this.listed = null;
    if (!this.summaries.delete(id)) return;
    this.stretches.remove(id);
    this.unread.delete(id);
    this.facets.remove(id);
  }

  articles(except: string | null): number {
    return this.summaries.size - (except !== null && this.summaries.has(except) ? 1 : 0);
  }

  encode(text: string): Int8Array | null {
    return this.index.encode(text);
  }

  lookAhead(vectors: readonly Int8Array[], except: string | null): void {
    this.index.lookAhead(vectors, except);
  }

  search(statement: Statement, except: string | null, vector: Int8Array | null = null, most?: number): Candidate[] {
    return this.index.search(statement, except, vector, most);
  }

  /** The corpus without what is stored of the page at `url`, which backs neither itself nor a stretch of it. */
  async besides(url: string | null): Promise<CorpusIndex> {
    return without(this, await this.stretches.ofPage(url));
  }

  async texts(ids: string[]): Promise<Stored[]> {
    const records = await this.records(ids.map(articleOf));
    return ids.flatMap((id) => {
      const record = records.get(articleOf(id));
      const found = record?.statements.find((s) => s.id === id);
      const statement = found && this.notes.corrected(found);
      return record && statement ? [{ statement, source: sourceOf(record) }] : [];
    });
  }

  /** An article's statements as the reader corrected them, without the hidden ones. */
  statementsOf(record: ArticleRecord): StoredStatement[] {
    if (!this.notes.corrects(record.id)) return record.statements;
    return record.statements.flatMap((statement) => this.notes.corrected(statement) ?? []);
  }

  /** The stored vectors of an article's statements, by id; empty where it has none. */
  vectorsOf(record: ArticleRecord): Map<string, Int8Array> {
    const packed = this.encoder && vectorsOf(record, this.encoder);
    const size = SIZES.stored;
    return new Map(packed ? record.statements.map(({ id }, at) => [id, packed.subarray(at * size, (at + 1) * size)]) : []);
  }

  /** Stored articles one after another, in order of their ids; those that come or go meanwhile may be missed. */
  async *each(): AsyncGenerator<ArticleRecord> {
    for await (const records of batches((after) => this.db.getAll('articles', after, BATCH))) for (const record of records) yield current(record);
  }

  /** One line of the list of stored articles; null when it is not there. */
  summary(id: string): ArticleSummary | null {
    return this.summaries.get(id) ?? null;
  }

  /** True for an article whose statements are still to be extracted. */
  isBare(id: string): boolean {
    return this.bare.has(id);
  }

  /** Merges a little of the index, a few milliseconds of work; false when there is nothing to merge. */
  mergeStep(): boolean {
    return this.index.step();
  }

  /** Writes what has changed of the index to disk, until `stopped`; never throws. */
  keepIndex(stopped: () => boolean): Promise<void> {
    return this.keptIndex.keep(stopped);
  }

  /** Ids of the statements with a word of this stem, or one that begins with it. */
  withWord(word: string): Set<string> {
    return this.index.withWord(word);
  }

  /** Ids of the articles that have such statements. */
  articlesWithWord(word: string): Set<string> {
    return this.index.articlesWithWord(word);
  }

  /** A stored article; null when it is not there. */
  async record(id: string): Promise<ArticleRecord | null> {
    return (await this.records([id])).get(id) ?? null;
  }

  /** Of these articles those that are stored, by id. */
  records(ids: string[]): Promise<Map<string, ArticleRecord>> {
    return this.kept.of(ids);
  }

  /** A stored article as it lies on the disk; null when it is not there. */
  async storedAs(id: string): Promise<ArticleRecord | null> {
    return (await read(() => this.db.get('articles', id))) ?? null;
  }

  /** All stored articles, newest first. */
  list(): readonly ArticleSummary[] {
    this.listed ??= [...this.summaries.values()].sort((a, b) => order(b.retrieved, a.retrieved) || a.title.localeCompare(b.title));
    return this.listed;
  }

  /** The stored article at an address, however that is written; null when there is none. */
  async at(url: string): Promise<ArticleSummary | null> {
    return this.summaries.get(await idOfUrl(url)) ?? null;
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sources made of records, so that an article is looked at for credits once while its record is kept. */
const SOURCES = new WeakMap<ArticleRecord, CreditedSource>();

function sourceOf(record: ArticleRecord): CreditedSource {
  const made = SOURCES.get(record);
  if (made) return made;
  const { id, title, outlet, published, url, file } = record;
  const source = { id, title, outlet, published, url, file, agencies: creditsOf(record) };
  SOURCES.set(record, source);
  return source;
}
