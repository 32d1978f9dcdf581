// Segments keep what was added, through packing, merging, loading, removal and replacement; a merged index finds what it found before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex, MOST_POSTINGS, MOST_RESCORED } from '../../../lib/match/finding/lexical-index';
import { SegmentBuilder } from '../../../lib/match/finding/segments/builder';
import { MOST_STATEMENTS, SEGMENT_VERSION } from '../../../lib/match/finding/segments/layout';
import { Segment } from '../../../lib/match/finding/segments/segment';
import { Segments, type Indexed } from '../../../lib/match/finding/segments/segments';
import { termKey } from '../../../lib/match/finding/segments/term-key';
import { exhaustively, type Plain } from './exhaustive';

const WORDS = ['ferry', 'lesbos', 'drown', 'Київ', '=kyiv', '@strike', '#700', 'naïve', 'a', 'harbour', 'grain', 'storm'];
const terms = fc.dictionary(fc.constantFrom(...WORDS, ...Array.from({ length: 40 }, (_, i) => `w${i}`)), fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 255 })), { minKeys: 1, maxKeys: 14 });
const article = fc.record({ statements: fc.array(terms, { minLength: 1, maxLength: 6 }), odd: fc.boolean() });

/** Articles "a0", "a1", … of statements with these terms. */
function articlesOf(made: { statements: Record<string, number>[]; odd: boolean }[]): { id: string; statements: Indexed[] }[] {
  return made.map(({ statements, odd }, at) => ({
    id: `a${at}`,
    statements: statements.map((counts, i) => ({ id: odd ? `odd ${at}/${i}` : `a${at}.${i * 300}.${i}`, length: Object.values(counts).reduce((sum, count) => sum + count, 0), terms: new Map(Object.entries(counts)) })),
  }));
}

const plainOf = (articles: { id: string; statements: Indexed[] }[]): Plain[] => articles.flatMap(({ id, statements }) => statements.map((statement) => ({ ...statement, article: id })));
const found = (segments: Segments, wanted: Iterable<string>, except: string | null = null) => new LexicalIndex(segments).search(wanted, except).map(({ held, statement, score }) => ({ id: held.segment.id(statement), score }));
const merged = (segments: Segments): void => {
  while (segments.step());
};

describe('a packed segment', () => {
  it('gives back every term, count, id and length that went in', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 12 }), (made) => {
        const builder = new SegmentBuilder();
        const articles = articlesOf(made);
        articles.forEach(({ id, statements }, version) => {
          builder.beginArticle(id, version);
          for (const statement of statements) {
            for (const [term, count] of statement.terms) builder.addTerm(builder.numberOf(term), count);
            builder.addStatement(statement.id, statement.length);
          }
        });
        const segment = Segment.over(builder.pack().slice(0))!;
        const all = plainOf(articles);
        expect(segment.statements).toBe(all.length);
        const [numbers, counts] = [new Uint32Array(64), new Uint16Array(64)];
        all.forEach((statement, at) => {
          const own = segment.termsOf(at, numbers, counts);
          expect(new Map(Array.from({ length: own }, (_, i) => [segment.term(numbers[i]!), counts[i]]))).toEqual(statement.terms);
          expect(segment.id(at)).toBe(statement.id);
          expect(segment.lengths[at]).toBe(statement.length);
          expect(segment.articleId(segment.articleOf(at))).toBe(statement.article);
        });
        for (const word of [...WORDS, 'nowhere']) {
          const term = segment.find(termKey(word));
          const holding = all.flatMap((statement, at) => (statement.terms.has(word) ? [at] : []));
          if (holding.length === 0) expect(term).toBe(-1);
          else expect(Array.from(segment.postings.subarray(segment.start(term), segment.end(term)), (posting) => posting & 0x7fff).sort((a, b) => a - b)).toEqual(holding);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is none where the bytes are another version, cut off, or nothing of ours', () => {
    const builder = new SegmentBuilder();
    builder.beginArticle('a', 0);
    builder.addTerm(builder.numberOf('ferry'), 1);
    builder.addStatement('a.0.0', 1);
    const buffer = builder.pack();
    expect(Segment.over(buffer)).not.toBeNull();
    expect(Segment.over(buffer.slice(0, -4))).toBeNull();
    const older = buffer.slice(0);
    new Uint32Array(older)[1] = SEGMENT_VERSION + 1;
    expect(Segment.over(older)).toBeNull();
    expect(Segment.over(new ArrayBuffer(0))).toBeNull();
    expect(Segment.over(new ArrayBuffer(4096))).toBeNull();
  });
});

