// What an import would do, and the two foreign forms that it reads: annotations made elsewhere, and ClaimReview markup.
import { describe, expect, it } from 'vitest';
import { normalUrl } from '../../lib/corpus/identity';
import { importAnnotations } from '../../lib/exchange/annotations-in';
import { blocksOf, claimReviewsOf, draftsOf, reviewsIn, withClaimReviews } from '../../lib/exchange/claim-review';
import { addedBy, parseImport } from '../../lib/exchange/import';
import { libraryOf } from '../../lib/exchange/library';
import { weigh } from '../../lib/exchange/plan';
import { collectionOf, selectorsInBlocks } from '../../lib/exchange/web-annotation';
import type { Failure } from '../../lib/failure';
import { ARTICLE, EMPTY, evidence, LIBRARY, statement } from './fixtures';

describe('weighing a record', () => {
  const article = LIBRARY.articles[0]!;
  const later = { ...article, title: 'Ferry sinks off the cape', retrieved: '2026-11-05T10:00:00+02:00' };
  const earlier = { ...article, title: 'An older text', retrieved: '2026-10-01T10:00:00.000Z' };

  it('counts it as new where there is none', () => {
    expect(weigh('articles', null, article)).toEqual({ standing: 'added', wins: true });
  });

  it('counts it as the same whenever it was saved', () => {
    expect(weigh('articles', article, { ...article, retrieved: later.retrieved })).toEqual({ standing: 'same', wins: false });
    for (const kind of ['verdicts', 'corrections', 'labels'] as const) expect(weigh(kind, LIBRARY[kind][0]!, LIBRARY[kind][0]!)).toEqual({ standing: 'same', wins: false });
  });

  it('of two that differ lets the later one win, and of one instant the one here', () => {
    expect(weigh('articles', article, later)).toEqual({ standing: 'differing', wins: true });
    expect(weigh('articles', article, earlier)).toEqual({ standing: 'differing', wins: false });
    const tag = { ...LIBRARY.labels[0]!, tags: ['harbour'] };
    expect(weigh('labels', LIBRARY.labels[0]!, tag)).toEqual({ standing: 'differing', wins: false });
    expect(weigh('labels', LIBRARY.labels[0]!, { ...tag, at: '2026-11-03T10:00:00.000Z' })).toEqual({ standing: 'differing', wins: true });
  });
});

const QUOTED = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  body: [{ type: 'TextualBody', value: 'See the report.' }, 'https://other.example/'],
  target: {
    source: 'https://gazette.example/ferry#top',
    selector: [{ type: 'TextPositionSelector', start: 90, end: 120 }, { type: 'TextQuoteSelector', exact: 'Eleven  sailors\ndrowned.', prefix: 'a', suffix: 'b' }],
  },
};

