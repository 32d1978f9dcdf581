// What the trace outside the database tells about the database that was found.
import { describe, expect, it } from 'vitest';
import { checkSentinel, lossOf, readSentinel, writeSentinel } from '../../lib/corpus/sentinel';
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
});
