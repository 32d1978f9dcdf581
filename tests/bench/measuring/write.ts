// The rows of a run go in; docs/performance.md and its plot are written. The text around the table is the file's own: only what stands
// between the two marks is replaced.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/setup.mjs';
import { plot, type Line } from './plot';
import { markdown, sizeName, type Row } from './row';

const FILE = join(ROOT, 'docs', 'performance.md');
const PLOT = join(ROOT, 'docs', 'performance.svg');
const BEGIN = '<!-- measured: written by npm run bench -- --write -->';
const END = '<!-- end of what was measured -->';

const PICTURE = '\n![Cost of finding candidates against corpus size, both axes logarithmic](performance.svg)\n';

/** Writes both. @throws Error when the file lacks its marks */
export function write(rows: Row[], sizes: number[]): void {
  const page = readFileSync(FILE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${FILE} lacks the marks between which the results stand`);
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { cwd: ROOT, encoding: 'utf8' });
  const about = `Measured ${new Date().toISOString().slice(0, 10)} at commit ${stdout.trim()}, Node ${process.versions.node}, ${cpus().length} cores.`;
  const drawing = plot('Finding candidates for a page of 60 sentences', 'ms (of one machine, in one run)', linesOf(rows, sizes));
  if (drawing !== '') writeFileSync(PLOT, drawing);
  writeFileSync(FILE, `${page.slice(0, from)}${BEGIN}\n${about}\n\n${markdown(rows)}\n${drawing === '' ? '' : PICTURE}\n${page.slice(to)}`);
}

function linesOf(rows: Row[], sizes: number[]): Line[] {
  const points = (name: string): Line['points'] =>
    sizes.flatMap((claims) => {
      const cost = rows.find((row) => row.name === `${name} at ${sizeName(claims)}`)?.value ?? null;
      return cost === null || cost <= 0 ? [] : [{ claims, cost }];
    });
  return [
    { name: 'ours, by words', points: points('retrieval of a page') },
    { name: 'exhaustive BM25', points: points('retrieval of a page by exhaustive BM25') },
    { name: 'flexsearch', points: points('retrieval of a page by flexsearch') },
    { name: 'minisearch', points: points('retrieval of a page by minisearch') },
    { name: 'ours, by meaning', points: points('semantic top 20 of 60 sentences') },
  ];
}
