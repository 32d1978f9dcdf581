// What is told in other words is found by its vector, what shares words by them; what is removed or has no vector is not.
import { beforeAll, describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { cosine128, type Encoder } from '../../lib/match/encoder/encoder';
import { MOST_CANDIDATES } from '../../lib/match/finding/lexical-index';
import { packedVectors, StatementIndex } from '../../lib/match/finding/statement-index';
import { Segments } from '../../lib/match/finding/segments/segments';
import { VectorIndex } from '../../lib/match/finding/vector-index';
import type { StoredStatement } from '../../lib/model';
import { nodeEncoder } from '../measure/encoder-files';

let encoder: Encoder;
beforeAll(async () => {
  encoder = (await nodeEncoder())!;
});

const stored = (article: string, ...texts: string[]): StoredStatement[] => texts.map((text, i) => ({ ...statementOf(text, null), id: `${article}.0.${i}`, article }));
const PARAPHRASE = 'Doctors have gone on strike over their salaries.';
const OTHERS = ['The comet will pass the Earth in April.', 'Grain prices fell at the exchange.', 'The striker signed for another club.'];

function indexOf(texts: string[], vectors: boolean): StatementIndex {
  const index = new StatementIndex(vectors ? encoder : null);
  const statements = stored('a', ...texts);
  index.add('a', statements, vectors ? packedVectors(encoder, texts) : null);
  return index;
}

/** Four vectors out of three. */
const vectorsOfAll = (three: Int8Array): Int8Array => Int8Array.from([...three, ...three.subarray(0, 128)]);

describe('StatementIndex', () => {
  const query = 'Physicians walk out in pay dispute.';

  it('finds by meaning what shares no word', () => {
    const texts = [...OTHERS, PARAPHRASE];
    const found = (vectors: boolean) => {
      const index = indexOf(texts, vectors);
      return index.search(statementOf(query, null), null, index.encode(query));
    };
    expect(found(true)[0]).toMatchObject({ id: 'a.0.3', cosine: expect.closeTo(cosine128(packedVectors(encoder, [query]), packedVectors(encoder, [PARAPHRASE])), 5) as number });
    expect(found(false).map(({ id }) => id)).not.toContain('a.0.3');
  });

  it('goes by words alone without an encoder, and knows no cosine then', () => {
    const index = indexOf(OTHERS, false);
    expect(index.encode(query)).toBeNull();
    expect(index.search(statementOf('A comet passes the Earth.', null), null, null)).toMatchObject([{ id: 'a.0.0', cosine: null }]);
  });

  it('finds by words what was stored without a vector, beside what has one', () => {
    const index = indexOf(OTHERS, true);
    index.add('b', stored('b', 'A comet came near the Earth.'), null);
    const text = 'The comet passes the Earth.';
    const found = index.search(statementOf(text, null), null, index.encode(text));
    expect(found.find(({ id }) => id === 'b.0.0')).toMatchObject({ cosine: null });
    expect(found[0]!.id).toBe('a.0.0');
  });

  it('forgets an article, and never finds the one that asks', () => {
    const index = indexOf([PARAPHRASE], true);
    expect(index.search(statementOf(query, null), 'a', index.encode(query))).toEqual([]);
    index.remove('a');
    expect(index.search(statementOf(query, null), null, index.encode(query))).toEqual([]);
  });

  it('finds the same after looking ahead, in one pass, and what has come, gone or moved since', () => {
    const index = indexOf([...OTHERS, PARAPHRASE], true);
    const texts = [query, 'A comet passes the Earth.', 'Wheat became cheaper.'];
    const vectors = packedVectors(encoder, texts);
    const vectorOf = (at: number): Int8Array => vectors.subarray(at * 128, (at + 1) * 128);
    const searched = (own: Int8Array[], except: string | null) => texts.map((text, at) => index.search(statementOf(text, null), except, own[at]));
    const own = texts.map((_, at) => vectorOf(at));
    const alone = searched(own, null);
    index.lookAhead(own, null);
    const passed = index.lastSearch.looked;
    expect(passed).toBe(4 * texts.length);
    expect(searched(own, null)).toEqual(alone);
    expect(index.lastSearch.looked).toBe(passed);
    expect(searched(own, 'a')).toEqual([[], [], []]);
    index.lookAhead(own, null);
    index.add('b', stored('b', 'Doctors walk out over pay.'), packedVectors(encoder, ['Doctors walk out over pay.']));
    expect(searched(own, null)[0]![0]!.id).toBe('b.0.0');
    for (const change of [() => index.seal(), () => index.remove('b'), () => index.encoded('a', vectorsOfAll(vectors))]) {
      index.lookAhead(own, null);
      change();
      expect(searched(own, null)).toEqual(searched(texts.map((_, at) => vectorOf(at)), null));
    }
  });

  it('gives no more candidates than are judged at most', () => {
    const texts = Array.from({ length: 150 }, (_, n) => `Ferry ${n} left the harbour of Lesbos.`);
    const index = indexOf(texts, true);
    expect(index.search(statementOf('A ferry left Lesbos.', null), null, index.encode('A ferry left Lesbos.'))).toHaveLength(MOST_CANDIDATES);
  });
});

describe('VectorIndex', () => {
  /** A vector that points `degrees` off the first axis. */
  const at = (degrees: number): Int8Array => Int8Array.from({ length: 128 }, (_, i) => Math.round(127 * (i === 0 ? Math.cos((degrees * Math.PI) / 180) : i === 1 ? Math.sin((degrees * Math.PI) / 180) : 0)));

  /** An index of vectors alone, asked by statements' ids. */
  function vectorsOnly() {
    const segments = new Segments();
    const index = new VectorIndex(segments);
    return {
      add: (article: string, ids: string[], packed: Int8Array) => segments.add(article, ids.map((id) => ({ id, length: 0, terms: new Map<string, number>() })), packed, 0),
      remove: (article: string) => segments.remove(article),
      search: (vector: Int8Array, except: string | null, most: number) => index.search(vector, except, most).map(({ held, statement, score }) => ({ id: held.segment.id(statement), score })),
    };
  }

  it('finds the nearest first, through growing and reuse of room', () => {
    const index = vectorsOnly();
    const many = Array.from({ length: 600 }, (_, i) => i);
    const packed = new Int8Array(600 * 128);
    for (const i of many) packed.set(at(10 + i / 10), i * 128);
    index.add('a', many.map((i) => `a${i}`), packed);
    index.add('b', ['b0'], at(5));
    expect(index.search(at(0), null, 3).map(({ id }) => id)[0]).toBe('b0');
    index.remove('b');
    index.add('c', ['c0', 'c1'], Int8Array.from([...at(2), ...at(80)]));
    const [first] = index.search(at(0), null, 2);
    expect(first).toMatchObject({ id: 'c0', score: expect.closeTo(Math.cos((2 * Math.PI) / 180), 3) as number });
    expect(index.search(at(0), 'c', 1)[0]!.id).toMatch(/^a/);
    expect(index.search(at(5), null, 700).map(({ id }) => id)).not.toContain('b0');
  });

  it('leaves vectors without words out', () => {
    const index = vectorsOnly();
    index.add('a', ['a0'], new Int8Array(128));
    expect(index.search(at(0), null, 5)).toEqual([]);
    expect(index.search(new Int8Array(128), null, 5)).toEqual([]);
  });
});
