// What the reader made (verdicts, corrections, labels): one strict transaction each, with an operation id, so that a retry
// changes nothing, and only where the asker finds what it expects. Knows no index.
import { Corrections } from '../annotate/corrected';
import { Failure } from '../failure';
import type { Correction, Label, Verdict } from '../model';
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
  /** What stood there before this was made: what a retry is answered with. */
  before: MadeKinds[K] | null;
  /** The article it is of; absent for verdicts, which are of words. */
  article?: string;
  /** When an import brought it while its article was removed, in ms since 1970: it does not go with that removal. */
  brought?: number;
}

/** What a change left behind, and what was there before it. `overtaken`: what is there is not what was wanted. */
export interface Remade<K extends MadeKind> {
  before: MadeKinds[K] | null;
  now: MadeKinds[K] | null;
  overtaken: boolean;
}

/** What of it the reader says, without what it is of and when. A verdict's note may be left open. */
export interface Told {
  verdict: Pick<Verdict, 'verdict'> & Partial<Pick<Verdict, 'note'>>;
  correction: Pick<Correction, 'hidden' | 'speaker' | 'figures'>;
  label: Pick<Label, 'tags' | 'note'>;
}

/** Is a value to be kept, or what stands in its place to be dropped? With `expects` only where just that stands, with null where nothing does. */
export interface Step<K extends MadeKind> {
  how: 'keep' | 'drop';
  expects?: Told[K] | null | undefined;
}

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
 * Keeps or drops, unless this very operation was carried out before, or something else than expected stands there: then nothing changes.
 * @throws Failure 'bad-message' for an operation id that was another one's, 'gone' when what is kept is of an article that is not stored.
 */
export function remake<K extends MadeKind>(db: Database, operation: Operation, kind: K, value: MadeKinds[K], { how, expects }: Step<K>): Promise<Remade<K>> {
  const id = idOfMade(kind, value);
  const wanted = how === 'keep' ? value : null;
  return write(db, async (tx) => {
    const store = tx.objectStore('made');
    const key = madeKey(kind, id);
    const stored = (await store.get(key)) as MadeRecord<K> | undefined;
    const before = stored?.value ?? null;
    const overtaken = !says(kind, before, wanted);
    if (!(await firstTime(tx, operation, kind, id))) return { before: stored?.before ?? null, now: before, overtaken };
    if (expects !== undefined && !says(kind, before, expects)) return { before, now: before, overtaken };
    if (wanted === null) await store.delete(key);
    else await store.put(madeRecord(kind, wanted, before) as MadeRecord);
    if (kind === 'correction') await followed(tx, (wanted ?? before) as Correction | null, wanted !== null);
    if (kind === 'label' && wanted !== null) await articleIn(tx, (wanted as Label).article);
    return { before, now: wanted, overtaken: false };
  });
}

/** Is this what the reader is taken to have said, whenever it was said? */
function says<K extends MadeKind>(kind: K, value: MadeKinds[K] | null, told: Told[K] | null): boolean {
  if (value === null || told === null) return value === told;
  const { note } = told as { note?: string };
  return inWords(kind, value, note) === inWords(kind, told, note);
}

function inWords<K extends MadeKind>(kind: K, told: Told[K], note: string | undefined): string {
  if (kind === 'verdict') return JSON.stringify([(told as Verdict).verdict, note !== undefined && (told as Verdict).note]);
  if (kind === 'label') return JSON.stringify([(told as Label).tags, (told as Label).note]);
  const { hidden, speaker, figures = [] } = told as Correction;
  return JSON.stringify([hidden, speaker === undefined, speaker, figures.map(({ at, min, max }) => [at, min, max])]);
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
  const of = new Corrections([correction]);
  const statements = record?.statements.filter((statement) => of.of(statement) !== null) ?? [];
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
