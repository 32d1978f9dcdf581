// Storing what an import brings: one strict transaction with an operation id, all of it or nothing. Records come one at a time, so that
// a large library is never held whole; each is weighed against the one here. Knows no file and no index.
import type { Article, ArticleSummary, Correction, Label, Verdict } from '../model';
import { write } from './database';
import type { Database, ImportCounts, Writing } from './database';
import { uncompared } from './links';
import { correctionsMoved, firstTime, idOfMade, madeKey, madeRecord } from './made';
import type { MadeKind, MadeKinds, MadeRecord } from './made';
import { purgeArticle, put } from './operations';
import type { Operation } from './operations';
import { summaryOf } from './records';
import type { ArticleRecord } from './records';

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
const KINDS = [['verdict', 'verdicts'], ['correction', 'corrections'], ['label', 'labels']] as const;

/** Imports, unless this very operation did before. Imported articles are no news to the inbox. `step` hears how far it is. */
export function importAll(db: Database, bringing: Bringing, operation: Operation, step: (done: number, of: number) => void): Promise<Imported> {
  return write(db, async (tx) => {
    const nothing = { added: 0, same: 0, differing: 0 };
    const counts: ImportCounts = { articles: { ...nothing }, verdicts: { ...nothing }, corrections: { ...nothing }, labels: { ...nothing } };
    const before = await tx.objectStore('operations').get(operation.id);
    if (!(await firstTime(tx, operation, 'import', ''))) return { removed: [], stored: [], corrected: [], counts: before?.counts ?? counts };
    const articles = await weighed(tx, bringing, counts, step);
    const made = await weighedMade(tx, bringing, counts, operation.at);
    await tx.objectStore('operations').put({ ...operation, kind: 'import', article: '', already: false, counts });
    const removed = bringing.replace ? await tx.objectStore('articles').getAllKeys() : [];
    // Also those whose removal could be undone: they would come back into the library that replaces theirs.
    const undoable = bringing.replace ? await tx.objectStore('tombstones').index('until').getAllKeys() : [];
    for (const id of [...removed, ...undoable]) await purgeArticle(tx, id, operation.at);
    if (bringing.replace) await tx.objectStore('made').clear();
    const stored: ArticleSummary[] = [];
    for (const [at, brought] of articles.entries()) {
      if (at % STEP === 0) step(articles.length + at, 2 * articles.length);
      const record = brought.record();
      await put(tx, record);
      await tx.objectStore('links').put(uncompared(record.id));
      stored.push(summaryOf(record));
    }
    for (const record of made) await tx.objectStore('made').put(record);
    const corrections = made.flatMap(({ kind, value }) => (kind === 'correction' ? [value as Correction] : []));
    return { removed, stored, corrected: await correctionsMoved(tx, corrections, new Set(stored.map(({ id }) => id))), counts };
  });
}

/** The articles that are to be stored, counted by how they stand to those here. */
async function weighed(tx: Writing, { articles, replace, weigh }: Bringing, counts: ImportCounts, step: (done: number, of: number) => void): Promise<Brought[]> {
  const winning: Brought[] = [];
  for (const [at, brought] of articles.entries()) {
    if (at % STEP === 0) step(at, 2 * articles.length);
    const here = (await tx.objectStore('articles').get(brought.id)) ?? null;
    const { standing, wins } = here ? weigh('articles', here, brought.record()) : { standing: 'added' as const, wins: true };
    counts.articles[standing]++;
    if (wins || replace) winning.push(brought);
  }
  return winning;
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
