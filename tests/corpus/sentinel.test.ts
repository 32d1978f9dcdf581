// What the trace outside the database tells about the database that was found.
import { describe, expect, it } from 'vitest';
import { checkSentinel, lossOf, readSentinel, SentinelKeeper, writeSentinel } from '../../lib/corpus/sentinel';
import type { Found, Sentinel } from '../../lib/corpus/sentinel';

const cases: { what: string; found: Found; sentinel: Sentinel | null; lost: boolean }[] = [
  { what: 'a first run', found: { epoch: null, articles: 0, tombstones: 0 }, sentinel: null, lost: false },
  { what: 'the same corpus', found: { epoch: 'a', articles: 3, tombstones: 0 }, sentinel: { epoch: 'a', articles: 3 }, lost: false },
  { what: 'a save that was not noted any more', found: { epoch: 'a', articles: 4, tombstones: 0 }, sentinel: { epoch: 'a', articles: 3 }, lost: false },
  { what: 'a corpus that the reader emptied', found: { epoch: 'a', articles: 0, tombstones: 3 }, sentinel: { epoch: 'a', articles: 3 }, lost: false },
  { what: 'a sentinel that is gone itself', found: { epoch: 'a', articles: 3, tombstones: 0 }, sentinel: null, lost: false },
  { what: 'an empty database after a first run', found: { epoch: null, articles: 0, tombstones: 0 }, sentinel: { epoch: 'a', articles: 3 }, lost: true },
  { what: 'a database of another epoch', found: { epoch: 'b', articles: 3, tombstones: 0 }, sentinel: { epoch: 'a', articles: 3 }, lost: true },
  { what: 'articles that vanished without a trace', found: { epoch: 'a', articles: 0, tombstones: 0 }, sentinel: { epoch: 'a', articles: 3 }, lost: true },
];

describe('the sentinel', () => {
  it.each(cases)('$what: loss $lost', ({ found, sentinel, lost }) => {
    expect(lossOf(found, sentinel) !== null).toBe(lost);
  });

  it('is read back as it was written', async () => {
    const store = new Map<string, unknown>();
    const port = { get: async (key: string) => store.get(key), set: async (key: string, value: unknown) => void store.set(key, value) };
    expect(await readSentinel(port)).toBeNull();
    await writeSentinel(port, { epoch: 'a', articles: 2 });
    expect(await readSentinel(port)).toEqual({ epoch: 'a', articles: 2 });
  });

  it.each([undefined, null, 'a', [], { epoch: 1, articles: 1 }, { epoch: 'a', articles: 1.5 }, { articles: 1 }])('is none in %j', (value) => {
    expect(checkSentinel(value)).toBeNull();
  });

  it('is kept as it was told last, however slowly what was told before is written', async () => {
    let stored: unknown;
    const writing: (() => void)[] = [];
    const set = async (_: string, value: unknown): Promise<void> => {
      await new Promise<void>((resolve) => writing.push(resolve));
      stored = value;
    };
    const keeper = new SentinelKeeper({ get: async () => stored, set });
    const all = Promise.all([keeper.keep({ epoch: 'a', articles: 2 }), keeper.keep({ epoch: 'a', articles: 3 }), keeper.keep(null)]);
    // Of writes that are under way at once the latest is done first.
    while (stored === undefined || (stored as Sentinel).articles !== 3 || writing.length > 0) {
      await new Promise((resolve) => setTimeout(resolve));
      writing.pop()?.();
    }
    await all;
    expect(stored).toEqual({ epoch: 'a', articles: 3 });
  });

  it('that could not be written keeps nobody waiting, and is written the next time', async () => {
    const store = new Map<string, unknown>();
    let full = true;
    const set = async (key: string, value: unknown): Promise<void> => {
      if (full) throw new Error('full');
      store.set(key, value);
    };
    const port = { get: async (key: string) => store.get(key), set };
    const keeper = new SentinelKeeper(port);
    await keeper.keep({ epoch: 'a', articles: 2 });
    full = false;
    await keeper.keep({ epoch: 'a', articles: 2 });
    expect(await readSentinel(port)).toEqual({ epoch: 'a', articles: 2 });
  });
});
