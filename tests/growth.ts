// How fast a cost grows with its input: the same work on a shorter and on a longer input goes in, the ratio of their costs comes out. It counts
// this process's own processor time, which a busy machine does not stretch as it does the clock's, and lets both take turns. It knows no gate's reason.

/** When to stop measuring, and from what cost on. */
export interface Gate {
  /** A ratio below this is good enough: no more is measured. */
  below: number;
  /** Processor time in ms that the shorter input counts for at least: below it, growth does no harm and the timer's grain would tell. */
  floor: number;
  /** How often both are run at most; 12 where nothing is said. */
  rounds?: number;
}

/** Rounds before the first look, so that no single lucky or unlucky run decides. */
const FIRST_LOOK = 3;

/** Processor time in ms of one run, which may be asynchronous; of all threads of this process, the rest of which waits meanwhile. */
export async function costOf(run: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  const done = run();
  if (done instanceof Promise) await done;
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/**
 * How many times as much the longer input costs. Of each input the least of all its runs counts, since other work on the machine, compiling
 * and collecting garbage only ever add; the longer one goes first in each round, so that the shorter one never pays for a cold start.
 */
export async function growthOf(shorter: () => unknown, longer: () => unknown, { below, floor, rounds = 12 }: Gate): Promise<number> {
  let [least, most] = [Infinity, Infinity];
  for (let round = 1; round <= rounds; round++) {
    most = Math.min(most, await costOf(longer));
    least = Math.min(least, await costOf(shorter));
    if (round >= FIRST_LOOK && most / Math.max(least, floor) < below) break;
  }
  return most / Math.max(least, floor);
}
