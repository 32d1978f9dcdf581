// Ways of doing the same thing go in; each is done in every repetition, one after another in turning order, and the times of all
// repetitions come out. So a busy moment of the machine falls on all of them alike, and only ratios within a repetition are told.

/** One way of doing what is measured; `at` is the repetition, for those that take another page each time. */
export type Way = (at: number) => unknown;

/** By way: its time in each repetition, in ms. */
export type Times<Name extends string> = Record<Name, number[]>;

/** Does everything once unmeasured, each way over and over for `warmUp` ms where that is more, then `repetitions` times measured. Ways may be asynchronous. */
export async function interleaved<Name extends string>(ways: Record<Name, Way>, repetitions: number, warmUp = 0): Promise<Times<Name>> {
  const names = Object.keys(ways) as Name[];
  for (const name of names) for (let at = 0, from = performance.now(); performance.now() - from < warmUp; at++) await ways[name](at % repetitions);
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Times<Name>;
  for (let at = -1; at < repetitions; at++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + at + 1) % names.length]!;
      const started = performance.now();
      const done = ways[name](Math.max(at, 0));
      if (done instanceof Promise) await done;
      if (at >= 0) times[name].push(performance.now() - started);
    }
  }
  return times;
}

/** The middle value; NaN of nothing. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? NaN : sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median of the ratios of two ways, repetition by repetition. */
export function ratio(ours: number[], theirs: number[]): number {
  return median(ours.map((time, at) => time / theirs[at]!));
}
