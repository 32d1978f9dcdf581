// Articles' ids in, their records out: from memory those that were used last, the others from disk at once. Knows no index.
import type { ArticleSummary } from '../model';
import type { Database } from './database';
import { recordsOf } from './heads';
import { EXTRACTION, extractedAnew } from './records';
import type { ArticleRecord } from './records';

/** Records kept, some 20 KB each: a page's candidates come from few articles, again and again. */
const MOST = 200;

export class KeptRecords {
  private readonly kept = new Map<string, ArticleRecord>();

  constructor(
    private readonly db: Database,
    /** The line that lists an article now; null where it is not stored. Another object once it was replaced. */
    private readonly listed: (id: string) => ArticleSummary | null,
  ) {}

  /** Lets go of an article that was replaced or removed. */
  drop(id: string): void {
    this.kept.delete(id);
  }

  /** Of these articles those that are stored, by id. @throws Failure 'corpus-unreadable' */
  async of(ids: string[]): Promise<Map<string, ArticleRecord>> {
    const found = new Map<string, ArticleRecord>();
    const wanted = new Map<string, ArticleSummary>();
    for (const id of new Set(ids)) {
      const record = this.kept.get(id);
      const summary = this.listed(id);
      if (record) this.keep(record);
      if (record) found.set(id, record);
      else if (summary) wanted.set(id, summary);
    }
    if (wanted.size === 0) return found;
    for (const stored of await recordsOf(this.db, [...wanted.keys()])) {
      const record = current(stored);
      found.set(record.id, record);
      // Read while it was being replaced or removed, it is an answer for now, but not to be kept.
      if (this.listed(record.id) === wanted.get(record.id)) this.keep(record);
    }
    return found;
  }

  /** The one used last goes to the end, from where it goes last. */
  private keep(record: ArticleRecord): void {
    this.kept.delete(record.id);
    this.kept.set(record.id, record);
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!);
  }
}

/** A record with the statements of this extraction, whatever lies on the disk. */
export function current(record: ArticleRecord): ArticleRecord {
  return record.extraction === EXTRACTION ? record : extractedAnew(record);
}
