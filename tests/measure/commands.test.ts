// The command line, run in this process: what it answers, what it refuses, and that one bad file or line spoils no other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { annotateFiles } from './annotate-command';
import { articlesIn, corpusOf, seedArticles } from './corpora';
import { textOfLines, textOfPage } from './files';
import { judgeLines } from './judge-command';

const folder = mkdtempSync(join(tmpdir(), 'second-source-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function annotated(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await annotateFiles(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, lines: out.map((line) => JSON.parse(line)), err: err.join('\n') };
}

const SENTENCE = 'The ferry Aldona sank off Calder with 43 passengers on board.';
const STORED = { id: 'ferry', title: 'Ferry lost off Calder', outlet: 'The Quay', published: '2024-05-03', blocks: [SENTENCE, 'Divers searched the wreck of the Aldona for two days.'] };
const corpus = file('corpus.json', JSON.stringify([STORED]));
const story = file('story.txt', `Storm off Calder\n\n${SENTENCE} The weather had been bad all week in the region.\n`);

describe('annotate', () => {
  test('prints a Web Annotation with the page as given and the stored article as source', async () => {
    const { code, lines, err } = await annotated(story, '--date', '2024-05-04', '--corpus', corpus);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const line = lines.find((each) => each.target.selector[0].exact === SENTENCE);
    expect(line).toMatchObject({ type: 'Annotation', page: story, target: { source: 'urn:second-source:text:Storm%20off%20Calder' } });
    const text = textOfLines(`Storm off Calder\n${SENTENCE} The weather had been bad all week in the region.`, null).draft.blocks.map((block) => block.text).join('\n');
    const { start, end } = line.target.selector[1];
    expect(text.slice(start, end)).toBe(SENTENCE);
    const body = line.body.find((each: { value: string }) => each.value === SENTENCE);
    expect(body).toMatchObject({ type: 'TextualBody', purpose: 'assessing', stance: 'corroborates', source: { id: 'ferry', title: STORED.title, outlet: 'The Quay', published: '2024-05-03', url: null } });
    expect(body).not.toHaveProperty('article');
    expect(Object.keys(line['@context'][1])).toEqual(expect.arrayContaining(['stance', 'reason', 'confidence', 'speaker', 'source', 'page']));
  });

  test('reads a page of HTML, and finds nothing on another matter', async () => {
    const page = file('page.html', `<html lang="en"><head><title>Storm off Calder</title></head><body><article><h1>Storm off Calder</h1><p>${SENTENCE}</p></article></body></html>`);
    const other = file('other.txt', 'Cake prices rise\nBakers in Lisbon charged 4% more for a cake in March than a year before.');
    const { code, lines } = await annotated(page, other, '--corpus', corpus);
    expect(code).toBe(0);
    expect(new Set(lines.map((line) => line.page))).toEqual(new Set([page]));
  });

  test('does the other files when one cannot be read, and says which', async () => {
    const { code, lines, err } = await annotated(join(folder, 'gone.txt'), story, '--corpus', corpus);
    expect(code).toBe(1);
    expect(err).toContain('gone.txt');
    expect(lines.length).toBeGreaterThan(0);
  });

  test('survives an empty file and one in another language', async () => {
    const empty = file('empty.txt', '');
    const german = file('german.txt', 'Fähre vor Calder gesunken\nDie Fähre ist am Freitag mit 43 Menschen an Bord gesunken, wie die Behörden in der Nacht mitteilten. Taucher suchten zwei Tage lang nach dem Wrack, das in vierzig Metern Tiefe liegt und erst am Sonntag gehoben werden soll.');
    const { code, lines, err } = await annotated(empty, german, '--corpus', corpus);
    expect({ code, lines }).toEqual({ code: 0, lines: [] });
    expect(err).toContain('german.txt: not in English');
  });

  const REFUSED: [string, string[], RegExp][] = [
    ['no file', [], /no FILE/],
    ['a file of another kind', ['x.pdf'], /neither \.html nor \.txt/],
    ['an option it does not know', [story, '--dates', '2024-05-04'], /--dates/],
    ['a date that is none', [story, '--date', '2024-13-40'], /no ISO date/],
    ['a day in words', [story, '--date', 'yesterday'], /no ISO date/],
    ['a corpus that is not there', [story, '--corpus', join(folder, 'gone.json')], /--corpus .*gone\.json/],
    ['a corpus that is no JSON', [story, '--corpus', story], /--corpus .*JSON/],
  ];
  test.each(REFUSED)('refuses %s', async (_, args, says) => {
    const { code, lines, err } = await annotated(...args);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(err).toMatch(says);
    expect(err).toContain('Usage:');
  });
});

describe('a corpus in JSON', () => {
  const WRONG: [string, unknown, string][] = [
    ['no list', { stories: [] }, 'expected an array of articles'],
    ['an article that is none', ['x'], 'article 0: expected an object'],
    ['an article without a title', [STORED, { blocks: [] }], 'article 1: title: expected a text'],
    ['a date that is none', [{ ...STORED, published: 'May' }], 'article 0: published: May is no ISO date'],
    ['an article without text', [{ title: 't' }], 'article 0: expected blocks (an array) or text'],
    ['a block of an unknown kind', [{ title: 't', blocks: [{ kind: 'aside', text: 'x' }] }], 'article 0: block 0: kind: expected one of title, heading, paragraph, item, quote'],
    ['a number for an outlet', [{ ...STORED, outlet: 3 }], 'article 0: outlet: expected a text or null'],
  ];
  test.each(WRONG)('with %s is refused, and the place is named', (_, document, message) => {
    expect(() => articlesIn(JSON.stringify(document))).toThrow(message);
  });

  test('may give its text by lines, and its title once', () => {
    const [article] = articlesIn(JSON.stringify({ articles: [{ title: 'A title', text: 'A title\n\nOne.\nTwo.' }] }));
    expect(article?.draft.blocks).toEqual([{ kind: 'title', text: 'A title' }, { kind: 'paragraph', text: 'One.' }, { kind: 'paragraph', text: 'Two.' }]);
  });

  test('of the seeds holds three articles, each by its file', async () => {
    const articles = seedArticles();
    expect(articles.map(({ file: name }) => name)).toEqual(['000_4260cc30ca0dfd30.txt', '001_335e48ff48485389.txt', '004_fd4d650591058ab2.txt']);
    expect((await corpusOf(articles)).articles(null)).toBe(3);
  });
});

describe('a text file', () => {
  test('has its first line for a title and its other lines for paragraphs', () => {
    const { draft, selectors } = textOfLines('\r\nA  title\r\n\r\nOne line.\r\nAnother.\r\n', '2024-05-04');
    expect(draft).toMatchObject({ url: null, title: 'A title', published: '2024-05-04' });
    expect(draft.blocks).toEqual([{ kind: 'title', text: 'A title' }, { kind: 'paragraph', text: 'One line.' }, { kind: 'paragraph', text: 'Another.' }]);
    expect(selectors(2, { start: 0, end: 8 })).toEqual({ quote: { exact: 'Another.', prefix: 'A title\nOne line.\n', suffix: '' }, position: { start: 18, end: 26 } });
  });

  test('of HTML is nobody’s URL, and takes the date it is given over its own', () => {
    const html = '<html><head><link rel="canonical" href="https://news.example/a-b-c"><meta property="article:published_time" content="2020-01-01T00:00:00Z"></head><body><p>One.</p></body></html>';
    expect(textOfPage(html, '2024-05-04').draft).toMatchObject({ url: null, published: '2024-05-04' });
    expect(textOfPage(html, null).draft.published).toMatch(/^2020-01-01/);
  });
});

describe('judge', () => {
  async function judged(...lines: string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await judgeLines(lines, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return { code, answers: out.map((line) => JSON.parse(line)), err };
  }

  test('answers with stance, confidence and reasons', async () => {
    const { code, answers } = await judged(JSON.stringify({ id: 'p1', s: SENTENCE, e: SENTENCE, s_date: '2024-05-04', e_date: '2024-05-03' }));
    expect(code).toBe(0);
    expect(answers).toEqual([{ id: 'p1', stance: 'corroborates', confidence: expect.any(Number), reasons: [{ signal: expect.any(String), words: expect.any(String) }] }]);
  });

  test('gives no reason for another matter', async () => {
    const { answers } = await judged(JSON.stringify({ id: 7, s: SENTENCE, e: 'Bakers in Lisbon charged 4% more for a cake in March.' }));
    expect(answers).toEqual([{ id: 7, stance: 'unrelated', confidence: expect.any(Number), reasons: [] }]);
  });

  test('says nothing of another language, and takes no day that is none', async () => {
    const russian = 'Министр ушёл в отставку в пятницу, сообщило правительство.';
    const { answers, err } = await judged(JSON.stringify({ id: 1, s: russian, e: russian }), JSON.stringify({ id: 2, s: SENTENCE, e: SENTENCE, s_date: '2024-02-30' }));
    expect(answers).toEqual([{ id: 1, stance: 'unrelated', confidence: 0, reasons: [] }]);
    expect(err).toEqual(['line 2: s_date: expected an ISO date']);
  });

  test('reports each malformed line by its number and answers the others', async () => {
    const good = JSON.stringify({ id: 'good', s: SENTENCE, e: SENTENCE });
    const { code, answers, err } = await judged('{', good, '', '[]', '{"id":"a","s":"x"}', '{"s":"x","e":"y"}', '{"id":"a","s":"x","e":"y","s_date":"soon"}', good);
    expect(code).toBe(1);
    expect(answers.map((answer) => answer.id)).toEqual(['good', 'good']);
    expect(err.map((line) => line.split(':')[0])).toEqual(['line 1', 'line 4', 'line 5', 'line 6', 'line 7']);
    expect(err.slice(2)).toEqual(['line 5: e: expected a text', 'line 6: id: expected a text or a number', 'line 7: s_date: expected an ISO date']);
  });
});
