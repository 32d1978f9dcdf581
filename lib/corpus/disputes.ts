// The inbox: links of an article that was compared become lines of it, where a newer article differs from an older one; a line whose
// statements were corrected until they agree is settled, for as long as these corrections stand. Knows no judging.
import type { Dispute, Link, Source, StoredStatement } from '../model';
import { write } from './database';
import type { Database, DisputeRecord, Writing } from './database';
import { idOfDispute } from './identity';
import { firstTime } from './made';
import type { Notes } from './notes';
import type { Operation } from './operations';

/** One side of a link, with when its article was saved. */
export interface Side {
  statement: StoredStatement;
  source: Source;
  /** ISO instant. */
  retrieved: string;
}

/** The line of the inbox that two differing statements make; null for seeds among each other. `a` counts as newer where both were saved at once. */
export async function disputeOf(a: Side, b: Side, link: Link, found: string): Promise<DisputeRecord | null> {
  if (a.source.file !== null && b.source.file !== null) return null;
  const turned = b.retrieved > a.retrieved;
  const [older, newer] = turned ? [a, b] : [b, a];
  const id = await idOfDispute(
    { article: older.source.id, text: older.statement.text },
    { article: newer.source.id, text: newer.statement.text },
  );
  // A reason speaks of the claim and its evidence: the newer statement stands for the claim.
  const { claim, evidence, aligned, ...rest } = link.reason;
  const reason = turned ? { ...rest, claim: evidence, evidence: claim, ...(aligned ? { aligned: { claim: aligned.evidence, evidence: aligned.claim } } : {}) } : link.reason;
  return { id, articles: [older.source.id, newer.source.id], older: sideOf(older), newer: sideOf(newer), reason, found, seen: false };
}

/**
 * Once an article was compared, of its lines those whose statements no longer differ as corrected are settled, and those that do are open again;
 * `differing` are the ids of lines that the comparison found. Lines whose other statement does not stand as it was compared are left. True when
 * anything was changed.
 */
export async function settle(tx: Writing, article: string, differing: ReadonlySet<string>, notes: Notes, stands: (statement: string) => boolean): Promise<boolean> {
  const disputes = tx.objectStore('disputes');
  let changed = false;
  for (const line of await disputes.index('articles').getAll(article)) {
    const { settled, ...open } = line;
    const statements = [line.older.statement, line.newer.statement];
    // What is left out is not compared: its lines are not shown, but come back with it.
    if (statements.some((one) => !notes.corrected(one) || !stands(one.id))) continue;
    const corrections = correctedAt(line, notes);
    const differs = differing.has(line.id) || (await linked(tx, statements.find((one) => one.article !== article), statements.find((one) => one.article === article)));
    if (differs ? settled === undefined : corrections.every((at) => at === null) || isSettled(line, notes)) continue;
    await disputes.put(differs ? open : { ...open, settled: corrections });
    changed = true;
  }
  return changed;
}

/** Did the comparison of the one's article find that the other differs? What was corrected since is no longer among its links. */
async function linked(tx: Writing, one: StoredStatement | undefined, other: StoredStatement | undefined): Promise<boolean> {
  const links = one && (await tx.objectStore('links').get(one.article))?.links;
  return links?.some(({ a, b, stance }) => a === one?.id && b === other?.id && stance === 'conflicts') ?? false;
}

/** True while the corrections stand by which a line's statements no longer differ. */
export function isSettled(line: DisputeRecord, notes: Notes): boolean {
  return line.settled !== undefined && correctedAt(line, notes).every((at, side) => at === line.settled?.[side]);
}

/** When the statements of a line, older first, were corrected as they stand; null for one that was not. ISO instants. */
function correctedAt({ older, newer }: DisputeRecord, notes: Notes): (string | null)[] {
  return [older, newer].map(({ statement }) => notes.correctionOf(statement)?.at ?? null);
}

function sideOf({ statement, source: { id, title, outlet, published, url, file } }: Side): Dispute['older'] {
  return { statement, source: { id, title, outlet, published, url, file } };
}

/** Marks lines of the inbox as seen or not, once an operation. */
export function markSeen(db: Database, ids: string[], seen: boolean, operation: Operation): Promise<void> {
  return write(db, async (tx) => {
    if (!(await firstTime(tx, operation, 'seen', String(seen)))) return;
    const store = tx.objectStore('disputes');
    for (const id of ids) {
      const dispute = await store.get(id);
      if (dispute) await store.put({ ...dispute, seen });
    }
  });
}
