// What the corpus does between questions: extracts anew what an older release left, encodes what has no vectors, compares
// articles with each other. What is left to do is known from the database alone. Knows no message and no page.
import { candidatesFor, judgedAmong, shown, withVectors } from '../annotate';
import { NOTHING_JUDGED } from '../annotate/judged';
import type { Encoder } from '../match/encoder/encoder';
import type { Candidate } from '../match/finding/corpus-index';
import type { Link, Source, StoredStatement, Work } from '../model';
import type { Corpus } from './corpus';
import { read, write } from './database';
import type { Database } from './database';
import { disputeOf, settle } from './disputes';
import { putArticle } from './heads';
import { articleOf, compared, engineOf, linksRecord } from './links';
import { encoded, extractedAnew, summaryOf } from './records';
import type { ArticleRecord } from './records';

/** A link with the other side's statement, as it stood when they were compared. */
interface Found {
  link: Link;
  statement: StoredStatement;
  source: Source;
}

/** The corpus's work in the background, one article after another, each in slices. */
export class Background {
  /** What is being done; null when nothing. */
  work: Work | null = null;
  /** Settles once what was there to extract and encode is done, or could not be. */
  whole: Promise<void> = Promise.resolve();
  private readonly toExtract = new Set<string>();
  /** Articles whose statements have no vectors of this encoder: found by words until they have. */
  private readonly toEncode = new Set<string>();
  private tell: ((work: Work | null) => void) | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  /** Something has changed since the articles to compare were last looked up. */
  private changed = true;
  /** Articles that could not be compared: tried again after a restart. */
  private readonly failed = new Set<string>();

  constructor(
    private readonly corpus: Corpus,
    private readonly db: Database,
    private readonly encoder: Encoder | null,
    private readonly now: () => number,
  ) {}

  /** This article is of an older extraction. */
  extractLater(id: string): void {
    this.toExtract.add(id);
  }

  /** This article has no vectors. */
  encodeLater(id: string): void {
    this.toEncode.add(id);
  }

  /** This article is gone, or comes again. */
  forget(id: string): void {
    this.toExtract.delete(id);
    this.toEncode.delete(id);
  }

  /** Also compares from now on. */
  keepComparing(tell: (work: Work | null) => void): void {
    this.tell = tell;
    if (this.work) tell(this.work);
    this.catchUp();
  }

  /** Looks for what there is to do, and does it. */
  catchUp(): void {
    this.changed = true;
    if (this.toExtract.size > 0 || this.toEncode.size > 0) {
      this.whole = this.whole.then(() => this.renew()).catch(() => [this.toExtract, this.toEncode].forEach((set) => set.clear()));
    }
    if (this.tell && !this.running && !this.stopped) {
      this.running = this.whole
        .then(() => this.compareAll())
        .catch(() => undefined)
        .finally(() => {
          this.running = null;
          this.at(null);
          if (this.changed && !this.stopped) this.catchUp();
        });
    }
  }

  /** Does nothing more. */
  stop(): void {
    this.stopped = true;
    this.toExtract.clear();
    this.toEncode.clear();
  }

  /** Settles once nothing is being compared. */
  async rest(): Promise<void> {
    while (this.running) await this.running;
  }

  /** This is being done now; with null nothing. */
  at(work: Work | null): void {
    this.work = work;
    this.tell?.(work);
  }

  private async renew(): Promise<void> {
    await this.eachOf(this.toExtract, 'extracting', (record) => extractedAnew(record));
    await this.eachOf(this.toEncode, 'encoding', (record) => encoded(record, this.encoder));
    this.at(null);
  }

  private async eachOf(ids: Set<string>, kind: Work['kind'], renewed: (record: ArticleRecord) => ArticleRecord): Promise<void> {
    let done = 0;
    for (const id of ids) {
      this.at({ kind, done, of: done + ids.size });
      await breath();
      await this.corpus.turn(async () => {
        const record = ids.delete(id) ? await read(() => this.db.get('articles', id)) : undefined;
        if (!record) return;
        const whole = renewed(record);
        // Lost, the article lies there as it was, and its statements or vectors are made anew at the next opening.
        await write(this.db, (tx) => putArticle(tx, whole), 'relaxed');
        this.corpus.hold([whole]);
        this.corpus.touched();
      });
      done++;
    }
  }