describe('annotations made elsewhere', () => {
  it('become a text for each page, its quotations in the page’s order, with what was noted', () => {
    const first = { type: 'Annotation', bodyValue: 'Early.', target: { source: { id: 'https://gazette.example/ferry', title: 'Ferry sinks' }, selector: { type: 'RangeSelector', refinedBy: { type: 'TextQuoteSelector', exact: 'It left at noon.' } } } };
    const start = { ...QUOTED, target: { ...QUOTED.target, selector: [{ type: 'TextPositionSelector', start: 3 }, { type: 'TextQuoteSelector', exact: 'The ferry left.' }] } };
    const texts = importAnnotations({ type: 'AnnotationPage', items: [QUOTED, first, start] }, normalUrl);
    expect(texts).toHaveLength(1);
    expect(texts[0]!.note).toBe('See the report.\n\nEarly.');
    expect(texts[0]!.draft).toMatchObject({ url: 'https://gazette.example/ferry', title: 'Ferry sinks', outlet: 'gazette.example' });
    expect(texts[0]!.draft.blocks.map(({ text }) => text)).toEqual(['The ferry left.', 'Eleven sailors drowned.', 'It left at noon.']);
  });

  it('are found in a list, a collection and in Hypothesis’s rows; one annotation may stand alone', () => {
    const row = { uri: 'https://gazette.example/ferry', text: 'See the report.', document: { title: ['Ferry sinks'] }, target: [{ source: 'https://gazette.example/ferry', selector: [{ type: 'TextQuoteSelector', exact: 'Eleven sailors drowned.' }] }] };
    for (const json of [QUOTED, [QUOTED], { type: 'AnnotationCollection', first: { items: [QUOTED] } }, { rows: [row] }]) {
      const texts = importAnnotations(json, normalUrl);
      expect(texts.map(({ draft, note }) => [draft.url, note, draft.blocks])).toEqual([['https://gazette.example/ferry', 'See the report.', [{ kind: 'quote', text: 'Eleven sailors drowned.' }]]]);
    }
  });

  it('of our own export are read too, without the evidence, which is derived', () => {
    const annotations = [{ claim: statement(ARTICLE.blocks[1]!.text), evidence: [evidence('Seven drowned.', 'conflicts')] }];
    const json = collectionOf([{ page: ARTICLE, annotations, selectors: [selectorsInBlocks(ARTICLE.blocks, 1, annotations[0]!.claim.span)] }], '2026-11-22T10:00:00.000Z');
    expect(importAnnotations(JSON.parse(JSON.stringify(json)), normalUrl)).toMatchObject([{ note: '', draft: { url: ARTICLE.url, blocks: [{ text: ARTICLE.blocks[1]!.text }] } }]);
  });

  it('that quote nothing, or point nowhere, bring nothing', () => {
    expect(importAnnotations([{ target: 'https://a.example/' }, { target: { source: 'https://a.example/', selector: { type: 'CssSelector', value: 'p' } } }, { target: { selector: QUOTED.target.selector } }, null, 7], normalUrl)).toEqual([]);
    expect(importAnnotations({ ...QUOTED, target: { ...QUOTED.target, source: 'javascript:alert(1)' } }, normalUrl)[0]!.draft.url).toBeNull();
  });

  it('of one page, however its address is written, become one text', () => {
    const at = (source: string, exact: string, start: number) => ({ target: { source, selector: [{ type: 'TextPositionSelector', start }, { type: 'TextQuoteSelector', exact }] } });
    const items = [at('https://g.example/f', 'It sank.', 9), at('https://g.example/f?utm_source=m', 'It left.', 1), at('https://G.example/f/', 'It burned.', 5), at('https://g.example/f#/x', 'It was found.', 12), at('https://g.example/g', 'It rained.', 0)];
    const texts = importAnnotations(items, normalUrl);
    expect(texts.map(({ draft }) => [draft.url, draft.blocks.map(({ text }) => text)])).toEqual([
      ['https://g.example/f', ['It left.', 'It burned.', 'It sank.', 'It was found.']],
      ['https://g.example/g', ['It rained.']],
    ]);
  });

  it.each([`https://g.example/${'я'.repeat(3_000)}`, `https://g.example/${'x'.repeat(9_000)}`])('on a page whose address is too long are kept without it, and the others with theirs: %.30s', (source) => {
    const elsewhere = { ...QUOTED, target: { ...QUOTED.target, source } };
    expect(importAnnotations([elsewhere, QUOTED], normalUrl).map(({ draft }) => [draft.url, draft.blocks.length])).toEqual([[null, 1], ['https://gazette.example/ferry', 1]]);
  });

  it('of many quotations are read in time', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...QUOTED, target: { ...QUOTED.target, selector: { type: 'TextQuoteSelector', exact: `Sentence ${i}.` } } }));
    expect(importAnnotations(many, normalUrl)[0]!.draft.blocks).toHaveLength(30_000);
  });

  it('add notes to articles that are stored, and leave their text alone', () => {
    const [text] = importAnnotations(QUOTED, normalUrl);
    const at = '2026-11-22T10:00:00.000Z';
    const here = { has: (id: string) => id === ARTICLE.id, labels: LIBRARY.labels };
    const added = addedBy([{ ...text!, id: ARTICLE.id }], here, at);
    expect(added).toEqual({ ...EMPTY, labels: [{ article: ARTICLE.id, tags: ['sea'], note: 'To be read again\n\nSee the report.', at }] });
    expect(addedBy([{ ...text!, id: ARTICLE.id }], { ...here, labels: added.labels }, at).labels).toEqual([]);
    expect(addedBy([{ ...text!, id: 'n'.repeat(32) }], here, at).articles).toMatchObject([{ id: 'n'.repeat(32), retrieved: at, file: null, title: 'gazette.example/ferry' }]);
  });
});

const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checkers.example/ferry',
  datePublished: '2023-01-09',
  claimReviewed: 'The ferry carried 400 people.',
  author: { '@type': 'Organization', name: 'The Checkers' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'A. Minister' } },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, alternateName: 'Mostly off the mark' },
};

