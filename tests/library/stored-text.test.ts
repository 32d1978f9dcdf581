// A stored text is cut into its sentences and is the same text again, whatever the spans.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../components/library/stored-text';
import type { StoredStatement } from '../../lib/model';

const TEXT = 'One sank. Two swam. Nobody knows.';
const statement = (block: number, sentence: number, start: number, end: number, text = TEXT): StoredStatement => ({
  ...{ id: `a.${block}.${sentence}`, article: 'a', text: text.slice(start, end), block, sentence, span: { start, end }, attribution: null },
  ...{ polarity: 'affirmed', modality: 'asserted', quantities: [], dates: [], names: [], terms: [], reported: null, context: [] },
});
const cut = (statements: StoredStatement[], claims: StoredStatement[]) => blocksOf({ blocks: [{ kind: 'paragraph', text: TEXT }], statements, claims })[0]!;

describe('a block', () => {
  it('without statements is one plain stretch', () => {
    expect(cut([], []).stretches).toEqual([{ text: TEXT, statement: null, claim: null }]);
  });

  it('names the statement and the claim of each sentence', () => {
    const [one, two] = [statement(0, 0, 0, 9), statement(0, 1, 10, 19)];
    const { stretches, claims } = cut([two, one], [two]);
    expect(stretches.map(({ text, statement: of, claim }) => [text, of?.id ?? null, claim])).toEqual([
      ['One sank.', 'a.0.0', null],
      [' ', null, null],
      ['Two swam.', 'a.0.1', 0],
      [' Nobody knows.', null, null],
    ]);
    expect(claims).toEqual([0]);
  });

  it('keeps a claim whose statement is hidden', () => {
    expect(cut([], [statement(0, 0, 0, 9)]).stretches[0]).toEqual({ text: 'One sank.', statement: null, claim: 0 });
  });

  it('leaves alone what stands in another block or reaches out of this one', () => {
    expect(cut([statement(1, 0, 0, 9), statement(0, 1, 5, 500)], []).stretches).toEqual([{ text: TEXT, statement: null, claim: null }]);
  });

  it('is the same text again, whatever the spans', () => {
    const span = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }), fc.nat(9)).map(([start, end, n]) => statement(0, n, start, end));
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (statements, claims) => {
        const kept = [statements, claims].map((all) => all.filter(({ span: { start } }) => start >= 0));
        expect(cut(kept[0]!, kept[1]!).stretches.map(({ text }) => text).join('')).toBe(TEXT);
      }),
    );
  });
});
