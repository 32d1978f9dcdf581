// `npm run screens [-- [--store] NAME…]`: a picture of every surface in every state, light, dark and at 360 px, in .output/screens/,
// taken in the real extension on the demo pages; with names, only the pictures whose name contains one of them; with --store the
// stores' pictures, in .output/store/. Builds the demo package first. What a state needs is brought about as a reader would.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serveDemo } from '../tests/demo/server.mjs';
import { ReaderBrowser } from '../tests/e2e/chromium/reader-browser';
import { Popup } from '../tests/e2e/pages/popup';
import { emptyScenes } from './screens/empty';
import { exchangeScenes, importFile, quiet } from './screens/exchange';
import { largeScenes } from './screens/large';
import { libraryScenes } from './screens/library';
import { MATTERS_FILE } from './screens/made-up';
import { pageScenes } from './screens/pages';
import { asideScenes, panelScenes } from './screens/panel';
import { popupScenes } from './screens/popups';
import { selectionScenes } from './screens/selection';
import { firstRunScenes, settingsScenes } from './screens/settings';
import { takeStorePictures } from './screens/store';
import { says, Studio, wants } from './screens/studio';
import type { Session } from './screens/studio';
import { germanScenes, lookScenes } from './screens/variants';
import { ROOT } from './setup.mjs';

/** Browsers at work at once: each is a browser, an engine and what it is photographed by, for two cores. */
const AT_ONCE = 2;

/** Saves the wire page by the popup, and lets the library be compared to its end. */
async function saveWire(studio: Studio): Promise<void> {
  const page = await studio.reader.read(`${studio.site}/wire.html`);
  const popup = await Popup.on(studio.reader, page.url());
  await popup.press('Save this article');
  await says(popup.page, /^Saved: /);
  await quiet(await studio.open('library.html'));
  await studio.reader.clear();
}

/** Longest first. */
const SESSIONS: Session[] = [
  {
    prepare: async (studio) => {
      await importFile(studio, MATTERS_FILE);
      await saveWire(studio);
    },
    scenes: [...libraryScenes, ...settingsScenes, ...exchangeScenes],
  },
  { scenes: [...firstRunScenes, ...pageScenes, ...panelScenes, ...selectionScenes, ...popupScenes] },
  { scenes: largeScenes },
  { scenes: asideScenes },
  { prepare: saveWire, scenes: lookScenes },
  { options: { language: 'de' }, scenes: germanScenes },
  { scenes: emptyScenes },
];

async function take(session: Session, site: string, words: string[], folder: string): Promise<{ taken: number; failures: number }> {
  const scenes = session.scenes.filter(({ names }) => names.some((name) => wants(words, name)));
  if (scenes.length === 0) return { taken: 0, failures: 0 };
  const reader = await ReaderBrowser.launch(session.options);
  const studio = new Studio(reader, site, folder, words);
  try {
    await session.prepare?.(studio);
    await studio.run(scenes);
  } catch (error) {
    studio.fail(`before ${scenes[0]?.names[0]}`, error);
  } finally {
    await reader.close();
  }
  return { taken: studio.taken, failures: studio.failures };
}

const given = process.argv.slice(2);
const store = given.includes('--store');
const words = given.filter((word) => !word.startsWith('--'));
const folder = join(ROOT, '.output', store ? 'store' : 'screens');
const build = spawnSync('npx', ['wxt', 'build', '--mode', 'demo'], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
if (build.status !== 0) process.exit(1);
if (words.length === 0) rmSync(folder, { recursive: true, force: true });
const demo = await serveDemo();
let taken = 0;
let failures = 0;
if (store) taken = await takeStorePictures(folder);
else {
  const left = [...SESSIONS];
  const lane = async (): Promise<void> => {
    for (let session = left.shift(); session; session = left.shift()) {
      const count = await take(session, demo.url, words, folder);
      taken += count.taken;
      failures += count.failures;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
await demo.close();
process.stdout.write(`${folder}: ${taken} pictures\n`);
if (taken === 0) process.stderr.write(`No picture has a name with ${words.join(' or ')} in it.\n`);
process.exitCode = failures === 0 && taken > 0 ? 0 : 1;
