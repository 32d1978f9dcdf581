// The vectors' kernel is what its source says, and finds exactly what comparing with each vector finds, through removal, merging and loading.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { cosine128 } from '../../../lib/match/encoder/encoder';
import nearest from '../../../lib/match/finding/segments/nearest.json';
import { Segments } from '../../../lib/match/finding/segments/segments';
import { scaleOf, VectorRoom } from '../../../lib/match/finding/segments/vector-room';
import { ALL_UP_TO, VectorIndex } from '../../../lib/match/finding/vector-index';

const SIZE = 128;

/** Vectors that look random, the same each time. */
function vectorsFrom(seed: number, count: number): Int8Array {
  let state = seed * 2_654_435_761 + 1;
  return Int8Array.from({ length: count * SIZE }, () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) >> 24) | 0);
}

function filled(articles: number, each: number, segments = new Segments()): { segments: Segments; all: Map<string, Int8Array> } {
  const all = new Map<string, Int8Array>();
  for (let at = 0; at < articles; at++) {
    const packed = vectorsFrom(at, each);
    const statements = Array.from({ length: each }, (_, i) => ({ id: `a${at}.${i}.0`, length: 1, terms: new Map([['word', 1]]) }));
    segments.add(`a${at}`, statements, packed, 0);
    statements.forEach(({ id }, i) => all.set(id, packed.subarray(i * SIZE, (i + 1) * SIZE)));
  }
  return { segments, all };
}

const nearestIn = (segments: Segments, query: Int8Array, except: string | null, most: number) => new VectorIndex(segments).search(query, except, most).map(({ held, statement, score }) => ({ id: held.segment.id(statement), score }));
const byHand = (all: Map<string, Int8Array>, query: Int8Array, most: number) =>
  Array.from(all, ([id, vector]) => ({ id, score: cosine128(query, vector) })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, most);

