// What a store's package and the sources archive must hold and must not, rule by rule, on made-up archives; that a damaged archive is
// noticed; and that the manifest made for the stores passes. The real archives are held to the same rules by `npm run zip`.
import { describe, expect, it } from 'vitest';
import { filesIn } from '../scripts/archive';
import type { ArchivedFile } from '../scripts/archive';
import { LARGEST, manifestFaults, packageFaults, sourcesFaults } from '../scripts/store-rules';
import type { Store } from '../scripts/store-rules';
import config from '../wxt.config';

/** A folder, a stored and a deflated file with a name beyond ASCII, and a comment, as Python's zipfile writes them. */
const ARCHIVE = Buffer.from(
  'UEsDBBQAAAAAADBtdl0AAAAAAAAAAAAAAAAEAAAAbGliL1BLAwQUAAAAAAAAACEAabOBngwAAAAMAAAADQAAAG1hbmlmZXN0Lmpzb257Im5hbWUiOiJ4In1QSwMEFAAACAgAAAAhADvr3voPAAAA6AMAAA8AAABsaWIvd8O2cnRlci50eHQrzy9KUSgfJUaJUWI4EwBQSwECFAMUAAAAAAAwbXZdAAAAAAAAAAAAAAAABAAAAAAAAAAAABAA/UEAAAAAbGliL1BLAQIUAxQAAAAAAAAAIQBps4GeDAAAAAwAAAANAAAAAAAAAAAAAACAASIAAABtYW5pZmVzdC5qc29uUEsBAhQDFAAACAgAAAAhADvr3voPAAAA6AMAAA8AAAAAAAAAAAAAAIABWQAAAGxpYi93w7ZydGVyLnR4dFBLBQYAAAAAAwADAKoAAACVAAAAEQBQSyBtYWRlIGVsc2V3aGVyZQ==',
  'base64',
);
const VERSION = '1.2.3';
const MANIFEST = { manifest_version: 3, version: VERSION };
const NAMES =
  'background.js loader.js reader.js clip.js popup.html sidepanel.html library.html options.html welcome.html NOTICE.txt icon/128.png encoder/encoder.bin encoder/kernel.wasm _locales/en/messages.json _locales/de/messages.json';

const file = (name: string, text = '', size = text.length): ArchivedFile => ({ name, size, read: () => Buffer.from(text) });
const whole = (manifest: object, ...more: ArchivedFile[]): ArchivedFile[] => [file('manifest.json', JSON.stringify(manifest)), ...NAMES.split(' ').map((name) => file(name)), ...more];

describe('an archive', () => {
  it('is read: stored and deflated files, names beyond ASCII, a comment at its end, no folders', () => {
    const files = filesIn(ARCHIVE);
    expect(files.map(({ name, size }) => [name, size])).toEqual([['manifest.json', 12], ['lib/wörter.txt', 1000]]);
    expect(files[0]!.read().toString()).toBe('{"name":"x"}');
    expect(files[1]!.read().toString()).toBe('word '.repeat(200));
  });

  it('that is damaged or none at all is refused', () => {
    const damaged = Buffer.from(ARCHIVE);
    damaged.set([0xff], damaged.indexOf('"name"'));
    expect(() => filesIn(damaged)[0]!.read()).toThrow('manifest.json is damaged');
    expect(() => filesIn(Buffer.from('no archive, but long enough to hold an end record'))).toThrow('no ZIP archive');
  });
});

