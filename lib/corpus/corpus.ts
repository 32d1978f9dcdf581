// The stored articles: opens the database, keeps the index over it in memory, and changes both together, disk first. What
// matching needs of a corpus comes out. Knows no browser API and no page.
import { Failure } from '../failure';
import { creditsOf } from '../match/agency-credits';
import type { CreditedSource } from '../match/agency-credits';
import type { Candidate, CorpusIndex, Stored } from '../match/finding/corpus-index';
import type { Encoder } from '../match/encoder/encoder';
import { StatementIndex } from '../match/finding/statement-index';
import type { ArticleSummary, Draft, Statement } from '../model';
import { openDatabase, read, write } from './database';
import type { Database, Meta } from './database';
import { idOfUrl } from './identity';
import { forget, remove, restore, save } from './operations';
import type { Done, Operation } from './operations';
import { encoded, EXTRACTION, extractedAnew, recordOf, summaryOf, vectorsOf } from './records';
import type { ArticleRecord } from './records';
import { installSeeds } from './seeds';
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
    const corpus = new Corpus(db, meta, opening.now, opening.encoder);
    for await (const records of batches(db)) corpus.hold(await current(db, records));
    corpus.encodeRest();
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

/** Extracts anew what an older version of extraction left behind. */
async function current(db: Database, records: ArticleRecord[]): Promise<ArticleRecord[]> {
  const renewed = records.map((record) => (record.extraction === EXTRACTION ? record : extractedAnew(record)));
  const changed = renewed.filter((record, i) => record !== records[i]);
  if (changed.length > 0) {
    await write(db, async (tx) => {
      for (const record of changed) await tx.objectStore('articles').put(record);
    });
  }
  return renewed;
}

/** An open corpus. Writes happen one after another; reads at any time. */
export class Corpus implements CorpusIndex {
  private readonly index: StatementIndex;
  private readonly summaries = new Map<string, ArticleSummary>();
  private readonly kept = new Map<string, ArticleRecord>();
  private last: Promise<unknown> = Promise.resolve();
  /** Articles whose statements have no vectors of this encoder: found by words until they have. */
  private readonly bare = new Set<string>();
  /** Settles once every stored statement has its vector, or could not get it. */
  whole: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly meta: Meta,
    private readonly now: () => number,
    private readonly encoder: Encoder | null,
  ) {
    this.index = new StatementIndex(encoder);
  }

  /** Takes stored records into the index; those it holds already are replaced. */
  hold(records: ArticleRecord[]): void {
    for (const record of records) {
      this.drop(record.id);
      this.summaries.set(record.id, summaryOf(record));
      const vectors = this.encoder && vectorsOf(record, this.encoder);
      this.index.add(record.id, record.statements, vectors);
      if (this.encoder && !vectors) this.bare.add(record.id);
    }
  }

  private drop(id: string): void {
    this.kept.delete(id);
    this.bare.delete(id);
    if (this.summaries.delete(id)) this.index.remove(id);
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

  async texts(ids: string[]): Promise<Stored[]> {
    const records = new Map<string, ArticleRecord | null>();
    for (const id of new Set(ids.map(articleOf))) records.set(id, await this.record(id));
    return ids.flatMap((id) => {
      const record = records.get(articleOf(id));
      const statement = record?.statements.find((s) => s.id === id);
      return record && statement ? [{ statement, source: sourceOf(record) }] : [];
    });
  }

  /** A stored article; null when it is not there. */
  async record(id: string): Promise<ArticleRecord | null> {
    const kept = this.kept.get(id);
    const summary = this.summaries.get(id);
    if (kept || !summary) return kept ?? null;
    const record = await read(() => this.db.get('articles', id));
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
    const record = await recordOf(draft, null, new Date(this.now()).toISOString(), this.encoder);
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

  /** Encodes what was stored without this encoder, article by article (some 0.4 s each), between whatever else is asked. */
  encodeRest(): void {
    if (this.bare.size > 0) this.whole = this.whole.then(() => this.encodeBare()).catch(() => this.bare.clear());
  }

  private async encodeBare(): Promise<void> {
    for (const id of this.bare) {
      // Lets questions that wait be answered first.
      await new Promise((resolve) => setTimeout(resolve));
      await this.turn(async () => {
        const record = this.bare.delete(id) ? await read(() => this.db.get('articles', id)) : undefined;
        if (!record) return;
        const whole = encoded(record, this.encoder);
        await write(this.db, async (tx) => void (await tx.objectStore('articles').put(whole)));
        this.hold([whole]);
      });
    }
  }

  /** Closes the connection. */
  close(): void {
    this.bare.clear();
    this.db.close();
  }

  /** Changes the disk, then, once that is done, the index to match. */
  private change(id: string, operation: string, work: (operation: Operation) => Promise<Done>): Promise<Done> {
    return this.turn(async () => {
      const done = await work({ id: operation, at: this.now() });
      if (done.record) this.hold([done.record]);
      else this.drop(id);
      this.encodeRest();
      return done;
    });
  }

  /** Carries out what changes the corpus after everything that was asked for before. */
  private turn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** The article that a statement id belongs to: `<article id>.<block>.<sentence>`. */
function articleOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
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