describe('the nearest vectors', () => {
  it('are found by code that is assembled from its source', async () => {
    const source = readFileSync(new URL('../../../lib/match/finding/segments/nearest.wat', import.meta.url), 'utf8');
    const { buffer } = (await wabt()).parseWat('nearest.wat', source, { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(nearest.wasm);
  });

  it('are those that comparing with each one finds', () => {
    const { segments, all } = filled(60, 50);
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 100_000 }), fc.integer({ min: 1, max: 70 }), (seed, most) => {
        const query = vectorsFrom(seed, 1);
        const expected = byHand(all, query, most);
        const found = nearestIn(segments, query, null, most);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        found.forEach(({ score }, i) => expect(score).toBeCloseTo(expected[i]!.score, 5));
      }),
      { numRuns: 20 },
    );
  });

  it('are the same for many asked about together as for each alone, whatever their number, some of them nothing at all', () => {
    const { segments } = filled(61, 51);
    for (let at = 0; at < 61; at += 7) segments.remove(`a${at}`);
    const index = new VectorIndex(segments);
    const told = (found: ReturnType<VectorIndex['search']>) => found.map(({ held, statement, score }) => [held.segment.id(statement), score]);
    for (const count of [1, 2, 3, 4, 5, 63, 64, 65, 131]) {
      const queries = Array.from({ length: count }, (_, at) => (at % 9 === 5 ? new Int8Array(SIZE) : vectorsFrom(2000 + count * 200 + at, 1)));
      const together = index.searchAll(queries, 'a8', 7);
      expect(segments.room!.looked).toBeGreaterThan(0);
      expect(together.map(told)).toEqual(queries.map((query) => told(index.search(query, 'a8', 7))));
      expect(together.map(({ length }) => length)).toEqual(queries.map((_, at) => (at % 9 === 5 ? 0 : 7)));
    }
    expect(index.searchAll([], null, 7)).toEqual([]);
  });

  it('stay the same when segments merge, when vectors come later, and when they are kept and loaded', () => {
    const { segments, all } = filled(900, 12);
    const bare = new Segments();
    for (const [id] of all) if (id.endsWith('.0.0')) bare.add(id.split('.')[0]!, Array.from({ length: 12 }, (_, i) => ({ id: `${id.split('.')[0]!}.${i}.0`, length: 1, terms: new Map([['word', 1]]) })), null, 0);
    for (let at = 0; at < 900; at += 4) {
      segments.remove(`a${at}`);
      bare.remove(`a${at}`);
      for (let i = 0; i < 12; i++) all.delete(`a${at}.${i}.0`);
    }
    for (let i = 0; i < 3; i++) bare.step();
    for (let at = 0; at < 900; at++) if (at % 4 !== 0) bare.encoded(`a${at}`, vectorsFrom(at, 12));
    for (const index of [segments, bare]) while (index.step());
    const loaded = new Segments();
    segments.seal();
    for (const held of segments.settled()) loaded.load(held.segment, segments.vectorsOf(held), held.key);
    const query = vectorsFrom(5000, 1);
    const expected = byHand(all, query, 40).map(({ id }) => id);
    for (const index of [segments, bare, loaded]) expect(nearestIn(index, query, null, 40).map(({ id }) => id)).toEqual(expected);
    const except = expected[0]!.split('.')[0]!;
    expect(nearestIn(loaded, query, except, 10).map(({ id }) => id)).toEqual(byHand(all, query, 60).map(({ id }) => id).filter((id) => !id.startsWith(`${except}.`)).slice(0, 10));
  });

  it('are looked for among those of like signs alone, where that is asked, also after they were copied or put in at once', () => {
    const packed = vectorsFrom(9, 300);
    const of = (slot: number): Int8Array => packed.subarray(slot * SIZE, (slot + 1) * SIZE);
    const room = new VectorRoom();
    const [set, copied, filledAtOnce] = [room.take(300), room.take(300), room.take(300)];
    for (let slot = 0; slot < 300; slot++) room.set(set, slot, of(slot));
    room.copy(set, 0, copied, 0, 300);
    room.fill(filledAtOnce, packed);
    const query = of(299).slice();
    const differing = (slot: number): number => of(slot).filter((value, i) => value > 0 !== query[i]! > 0).length;
    const found: number[] = [];
    const asked = { vector: query, scale: scaleOf(query), floor: 0, differ: 0, above: (slot: number) => (found.push(slot), 0) };
    for (const differ of [0, 55, 60, 64, 70]) {
      const expected = Array.from({ length: 300 }, (_, slot) => slot).filter((slot) => differing(slot) <= differ && cosine128(query, of(slot)) > 0);
      for (const block of [set, copied, filledAtOnce]) {
        found.length = 0;
        room.ask([{ ...asked, differ }]);
        room.compare(block, 300);
        expect(found).toEqual(expected);
        expect(room.looked).toBe(Array.from({ length: 300 }, (_, slot) => slot).filter((slot) => differing(slot) <= differ).length);
      }
    }
    found.length = 0;
    room.ask([asked, asked, asked].map((one) => ({ ...one, differ: SIZE })));
    room.compare(set, 299);
    expect(found.length).toBeGreaterThan(300);
    expect(found).not.toContain(299);
    const counts = new Uint32Array(256);
    room.countDistances(set, 300, 0, counts);
    expect(Array.from(counts.keys()).flatMap((distance) => Array<number>(counts[distance]!).fill(distance))).toEqual([0, 64, 128, 192, 256].map(differing).sort((a, b) => a - b));
  });

  it('are found among very many, though few are compared', () => {
    const segments = new Segments();
    const each = 30_000;
    const all = Array.from({ length: Math.ceil((ALL_UP_TO + 1) / each) }, (_, at) => vectorsFrom(at + 1, each));
    all.forEach((packed, at) => segments.add(`a${at}`, Array.from({ length: each }, (_, i) => ({ id: `a${at}.${i}.0`, length: 1, terms: new Map() })), packed, 0));
    const index = new VectorIndex(segments);
    let compared = 0;
    for (let i = 0; i < 20; i++) {
      const [at, slot] = [i % all.length, (i * 1493) % each];
      const near = Int8Array.from(all[at]!.subarray(slot * SIZE, (slot + 1) * SIZE), (value, place) => ((place + i) % 6 === 0 ? -value : value));
      const found = index.search(near, null, 20);
      expect(found[0]!.held.segment.id(found[0]!.statement)).toBe(`a${at}.${slot}.0`);
      compared = Math.max(compared, segments.room!.looked);
    }
    expect(compared).toBeGreaterThan(100);
    expect(compared).toBeLessThan((all.length * each) / 18);
  }, 120_000);

  it('use the room of what is gone again', () => {
    const room = new VectorRoom();
    const [first, second, third] = [room.take(600), room.take(300), room.take(300)];
    const size = room.size;
    room.give(first);
    room.give(third);
    room.give(second);
    expect(room.take(1200)).toEqual({ at: first.at, room: 1280 });
    expect(room.size).toBe(size);
  });
});
