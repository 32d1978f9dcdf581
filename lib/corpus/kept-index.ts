// The index's segments as they are kept on disk: derived data, so that what can't be written or read only costs time. Each segment is
// written once, its vectors again when they change; last comes the manifest, which says what counts. Must not know what is in a segment.
import type { StatementIndex } from '../match/finding/statement-index';
import type { Database } from './database';

/** What lies in the store of segments: the words or the vectors of one, with their checksum, or the manifest. */
export type KeptRecord =
  | { id: `words ${number}`; bytes: ArrayBuffer; sum: number }
  | { id: `vectors ${number}`; bytes: Int8Array; sum: number; encoder: string }
  | Manifest;

interface Manifest {
  id: 'manifest';
  /** Oldest first: of two that hold the same article the later one is right. */
  segments: { key: number; vectors: boolean }[];
}

/** Keeps an index, and brings it back. */
export class KeptIndex {
  /** What is on disk and counts, or will once the manifest says so, by key. */
  private written = new Map<number, { vectorChanges: number; vectors: boolean }>();
  private manifest = '[]';
  /** Counts how often everything was cleared: what was being written meanwhile is no more. */
  private cleared = 0;
  private failed = false;

  constructor(
    private readonly db: Database,
    private readonly index: StatementIndex,
    /** The stamp of the encoder that vectors are of; null without one. */
    private readonly encoder: string | null,
  ) {}

  /** Fills the index, which is new, with what was kept of it; what is damaged is left out. */
  async load(): Promise<void> {
    const manifest = listed(await this.read('manifest'));
    for (const { key, vectors } of manifest) {
      const words = whole(await this.read(`words ${key}`), ArrayBuffer);
      const found = words && vectors ? await this.read(`vectors ${key}`) : null;
      const packed = this.encoder !== null && found && 'encoder' in found && found.encoder === this.encoder ? whole(found, Int8Array) : null;
      // Told of a damaged one too: its key must not be given to another, to which its vectors could be taken to belong.
      if (this.index.load(key, words ?? new ArrayBuffer(0), packed)) this.written.set(key, { vectorChanges: 0, vectors: packed !== null });
    }
    this.manifest = JSON.stringify(manifest);
  }

  /** Writes what has changed, until `stopped`. Never throws: after a failure nothing more is written until the next opening. */
  async keep(stopped: () => boolean): Promise<void> {
    try {
      this.index.seal();
      while (!this.failed && !stopped()) {
        // Looked up anew each time: a segment may be merged away while another is written.
        const next = this.index.kept().find(({ key, vectorChanges }) => this.written.get(key)?.vectorChanges !== vectorChanges);
        if (!next) return await this.list();
        await this.put(next.key, next.words, next.vectorChanges, next.vectors());
      }
    } catch {
      this.failed = true;
    }
  }

  /** Takes everything off the disk: an article was removed for good, and no word of it is to stay. */
  async clear(): Promise<void> {
    this.cleared++;
    this.written = new Map();
    this.manifest = '[]';
    // What can't be cleared is found at the next opening to hold what is gone, and written anew then.
    await this.db.clear('segments').catch(() => undefined);
  }

  private async put(key: number, words: ArrayBuffer, vectorChanges: number, vectors: Int8Array | null): Promise<void> {
    const { cleared } = this;
    const tx = this.db.transaction('segments', 'readwrite');
    // Without an encoder nothing says whose vectors these are.
    const wanted = this.encoder === null ? null : vectors;
    const requests: Promise<unknown>[] = [tx.done];
    if (!this.written.has(key)) requests.push(tx.store.put({ id: `words ${key}`, bytes: words, sum: sumOf(words) }));
    if (wanted) requests.push(tx.store.put({ id: `vectors ${key}`, bytes: wanted, sum: sumOf(wanted), encoder: this.encoder! }));
    else requests.push(tx.store.delete(`vectors ${key}`));
    await Promise.all(requests);
    if (cleared === this.cleared) this.written.set(key, { vectorChanges, vectors: wanted !== null });
  }

  /** Writes the manifest, and lets go of what it does not list. */
  private async list(): Promise<void> {
    const segments = this.index.kept().map(({ key }) => ({ key, vectors: this.written.get(key)!.vectors }));
    const manifest = JSON.stringify(segments);
    if (manifest === this.manifest) return;
    const { cleared } = this;
    const wanted = new Set<string>(['manifest', ...segments.flatMap(({ key, vectors }) => [`words ${key}`, ...(vectors ? [`vectors ${key}`] : [])])]);
    const tx = this.db.transaction('segments', 'readwrite');
    const done = tx.done.catch((error: unknown) => ({ error }));
    await tx.store.put({ id: 'manifest', segments });
    for (const id of await tx.store.getAllKeys()) if (!wanted.has(id)) await tx.store.delete(id);
    const failure = await done;
    if (failure) throw failure.error;
    if (cleared !== this.cleared) return;
    this.manifest = manifest;
    for (const key of this.written.keys()) if (!wanted.has(`words ${key}`)) this.written.delete(key);
  }

  private read(id: string): Promise<KeptRecord | null> {
    return this.db.get('segments', id).then((found) => found ?? null, () => null);
  }
}

/** A manifest's list; empty where it is none. It comes from a disk: nothing is taken for granted. */
function listed(found: KeptRecord | null): Manifest['segments'] {
  const segments: unknown = found && 'segments' in found ? found.segments : null;
  if (!Array.isArray(segments)) return [];
  return (segments as Partial<Manifest['segments'][number] | null>[]).flatMap((one) => (one && Number.isSafeInteger(one.key) ? [{ key: one.key!, vectors: one.vectors === true }] : []));
}

/** The bytes of a record, of that type and with the checksum they were written with; null otherwise. */
function whole<T extends ArrayBuffer | Int8Array>(found: KeptRecord | null, type: new (length: number) => T): T | null {
  if (!found || !('bytes' in found) || !(found.bytes instanceof type)) return null;
  return found.bytes.byteLength % 4 === 0 && sumOf(found.bytes) === found.sum ? found.bytes : null;
}

/** FNV-1a over words of 32 bits, of which `bytes` has a whole number: unsigned. */
function sumOf(bytes: ArrayBuffer | Int8Array): number {
  const words = bytes instanceof ArrayBuffer ? new Uint32Array(bytes) : new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ words[at]!, 0x01000193);
  return sum >>> 0;
}
