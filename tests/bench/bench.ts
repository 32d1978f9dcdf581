// `npm run bench`: measures every stage beside its peers and prints a row for each figure. Standard output holds the results only,
// as a table or one JSON document; all else goes to standard error. Times are of this machine and moment: the ratios count.
import { USAGE, wantedOf, type Wanted } from './command';
import type { Bench, Stage } from './measuring/bench';
import { BenchBrowser } from './measuring/browser';
import { peakMegabytes } from './measuring/memory';
import { row, table, type Row } from './measuring/row';
import { write } from './measuring/write';
import { database } from './stages/database';
import { encoder } from './stages/encoder';
import { judgement } from './stages/judgement';
import { mainThread } from './stages/main-thread';
import { memory } from './stages/memory';
import { opening } from './stages/opening';
import { packageSizes } from './stages/package';
import { page } from './stages/page';
import { retrieval } from './stages/retrieval';
import { semantic } from './stages/semantic';
import { underlines } from './stages/underlines';
import { wake } from './stages/wake';

/** In the order in which they are measured; `memory` sums up what those before it found. */
const STAGES: Record<string, Stage> = { page, underlines, database, judgement, encoder, retrieval, semantic, memory, package: packageSizes, wake, 'main-thread': mainThread, opening };

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
  let chromium: Promise<BenchBrowser> | null = null;
  const bench: Bench = { sizes: options.sizes, data: options.data, pages: options.pages, say, browser: () => (chromium ??= BenchBrowser.start()), found: new Map() };
  const rows: Row[] = [];
  let failed = false;
  for (const [name, stage] of Object.entries(STAGES)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const started = performance.now();
    try {
      rows.push(...(await stage(bench)));
    } catch (error) {
      // The others are still worth having; a stage that could not be measured is a failure all the same.
      failed = true;
      say(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  await (await (chromium as Promise<BenchBrowser> | null))?.close();
  rows.push(row('peak memory of the bench itself', peakMegabytes(), 'MB', 1, 'Node, all stages and peers in one process'));
  if (options.write) write(rows, options.sizes);
  process.stdout.write(`${options.json ? JSON.stringify(rows, null, 1) : table(rows)}\n`);
  return failed ? 1 : 0;
}

process.exitCode = await main();
