// What is remembered of the corpus outside IndexedDB, which can come back empty without an error: what was there, and what is
// there now, go in; whether that can be the same corpus comes out. Pure: the switchboard fulfils the port.
import { isRecord } from '../failure';

/** The trace that a corpus leaves outside its database. */
export interface Sentinel {
  /** Made at random when the database is first filled, and kept in it too. */
  epoch: string;
  /** Articles stored when it was last written. */
  articles: number;
}

/** What an opened database holds. `epoch` is null in one that was never filled. */
export interface Found {
  epoch: string | null;
  articles: number;
  /** Articles that the reader removed leave a tombstone each. */
  tombstones: number;
}

/** A small store outside the database, such as `storage.local`. */
export interface KeyValuePort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** The key it is kept under. */
const KEY = 'sentinel';

/** Reads the sentinel; null where none was ever written. */
export async function readSentinel(port: KeyValuePort): Promise<Sentinel | null> {
  return checkSentinel(await port.get(KEY));
}

/** Writes the sentinel. */
export async function writeSentinel(port: KeyValuePort, sentinel: Sentinel): Promise<void> {
  await port.set(KEY, sentinel);
}

/** Keeps the sentinel as it was told last: replies may come while an earlier one is still being written. */
export class SentinelKeeper {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly port: KeyValuePort) {}

  /**
   * Writes what was told, one after another, where it is news; null tells nothing. Settles once it is written. A storage that is full must
   * not keep anybody from their answer; the next one tries again.
   */
  keep(told: Sentinel | null): Promise<void> {
    if (told === null) return this.last;
    this.last = this.last
      .then(async () => {
        const before = await readSentinel(this.port);
        if (before?.epoch !== told.epoch || before.articles !== told.articles) await writeSentinel(this.port, told);
      })
      .catch(() => undefined);
    return this.last;
  }
}

/** A sentinel from a value of unknown shape; null for anything that is none. */
export function checkSentinel(value: unknown): Sentinel | null {
  if (!isRecord(value) || typeof value['epoch'] !== 'string' || !Number.isSafeInteger(value['articles'])) return null;
  return { epoch: value['epoch'], articles: value['articles'] as number };
}

/** Why the database found can't be the one that the sentinel remembers; null when it can. */
export function lossOf(found: Found, sentinel: Sentinel | null): string | null {
  if (sentinel === null) return null;
  if (found.epoch === null) return 'the database is empty, although articles were stored before';
  if (found.epoch !== sentinel.epoch) return 'the database is not the one that was here before';
  if (found.articles === 0 && found.tombstones === 0 && sentinel.articles > 0) return 'the articles stored before are gone';
  return null;
}
