// `npm run zip`: both store packages and the sources archive, in .output/, checked as a store would and printed with their sizes. With
// `--rebuild` the sources are unpacked elsewhere, built as the README says, and the result compared with the Firefox package; with
// `--uncommitted` files that are neither ignored nor yet under version control may go along, as while one works on the project.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesIn } from './archive';
import type { ArchivedFile } from './archive';
import { bin, ROOT } from './setup.mjs';
import { packageFaults, sourcesFaults } from './store-rules';

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };
const OUT = join(ROOT, '.output');
const archive = (kind: string): string => join(OUT, `${name}-${version}-${kind}.zip`);
const faults: string[] = [];

/** Runs a command with its output on standard error. @throws Error when it fails */
function run(command: string, args: string[], cwd = ROOT): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && command === 'npm' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed; its own words are above.`);
}

/** The files that belong to the project; null outside a repository, where the folder is an unpacked archive itself. */
function keptFiles(): string[] | null {
  if (!existsSync(join(ROOT, '.git'))) return null;
  const which = process.argv.includes('--uncommitted') ? ['--cached', '--others', '--exclude-standard'] : [];
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', ...which], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path))) : null;
}

/** Mozilla's linter on the unpacked Firefox package: errors are faults, warnings are printed once each with their number. */
function lint(): void {
  const args = [bin('web-ext'), 'lint', '--source-dir', join(OUT, 'firefox-production'), '--no-config-discovery', '--output', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  const { errors, warnings } = JSON.parse(stdout) as Record<'errors' | 'warnings', { code: string; message: string; file?: string }[]>;
  faults.push(...errors.map(({ code, message, file }) => `web-ext lint: ${code} in ${file ?? 'the package'}: ${message}`));
  const times = new Map<string, number>();
  for (const { code } of warnings) times.set(code, (times.get(code) ?? 0) + 1);
  const said = [...times].map(([code, count]) => `${code} × ${count}`).join(', ');
  console.log(`web-ext lint: ${errors.length} errors, ${warnings.length} warnings${said === '' ? '' : ` (${said})`}`);
}

const digests = (files: ArchivedFile[]): Map<string, string> => new Map(files.map((file) => [file.name, createHash('sha256').update(file.read()).digest('hex')]));

/** Unpacks the sources, installs and builds them, zips the result, and compares it with the Firefox package, file by file. */
function rebuild(sources: ArchivedFile[], published: ArchivedFile[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-sources-'));
  try {
    for (const file of sources) {
      mkdirSync(dirname(join(folder, file.name)), { recursive: true });
      writeFileSync(join(folder, file.name), file.read());
    }
    run('npm', ['ci', '--no-audit', '--no-fund'], folder);
    run('npm', ['run', 'build:firefox'], folder);
    const built = digests(published.map(({ name: path, size }) => ({ name: path, size, read: () => readFileSync(join(folder, '.output', 'firefox-production', path)) })));
    const differing = [...digests(published)].filter(([path, digest]) => built.get(path) !== digest).map(([path]) => path);
    faults.push(...differing.map((path) => `${path} is another file when built from the sources archive`));
    console.log(`built from the sources archive: ${published.length - differing.length} of ${published.length} files are the same`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

run(process.execPath, [bin('wxt'), 'zip', '--mode', 'store']);
run(process.execPath, [bin('wxt'), 'zip', '-b', 'firefox', '--mv3', '--sources']);

const contents = new Map<string, ArchivedFile[]>();
for (const kind of ['chrome', 'firefox', 'sources']) {
  const bytes = readFileSync(archive(kind));
  const files = filesIn(bytes);
  contents.set(kind, files);
  const found = kind === 'chrome' || kind === 'firefox' ? packageFaults(kind, bytes.length, files, version) : sourcesFaults(files, keptFiles());
  faults.push(...found.map((fault) => `${kind}: ${fault}`));
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  console.log(`${archive(kind).slice(ROOT.length)}: ${(bytes.length / 1e6).toFixed(2)} MB, ${files.length} files, ${(unpacked / 1e6).toFixed(2)} MB unpacked`);
}
lint();
if (process.argv.includes('--rebuild')) rebuild(contents.get('sources')!, contents.get('firefox')!);
for (const fault of faults) console.log(`! ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
