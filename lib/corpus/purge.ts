// Removing beyond undoing, and putting many articles at once: each one strict transaction with an operation id. Knows no index.
import type { Verdict } from '../model';
import { wordingKey } from '../text/wording-key';
import { write } from './database';
import type { Database, Writing } from './database';
import { firstTime } from './made';
import { purgeArticle } from './operations';
import type { Operation } from './operations';
import type { ArticleRecord } from './records';
import { putSeed } from './seeds';

/** What is to be removed: an article by its id, all of a host and the hosts below it, or everything. */
export type Purge = { article: string } | { site: string } | 'all';

/** Removes articles, also those whose removal could be undone, with everything the reader wrote of them. A retry answers as the first time did. */
export function purge(db: Database, what: Purge, operation: Operation): Promise<{ articles: number; removed: string[] }> {
  return write(db, async (tx) => {
    const of = what === 'all' ? 'all' : 'site' in what ? 'site' : what.article;
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'purge', of))) return { articles: before?.changed ?? 0, removed: [] };
    const removed: string[] = [];
    const words = new Set<string>();
    const stored = await ids(tx);
    for (const id of stored) {
      const record = await tx.objectStore('articles').get(id);
      const article = record ?? (await tx.objectStore('tombstones').get(id))?.undo?.article;
      if (!article || !isOf(article, what)) continue;
      for (const { text } of article.statements) words.add(wordingKey(text));
      await purgeArticle(tx, id, operation.at);
      if (record) removed.push(id);
    }
    if (what === 'all') await tx.objectStore('made').clear();
    else await purgeVerdicts(tx, words);
    await tx.objectStore('operations').put({ ...operation, kind: 'purge', article: of, already: false, changed: removed.length });
    return { articles: removed.length, removed };
  });
}

async function ids(tx: Writing): Promise<Set<string>> {
  return new Set([...(await tx.objectStore('articles').getAllKeys()), ...(await tx.objectStore('tombstones').getAllKeys())]);
}

function isOf({ id, url }: ArticleRecord, what: Purge): boolean {
  if (what === 'all') return true;
  if ('article' in what) return id === what.article;
  const host = url === null ? '' : new URL(url).hostname;
  return host === what.site || host.endsWith(`.${what.site}`);
}

async function purgeVerdicts(tx: Writing, words: ReadonlySet<string>): Promise<void> {
  const made = tx.objectStore('made');
  for (const record of await made.getAll()) {
    if (record.kind !== 'verdict') continue;
    const { claim, evidence } = record.value as Verdict;
    if (words.has(wordingKey(claim)) || (evidence !== null && words.has(wordingKey(evidence)))) await made.delete(record.key);
  }
}

/** Stores seeds, all or none, once an operation; how many the first time stored. */
export function putAll(db: Database, operation: Operation, records: ArticleRecord[]): Promise<number> {
  return write(db, async (tx) => {
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'seeds', '', records.length))) return before?.changed ?? 0;
    for (const record of records) await putSeed(tx, record);
    return records.length;
  });
}
