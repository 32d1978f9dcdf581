// The stored articles: opens the database, keeps the index over it in memory, and changes both together, disk first. What
// matching needs of a corpus comes out. Knows no browser API and no page.
import { Failure } from '../failure';
import { creditsOf } from '../match/agency-credits';
import type { CreditedSource } from '../match/agency-credits';
import type { Candidate, CorpusIndex, Stored } from '../match/finding/corpus-index';
import type { Encoder } from '../match/encoder/encoder';
import { StatementIndex } from '../match/finding/statement-index';
import { SIZES } from '../match/encoder/layout';
import type { ArticleSummary, Correction, Dispute, Draft, Link, Statement, StoredStatement, Work } from '../model';
import { Background } from './background';
import { openDatabase, read, write } from './database';
import type { Database, ImportCounts, Meta } from './database';
import { markSeen } from './disputes';
import { Facets } from './facets';
import { idOfUrl } from './identity';
import { articleOf } from './links';
import type { LinksRecord } from './links';
import { allMade, idOfMade, remake } from './made';
import type { MadeKind, MadeKinds, Remade } from './made';
import { Notes } from './notes';
import { forget, remove, restore, save } from './operations';
import type { Done, Operation } from './operations';
import { importAll } from './imports';
import type { Writes } from './imports';
import { purge, putAll } from './purge';
import type { Purge } from './purge';
import { EXTRACTION, extractedAnew, recordOf, summaryOf, vectorsOf } from './records';
import type { ArticleRecord } from './records';
import { Stretches, without } from './same-page';
import { installSeeds, missingSeeds } from './seeds';
import { lossOf } from './sentinel';
import type { Sentinel } from './sentinel';

/** Articles read from disk at a time while opening: some 10 MB of records. */
const BATCH = 100;
/** Articles whose records are kept for `texts`: a page's candidates come from few articles, again and again. */
const KEPT = 48;

/** How a corpus is opened. */
export interface Opening {
  /** Name of the database. */
  name: string;
  /** The seed articles' JSON, as bundled; checked here. */
  seeds: readonly unknown[];
  /** What was remembered of this corpus outside its database; null on a first run. */
  sentinel: Sentinel | null;
  /** The clock, in ms since 1970. */
  now: () => number;
  /** Null where there is none: then finding goes by words alone. */
  encoder: Encoder | null;
  /** Called when the connection has had to close; the corpus is of no more use then. */
  closed: () => void;
}

/**
 * Opens the corpus, installs seeds that are new, and builds the index.
 * @throws Failure 'corpus-unreadable' when the database is of a newer version, blocked, damaged, or not the one that `sentinel` remembers;
 * nothing is written then.
 */
export async function openCorpus(opening: Opening): Promise<Corpus> {
  const db = await openDatabase(opening.name, opening.closed);
  try {
    const found = await read(async () => ({
      epoch: (await db.get('meta', 'corpus'))?.epoch ?? null,
      articles: await db.count('articles'),
      tombstones: await db.count('tombstones'),
    }));
    const loss = lossOf(found, opening.sentinel);
    if (loss !== null) throw new Failure('corpus-unreadable', loss);
    const meta = await installSeeds(db, opening.seeds, opening.now(), opening.encoder);
    await write(db, (tx) => forget(tx, opening.now()));
    const corpus = new Corpus(db, meta, opening, new Notes(await read(() => allMade(db))));
    for await (const records of batches(db)) corpus.hold(records);
    corpus.catchUp();
    return corpus;
  } catch (error) {
    db.close();
    throw error;
  }
}

async function* batches(db: Database): AsyncGenerator<ArticleRecord[]> {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const records: ArticleRecord[] = await read(() => db.getAll('articles', after, BATCH));
    if (records.length === 0) return;
    yield records;
    after = IDBKeyRange.lowerBound(records.at(-1)!.id, true);
  }
}

