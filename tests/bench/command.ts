// The command line of the bench → what is to be measured. Knows no stage.
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

export interface Wanted {
  json: boolean;
  /** Writes docs/performance.md and its plot. */
  write: boolean;
  /** In claims, smallest first. */
  sizes: number[];
  /** Names of stages; empty: all. */
  only: string[];
  data: string | null;
  /** How many pages the page stages take. */
  pages: number;
}

export const USAGE = 'Usage: npm run bench -- [--sizes 1k,10k,100k,1M] [--only STAGE,…] [--data FOLDER] [--pages N] [--full] [--json] [--write]';
/** As many as the issue asks for the median of. */
const PAGES = 30;
const USUAL = '1k,10k,100k';
const FULL = '1k,10k,100k,1M';

/** Reads the arguments. @throws TypeError for what makes no sense */
export function wantedOf(args: string[], stages: string[]): Wanted {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, write: { type: 'boolean' }, full: { type: 'boolean' }, sizes: { type: 'string' }, only: { type: 'string' }, pages: { type: 'string' }, data: { type: 'string' } },
  });
  const data = values.data ?? null;
  if (data !== null && (!existsSync(data) || !statSync(data).isDirectory())) throw new TypeError(`--data: no folder ${data}`);
  const only = values.only?.split(',') ?? [];
  for (const name of only) if (!stages.includes(name)) throw new TypeError(`--only: no stage ${name}; there are ${stages.join(', ')}`);
  const sizes = (values.sizes ?? (values.full ? FULL : USUAL)).split(',').map(claimsOf).sort((a, b) => a - b);
  const pages = Number(values.pages ?? PAGES);
  if (!Number.isSafeInteger(pages) || pages < 1) throw new TypeError(`--pages: what is ${values.pages}?`);
  return { json: values.json ?? false, write: values.write ?? false, sizes, only, data, pages };
}

function claimsOf(size: string): number {
  const parts = /^(\d+)([kM]?)$/.exec(size);
  const claims = parts ? Number(parts[1]) * { '': 1, k: 1_000, M: 1_000_000 }[parts[2] as '' | 'k' | 'M'] : 0;
  if (claims === 0) throw new TypeError(`--sizes: what is ${size}?`);
  return claims;
}
