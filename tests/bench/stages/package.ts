// What a reader downloads, and what every page is given: sizes of the store build, made anew. No browser.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { bin, ROOT } from '../../../scripts/setup.mjs';
import type { Bench } from '../measuring/bench';
import { row, type Row } from '../measuring/row';

/** Of a zip file: both headers of an entry, without its name, which stands in each. */
const ENTRY_BYTES = 30 + 46;

const built = new Map<string, string>();

/** Builds a package, once; its folder. @throws Error when it can't be built */
export function builtPackage(mode: 'production' | 'demo'): string {
  const before = built.get(mode);
  if (before !== undefined) return before;
  const { status, stderr } = spawnSync(process.execPath, [bin('wxt'), 'build', '--mode', mode], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`the ${mode} package could not be built: ${stderr}`);
  const folder = join(ROOT, '.output', `chrome-${mode}`);
  built.set(mode, folder);
  return folder;
}

/** Zipped size, and the two scripts in pages. */
export async function packageSizes(_: Bench): Promise<Row[]> {
  const folder = builtPackage('production');
  const size = (file: string): number => readFileSync(join(folder, file)).length / 1_000;
  return [
    row('store package, zipped', zippedBytes(folder) / 1e6, 'MB', 1, 'the Chrome store build, each file deflated at level 9 as in a zip'),
    row('reader script injected', size('reader.js'), 'KB', 1, 'bytes of the file, unzipped'),
    row('loader on every granted page', size('loader.js'), 'KB', 1, 'bytes of the file, unzipped'),
  ];
}

function zippedBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += deflateRawSync(readFileSync(path), { level: 9 }).length + ENTRY_BYTES + 2 * (path.length - folder.length - 1);
  }
  return bytes;
}
