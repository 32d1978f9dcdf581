// Ways to fill a library: by reading and saving, and by handing over saved pages. A reader and made-up articles in.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fixtures from '../../matters/articles.json' with { type: 'json' };
import type { Hands } from '../pages/hands';
import { pageOf } from '../pages/made-up-news';
import type { MadeUpArticle } from '../pages/made-up-news';
import type { NewsPage, WayReader } from './reader';

/** Paragraphs that state nothing to compare: without some, a page is too short to be an article. */
const FILLER = [
  'The quay was full before noon, and those who had come early stood behind the ropes with their collars up, while the loudspeaker went on about an umbrella and a blue bag.',
  'Nobody could say later who had rung the bell of the chapel, since the key hangs in the bakery, and the baker swears that it hung there all morning beside the calendar and the scissors.',
];

/** Characters below which a saved page may be taken for a heading or a notice. */
const SHORT = 100;

/** The same article, long enough for a page of its own. */
export function long(article: MadeUpArticle): MadeUpArticle {
  return { ...article, paragraphs: [...article.paragraphs, ...FILLER] };
}

/** A fixture article of tests/matters by its id. @throws Error when there is none */
export function fixture(id: string): MadeUpArticle {
  const found = fixtures.find((one) => one.id === id);
  if (!found) throw new Error(`no fixture article "${id}"`);
  return found;
}

/** Reads an article and saves it from the popup; returns its page. */
export async function save(reader: WayReader, url: string): Promise<NewsPage> {
  const page = await reader.read(url);
  const popup = await reader.popup(url);
  await popup.press('Save this article');
  await popup.sees(/Saved: \d+ statements? can now be compared/);
  return page;
}

/** Writes files into a folder of their own for as long as they are used. */
export async function withFiles(files: Record<string, string | Buffer>, use: (paths: string[], folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-files-'));
  try {
    const paths = Object.entries(files).map(([name, body]) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, body);
      return path;
    });
    await use(paths, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Hands the library saved pages of these articles, and waits until all are stored. Returns the library's page, at its exchange. */
export async function hand(reader: WayReader, articles: MadeUpArticle[]): Promise<Hands> {
  const library = await reader.ours('library.html#exchange');
  await library.sees('Drop files or a folder here.');
  const files = Object.fromEntries(articles.map((article, n) => [`${n}.html`, pageOf(article.paragraphs.join('').length < SHORT ? long(article) : article)]));
  await withFiles(files, async (paths) => {
    await reader.give(library, '[data-pick=files]', paths);
    await library.sees(articles.length === 1 ? '1 article is stored' : `${articles.length} articles are stored`);
  });
  return library;
}
