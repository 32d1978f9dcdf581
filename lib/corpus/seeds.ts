// The seed articles: their JSON goes in, ordinary articles come out, once. All of them are checked before any is written.
// Knows no index.
import { Failure } from '../failure';
import type { Encoder } from '../match/encoder/encoder';
import type { Draft } from '../model';
import { read, write } from './database';
import type { Database, Meta, Writing } from './database';
import { fingerprintOf, idOf } from './identity';
import { uncompared } from './links';
import { put } from './operations';
import { recordOf } from './records';
import type { ArticleRecord } from './records';
import { parseSeed, seedDraft } from './seed-format';

/**
 * Installs the seeds that were never installed here, in one transaction, and gives a new database its epoch. A seed that the reader
 * removed stays away; one that is stored in an older wording is replaced. Where all are there already, nothing is extracted or written.
 * @throws Failure 'bad-message' for JSON of another shape, 'quota', 'corpus-unreadable'. Nothing is written then.
 */
export async function installSeeds(db: Database, seeds: readonly unknown[], now: number, encoder: Encoder | null): Promise<Meta> {
  const checked = seeds.map(check);
  const before = await read(() => db.get('meta', 'corpus'));
  const records: ArticleRecord[] = [];
  for (const { file, draft } of checked) {
    const stored = await read(async () => db.get('articles', await idOf(draft, file)));
    const wanted = stored ? stored.fingerprint !== (await fingerprintOf(draft)) : !before?.seeds.includes(file);
    // Reworded by an update it is no newer than it was.
    if (wanted) records.push(await recordOf(draft, file, stored?.retrieved ?? new Date(now).toISOString(), encoder));
  }
  if (before && records.length === 0) return before;
  const files = new Set([...(before?.seeds ?? []), ...checked.map(({ file }) => file)]);
  const meta: Meta = { epoch: before?.epoch ?? crypto.randomUUID(), seeds: [...files].sort() };
  await write(db, async (tx) => {
    for (const record of records) await putSeed(tx, record);
    await tx.objectStore('meta').put(meta, 'corpus');
  });
  return meta;
}

/** Puts a seed into its store. Nobody saved it, so that what it differs from is no news to the inbox. */
export async function putSeed(tx: Writing, record: ArticleRecord): Promise<void> {
  await put(tx, record);
  await tx.objectStore('links').put(uncompared(record.id));
}

/** Records of the seeds whose articles are not stored now, whether they were removed or not. `stored` tells by id. */
export async function missingSeeds(seeds: readonly unknown[], stored: (id: string) => boolean, now: number, encoder: Encoder | null): Promise<ArticleRecord[]> {
  const missing: ArticleRecord[] = [];
  for (const { file, draft } of seeds.map(check)) {
    if (!stored(await idOf(draft, file))) missing.push(await recordOf(draft, file, new Date(now).toISOString(), encoder));
  }
  return missing;
}

function check(value: unknown): { file: string; draft: Draft } {
  try {
    const seed = parseSeed(value);
    return { file: seed.file, draft: seedDraft(seed) };
  } catch (error) {
    throw new Failure('bad-message', error instanceof Error ? error.message : String(error));
  }
}