describe('ClaimReview markup', () => {
  it('becomes statements: the claim as its author’s, the rating as its publisher’s quoted words', () => {
    const [draft] = draftsOf(reviewsIn(REVIEW), normalUrl);
    expect(draft).toMatchObject({ url: 'https://checkers.example/ferry', outlet: 'The Checkers', published: '2023-01-09' });
    expect(draft!.blocks.map(({ text }) => text)).toEqual(['A. Minister said: “The ferry carried 400 people.”', 'The Checkers rated this claim “Mostly off the mark”.']);
  });

  it('of one page, however its address is written, becomes one text with every claim', () => {
    const at = (url: string | undefined, claimReviewed: string) => ({ ...REVIEW, url, claimReviewed });
    const page = 'https://checkers.example/1';
    const json = [at(`${page}#:~:text=Seven`, 'Seven sank.'), at(`${page}/`, 'Nine sank.'), at(`${page}?utm_source=x`, 'Ten sank.'), at(undefined, 'It rained.'), at(undefined, 'It snowed.')];
    const drafts = draftsOf(reviewsIn(json), normalUrl);
    expect(drafts.map(({ url, claimReviews }) => [url, claimReviews!.map(({ claim }) => claim)])).toEqual([[page, ['Seven sank.', 'Nine sank.', 'Ten sank.']], [null, ['It rained.']], [null, ['It snowed.']]]);
    expect(drafts[0]!.blocks).toHaveLength(6);
  });

  it('goes out as it came in, and only of what came from it', () => {
    const [draft] = draftsOf(reviewsIn({ '@graph': [REVIEW] }), normalUrl);
    const json = claimReviewsOf([ARTICLE, draft!, ARTICLE]);
    expect(reviewsIn(JSON.parse(json))).toEqual(draft!.claimReviews);
    expect(draft!.claimReviews).toHaveLength(1);
    expect(JSON.parse(claimReviewsOf([ARTICLE]))).toEqual({ '@context': 'https://schema.org', '@graph': [] });
  });

  it('is taken from a saved page, whose own text stays', () => {
    const draft = withClaimReviews(ARTICLE, ['{"broken', JSON.stringify({ '@type': 'NewsArticle' }), JSON.stringify([REVIEW])]);
    expect(draft.blocks).toEqual([...ARTICLE.blocks, ...blocksOf(draft.claimReviews![0]!)]);
    expect(withClaimReviews(ARTICLE, ['{}'])).toBe(ARTICLE);
  });

  it.each([
    ['without a claim', { ...REVIEW, claimReviewed: undefined, itemReviewed: {} }],
    ['without a rating', { ...REVIEW, reviewRating: {} }],
    ['of another type', { ...REVIEW, '@type': 'Review' }],
    ['whose claim is no text', { ...REVIEW, claimReviewed: 7, itemReviewed: null }],
  ])('%s brings nothing', (_, json) => {
    expect(reviewsIn(json)).toEqual([]);
  });

  it('that words its claim in several ways is of the first that is a text', () => {
    for (const claimReviewed of [['It sank.'], ['It sank.', 'It went down.'], [7, ' ', 'It sank.']]) expect(reviewsIn({ ...REVIEW, claimReviewed }).map(({ claim }) => claim)).toEqual(['It sank.']);
    expect(reviewsIn({ ...REVIEW, claimReviewed: [], itemReviewed: { name: ['It sank.'] } }).map(({ claim }) => claim)).toEqual(['It sank.']);
  });

  it('names nobody where it names nobody, and a scale where there are no words', () => {
    const [review] = reviewsIn({ ...REVIEW, '@type': ['Thing', 'https://schema.org/ClaimReview'], itemReviewed: undefined, author: undefined, reviewRating: { ratingValue: '1', bestRating: 5 }, url: 'javascript:alert(1)', publisher: 'P' });
    expect(review).toEqual({ claim: 'The ferry carried 400 people.', author: null, rating: '1/5', publisher: 'P', url: null, date: '2023-01-09' });
    expect(blocksOf(review!)[0]!.text).toBe('It is claimed: “The ferry carried 400 people.”');
  });

  it('in a loop of graphs ends', () => {
    const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ '@graph': [inner] }), REVIEW);
    expect(reviewsIn(deep)).toEqual([]);
  });
});

describe('a file of any form', () => {
  it('is told apart', () => {
    expect(parseImport(libraryOf(LIBRARY), normalUrl)).toEqual({ kind: 'library', library: LIBRARY });
    expect(parseImport(JSON.stringify(QUOTED), normalUrl).kind).toBe('annotations');
    expect(parseImport(JSON.stringify(REVIEW), normalUrl).kind).toBe('claim-review');
  });

  it.each([
    ['{"bookmarks": []}', /it holds no library/],
    ['{"articles": 7, "version": 1}', /articles: a list is expected|format is missing/],
    ['', /the file is empty/],
    ['not JSON', /^line 1: the text is no JSON/],
    [JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ ...QUOTED, target: { ...QUOTED.target, selector: { type: 'TextQuoteSelector', exact: `${i}${'x'.repeat(99_000)}` } } }))), /the text is too long/],
  ])('is refused otherwise: %.30s', (text, says) => {
    expect(() => parseImport(text, normalUrl)).toThrow(says);
    try {
      parseImport(text, normalUrl);
    } catch (error) {
      expect((error as Failure).code).toBe('bad-import');
    }
  });
});
