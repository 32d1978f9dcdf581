// Libraries and pages of our own making: the fixture corpora of the tests as files that the library's own import takes, pages on the
// same events, and a library of thousands. Knows no browser.
import { idOfUrl } from '../../lib/corpus/identity';
import type { MadeUpArticle } from '../../tests/e2e/pages/made-up-news';
import leftOut from '../../tests/left-out/fixture.json' with { type: 'json' };
import matters from '../../tests/matters/articles.json' with { type: 'json' };

interface Fixture {
  id: string;
  outlet: string;
  published: string;
  title: string;
  paragraphs: string[];
}

/** What a file input takes. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const SAVED = '2026-11-01T10:00:00.000Z';

const addressOf = ({ id, outlet }: Fixture): string => `https://${outlet.toLowerCase().replace(/\W+/g, '-')}.example/${id}`;

async function record(article: Fixture, retrieved: string): Promise<object> {
  const { outlet, published, title, paragraphs } = article;
  const url = addressOf(article);
  const blocks = [{ kind: 'title', text: title }, ...paragraphs.map((text) => ({ kind: 'paragraph', text }))];
  return { id: await idOfUrl(url), url, title, outlet, author: null, published, language: 'en', blocks, retrieved, file: null };
}

async function file(name: string, articles: readonly Fixture[], labels: object[] = []): Promise<PickedFile> {
  const records = await Promise.all(articles.map((article) => record(article, SAVED)));
  const library = { articles: records, corrections: [], format: 'second-source-library', labels, verdicts: [], version: 1 };
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(library)) };
}

const [COURIER, HERALD, GAZETTE, LATER] = matters as [Fixture, Fixture, Fixture, Fixture];
const tagged = async (article: Fixture, note: string): Promise<object> => ({ article: await idOfUrl(addressOf(article)), tags: ['Melitovka', 'casualties'], note, at: SAVED });

/** Articles on one strike and one storm, with ranges, bounds and several speakers: what the fixtures of the matters say. */
export const MATTERS_FILE = await file('melitovka.json', matters, [await tagged(COURIER, 'Ask the regiment for the list of names.')]);

/** Some of the same articles, one with other words in it, one new, and labels that differ: what a merge has to settle. */
export const CONFLICTING_FILE = await file(
  'melitovka-from-the-other-computer.json',
  [{ ...COURIER, paragraphs: [...COURIER.paragraphs, 'Four more were wounded, the ministry said.'] }, HERALD, GAZETTE, { ...LATER, id: 'courier-9', title: 'Melitovka, a year on' }],
  [await tagged(COURIER, 'The list of names is there.'), await tagged(GAZETTE, '')],
);

/** The same file, cut off in the middle. */
export const DAMAGED_FILE: PickedFile = { ...MATTERS_FILE, name: 'cut-off.json', buffer: MATTERS_FILE.buffer.subarray(0, 1400) };

/** Articles that carry together what the page `LACKING` lacks. */
export const LEFT_OUT_FILE = await file('left-out.json', leftOut.articles);

const FILLER = [
  'The road to the village was closed for most of the night, and those who lived along it stood at their gates in the dark, talking in low voices until the lorries had gone by.',
  'Nobody could say in the morning who had opened the hall of the chapel, since the key hangs in the bakery, and the baker swears that it hung there all night beside the calendar.',
];
const page = ({ title, outlet, published, paragraphs }: Omit<Fixture, 'id'>): MadeUpArticle => ({ title, outlet, published, paragraphs: [...paragraphs, ...FILLER] });

/** A page that lacks what others carry. */
export const LACKING = page(leftOut.page);
/** A page between an earlier and a later count of the same. */
export const COUNTING = page({ title: 'What Kyiv says of the barracks', outlet: 'Bulletin', published: '2024-03-04', paragraphs: ['A missile strike on a barracks in Melitovka on March 1 killed 95 soldiers, Kyiv said.'] });
/** A page as it was saved, and as it is now. */
export const BEFORE = page({ title: 'Ferry sinks off the cape', outlet: 'The Harbour Gazette', published: '2023-06-12', paragraphs: ['Rescuers have recovered 11 bodies from the water, the coastguard said on Wednesday.', 'The ferry was built in 1984, its owners said.'] });
export const NOW = page({ title: 'Ferry sinks off the cape', outlet: 'The Harbour Gazette', published: '2023-06-12', paragraphs: ['Rescuers have recovered 17 bodies from the water, the coastguard said on Wednesday.', 'Divers will go down again on Thursday, the coastguard said.'] });

const TOWNS = ['Varden', 'Halden', 'Orlivka', 'Brackwede', 'Hallingen', 'Petrowo', 'Lindau', 'Marwitz'];
const MATTERS = ['The mayor of $ sells the old mill', 'Frost in $: beekeepers count their hives', 'Night train to $ runs again', '$ votes on the new bridge', 'What the flood left in $', 'School in $ gets its roof'];

/** A library of `many` short articles, each with a statement; made by counting, so always the same. */
export async function largeFile(many: number): Promise<PickedFile> {
  const articles = Array.from({ length: many }, (_, n) => {
    const town = TOWNS[n % TOWNS.length]!;
    const title = `${MATTERS[n % MATTERS.length]!.replace('$', town)} (${n + 1})`;
    const published = new Date(Date.UTC(2019, 0, 1 + (n % 2500))).toISOString().slice(0, 10);
    return { id: `large-${n}`, outlet: `${town} Post`, published, title, paragraphs: [`The council of ${town} spent ${1000 + n} euros on it, its clerk said.`] };
  });
  return await file('ten-thousand.json', articles);
}

/** A folder as it is dropped: two saved articles, a page without one, a picture, and a text. */
export function savedPages(): PickedFile[] {
  const saved = (name: string, body: string): PickedFile => ({ name, mimeType: 'text/html', buffer: Buffer.from(body) });
  const article = (title: string, words: string): string => `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:type" content="article"></head><body><article><h1>${title}</h1><p>${words}</p>${FILLER.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  return [
    saved('bridge.html', article('Bridge reopens in Varden', 'The bridge in Varden was closed for 14 months, the mayor said.')),
    saved('mill.html', article('The old mill is sold', 'The council sold the mill for 120,000 euros on 3 May, its clerk said.')),
    saved('start-page.html', '<!doctype html><title>Start</title><a href="a.html">A</a> <a href="b.html">B</a>'),
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff]) },
    { name: 'reading list.txt', mimeType: 'text/plain', buffer: Buffer.from('mill, bridge') },
  ];
}

/** Hundreds of saved pages, so that their import is under way for a while. */
export function manySavedPages(many: number): PickedFile[] {
  const [first] = savedPages();
  return Array.from({ length: many }, (_, n) => ({ ...first!, name: `bridge-${n + 1}.html`, buffer: Buffer.from(String(first!.buffer).replaceAll('14 months', `${n + 2} months`)) }));
}
