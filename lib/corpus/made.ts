// What the reader made (verdicts, corrections, labels): one strict transaction each, with an operation id, so that a retry
// changes nothing and an undo puts back what was before. Knows no index.
import { Failure } from '../failure';
import type { Correction, Label, Verdict } from '../model';
import { wordingKey } from '../text/wording-key';
import { write } from './database';
import type { Database, OperationRecord, Writing } from './database';
import { statementsChanged } from './links';
import { forget } from './operations';
import type { Operation } from './operations';

/** What the reader makes, by kind. */
export interface MadeKinds {
  verdict: Verdict;
  correction: Correction;
  label: Label;
}

/** A kind of what the reader makes. */
export type MadeKind = keyof MadeKinds;

/** One thing the reader made, as it is stored. */
export interface MadeRecord<K extends MadeKind = MadeKind> {
  /** `<kind>:<id>` */
  key: string;
  kind: K;
  value: MadeKinds[K];
  /** What stood there before this was made; what undoing puts back. */
  before: MadeKinds[K] | null;
  /** The article it is of; absent for verdicts, which are of words. */
  article?: string;
  /** When an import brought it while its article was removed, in ms since 1970: it does not go with that removal. */
  brought?: number;
}

/** What a change left behind, and what was there before it. */
export interface Remade<K extends MadeKind> {
  before: MadeKinds[K] | null;
  now: MadeKinds[K] | null;
}

/** What is to become of a record: this value, gone, or, where this value stands, what was before it. */
export type Making<K extends MadeKind> = { keep: MadeKinds[K] } | { undo: MadeKinds[K] } | 'drop';

/** The key of what the reader made. */
export function madeKey(kind: MadeKind, id: string): string {
  return `${kind}:${id}`;
}

/** The id of what the reader made. */
export function idOfMade<K extends MadeKind>(kind: K, value: MadeKinds[K]): string {
  return kind === 'label' ? (value as Label).article : (value as Verdict | Correction).id;
}

/** A record of what was made. */
export function madeRecord<K extends MadeKind>(kind: K, value: MadeKinds[K], before: MadeKinds[K] | null): MadeRecord<K> {
  const article = kind === 'verdict' ? undefined : (value as Correction | Label).article;
  return { key: madeKey(kind, idOfMade(kind, value)), kind, value, before, ...(article === undefined ? {} : { article }) };
}

/** Everything the reader made. */
export async function allMade(db: Database): Promise<MadeRecord[]> {
  return db.getAll('made');
}

/**
 * Makes, undoes or drops, unless this very operation was carried out before: then it says what is there now, as `before` too.
 * @throws Failure 'bad-message' for an operation id that was another one's, 'gone' when what is kept is of an article that is not stored.
 */
export function remake<K extends MadeKind>(db: Database, operation: Operation, kind: K, id: string, making: Making<K>): Promise<Remade<K>> {
  return write(db, async (tx) => {
    const store = tx.objectStore('made');
    const key = madeKey(kind, id);
    const stored = (await store.get(key)) as MadeRecord<K> | undefined;
    if (!(await firstTime(tx, operation, kind, id))) return { before: stored?.before ?? null, now: stored?.value ?? null };
    const before = stored?.value ?? null;
    const undoes = making !== 'drop' && 'undo' in making;
    // What stands there by now is not what was to be undone: undone twice, or overtaken by another.
    if (undoes && before !== null && !isSame(kind, before, making.undo)) return { before, now: before };
    let now: MadeKinds[K] | null = null;
    if (undoes) now = stored?.before ?? null;
    else if (making !== 'drop') now = making.keep;
    if (now === null) await store.delete(key);
    else await store.put(madeRecord(kind, now, undoes ? null : beneath(kind, now, stored)) as MadeRecord);
    if (kind === 'correction') await followed(tx, (now ?? before) as Correction | null, now !== null && !undoes);
    if (kind === 'label' && now !== null && !undoes) await articleIn(tx, (now as Label).article);
    return { before, now };
  });
}

/** Do both say the same of the same, whenever it was said? */
function isSame<K extends MadeKind>(kind: K, a: MadeKinds[K], b: MadeKinds[K]): boolean {
  if (kind === 'verdict') return (a as Verdict).verdict === (b as Verdict).verdict;
  if (kind === 'label') return true;
  const told = ({ hidden, speaker, figures }: Correction): string => JSON.stringify([hidden, speaker === undefined, speaker, figures]);
  return told(a as Correction) === told(b as Correction);
}

/**
 * What undoing is to put back: of the same said twice, what was there before the first. Nothing where what was there before comes back:
 * that is how an undo is asked for, too, and what was undone must not return with the next one.
 */
function beneath<K extends MadeKind>(kind: K, now: MadeKinds[K], stored: MadeRecord<K> | undefined): MadeKinds[K] | null {
  if (!stored) return null;
  if (kind === 'label') return stored.value;
  if (isSame(kind, now, stored.value)) return stored.before;
  return stored.before && isSame(kind, now, stored.before) ? null : stored.value;
}

/** Remembers an operation; false when it was carried out before. @throws Failure 'bad-message' when it was another one. */
export async function firstTime(tx: Writing, { id, at }: Operation, kind: OperationRecord['kind'], of: string, changed?: number): Promise<boolean> {
  const operations = tx.objectStore('operations');
  const before = await operations.get(id);
  if (before && (before.kind !== kind || before.article !== of)) throw new Failure('bad-message', 'this operation was another one');
  if (before) return false;
  await operations.put({ id, at, kind, article: of, already: false, ...(changed === undefined ? {} : { changed }) });
  await forget(tx, at);
  return true;
}

/** What is derived of a corrected statement goes with it. */
async function followed(tx: Writing, correction: Correction | null, wanted: boolean): Promise<void> {
  if (!correction) return;
  const record = wanted ? await articleIn(tx, correction.article) : await tx.objectStore('articles').get(correction.article);
  const statements = record?.statements.filter(({ text }) => wordingKey(text) === wordingKey(correction.text)) ?? [];
  if (wanted && statements.length === 0) throw new Failure('gone', 'no such statement');
  if (record) await statementsChanged(tx, record.id, new Set(statements.map(({ id }) => id)));
}

/** Corrections came with an import: what is derived of the statements goes. Ids of the articles that had been here before (not among `fresh`). */
export async function correctionsMoved(tx: Writing, corrections: Correction[], fresh: ReadonlySet<string>): Promise<string[]> {
  const moved = new Set<string>();
  for (const correction of corrections) {
    if (fresh.has(correction.article) || !(await tx.objectStore('articles').getKey(correction.article))) continue;
    await followed(tx, correction, false);
    moved.add(correction.article);
  }
  return [...moved];
}

async function articleIn(tx: Writing, id: string) {
  const record = await tx.objectStore('articles').get(id);
  if (!record) throw new Failure('gone', 'no such article');
  return record;
}
