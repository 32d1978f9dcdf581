// Which evidence goes back to one origin: cases as data, those that must be told as one and those that must not, and what
// holds for any evidence.
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../lib/claims/extract';
import { creditsOf, type CreditedSource } from '../../lib/match/agency-credits';
import { withOrigins } from '../../lib/match/independence';
import type { Evidence, Source } from '../../lib/model';
import { growthOf } from '../growth';
import cases from './independence-cases.json';

interface Told {
  in: string;
  text: string;
  stance?: string;
  outlet?: string;
  title?: string;
  url?: string;
  author?: string;
  /** The paragraphs of its article, where they matter. */
  blocks?: string[];
}

function evidenceOf({ in: id, text, stance, outlet, title, url, author, blocks }: Told, at: number): Evidence {
  const source: Source = { id, title: title ?? `Article ${id}`, outlet: outlet ?? `Paper ${id}`, published: '2023-05-04', url: url ?? null, file: null };
  const paragraphs = blocks?.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }));
  // As the corpus gives them, which holds the article; without these two the source's own words have to do.
  const agencies = author || paragraphs ? creditsOf({ ...source, author: author ?? null, blocks: paragraphs ?? [] }) : undefined;
  const credited: CreditedSource = agencies ? { ...source, agencies } : source;
  return {
    statement: { ...statementOf(text, source.published), id: `${id}.0.${at}`, article: id },
    source: credited,
    stance: (stance ?? 'corroborates') as Evidence['stance'],
    confidence: 0.8,
    reason: { signal: 'agreement', words: 'the same', claim: [], evidence: [] },
  };
}

/** The last stance given is the one asked about: how many articles hold it, and from how many origins. */
function counted(told: Told[]): { articles: number; origins: number } {
  const found = withOrigins(told.map(evidenceOf));
  const asked = found.filter(({ stance }) => stance === found.at(-1)?.stance);
  return { articles: new Set(asked.map(({ source }) => source.id)).size, origins: new Set(asked.map(({ origin, source }) => origin ?? source.id)).size };
}

describe('told as one origin', () => {
  it.each(Object.entries<Told[]>(cases['one origin']))('%s', (_, told) => {
    const { articles, origins } = counted(told);
    expect(articles).toBeGreaterThan(1);
    expect(origins).toBe(1);
  });
});

describe('told as origins of their own', () => {
  it.each(Object.entries<Told[]>(cases['origins of their own']))('%s', (_, told) => {
    expect(withOrigins(told.map(evidenceOf)).map(({ origin }) => origin)).toEqual(told.map(() => undefined));
  });
});

describe('any evidence', () => {
  const all = Object.values<Told[]>({ ...cases['one origin'], ...cases['origins of their own'] });

  it('comes out as it went in, but for its origin', () => {
    for (const told of all) {
      const evidence = told.map(evidenceOf);
      expect(withOrigins(evidence).map((one) => ({ ...one, origin: undefined }))).toEqual(evidence.map((one) => ({ ...one, origin: undefined })));
    }
  });

  it('has as many origins in any order', () => {
    for (const told of all.filter((one) => !one.some(({ stance }) => stance))) expect(counted([...told].reverse())).toEqual(counted(told));
  });

  it('without words, with unbalanced marks or invisible ones has no origin in common', () => {
    const odd = ['', '"', '“”', '\u200b\u202e', '((((', '1 2 3 4 5 6 7 8 9 10 11 12', '(', '"""""'];
    expect(withOrigins(odd.map((text, i) => evidenceOf({ in: String(i), text }, i))).every(({ origin }) => origin === undefined)).toBe(true);
  });

  it('takes time in proportion to its length', async () => {
    const long = (words: number, id: string): Evidence => {
      const text = Array.from({ length: words }, (_, i) => `${i % 3 ? '"Reuters' : '(AP'} ${id}${(i * 7919) % 5003}`).join(' ');
      const base = evidenceOf({ in: id, text: 'Bread prices doubled.' }, 0);
      return { ...base, statement: { ...base.statement, text } };
    };
    const [shorter, longer] = [5_000, 20_000].map((words) => [long(words, 'a'), long(words, 'b')]) as [Evidence[], Evidence[]];
    // Four times as long: 4 if linear, 16 if quadratic.
    expect(await growthOf(() => withOrigins(shorter), () => withOrigins(longer), { below: 9, floor: 2 })).toBeLessThan(9);
  });
});
