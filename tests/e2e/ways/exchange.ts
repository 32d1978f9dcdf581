// Export and import, in either browser: each form, a library that comes back byte for byte, work of other tools, saved pages, and files
// that are none of these. Files go through the page's own pickers; the system's dialog and a drop are out of a program's reach.
import { truncateSync } from 'node:fs';
import { expect } from '@playwright/test';
import { schemaErrors } from '../annotation-schema';
import type { Hands } from '../pages/hands';
import { pageOf } from '../pages/made-up-news';
import type { WayReader } from './reader';
import { fixture, hand, withFiles } from './shelf';

const FILES = '[data-pick=files]';
const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The Varden bridge was closed for 40 days in 2022.',
  url: 'https://checks.example/bridge',
  datePublished: '2023-01-05',
  author: { '@type': 'Organization', name: 'Check Desk' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ida Moor' } },
  reviewRating: { '@type': 'Rating', alternateName: 'Missing context' },
};
const ANNOTATION = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:5f1c0d7e-3a52-4d0e-9a43-0d6c8c3b5a10',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'ask the harbour office' },
  target: { source: 'https://news.example/ferry', selector: { type: 'TextQuoteSelector', exact: 'The ferry carried 42 people, the harbour office said on Monday.', prefix: '', suffix: '' } },
};

async function exported(reader: WayReader, library: Hands, form: string): Promise<string> {
  await library.tick(form);
  const { name, text } = await reader.download(() => library.press('Export', { within: '.exchange' }));
  // A browser numbers a second file of one name.
  await library.sees(`Saved as ${name.replace(/\(\d+\)(?=\.[a-z]+$)/, '')}`);
  return text;
}

/** Hands over one file, and waits for what the page says of it. */
async function take(reader: WayReader, library: Hands, name: string, body: string | Buffer, says: string): Promise<string> {
  let words = '';
  await withFiles({ [name]: body }, async (paths) => {
    await reader.give(library, FILES, paths);
    words = await library.sees(says);
  });
  return words;
}

/** Every form can be taken out, and holds what it is for. */
export async function everyFormIsExported(reader: WayReader): Promise<void> {
  const library = await hand(reader, [fixture('courier-1'), fixture('herald-1')]);
  await library.press('Import something else');
  const [courier, herald] = [fixture('courier-1').paragraphs[0]!, fixture('herald-1').paragraphs[0]!];
  expect((JSON.parse(await exported(reader, library, 'Whole library (JSON)')) as { articles: unknown[] }).articles).toHaveLength(5);
  const dossier = await exported(reader, library, 'Dossier (HTML)');
  expect(dossier).toMatch(/^<!doctype html>/i);
  expect(dossier).not.toMatch(/<(script|link|img|iframe)\b/i);
  for (const form of [dossier, await exported(reader, library, 'Markdown'), await exported(reader, library, 'Table (CSV)')]) {
    expect(form).toContain(courier);
    expect(form).toContain('400 soldiers');
  }
  const annotations: unknown = JSON.parse(await exported(reader, library, 'Web annotations (JSON-LD)'));
  expect(schemaErrors(annotations)).toEqual([]);
  expect(JSON.stringify(annotations)).toContain(JSON.stringify(herald).slice(1, -1));
  // Nothing here came from a ClaimReview, so nothing of it may be called one.
  expect(await exported(reader, library, 'ClaimReview (JSON-LD)')).not.toContain('claimReviewed');
}

/** A library goes out, everything is replaced by it, and goes out again, byte for byte; the preview says what it would do. */
export async function libraryComesBack(reader: WayReader): Promise<void> {
  const library = await hand(reader, [fixture('courier-1')]);
  await library.press('Import something else');
  const before = await exported(reader, library, 'Whole library (JSON)');
  await hand(reader, [fixture('post-1')]);
  await library.page.bringToFront();
  await take(reader, library, 'mine.json', before, 'What mine.json would do');
  expect((await library.all('.exchange-counts tbody tr'))[0]).toBe('Articles 0 4 0');
  await library.press('Cancel');
  expect(await reader.stored()).toBe(5);
  await take(reader, library, 'mine.json', before, 'What mine.json would do');
  await library.tick('Replace everything');
  await library.sees('are removed for good', '.exchange-warning');
  await library.press('Remove everything and import');
  await library.sees('The library is now what mine.json holds');
  expect(await reader.stored()).toBe(4);
  await library.press('Import something else');
  expect(await exported(reader, library, 'Whole library (JSON)')).toBe(before);
}

