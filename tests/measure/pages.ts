// Real pages → how well the article's body is read (4-gram shingles, as scrapinghub's article-extraction-benchmark counts
// them), and how many marks the seed corpus puts on pages of other matters. linkedom stands in for the browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../../lib/annotate';
import type { CorpusIndex } from '../../lib/match/finding/corpus-index';
import { markOf } from '../../lib/model';
import { corpusOf, seedArticles } from './corpora';
import type { Family } from './data-folder';
import { textOfPage, type TextOfFile } from './files';
import { f1, precision, recall, score, type Counts, type Score } from './scores';

interface Page {
  name: string;
  /** What the body should read; null where the set does not tell. */
  body: string | null;
  html: string;
}

/** Scores the pages family. Marks are told one by one beside the results, so that each can be looked at. */
export async function scorePages(family: Family): Promise<Score[]> {
  const { folder, say } = family;
  for (const entry of readdirSync(folder)) if (entry !== 'aeb' && entry !== 'readability') say(`pages/${entry}: left out: unknown set`);
  const corpus = await corpusOf(seedArticles());
  const bodies: Counts = { right: 0, wrong: 0, missed: 0 };
  let judged = 0;
  let marks = 0;
  let sentences = 0;
  for (const page of pagesIn(folder)) {
    const read = textOfPage(page.html, null);
    if (page.body !== null) {
      judged++;
      const counts = shingleCounts(page.body, bodyOf(read));
      bodies.right += counts.right;
      bodies.wrong += counts.wrong;
      bodies.missed += counts.missed;
      if (f1(counts) < 0.8) say(`${page.name}: body F1 ${f1(counts).toFixed(2)}`);
    }
    const marked = await marksOn(page.name, read, corpus, say);
    marks += marked.marks;
    sentences += marked.sentences;
  }
  return [
    ...(judged === 0 ? [] : [score('aeb body F1', f1(bodies), 'F1', judged), score('aeb body precision', precision(bodies), 'share', judged), score('aeb body recall', recall(bodies), 'share', judged)]),
    ...(sentences === 0 ? [] : [score('real pages: marks per 1,000 sentences', (marks * 1000) / sentences, 'marks', sentences)]),
  ];
}

function* pagesIn(folder: string): Generator<Page> {
  const aeb = join(folder, 'aeb');
  if (existsSync(aeb)) {
    const truth = Object.entries(JSON.parse(readFileSync(join(aeb, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody?: string }>);
    for (const file of readdirSync(join(aeb, 'html')).sort()) {
      const id = file.replace(/\.html?$/, '');
      yield { name: `aeb/${id}`, body: truth.find(([key]) => key.startsWith(id))?.[1].articleBody ?? null, html: readFileSync(join(aeb, 'html', file), 'utf8') };
    }
  }
  const readability = join(folder, 'readability');
  if (!existsSync(readability)) return;
  for (const name of readdirSync(readability).sort()) {
    const source = join(readability, name, 'source.html');
    if (existsSync(source)) yield { name: `readability/${name}`, body: null, html: readFileSync(source, 'utf8') };
  }
}

/** The body is what is not the headline, as the benchmark's annotators took it. */
function bodyOf({ draft }: TextOfFile): string {
  return draft.blocks.filter((block) => block.kind !== 'title').map((block) => block.text).join('\n');
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** The benchmark's counts of one page, each divided by their sum, so that every page weighs the same. */
function shingleCounts(expected: string, found: string): Counts {
  const gold = shingles(expected);
  const ours = shingles(found);
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const shingle of new Set([...gold.keys(), ...ours.keys()])) {
    const [a, b] = [gold.get(shingle) ?? 0, ours.get(shingle) ?? 0];
    counts.right += Math.min(a, b);
    counts.wrong += Math.max(0, b - a);
    counts.missed += Math.max(0, a - b);
  }
  const sum = counts.right + counts.wrong + counts.missed;
  return { right: counts.right / sum, wrong: counts.wrong / sum, missed: counts.missed / sum };
}

async function marksOn(name: string, { draft }: TextOfFile, corpus: CorpusIndex, say: Family['say']): Promise<{ marks: number; sentences: number }> {
  const reading = await annotate(draft, corpus, null);
  if (reading.state === 'not-english') say(`${name}: taken for another language than English`);
  const marked = reading.annotations.filter((annotation) => markOf(annotation) !== 'related');
  for (const { claim, evidence } of marked) {
    for (const each of evidence.filter(({ stance }) => stance !== 'related')) say(`${name}: ${each.stance} (${each.reason.words}): “${claim.text}” / “${each.statement.text}”`);
  }
  return { marks: marked.length, sentences: reading.sentences };
}
