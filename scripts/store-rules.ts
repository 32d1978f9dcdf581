// What a store's package and the sources archive must and must not hold; the archive's files go in, what is wrong with them comes out,
// a sentence each. Knows neither builds nor browsers.
import type { ArchivedFile } from './archive';

export type Store = 'chrome' | 'firefox';

/**
 * The largest package each store takes, in bytes: https://developer.chrome.com/docs/webstore/publish (2 GB) and
 * https://extensionworkshop.com/documentation/publish/submitting-an-add-on/ (200 MB).
 */
export const LARGEST: Record<Store, number> = { chrome: 2 * 1024 ** 3, firefox: 200 * 1024 ** 2 };

/** The largest script, style or JSON file that Mozilla's linter parses, in bytes (MAX_FILE_SIZE_TO_PARSE_MB in its const.js). */
const LARGEST_PARSED = 5 * 1024 ** 2;

/** Parts without which the extension does not run, or runs with less than it says. */
const NEEDED = ['manifest.json', 'background.js', 'loader.js', 'reader.js', 'clip.js', 'popup.html', 'sidepanel.html', 'library.html', 'options.html', 'welcome.html', 'NOTICE.txt', 'icon/128.png', 'encoder/encoder.bin', 'encoder/kernel.wasm', '_locales/en/messages.json', '_locales/de/messages.json'];

/** What no package holds: maps and sources, hidden files, tests, keys. */
const FOREIGN = /(?:^|\/)(?:\.|node_modules\/|tests?\/)|\.(?:map|ts|tsx|pem|key|crx|xpi|zip|log)$/;

/** What no sources archive holds: what is made from them, and what is nobody else's business. */
const MADE = /(?:^|\/)(?:node_modules|\.output|\.wxt|\.git|test-results|playwright-report)\/|^public\/encoder\/|(?:^|\/)\.env|\.(?:pem|key|crx|xpi|zip|log|tsbuildinfo)$/;

/** What is wrong with a store's package of `bytes` bytes; empty when nothing is. `version` is package.json's. */
export function packageFaults(store: Store, bytes: number, files: ArchivedFile[], version: string): string[] {
  const faults: string[] = [];
  const names = new Set(files.map(({ name }) => name));
  for (const name of NEEDED) if (!names.has(name)) faults.push(`${name} is missing`);
  for (const name of names) if (FOREIGN.test(name)) faults.push(`${name} does not belong into a package`);
  for (const { name, size } of files) if (size > LARGEST_PARSED && /\.(?:js|css|html|json)$/.test(name)) faults.push(`${name} is larger than the linter parses`);
  if (bytes > LARGEST[store]) faults.push(`the package is larger than the store takes (${bytes} bytes)`);
  const manifest = files.find(({ name }) => name === 'manifest.json');
  return manifest ? [...faults, ...manifestFaults(store, JSON.parse(manifest.read().toString('utf8')) as Record<string, unknown>, version)] : faults;
}

/** What is wrong with a package's manifest. */
export function manifestFaults(store: Store, manifest: Record<string, unknown>, version: string): string[] {
  const faults: string[] = [];
  for (const field of ['key', 'host_permissions', 'update_url']) if (field in manifest) faults.push(`the manifest has ${field}`);
  if (manifest['manifest_version'] !== 3) faults.push('the manifest is not of version 3');
  if (manifest['version'] !== version) faults.push(`the manifest's version is ${String(manifest['version'])}, the project's ${version}`);
  if (store === 'firefox' && !('browser_specific_settings' in manifest)) faults.push('the manifest has no add-on id for Firefox');
  if (store === 'chrome' && 'browser_specific_settings' in manifest) faults.push('the manifest has settings of Firefox');
  return faults;
}

/** What is wrong with the sources archive. `kept` lists the files under version control; null where nobody knows (an unpacked archive). */
export function sourcesFaults(files: ArchivedFile[], kept: string[] | null): string[] {
  const names = new Set(files.map(({ name }) => name));
  const made = [...names].filter((name) => MADE.test(name)).map((name) => `${name} does not belong into the sources`);
  if (!kept) return made;
  const missing = kept.filter((name) => !names.has(name)).map((name) => `${name} is missing from the sources`);
  const unknown = [...names].filter((name) => !kept.includes(name) && !MADE.test(name)).map((name) => `${name} is in the sources, but not under version control`);
  return [...made, ...missing, ...unknown];
}
