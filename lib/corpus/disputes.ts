// The inbox: links of an article that was compared become lines of it, where a newer article differs from an older one. Knows
// no judging.
import type { Dispute, Link, Source, StoredStatement } from '../model';
import { write } from './database';
import type { Database, DisputeRecord } from './database';
import { idOfDispute } from './identity';
import { firstTime } from './made';
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