describe('a package', () => {
  it('with all its parts passes in either store', () => {
    expect(packageFaults('chrome', 1000, whole(MANIFEST), VERSION)).toEqual([]);
    expect(packageFaults('firefox', 1000, whole({ ...MANIFEST, browser_specific_settings: { gecko: { id: 'a@b.example' } } }), VERSION)).toEqual([]);
  });

  const refused: { why: string; store?: Store; manifest?: object; more?: ArchivedFile[]; bytes?: number; says: string }[] = [
    { why: 'a key', manifest: { ...MANIFEST, key: 'MIIB' }, says: 'the manifest has key' },
    { why: 'a host of its own', manifest: { ...MANIFEST, host_permissions: ['http://127.0.0.1/*'] }, says: 'the manifest has host_permissions' },
    { why: 'an address for updates', manifest: { ...MANIFEST, update_url: 'https://a.example' }, says: 'the manifest has update_url' },
    { why: 'another version', manifest: { ...MANIFEST, version: '1.2.2' }, says: "the manifest's version is 1.2.2, the project's 1.2.3" },
    { why: 'an older manifest', manifest: { ...MANIFEST, manifest_version: 2 }, says: 'the manifest is not of version 3' },
    { why: 'no add-on id', store: 'firefox', says: 'the manifest has no add-on id for Firefox' },
    { why: 'Firefox’s settings in Chrome', manifest: { ...MANIFEST, browser_specific_settings: {} }, says: 'the manifest has settings of Firefox' },
    { why: 'a source map', more: [file('reader.js.map')], says: 'reader.js.map does not belong into a package' },
    { why: 'a private key', more: [file('store.pem')], says: 'store.pem does not belong into a package' },
    { why: 'a hidden file', more: [file('.env')], says: '.env does not belong into a package' },
    { why: 'a script too large to be linted', more: [file('big.js', '', 6 * 1024 ** 2)], says: 'big.js is larger than the linter parses' },
    { why: 'more bytes than Firefox’s store takes', store: 'firefox', manifest: { ...MANIFEST, browser_specific_settings: {} }, bytes: LARGEST.firefox + 1, says: `the package is larger than the store takes (${LARGEST.firefox + 1} bytes)` },
  ];
  it.each(refused)('with $why is refused', ({ store = 'chrome', manifest = MANIFEST, more = [], bytes = 1000, says }) => {
    expect(packageFaults(store, bytes, whole(manifest, ...more), VERSION)).toEqual([says]);
  });

  it('without one of its parts is refused', () => {
    const files = whole(MANIFEST).filter(({ name }) => name !== 'encoder/encoder.bin');
    expect(packageFaults('chrome', 1000, files, VERSION)).toEqual(['encoder/encoder.bin is missing']);
  });
});

describe('the sources archive', () => {
  const kept = ['package.json', 'lib/model.ts', 'tests/model.test.ts'];

  it('that holds what is under version control passes', () => {
    expect(sourcesFaults(kept.map((name) => file(name)), kept)).toEqual([]);
    expect(sourcesFaults(kept.map((name) => file(name)), null)).toEqual([]);
  });

  it('that holds less or more, or something built, is refused', () => {
    const names = ['package.json', 'lib/model.ts', 'notes.txt', 'public/encoder/encoder.bin', 'lib/.env.local', 'store.pem'];
    expect(sourcesFaults(names.map((name) => file(name)), kept)).toEqual([
      'public/encoder/encoder.bin does not belong into the sources',
      'lib/.env.local does not belong into the sources',
      'store.pem does not belong into the sources',
      'tests/model.test.ts is missing from the sources',
      'notes.txt is in the sources, but not under version control',
    ]);
    expect(sourcesFaults([file('.output/chrome-store/manifest.json')], null)).toHaveLength(1);
  });
});

describe('the manifest', () => {
  type Make = (env: { browser: string; mode: string }) => Record<string, unknown>;
  const make = config.manifest as unknown as Make;
  const made = (browser: Store, mode: string) => ({ manifest_version: 3, version: VERSION, ...make({ browser, mode }) });

  it('made for the stores passes; those made for tests and for unpacked use would not', () => {
    expect(manifestFaults('chrome', made('chrome', 'store'), VERSION)).toEqual([]);
    expect(manifestFaults('firefox', made('firefox', 'production'), VERSION)).toEqual([]);
    expect(manifestFaults('chrome', made('chrome', 'production'), VERSION)).toEqual(['the manifest has key']);
    expect(manifestFaults('chrome', made('chrome', 'demo'), VERSION)).toEqual(['the manifest has key', 'the manifest has host_permissions']);
  });
});