/** Annotations made elsewhere and ClaimReview markup become articles after a preview; a rating stays its publisher's quoted words. */
export async function workOfOthersComesIn(reader: WayReader): Promise<void> {
  const library = await reader.ours('library.html#exchange');
  await library.sees('Drop files or a folder here.');
  await take(reader, library, 'annotations.jsonld', JSON.stringify([ANNOTATION]), 'Web annotations: their quotations become articles');
  await library.press('Import', { within: '.exchange-step' });
  await library.sees('annotations.jsonld is imported');
  await library.press('Import something else');
  await take(reader, library, 'check.json', JSON.stringify(REVIEW), 'ClaimReview markup: claim, speaker and rating become statements');
  await library.press('Import', { within: '.exchange-step' });
  await library.sees('check.json is imported');
  expect(await reader.stored()).toBe(5);
  await library.press('Import something else');
  const reviews = await exported(reader, library, 'ClaimReview (JSON-LD)');
  for (const part of [REVIEW.claimReviewed, 'Missing context', 'Check Desk', 'Ida Moor']) expect(reviews).toContain(part);
  expect(reviews).not.toContain('ferry');
  await library.follow('Articles');
  await library.type('Search the full text', 'Varden bridge');
  await library.counts('.virtual > li', 1);
  await library.follow(/./, { within: '.virtual > li' });
  await library.sees(/[“"']Missing context[”"']/, '.stored-text');
  await library.follow('Articles', { within: 'nav' });
  await library.press('Clear search');
  await library.sees('ask the harbour office', '.virtual > li', 'news.example/ferry');
}

/** Of a folder of saved pages the articles are stored, and each other file is named with the reason; nothing else happens. */
export async function folderOfPagesComesIn(reader: WayReader): Promise<void> {
  const library = await reader.ours('library.html#exchange');
  await library.sees('Drop files or a folder here.');
  const files = { 'news/one.html': pageOf(fixture('courier-1')), 'news/two.html': pageOf(fixture('herald-2')), 'news/picture.png': Buffer.from('89504e470d0a1a0a', 'hex'), 'news/menu.html': '<!doctype html><p>Home</p>' };
  await withFiles(files, async (_, folder) => {
    await reader.give(library, '[data-pick=folder]', [`${folder}/news`]);
    const words = await library.sees('2 articles are stored');
    expect(words).toContain('2 files were not taken');
    expect(words).toContain('picture.png It is no saved page: only HTML files are read.');
    expect(words).toContain('menu.html No article was found in it.');
  });
  expect(await reader.stored()).toBe(5);
}

/** Files that are damaged, foreign or far too large get a clear message each, and nothing is changed. */
export async function badFilesAreRefused(reader: WayReader): Promise<void> {
  const library = await reader.ours('library.html#exchange');
  await library.sees('Drop files or a folder here.');
  const whole = await exported(reader, library, 'Whole library (JSON)');
  for (const [name, body] of [
    ['damaged.json', whole.slice(0, whole.length / 2)],
    ['foreign.json', '{"name": "left-pad", "version": "1.3.0"}'],
  ] as const) {
    const words = await take(reader, library, name, body, `${name} was not imported`);
    expect(words).toContain('Nothing was changed.');
    await library.press('Import something else');
  }
  await withFiles({ 'large.json': '', 'huge.json': '' }, async ([large, huge]) => {
    // Of zeros: it is looked at, and refused at its first part.
    truncateSync(large!, 200_000_000);
    await reader.give(library, FILES, [large!]);
    expect(await library.sees('large.json was not imported')).toContain('Nothing was changed.');
    await library.press('Import something else');
    truncateSync(huge!, 260_000_000);
    await reader.give(library, FILES, [huge!]);
    await library.sees('It was not read, and nothing was changed.');
  });
  expect(await reader.stored()).toBe(3);
}
