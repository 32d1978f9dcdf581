// What a piece of work leaves in memory: the work goes in, its result and the bytes it holds come out. Node only.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use after collecting: the heap, and what lies beside it (typed arrays, WebAssembly). */
export function bytesInUse(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Does the work; `bytes` is how much more is held afterwards. */
export function held<T>(work: () => T): { made: T; bytes: number } {
  const before = bytesInUse();
  const made = work();
  return { made, bytes: bytesInUse() - before };
}

/** Most memory that this process has had at one time, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1_000;
}