/** An open corpus. Writes happen one after another; reads at any time. */
export class Corpus implements CorpusIndex {
  private readonly index: StatementIndex;
  private readonly summaries = new Map<string, ArticleSummary>();
  private readonly kept = new Map<string, ArticleRecord>();
  private last: Promise<unknown> = Promise.resolve();
  private readonly background: Background;
  /** What articles are searched by in the library. */
  readonly facets = new Facets();
  /** Stretches of pages that were saved as statements. */
  readonly stretches = new Stretches();
  /** Counts the changes; an article's own number is that of the last one that concerned it. */
  private changes = 0;
  private readonly changedAt = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly meta: Meta,
    private readonly opening: Opening,
    /** What the reader made: verdicts, corrections, labels. */
    readonly notes: Notes,
  ) {
    this.index = new StatementIndex(opening.encoder);
    this.background = new Background(this, db, opening.encoder, opening.now);
  }

  /** Takes stored records into the index; those it holds already are replaced. What an older extraction left behind is listed only, until it is extracted anew. */
  hold(records: ArticleRecord[]): void {
    const { encoder } = this.opening;
    for (const record of records) {
      this.drop(record.id);
      this.summaries.set(record.id, summaryOf(record));
      this.stretches.add(record.id, record.url);
      if (record.extraction !== EXTRACTION) {
        this.background.extractLater(record.id);
        continue;
      }
      const vectors = encoder && vectorsOf(record, encoder);
      const { statements, packed } = this.notes.corrects(record.id) ? this.correctedWith(record, vectors) : { statements: record.statements, packed: vectors };
      this.index.add(record.id, statements, packed);
      this.facets.add(record.id, statements);
      if (encoder && !vectors) this.background.encodeLater(record.id);
    }
  }

  private correctedWith({ statements }: ArticleRecord, vectors: Int8Array | null): { statements: StoredStatement[]; packed: Int8Array | null } {
    const kept = statements.map((statement) => this.notes.corrected(statement));
    const size = SIZES.stored;
    const packed = vectors && new Int8Array(kept.filter(Boolean).length * size);
    let to = 0;
    kept.forEach((statement, at) => {
      if (packed && statement) packed.set(vectors.subarray(at * size, (at + 1) * size), to++ * size);
    });
    return { statements: kept.filter((statement) => statement !== null), packed };
  }

  private drop(id: string): void {
    this.kept.delete(id);
    this.background.forget(id);
    if (!this.summaries.delete(id)) return;
    this.stretches.remove(id);
    this.index.remove(id);
    this.facets.remove(id);
  }

  articles(except: string | null): number {
    return this.summaries.size - (except !== null && this.summaries.has(except) ? 1 : 0);
  }

  encode(text: string): Int8Array | null {
    return this.index.encode(text);
  }

  search(statement: Statement, except: string | null, vector: Int8Array | null = null): Candidate[] {
    return this.index.search(statement, except, vector);
  }

  /** The corpus without what is stored of the page at `url`, which backs neither itself nor a stretch of it. */
  async besides(url: string | null): Promise<CorpusIndex> {
    return without(this, await this.stretches.ofPage(url));
  }

  async texts(ids: string[]): Promise<Stored[]> {
    const records = new Map<string, ArticleRecord | null>();
    for (const id of new Set(ids.map(articleOf))) records.set(id, await this.record(id));
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
    const { encoder } = this.opening;
    const packed = encoder && vectorsOf(record, encoder);
    const size = SIZES.stored;
    return new Map(packed ? record.statements.map(({ id }, at) => [id, packed.subarray(at * size, (at + 1) * size)]) : []);
  }

  /** Stored articles one after another, in order of their ids; those that come or go meanwhile may be missed. */
  async *each(): AsyncGenerator<ArticleRecord> {
    for await (const records of batches(this.db)) for (const record of records) yield current(record);
  }

  /** Links of all articles, one article after another, dead ones left out: those that lead to what is not stored, is hidden or was judged no match are the asker's to drop. */
  async *eachLinks(): AsyncGenerator<Link[]> {
    let after: IDBKeyRange | null = null;
    for (;;) {
      const records: LinksRecord[] = await read(() => this.db.getAll('links', after, BATCH));
      if (records.length === 0) return;
      for (const { id, links } of records) if (this.summaries.has(id)) yield links.filter(({ b }) => this.summaries.has(articleOf(b)));
      after = IDBKeyRange.lowerBound(records.at(-1)!.id, true);
    }
  }

  /** Links between an article and all others, whichever of the two was compared; those that lead to what is not stored are left out. */
  async linksOf(article: string): Promise<Link[]> {
    const own = await read(() => this.db.get('links', article));
    const others = await read(() => this.db.getAllFromIndex('links', 'touches', article));
    const all = [...(own?.links ?? []), ...others.flatMap(({ links }) => links.filter(({ b }) => articleOf(b) === article))];
    return all.filter(({ a, b }) => this.summaries.has(articleOf(a)) && this.summaries.has(articleOf(b)));
  }

  /** One line of the list of stored articles; null when it is not there. */
  summary(id: string): ArticleSummary | null {
    return this.summaries.get(id) ?? null;
  }

  /** Ids of the statements with a word of this stem, or one that begins with it. */
  withWord(word: string): Set<string> {
    return this.index.withWord(word);
  }

  /** A stored article; null when it is not there. */
  async record(id: string): Promise<ArticleRecord | null> {
    const kept = this.kept.get(id);
    const summary = this.summaries.get(id);
    if (kept || !summary) return kept ?? null;
    const found = await read(() => this.db.get('articles', id));
    const record = found && current(found);
    // Read while it was being replaced or removed, it is an answer for now, but not to be kept.
    if (!record || this.summaries.get(id) !== summary) return record ?? null;
    this.kept.set(id, record);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return record;
  }

  /** All stored articles, newest first. */
  list(): ArticleSummary[] {
    return [...this.summaries.values()].sort((a, b) => b.retrieved.localeCompare(a.retrieved) || a.title.localeCompare(b.title));
  }

  /** The stored article at an address, however that is written; null when there is none. */
  async at(url: string): Promise<ArticleSummary | null> {
    return this.summaries.get(await idOfUrl(url)) ?? null;
  }

  /** What to remember of this corpus outside its database. */
  sentinel(): Sentinel {
    return { epoch: this.meta.epoch, articles: this.summaries.size };
  }

  /** Saves an article: see operations.ts. @throws Failure 'nothing-to-save' when it states nothing that could be evidence. */
  async save(draft: Draft, operation: string): Promise<{ article: ArticleSummary; already: boolean }> {
    const record = await recordOf(draft, null, this.instant(), this.opening.encoder);
    if (record.statements.length === 0) throw new Failure('nothing-to-save', 'it states nothing that could be checked');
    const done = await this.change(record.id, operation, (op) => save(this.db, record, op));
    return { article: summaryOf(done.record!), already: done.already };
  }

  /** Removes an article. @throws Failure 'gone' when it is not stored. */
  async remove(id: string, operation: string): Promise<void> {
    await this.change(id, operation, (op) => remove(this.db, id, op));
  }

  /** Brings a removed article back. @throws Failure 'gone' when its removal can no longer be undone. */
  async restore(id: string, operation: string): Promise<ArticleSummary> {
    const done = await this.change(id, operation, (op) => restore(this.db, id, op));
    return summaryOf(done.record!);
  }

  /**
   * Keeps, undoes or drops what the reader made. `value` says what it is of.
   * @throws Failure 'gone' when the article or statement it is of is not stored, 'bad-message' for another one's operation id.
   */
  make<K extends MadeKind>(kind: K, value: MadeKinds[K], how: 'keep' | 'undo' | 'drop', operation: string): Promise<Remade<K>> {
    return this.turn(async () => {
      const made = await remake(this.db, this.operation(operation), kind, idOfMade(kind, value), how === 'drop' ? how : how === 'keep' ? { keep: value } : { undo: value });
      if (made.now) this.notes.keep(kind, made.now);
      else this.notes.drop(kind, value);
      if (kind === 'correction') await this.heldAgain((value as Correction).article);
      this.touched();
      return made;
    });
  }

  private async heldAgain(id: string): Promise<void> {
    const record = await read(() => this.db.get('articles', id));
    if (record) this.hold([record]);
    this.concerns(id);
    this.catchUp();
  }

  /** Puts back the seeds that are not stored; how many they were. */
  async restoreSeeds(operation: string): Promise<number> {
    const missing = await missingSeeds(this.opening.seeds, (id) => this.summaries.has(id), this.opening.now(), this.opening.encoder);
    return this.turn(async () => {
      // Asked for twice, they are there by now.
      const records = missing.filter(({ id }) => !this.summaries.has(id));
      const restored = await putAll(this.db, this.operation(operation), records);
      this.hold(records);
      for (const { id } of records) this.concerns(id);
      this.catchUp();
      return restored;
    });
  }

  /** Removes articles beyond undoing, with what the reader wrote of them; everything the reader made for 'all'. How many they were. */
  purge(what: Purge, operation: string): Promise<number> {
    return this.turn(async () => {
      const { articles, removed } = await purge(this.db, what, this.operation(operation));
      for (const id of removed) {
        this.drop(id);
        this.concerns(id);
      }
      this.notes.replace(await read(() => allMade(this.db)));
      this.touched();
      return articles;
    });
  }

  /** Imports, all or nothing; a retry answers with the counts of the first time. Articles are extracted, encoded and compared in the background. */
  importAll(writes: Writes, counts: ImportCounts, operation: string): Promise<ImportCounts> {
    return this.turn(async () => {
      const done = await importAll(this.db, writes, counts, this.operation(operation));
      for (const id of done.removed) {
        this.drop(id);
        this.concerns(id);
      }
      this.notes.replace(await read(() => allMade(this.db)));
      this.hold(done.stored);
      for (const { id } of done.stored) this.concerns(id);
      this.touched();
      this.catchUp();
      return done.counts;
    });
  }

  /** The inbox, newest first, without what is of articles that are gone, is hidden, or was judged no match. */
  async inbox(): Promise<Dispute[]> {
    const records = await read(() => this.db.getAll('disputes'));
    const lines = records.flatMap(({ articles, ...dispute }): Dispute[] => {
      const older = this.notes.corrected(dispute.older.statement);
      const newer = this.notes.corrected(dispute.newer.statement);
      if (!older || !newer || !articles.every((id) => this.summaries.has(id)) || this.notes.verdicts.ofPair(older.text, newer.text) === 'wrong-match') return [];
      return [{ ...dispute, older: { ...dispute.older, statement: older }, newer: { ...dispute.newer, statement: newer } }];
    });
    return lines.sort((a, b) => b.found.localeCompare(a.found) || a.id.localeCompare(b.id));
  }

  /** Marks lines of the inbox; those that are gone are passed over. */
  seen(ids: string[], seen: boolean, operation: string): Promise<void> {
    return this.turn(() => markSeen(this.db, ids, seen, this.operation(operation)));
  }

  /** Settles once every stored statement is of this extraction and has its vector, or could not get it. */
  get whole(): Promise<void> {
    return this.background.whole;
  }

  /** What is being done in the background; null when nothing. */
  work(): Work | null {
    return this.background.work;
  }

  /** From now on also compares articles with each other in the background; `tell` hears of every step. */
  keepComparing(tell: (work: Work | null) => void): void {
    this.background.keepComparing(tell);
  }

  /** Settles once nothing is being compared. */
  rest(): Promise<void> {
    return this.background.rest();
  }

  /** Sees to what is left to be extracted, encoded and compared, between whatever else is asked. */
  catchUp(): void {
    this.background.catchUp();
  }

  /** Where the changes stand; `concerned` tells whether one since then was of an article. */
  mark(): number {
    return this.changes;
  }

  concerned(article: string, since: number): boolean {
    return (this.changedAt.get(article) ?? 0) > since;
  }

  /** Something that is derived from links or notes is out of date. */
  touched(): void {
    this.changes++;
  }

  private concerns(article: string): void {
    this.changedAt.set(article, ++this.changes);
  }

  private instant(): string {
    return new Date(this.opening.now()).toISOString();
  }

  private operation(id: string): Operation {
    return { id, at: this.opening.now() };
  }

  /** Closes the connection. */
  close(): void {
    this.background.stop();
    this.db.close();
  }

  /** Changes the disk, then, once that is done, the index to match. */
  private change(id: string, operation: string, work: (operation: Operation) => Promise<Done>): Promise<Done> {
    return this.turn(async () => {
      const done = await work(this.operation(operation));
      if (done.record) this.hold([done.record]);
      else this.drop(id);
      this.concerns(id);
      this.catchUp();
      return done;
    });
  }

  /** Carries out what changes the corpus after everything that was asked for before. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A record with the statements of this extraction, whatever lies on the disk. */
function current(record: ArticleRecord): ArticleRecord {
  return record.extraction === EXTRACTION ? record : extractedAnew(record);
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
