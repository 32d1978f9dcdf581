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

/**
 * Removes articles, also those whose removal could be undone, with everything the reader wrote of them: verdicts on their words, too, but
 * not on those that stand in an article that stays. A retry answers as the first time did.
 */
export function purge(db: Database, what: Purge, operation: Operation): Promise<{ articles: number; removed: string[] }> {
  return write(db, async (tx) => {
    const of = what === 'all' ? 'all' : 'site' in what ? 'site' : what.article;
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'purge', of))) return { articles: before?.changed ?? 0, removed: [] };
    const removed: string[] = [];
    const [gone, staying] = [new Set<string>(), new Set<string>()];
    const verdicts = what === 'all' ? [] : await verdictsIn(tx);
    const judged = new Set(verdicts.flatMap(({ words }) => words));
    for (const id of await ids(tx)) {
      const record = await tx.objectStore('articles').get(id);
      const article = record ?? (await tx.objectStore('tombstones').get(id))?.undo?.article;
      if (!article) continue;
      const goes = isOf(article, what);
      if (judged.size > 0) for (const words of article.statements.map(({ text }) => wordingKey(text))) if (judged.has(words)) (goes ? gone : staying).add(words);
      if (!goes) continue;
      await purgeArticle(tx, id, operation.at);
      if (record) removed.push(id);
    }
    if (what === 'all') await tx.objectStore('made').clear();
    for (const { key, words } of verdicts) if (words.some((one) => gone.has(one) && !staying.has(one))) await tx.objectStore('made').delete(key);
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

/** Every verdict with the words that it is of. */
async function verdictsIn(tx: Writing): Promise<{ key: string; words: string[] }[]> {
  const made = await tx.objectStore('made').getAll();
  return made.flatMap(({ key, kind, value }) => {
    if (kind !== 'verdict') return [];
    const { claim, evidence } = value as Verdict;
    return [{ key, words: [claim, evidence].filter((text) => text !== null).map(wordingKey) }];
  });
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
