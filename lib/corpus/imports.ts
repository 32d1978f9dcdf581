// Storing what an import brings: one strict transaction with an operation id, all of it or nothing. Records come one at a time, so that
// a large library is never held whole; each is weighed against the one here. Knows no file and no index.
import type { Article, ArticleSummary, Correction, Label, Verdict } from '../model';
import { write } from './database';
import type { Database, ImportCounts, Writing } from './database';
import { putArticle } from './heads';
import { uncompared } from './links';
import { correctionsMoved, firstTime, idOfMade, madeKey, madeRecord } from './made';
import type { MadeKind, MadeKinds, MadeRecord } from './made';
import { purgeArticle, put } from './operations';
import type { Operation } from './operations';
import { summaryOf } from './records';
import type { ArticleRecord } from './records';
import { together } from './together';

/** An article that is to be stored; its record is made when it is its turn. */
export interface Brought {
  id: string;
  record(): ArticleRecord;
}

/** What an import brings. */
export interface Bringing {
  /** True: everything that is here goes, whatever it is. False: of two that differ, the one that `weigh` lets win stays. */
  replace: boolean;
  articles: readonly Brought[];
  verdicts: readonly Verdict[];
  corrections: readonly Correction[];
  labels: readonly Label[];
  /** How a record brought stands to the one here (null where there is none). */
  weigh(kind: keyof ImportCounts, here: Article | MadeKinds[MadeKind] | null, brought: Article | MadeKinds[MadeKind]): { standing: 'added' | 'same' | 'differing'; wins: boolean };
}

/** What an import left behind. */
export interface Imported {
  /** Ids that are no longer stored. */
  removed: string[];
  /** Articles that are stored now, their statements still to be extracted. */
  stored: ArticleSummary[];
  /** Articles that were here before, and of which statements were corrected. */
  corrected: string[];
  counts: ImportCounts;
}

/** So often is told how far it is, in articles. */
const STEP = 50;
/** Articles that are read or stored at once: to wait for each answer takes longer than to store an article, and more than these would be held. Divides `STEP`. */
const AT_ONCE = 10;
const KINDS = [['verdict', 'verdicts'], ['correction', 'corrections'], ['label', 'labels']] as const;

/** Imports, unless this very operation did before. Imported articles are no news to the inbox. `step` hears how far it is. */
export function importAll(db: Database, bringing: Bringing, operation: Operation, step: (done: number, of: number) => void): Promise<Imported> {
  return write(db, async (tx) => {
    const nothing = { added: 0, same: 0, differing: 0 };
    const counts: ImportCounts = { articles: { ...nothing }, verdicts: { ...nothing }, corrections: { ...nothing }, labels: { ...nothing } };
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'import', ''))) return { removed: [], stored: [], corrected: [], counts: before?.counts ?? counts };
    const { winning: articles, fresh } = await weighed(tx, bringing, counts, step);
    const made = await weighedMade(tx, bringing, counts, operation.at);
    await tx.objectStore('operations').put({ ...operation, kind: 'import', article: '', already: false, counts });
    const removed = bringing.replace ? await tx.objectStore('articles').getAllKeys() : [];
    // Also those whose removal could be undone: they would come back into the library that replaces theirs.
    const undoable = bringing.replace ? await tx.objectStore('tombstones').index('until').getAllKeys() : [];
    for (const id of [...removed, ...undoable]) await purgeArticle(tx, id, operation.at);
    if (bringing.replace) await tx.objectStore('made').clear();
    const stored: ArticleSummary[] = [];
    for (let at = 0; at < articles.length; at += AT_ONCE) {
      if (at % STEP === 0) step(articles.length + at, 2 * articles.length);
      const records = articles.slice(at, at + AT_ONCE).map((brought) => brought.record());
      // Those that were here before one after another: what is derived of one may be of another too.
      for (const record of records) if (!fresh.has(record.id)) await put(tx, record);
      await together(
        ...records.filter(({ id }) => fresh.has(id)).map((record) => () => putArticle(tx, record)),
        ...records.map(({ id }) => () => tx.objectStore('links').put(uncompared(id))),
      );
      stored.push(...records.map(summaryOf));
    }
    for (const record of made) await tx.objectStore('made').put(record);
    const corrections = made.flatMap(({ kind, value }) => (kind === 'correction' ? [value as Correction] : []));
    return { removed, stored, corrected: await correctionsMoved(tx, corrections, new Set(stored.map(({ id }) => id))), counts };
  });
}

/**
 * The articles that are to be stored, counted by how they stand to those here. `fresh` are the ids of those that never were: they are not stored, nor is a tombstone left of
 * them, so that nothing can be derived of them.
 */
async function weighed(tx: Writing, { articles, replace, weigh }: Bringing, counts: ImportCounts, step: (done: number, of: number) => void): Promise<{ winning: Brought[]; fresh: Set<string> }> {
  const winning: Brought[] = [];
  const fresh = new Set<string>();
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    if (from % STEP === 0) step(from, 2 * articles.length);
    const some = articles.slice(from, from + AT_ONCE);
    const found = await together(
      ...some.map(({ id }) => () =>
        together(
          () => tx.objectStore('articles').get(id),
          () => tx.objectStore('tombstones').getKey(id),
        ),
      ),
    );
    for (const [at, brought] of some.entries()) {
      const [here, tombstone] = found[at]!;
      if (!here && tombstone === undefined) fresh.add(brought.id);
      const { standing, wins } = here ? weigh('articles', here, brought.record()) : { standing: 'added' as const, wins: true };
      counts.articles[standing]++;
      if (wins || replace) winning.push(brought);
    }
  }
  return { winning, fresh };
}

async function weighedMade(tx: Writing, bringing: Bringing, counts: ImportCounts, at: number): Promise<MadeRecord[]> {
  const winning: MadeRecord[] = [];
  for (const [kind, name] of KINDS) {
    for (const value of bringing[name]) {
      const here = await tx.objectStore('made').get(madeKey(kind, idOfMade(kind, value)));
      const { standing, wins } = bringing.weigh(name, here?.value ?? null, value);
      counts[name][standing]++;
      const record = wins || bringing.replace || !here ? (madeRecord(kind, value, null) as MadeRecord) : here;
      // The one here would go with its removed article, though an import has just brought it.
      const removed = record.article !== undefined && (await tx.objectStore('tombstones').get(record.article))?.undo !== undefined;
      if (removed) winning.push({ ...record, brought: at });
      else if (record !== here) winning.push(record);
    }
  }
  return winning;
}