  private async compareAll(): Promise<void> {
    let done = 0;
    while (!this.stopped) {
      this.changed = false;
      // What came meanwhile is extracted and encoded first: compared before, it would count as compared by meaning without having been.
      await this.whole;
      await this.settleIndex();
      const fresh = await read(() => compared(this.db, this.encoder !== null));
      // In the order of saving: each is compared with those before it first.
      const waiting = this.corpus.list().filter(({ id }) => !fresh.has(id) && !this.failed.has(id)).reverse();
      if (waiting.length === 0) return;
      for (const [at, { id }] of waiting.entries()) {
        if (this.stopped || this.changed) break;
        this.at({ kind: 'comparing', done, of: done + waiting.length - at });
        await this.compare(id).catch(() => this.failed.add(id));
        done++;
      }
    }
  }

  /** Merges what is due of the index, and writes what has changed of it. */
  private async settleIndex(): Promise<void> {
    while (!this.stopped && this.corpus.mergeStep()) await breath();
    if (!this.stopped) await this.corpus.keepIndex(() => this.stopped);
  }

  /** Compares one article with all others, a statement at a time, and keeps what came of it in one transaction. */
  private async compare(id: string): Promise<void> {
    const since = this.corpus.mark();
    const record = await this.corpus.record(id);
    if (!record) return;
    const vectors = this.corpus.vectorsOf(record);
    const others = await this.corpus.besides(record.url);
    const found: Found[] = [];
    const judged = new Map<string, Map<number, Candidate[]>>();
    for (const [claim, vector] of withVectors(this.corpus.statementsOf(record), (one) => vectors.get(one.id) ?? null, others, id)) {
      await breath();
      if (this.stopped || this.corpus.concerned(id, since)) return;
      const candidates = candidatesFor(claim, vector, others, id);
      // Of a page and its stretches only the best is shown, so that what is known of one hangs on which others are stored.
      if (!candidates.some((one) => this.corpus.stretches.has(articleOf(one.id)))) judged.set(claim.id, this.corpus.keysOf(id, candidates));
      for (const { statement, source, stance, confidence, reason } of shown(claim, await judgedAmong(claim, candidates, others), NOTHING_JUDGED)) {
        found.push({ link: { a: claim.id, b: statement.id, stance, confidence, reason }, statement, source });
      }
    }
    await this.corpus.turn(() => this.keep(record, found, judged, since));
  }

  private async keep(record: ArticleRecord, all: Found[], judged: Map<string, Map<number, Candidate[]>>, since: number): Promise<void> {
    if (this.stopped || this.corpus.concerned(record.id, since)) return;
    const stands = ({ id }: { id: string }): boolean => !this.corpus.concerned(articleOf(id), since);
    const found = all.filter(({ link }) => stands({ id: link.b }));
    const keys = [...judged].map(([claim, groups]) => [claim, [...groups].filter(([, candidates]) => candidates.every(stands)).map(([key]) => key)] as const);
    const lines = (await Promise.all(found.filter(({ link }) => link.stance === 'conflicts').map((one) => this.disputeOf(record, one)))).filter((line) => line !== null);
    const linked = await write(this.db, async (tx) => {
      const links = tx.objectStore('links');
      const disputes = tx.objectStore('disputes');
      const before = await links.get(record.id);
      const quiet = before !== undefined;
      await links.put(linksRecord(record.id, found.map(({ link }) => link), engineOf(this.encoder !== null), Object.fromEntries(keys)));
      if (!quiet) for (const line of lines) if (!(await disputes.get(line.id))) await disputes.put(line);
      const settled = await settle(tx, record.id, new Set(lines.map(({ id }) => id)), this.corpus.notes, (id) => stands({ id }));
      return settled || found.length + (before?.links.length ?? 0) > 0;
      // Lost, the article counts as not compared.
    }, 'relaxed');
    // Nothing found where nothing was is no news.
    if (linked) this.corpus.touched();
  }

  private async disputeOf(record: ArticleRecord, { link, statement, source }: Found) {
    const own = record.statements.find(({ id }) => id === link.a);
    const other = this.corpus.summary(source.id);
    if (!own || !other) return null;
    const a = { statement: own, source: summaryOf(record), retrieved: record.retrieved };
    return disputeOf(a, { statement, source, retrieved: other.retrieved }, link, new Date(this.now()).toISOString());
  }
}

/** Lets questions that wait be answered first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
