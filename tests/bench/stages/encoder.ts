// Encoding sixty sentences beside the network as its authors publish it, run by TensorFlow.js on its WebAssembly backend (SIMD, one
// thread, as ours). In Node: both are WebAssembly on the same V8; the Worker runs the same code.
import { MEMORY_PAGES } from '../../../lib/match/encoder/forward';
import { nodeEncoder } from '../../measure/encoder-files';
import { readPairs } from '../../measure/pairs';
import { published } from '../../measure/published-encoder';
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
