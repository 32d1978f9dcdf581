// How fast a cost grows with its input: the same work on a shorter and on a longer input goes in, the ratio of their costs comes out. It counts
// this process's own processor time, which a busy machine does not stretch as it does the clock's, and lets both take turns. It knows no gate's reason.

/** When to stop measuring, and from what cost on. */
export interface Gate {
  /** A ratio below this is good enough: no more is measured. */
  below: number;
  /** Processor time in ms that the shorter input counts for at least: below it, growth does no harm and the timer's grain would tell. */
  floor: number;
  /** How often it is tried at most, each time with two rounds more than before; 5 where nothing is said. */
  tries?: number;
}

/** Rounds of the first try. */
const FIRST_ROUNDS = 3;

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Processor time in ms of one run, which may be asynchronous; of all threads of this process, the rest of which waits meanwhile. */
export async function costOf(run: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  const done = run();
  if (done instanceof Promise) await done;
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/**
 * How many times as much the longer input costs, by medians of rounds in which both take turns; the least of several such tries, since other
 * work on the machine comes and goes. The longer one goes first, so that the shorter one never pays for a cold start.
 */
export async function growthOf(shorter: () => unknown, longer: () => unknown, { below, floor, tries = 5 }: Gate): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < tries && least >= below; attempt++) {
    const [short, long]: [number[], number[]] = [[], []];
    for (let round = 0; round < FIRST_ROUNDS + 2 * attempt; round++) {
      long.push(await costOf(longer));
      short.push(await costOf(shorter));
    }
    least = Math.min(least, median(long) / Math.max(median(short), floor));
  }
  return least;
}
