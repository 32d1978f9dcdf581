// The W3C's schemas over what we export, and the way back from quotes and positions on awkward pages. What needs a selector
// resolved to a range (the Apache Annotator's cases) is left out until something of ours does that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../../lib/annotate';
import { collectionOf, CONTEXT, selectorsInBlocks, type AnnotationCollection } from '../../lib/exchange/web-annotation';
import { splitSentences } from '../../lib/text/sentences';
import { selectorsOf } from '../../lib/page/anchor';
import { read } from '../../lib/page/read';
import { corpusOf, seedArticles } from './corpora';
import type { Family } from './data-folder';
import { parsed } from './files';
import { mean, score, type Score } from './scores';
import { readAssertions } from './w3c';

/** What the suite's definitions say of a collection and of its page. */
const OF_COLLECTION = ['annotationCollectionTypeValueFound', 'labelFound', 'totalFound', 'firstFound', 'firstRequiredIfTotalMoreThanZero', 'lastFound'];
const OF_PAGE = ['annotationPageTypeValueFound', 'itemsFound', 'startIndexFound'];

/** Scores the anchoring family. */
export async function scoreAnchoring(family: Family): Promise<Score[]> {
  const { folder, say } = family;
  for (const name of readdirSync(folder)) if (/^apache-annotator/.test(name)) say(`anchoring/${name}: left out: nothing of ours resolves a selector to a range yet`);
  const suite = existsSync(join(folder, 'w3c-assertions')) && existsSync(join(folder, 'w3c-definitions'));
  return [...(suite ? await scoreSchemas(folder, say) : []), ...scoreWayBack(folder, say)];
}

/** Annotates the seeds' own articles with the seed corpus, exports that, and holds the export against the suite. */
async function scoreSchemas(folder: string, say: Family['say']): Promise<Score[]> {
  const { assertions, definition } = readAssertions(folder);
  const musts = assertions.filter(({ level }) => level === 'must');
  const samples = join(folder, 'w3c-samples', 'correct');
  if (existsSync(samples)) say(`w3c-samples/correct: annotations that keep all musts as we run them: ${keptBy(samples, (one) => musts.every(({ holds }) => holds(one)))}`);
  const collection = await exportOfSeeds();
  const kept = collection.first.items.flatMap((item) => musts.map(({ name, holds }) => {
    const right = holds({ '@context': CONTEXT, ...JSON.parse(JSON.stringify(item)) });
    if (!right) say(`W3C: ${name} does not hold of ${item.id}`);
    return Number(right);
  }));
  const plain = JSON.parse(JSON.stringify(collection)) as AnnotationCollection;
  const properties = [...OF_COLLECTION.map((name) => [name, plain] as const), ...OF_PAGE.map((name) => [name, plain.first] as const)].map(([name, of]) => {
    const right = definition(`collections.json#/definitions/${name}`)(of);
    if (!right) say(`W3C: ${name} does not hold of our collection`);
    return Number(right);
  });
  return [
    score('W3C: musts that our annotations keep', mean(kept), 'share', kept.length),
    score('W3C: collection properties that our export keeps', mean(properties), 'share', properties.length),
  ];
}

function keptBy(samples: string, keeps: (annotation: unknown) => boolean): string {
  const annotations = readdirSync(samples).map((name) => JSON.parse(readFileSync(join(samples, name), 'utf8')) as { type?: string }).filter(({ type }) => type === 'Annotation');
  return `${annotations.filter(keeps).length} of ${annotations.length}`;
}

async function exportOfSeeds(): Promise<AnnotationCollection> {
  const articles = seedArticles();
  const corpus = await corpusOf(articles);
  const pages = await Promise.all(articles.map(async ({ draft }) => {
    const { annotations } = await annotate(draft, corpus, null);
    return { page: draft, annotations, selectors: annotations.map(({ claim }) => selectorsInBlocks(draft.blocks, claim.block, claim.span)) };
  }));
  return collectionOf(pages, new Date().toISOString());
}

/** Of the sentences read on awkward pages: the share whose quote says the sentence and whose position finds it in the body's text. */
function scoreWayBack(folder: string, say: Family['say']): Score[] {
  const back = pagesBelow(folder).flatMap(({ name, html }) => {
    const document = parsed(html);
    const page = read(document);
    const whole = document.body?.textContent ?? '';
    return page.draft.blocks.flatMap(({ text }, block) => splitSentences(text).map((span) => {
      const selectors = selectorsOf(page, block, span);
      const { start, end } = selectors?.position ?? { start: 0, end: 0 };
      const right = selectors !== null && whole.slice(start, end) === selectors.quote.exact && bare(selectors.quote.exact) === bare(text.slice(span.start, span.end));
      if (!right) say(`anchoring/${name}: no way back from “${text.slice(span.start, span.end)}” (${selectors?.quote.exact ?? 'no selectors'})`);
      return Number(right);
    }));
  });
  return back.length === 0 ? [] : [score('sentences whose quote and position lead back', mean(back), 'share', back.length)];
}

/** Without white space: a line break is a space in what is read, and nothing in the document's text. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function pagesBelow(folder: string): { name: string; html: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.html?$/.test(name)).sort().map((name) => ({ name, html: readFileSync(join(folder, name), 'utf8') }));
}