describe('segments', () => {
  it('rank as exhaustive BM25 does, however they came about', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 14 }), fc.array(fc.nat(40)), fc.array(fc.nat(20)), terms, fc.nat(20), (made, seals, removed, query, except) => {
        const articles = articlesOf(made);
        const segments = new Segments();
        articles.forEach(({ id, statements }, at) => {
          segments.add(id, statements, null, at);
          if (seals.includes(at)) segments.seal();
        });
        for (const at of removed) segments.remove(`a${at}`);
        const gone = new Set(removed.map((at) => `a${at}`));
        const left = plainOf(articles.filter(({ id }) => !gone.has(id)));
        const wanted = Object.keys(query);
        const loaded = new Segments();
        for (const held of segments.all()) loaded.load(Segment.over(held.segment.buffer.slice(0))!, null);
        for (const id of gone) loaded.remove(id);
        // What is removed still counts among a term's statements until it is merged away.
        const expected = exhaustively(left, wanted, `a${except}`, plainOf(articles));
        for (const index of [segments, loaded]) {
          const ranked = found(index, wanted, `a${except}`);
          expect(ranked.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          ranked.forEach(({ score }, i) => expect(score).toBeCloseTo(expected[i]!.score, 9));
        }
      }),
      { numRuns: 100 },
    );
  });

  /** Fifteen hundred articles of ten statements: a word that each has of its own, some that few share, some that all do. */
  const many = Array.from({ length: 1500 }, (_, at) => ({
    id: `a${at}`,
    statements: Array.from({ length: 10 }, (_, i): Indexed => ({ id: `a${at}.${i}.0`, length: 5, terms: new Map([[`own${at}x${i}`, 1], [`few${(at * 10 + i) % 997}`, 1 + (i % 3)], [`some${(at * 7 + i) % 61}`, 1], ['all', 1], [`half${i % 2}`, 1]]) })),
  }));
  const filled = (articles: typeof many): Segments => {
    const segments = new Segments();
    for (const { id, statements } of articles) segments.add(id, statements, null, 1);
    return segments;
  };

  it('find the same merged as unmerged', () => {
    const segments = filled(many);
    const queries = [['few17', 'some5', 'own33x3'], ['all', 'few3'], ['half1', 'own9x9'], ...Array.from({ length: 20 }, (_, i) => [`own${i * 7}x1`, `few${i * 31}`])];
    const before = queries.map((wanted) => found(segments, wanted));
    const parts = segments.all().length;
    expect(parts).toBeGreaterThan(8);
    merged(segments);
    expect(segments.all().length).toBeLessThan(parts);
    expect(queries.map((wanted) => found(segments, wanted))).toEqual(before);
  });

  it('merge away what was removed, and keep a place for each that is left', () => {
    const segments = filled(many);
    for (let at = 0; at < 1500; at += 3) segments.remove(`a${at}`);
    merged(segments);
    for (let at = 1; at < 1500; at += 3) segments.remove(`a${at}`);
    merged(segments);
    expect(segments.all().reduce((sum, { live }) => sum + live, 0)).toBe(5000);
    expect(segments.all().slice(0, -1).reduce((sum, { statements, live }) => sum + statements - live, 0)).toBeLessThan(5000);
    for (const { held, first, count } of segments.where('a2')) expect(Array.from({ length: count }, (_, i) => held.segment.id(first + i))).toEqual(Array.from({ length: 10 }, (_, i) => `a2.${i}.0`));
    expect(found(segments, ['own4x1'])).toEqual([]);
    expect(found(segments, ['own5x1']).map(({ id }) => id)).toEqual(['a5.1.0']);
  });

  it('see to what goes or comes again while they are merged', () => {
    const segments = filled(many);
    for (let i = 0; i < 4; i++) expect(segments.step()).toBe(true);
    segments.remove('a1');
    segments.add('a2', [{ id: 'a2.0.0', length: 1, terms: new Map([['corrected', 1]]) }], null, 2);
    merged(segments);
    expect(found(segments, ['own1x1', 'own2x1'])).toEqual([]);
    expect(found(segments, ['corrected']).map(({ id }) => id)).toEqual(['a2.0.0']);
    expect(segments.where('a2').map(({ version }) => version)).toEqual([2]);
  });

  it('take the later of two segments that hold the same article', () => {
    const [older, newer, loaded] = [filled(many.slice(0, 2)), new Segments(), new Segments()];
    newer.add('a0', [{ id: 'a0.0.0', length: 1, terms: new Map([['corrected', 1]]) }], null, 2);
    for (const held of [...older.all(), ...newer.all()]) loaded.load(Segment.over(held.segment.buffer)!, null);
    expect(found(loaded, ['own0x0', 'own1x0', 'corrected']).map(({ id }) => id).sort()).toEqual(['a0.0.0', 'a1.0.0']);
  });

  it('hold an article that is longer than a segment', () => {
    const segments = new Segments();
    const long = Array.from({ length: MOST_STATEMENTS + 5 }, (_, i): Indexed => ({ id: `long.${i}.0`, length: 1, terms: new Map([[`w${i}`, 1]]) }));
    segments.add('long', long, null, 0);
    expect(found(segments, ['w7', `w${MOST_STATEMENTS + 2}`])).toHaveLength(2);
    expect(found(segments, ['w7', `w${MOST_STATEMENTS + 2}`], 'long')).toEqual([]);
    segments.remove('long');
    expect(found(segments, ['w7', `w${MOST_STATEMENTS + 2}`])).toEqual([]);
  });

  it('read no more than the budget of all segments together, and the rarest terms first', () => {
    const segments = filled(many);
    const lexical = new LexicalIndex(segments);
    const best = lexical.search(['all', 'half1', 'some5', 'own33x3'], null);
    expect(lexical.touched).toBe(MOST_POSTINGS);
    expect(lexical.rescored).toBeLessThanOrEqual(MOST_RESCORED);
    expect(lexical.rescored).toBeGreaterThan(0);
    expect(best[0]!.held.segment.id(best[0]!.statement)).toBe('a33.3.0');
  });
});
