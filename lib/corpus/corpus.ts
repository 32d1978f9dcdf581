// The open corpus: what is stored (shelf.ts reads it), and everything that changes it, one change after another, the disk first and
// then the index in memory to match. Knows no browser API and no page.
import { Failure } from '../failure';
import type { Encoder } from '../match/encoder/encoder';
import type { ArticleSummary, Correction, Dispute, Draft, Work } from '../model';
import { Background } from './background';
import { openDatabase, read, write } from './database';
import type { Database, ImportCounts, Meta } from './database';
import { isSettled, markSeen } from './disputes';
import { importAll } from './imports';
import type { Bringing } from './imports';
import { LinkedShelf } from './linked-shelf';
import { allMade, remake } from './made';
import type { MadeKind, MadeKinds, Remade, Step } from './made';
import { Notes } from './notes';
import { forget, letGoOfRemoved, remove, restore, save } from './operations';
import type { Done, Operation } from './operations';
import { purge, putAll } from './purge';
import type { Purge } from './purge';
import { recordOf, summaryOf } from './records';
import { installSeeds, missingSeeds } from './seeds';
import { lossOf } from './sentinel';
import type { Sentinel } from './sentinel';

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
export async function openCorpus(asked: Omit<Opening, 'encoder'> & { encoder: Opening['encoder'] | Promise<Opening['encoder']> }): Promise<Corpus> {
  // The one is fetched while the other opens.
  const [db, encoder] = await Promise.all([openDatabase(asked.name, asked.closed), asked.encoder]);
  const opening: Opening = { ...asked, encoder };
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
    await letGoOfRemoved(db, opening.now());
    const corpus = new Corpus(db, meta, opening, new Notes(await read(() => allMade(db))));
    await corpus.take();
    corpus.catchUp();
    return corpus;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** An open corpus. Writes happen one after another; reads at any time. */
export class Corpus extends LinkedShelf {
  private last: Promise<unknown> = Promise.resolve();
  protected readonly later: Background;
  /** Counts the changes; an article's own number is that of the last one that concerned it. */
  private changes = 0;
  private readonly changedAt = new Map<string, number>();

  constructor(
    db: Database,
    private readonly meta: Meta,
    private readonly opening: Opening,
    notes: Notes,
  ) {
    super(db, opening.encoder, notes);
    this.later = new Background(this, db, opening.encoder, opening.now);
  }

  /** What to remember of this corpus outside its database. */
  sentinel(): Sentinel {
    return { epoch: this.meta.epoch, articles: this.articles(null) };
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
   * Keeps or drops what the reader made, with `expects` only where that stands. `value` says what it is of.
   * @throws Failure 'gone' when the article or statement it is of is not stored, 'bad-message' for another one's operation id.
   */
  make<K extends MadeKind>(kind: K, value: MadeKinds[K], step: Step<K>, operation: string): Promise<Remade<K>> {
    return this.turn(async () => {
      const made = await remake(this.db, this.operation(operation), kind, value, step);
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
    const missing = await missingSeeds(this.opening.seeds, (id) => this.summary(id) !== null, this.opening.now(), this.opening.encoder);
    return this.turn(async () => {
      // Asked for twice, they are there by now.
      const records = missing.filter(({ id }) => this.summary(id) === null);
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
      await this.keptIndex.clear();
      this.touched();
      this.catchUp();
      return articles;
    });
  }

  /** Imports, all or nothing; a retry answers with the counts of the first time. Articles are extracted, encoded and compared in the background. */
  importAll(bringing: Bringing, operation: string): Promise<ImportCounts> {
    return this.turn(async () => {
      const step = (done: number, of: number): void => this.later.at({ kind: 'importing', done, of });
      const done = await importAll(this.db, bringing, this.operation(operation), step).finally(() => this.later.at(null));
      for (const id of done.removed) {
        this.drop(id);
        this.concerns(id);
      }
      this.notes.replace(await read(() => allMade(this.db)));
      for (const summary of done.stored) {
        this.listOnly(summary);
        this.concerns(summary.id);
      }
      for (const id of done.corrected) await this.heldAgain(id);
      if (done.removed.length > 0) await this.keptIndex.clear();
      this.touched();
      this.catchUp();
      return done.counts;
    });
  }

  /** The counts of an import that was carried out under this operation id; null when none was. */
  async imported(operation: string): Promise<ImportCounts | null> {
    return (await read(() => this.db.get('operations', operation)))?.counts ?? null;
  }

  /** The inbox, newest first, without what is of articles that are gone, is hidden, no longer differs as corrected, or was judged no match. */
  async inbox(): Promise<Dispute[]> {
    const records = (await read(() => this.db.getAll('disputes'))).filter((record) => !isSettled(record, this.notes));
    const lines = records.flatMap(({ articles, settled: _, ...dispute }): Dispute[] => {
      const older = this.notes.corrected(dispute.older.statement);
      const newer = this.notes.corrected(dispute.newer.statement);
      if (!older || !newer || !articles.every((id) => this.summary(id)) || this.notes.verdicts.ofPair(older.text, newer.text) === 'wrong-match') return [];
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
    return this.later.whole;
  }

  /** What is being done in the background; null when nothing. */
  work(): Work | null {
    return this.later.work;
  }

  /** From now on also compares articles with each other in the background; `tell` hears of every step. */
  keepComparing(tell: (work: Work | null) => void): void {
    this.later.keepComparing(tell);
  }

  /** Settles once nothing is being compared. */
  rest(): Promise<void> {
    return this.later.rest();
  }

  /** Sees to what is left to be extracted, encoded and compared, between whatever else is asked. */
  catchUp(): void {
    this.later.catchUp();
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
    this.later.stop();
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
    const turn = this.last.then(async () => {
      const done = await work();
      // What fails of it is due again at the next turn.
      await this.letGo().catch(() => undefined);
      return done;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async letGo(): Promise<void> {
    if (!(await letGoOfRemoved(this.db, this.opening.now()))) return;
    this.notes.replace(await read(() => allMade(this.db)));
    this.touched();
  }
}
