// Candidate retrieval by words: our index beside exhaustive BM25, flexsearch and minisearch, on the same corpus and the same
// pages of sixty paraphrased sentences. In Node: the product's code as it runs in the Worker, on the same V8; no browser in it.
import { articlesOf, corpusOf, type CorpusSpec } from '../corpus/claims';
import { pageAt, type Query } from '../corpus/queries';
import { ExhaustiveBm25 } from '../finding/exhaustive-bm25';
import { DEPTH, type Counters, type Finder } from '../finding/finder';
import { Ours } from '../finding/ours';
import { FlexSearch, MiniSearchFinder } from '../finding/peers';
import type { Bench } from '../measuring/bench';
import { interleaved, median, ratio } from '../measuring/interleave';
import { bytesInUse } from '../measuring/memory';
import { row, sizeName, type Row } from '../measuring/row';

/** Pages that recall is taken of: 600 sentences, ± .01. */
const RECALL_PAGES = 10;
/** A page of a slow peer takes seconds; the others are done so much more often that the slow ones' repetitions are enough. */
const REPETITIONS = { upTo100k: 5, above: 3 };
/** Each finder is asked for so many ms before it is measured, until its code is compiled: a page takes the quick ones a few ms, and a reader reads many pages. */
const WARM_UP = 3_000;
/** Above this size minisearch takes 20 s a page and a gigabyte. */
const MINISEARCH_UP_TO = 100_000;
/** The size that larger ones are compared with. */
const BASE = 10_000;

/** Every size beside its peers; the index at 10k is kept, and measured in turn with the larger ones. */
export async function retrieval({ sizes, say, found }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  let base: { finder: Finder; pages: Query[][] } | null = null;
  for (const claims of sizes) {
    const spec = corpusOf(claims);
    const size = sizeName(claims);
    const finders: Finder[] = [new Ours(), new ExhaustiveBm25(), new FlexSearch(), ...(claims <= MINISEARCH_UP_TO ? [new MiniSearchFinder()] : [])];
    const bytes = built(finders, spec, (line) => say(`${size}: ${line}`));
    found.set(`lexical bytes at ${size}`, bytes.get('ours')!);
    const repetitions = claims <= 100_000 ? REPETITIONS.upTo100k : REPETITIONS.above;
    const pages = Array.from({ length: RECALL_PAGES }, (_, at) => pageAt(spec, at));
    const ways = Object.fromEntries(finders.map((finder) => [finder.name, (at: number) => asked(finder, pages[at]!)]));
    const kept = base;
    if (kept) ways['ours at 10k'] = (at) => asked(kept.finder, kept.pages[at]!);
    const started = performance.now();
    asked(finders[0]!, pages[0]!);
    rows.push(row(`retrieval of the first page at ${size}`, performance.now() - started, 'ms', 1, 'Node; before anything was asked at this size; noisy'));
    const times = await interleaved(ways, repetitions, WARM_UP);
    for (const [name, all] of Object.entries(times)) say(`${size}: ${name}: ${median(all).toFixed(2)} ms a page`);
    rows.push(...ratios(times, size, repetitions), ...recalls(finders, pages, size, say), ...counted(finders[0]!, pages, size));
    for (const { name } of finders) rows.push(row(`memory of ${name} at ${size}`, bytes.get(name)! / 1e6, 'MB', 1, 'Node: heap and buffers after collecting, before and after it was built'));
    if (claims === BASE) base = { finder: finders[0]!, pages };
  }
  return rows;
}

function built(finders: Finder[], spec: CorpusSpec, say: (line: string) => void): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const finder of finders) {
    const before = bytesInUse();
    const started = performance.now();
    for (const { id, statements } of articlesOf(spec)) finder.add(id, statements);
    finder.ready();
    say(`${finder.name} built in ${((performance.now() - started) / 1000).toFixed(1)} s, the making of the claims included`);
    bytes.set(finder.name, bytesInUse() - before);
  }
  return bytes;
}

function asked(finder: Finder, page: Query[]): number {
  let found = 0;
  for (const query of page) found += finder.find(query).length;
  return found;
}

function ratios(times: Record<string, number[]>, size: string, n: number): Row[] {
  const ours = times['ours']!;
  const by = 'Node, ms of a page of 60 sentences, median of the ratios of interleaved repetitions';
  const rows = [row(`retrieval of a page at ${size}`, median(ours), 'ms', n, 'Node; noisy, for the ratios only')];
  for (const peer of ['flexsearch', 'minisearch', 'exhaustive BM25']) {
    if (!times[peer]) continue;
    rows.push(row(`retrieval of a page by ${peer} at ${size}`, median(times[peer]), 'ms', n, 'Node; noisy, for the ratios only'));
    rows.push(row(`retrieval of a page ÷ ${peer} at ${size}`, ratio(ours, times[peer]), 'ratio', n, by));
  }
  const base = times['ours at 10k'];
  if (base) rows.push(row(`retrieval of a page at ${size} ÷ at 10k`, ratio(ours, base), 'ratio', n, by));
  return rows;
}

/** Share of the queries whose source is among the first 20 found. */
export function recallOf(finder: Finder, queries: Query[]): number {
  return queries.filter((query) => finder.find(query).slice(0, DEPTH).includes(query.source)).length / queries.length;
}

function recalls(finders: Finder[], pages: Query[][], size: string, say: Bench['say']): Row[] {
  const [ours, exhaustive, ...peers] = finders as [Finder, Finder, ...Finder[]];
  const queries = pages.flat();
  const [recall, most] = [recallOf(ours, queries), recallOf(exhaustive, queries)];
  // A page is enough for the slow ones: nothing is asked of them but not to be nonsense.
  for (const peer of peers) say(`${size}: ${peer.name}: recall@20 ${recallOf(peer, pages[0]!).toFixed(3)} on one page`);
  return [
    row(`recall@20 at ${size}`, recall, 'share', queries.length, 'of the known source among the first 20'),
    row(`recall@20 of exhaustive BM25 at ${size}`, most, 'share', queries.length, 'the same terms and parameters without a budget'),
    row(`recall@20 ÷ that of exhaustive BM25 at ${size}`, recall / most, 'ratio', queries.length, 'both of the known source claim'),
  ];
}

/** The most work done for any sentence. */
export function mostWork(finder: Finder, queries: Query[]): Counters {
  const most: Counters = { touched: 0, rescored: 0 };
  for (const query of queries) {
    finder.find(query);
    const { touched, rescored } = finder.counters!();
    most.touched = Math.max(most.touched, touched);
    most.rescored = Math.max(most.rescored, rescored);
  }
  return most;
}

function counted(ours: Finder, pages: Query[][], size: string): Row[] {
  const queries = pages.flat();
  const { touched, rescored } = mostWork(ours, queries);
  return [
    row(`most postings touched per sentence at ${size}`, touched, 'postings', queries.length, 'counter of the index'),
    row(`most candidates rescored per sentence at ${size}`, rescored, 'candidates', queries.length, 'counter of the index'),
  ];
}
