// `npm run bench`: measures every stage beside its peers and prints a row for each figure. Standard output holds the results only,
// as a table or one JSON document; all else goes to standard error. Times are of this machine and moment: the ratios count.
import { USAGE, wantedOf, type Wanted } from './command';
import type { Bench, Stage } from './measuring/bench';
import { peakMegabytes } from './measuring/memory';
import { row, table, type Row } from './measuring/row';
import { retrieval } from './stages/retrieval';

const STAGES: Record<string, Stage> = { retrieval };

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function wanted(): Wanted | null {
  try {
    return wantedOf(process.argv.slice(2), Object.keys(STAGES));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

async function main(): Promise<number> {
  const options = wanted();
  if (!options) return 2;
  const bench: Bench = { sizes: options.sizes, data: options.data, say, browser: () => Promise.reject(new Error('none')), found: new Map() };
  const rows: Row[] = [];
  for (const [name, stage] of Object.entries(STAGES)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const started = performance.now();
    rows.push(...(await stage(bench)));
    say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  rows.push(row('peak memory of the bench itself', peakMegabytes(), 'MB', 1, 'Node, all stages and peers in one process'));
  process.stdout.write(`${options.json ? JSON.stringify(rows, null, 1) : table(rows)}\n`);
  return 0;
}

process.exitCode = await main();
