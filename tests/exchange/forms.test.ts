// Every form written piece by piece: the same text as written at once.
import { describe, expect, it } from 'vitest';
import { claimReviewsOf } from '../../lib/exchange/claim-review';
import { csvOf } from '../../lib/exchange/csv';
import { dossierOf } from '../../lib/exchange/dossier';
import type { ExportedText, Format } from '../../lib/exchange/exported';
import { FORMS } from '../../lib/exchange/forms';
import { libraryOf } from '../../lib/exchange/library';
import { markdownOf } from '../../lib/exchange/markdown';
import { collectionOf, selectorsInBlocks } from '../../lib/exchange/web-annotation';
import { evidence, exported, LIBRARY } from './fixtures';

const AT = '2026-11-22T10:00:00.000Z';
const REVIEW = { claim: 'It sank.', author: 'A', rating: 'Right', publisher: 'P', url: null, date: null };
const TEXTS = [
  { ...exported([evidence('Seven sailors drowned.', 'conflicts'), evidence('Eleven drowned.', 'corroborates')]), label: LIBRARY.labels[0]! },
  exported([], { id: 'q'.repeat(32), title: 'Nothing', claimReviews: [REVIEW, REVIEW] }),
  exported([evidence('“every item stands here”', 'related')], { id: 'z'.repeat(32), title: 'every item stands here', claimReviews: [REVIEW] }),
];

const WHOLE: Record<Format, (texts: ExportedText[]) => string> = {
  library: (texts) => libraryOf({ ...LIBRARY, articles: texts.map(({ article }) => article) }),
  annotations: (texts) =>
    JSON.stringify(collectionOf(texts.map(({ article, annotations }) => ({ page: article, annotations, selectors: annotations.map(({ claim }) => selectorsInBlocks(article.blocks, claim.block, claim.span)) })), AT), null, 2),
  markdown: (texts) => markdownOf(texts, AT),
  csv: csvOf,
  dossier: (texts) => dossierOf(texts, AT),
  'claim-review': (texts) => claimReviewsOf(texts.map(({ article }) => article)),
};

describe.each(Object.keys(FORMS) as Format[])('%s', (format) => {
  it.each([0, 1, 2, 3])('of %i articles', (many) => {
    const texts = TEXTS.slice(0, many);
    const form = FORMS[format];
    const pieces = texts.flatMap((text) => (form.evidence ? form.pieces(text, AT) : form.pieces(text.article)));
    const { verdicts, corrections, labels } = LIBRARY;
    const { head, tail } = form.around({ articles: texts.map(({ article, label }) => ({ ...article, label })), pieces: pieces.length, made: { verdicts, corrections, labels }, at: AT });
    expect(head + pieces.join(form.between) + tail).toBe(WHOLE[format](texts));
  });
});
