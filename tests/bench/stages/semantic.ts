// Finding by meaning: the twenty nearest of so many vectors for the sixty sentences of a page, on made-up clusters whose nearest neighbour
// is known. In Node: the product's code as it runs in the Worker, on the same V8.
import { SIZES } from '../../../lib/match/encoder/layout';
import { Segments } from '../../../lib/match/finding/segments/segments';
import { VectorIndex } from '../../../lib/match/finding/vector-index';
import { articleOfClaim, corpusOf, numberOf, type CorpusSpec } from '../corpus/claims';
import { PER_PAGE } from '../corpus/queries';
import { vectorQueryAt, vectorsOf } from '../corpus/vectors';
import { DEPTH } from '../finding/finder';
import type { Bench } from '../measuring/bench';
import { median } from '../measuring/interleave';
import { bytesInUse } from '../measuring/memory';
import { row, sizeName, type Row } from '../measuring/row';

const REPETITIONS = 5;
/** Sentences that recall is taken of. */
const ASKED = 60;

/** Every size. */
export async function semantic({ sizes, say, found }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const claims of sizes) {
    const spec = corpusOf(claims);
    const size = sizeName(claims);
    const before = bytesInUse();
    const started = performance.now();
    const segments = new Segments();
    const index = new VectorIndex(segments);
    for (let first = 0; first < claims; first += spec.perArticle) addArticle(segments, spec, first);
    while (segments.step());
    found.set(`vector bytes at ${size}`, bytesInUse() - before);
    say(`${size}: vectors made and added in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const queries = Array.from({ length: PER_PAGE }, (_, at) => vectorQueryAt(spec, at));
    const times: number[] = [];
    for (let at = -1; at < (claims > 100_000 ? 3 : REPETITIONS); at++) {
      const from = performance.now();
      index.searchAll(queries.map(({ vector }) => vector), null, DEPTH);
      if (at >= 0) times.push(performance.now() - from);
    }
    rows.push(
      row(`semantic top 20 of 60 sentences at ${size}`, median(times), 'ms', times.length, 'Node; an absolute time: of this machine and moment'),
      row(`semantic recall@20 ÷ exact scan at ${size}`, recallOf(index, spec, queries.slice(0, ASKED)), 'share', ASKED, 'share of the exact scan’s twenty that are found'),
    );
  }
  return rows;
}

function addArticle(segments: Segments, spec: CorpusSpec, first: number): void {
  const end = Math.min(first + spec.perArticle, spec.claims);
  const article = articleOfClaim(spec, first);
  const statements = Array.from({ length: end - first }, (_, i) => ({ id: `${article}.0.${first + i}`, length: 0, terms: new Map() }));
  segments.add(article, statements, vectorsOf(spec, first, end), 0);
}

/** Against a scan of our own, without the index, over vectors made anew: all queries at once, since making them costs most. */
function recallOf(index: VectorIndex, spec: CorpusSpec, queries: { vector: Int8Array }[]): number {
  const nearest = queries.map((): { at: number; score: number }[] => []);
  for (let first = 0; first < spec.claims; first += 1_000) {
    const end = Math.min(first + 1_000, spec.claims);
    const vectors = vectorsOf(spec, first, end);
    for (let i = 0; i < end - first; i++) {
      const length = lengthOf(vectors, i * SIZES.stored);
      queries.forEach(({ vector }, q) => keep(nearest[q]!, first + i, dot(vectors, i * SIZES.stored, vector) / length));
    }
  }
  let right = 0;
  queries.forEach(({ vector }, q) => {
    const exact = new Set(nearest[q]!.map(({ at }) => at));
    right += index.search(vector, null, DEPTH).filter(({ held, statement }) => exact.has(numberOf(held.segment.id(statement)))).length;
  });
  return right / (queries.length * DEPTH);
}

function dot(vectors: Int8Array, from: number, vector: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < SIZES.stored; i++) sum += vectors[from + i]! * vector[i]!;
  return sum;
}

function lengthOf(vectors: Int8Array, from: number): number {
  return Math.sqrt(dot(vectors, from, vectors.subarray(from, from + SIZES.stored))) || 1;
}

function keep(best: { at: number; score: number }[], at: number, score: number): void {
  if (best.length === DEPTH && score <= best[DEPTH - 1]!.score) return;
  let place = best.length;
  while (place > 0 && best[place - 1]!.score < score) place--;
  best.splice(place, 0, { at, score });
  if (best.length > DEPTH) best.pop();
}
