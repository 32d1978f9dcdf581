// Holds the seeds to their rules: the shape, enough statements, our own words rather than the articles', every paragraph covered.
// The articles are no part of the project: where their folder (SEED_TEXTS, or beside the checkout) is missing, those tests are skipped.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { GRAINS, MODALITIES, POLARITIES, parseSeed, seedDraft } from '../lib/corpus/seed-format';
import { splitSentences } from '../lib/text/sentences';
import words from '../lib/text/words.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEEDS = join(ROOT, 'seeds');
const TEXTS = process.env['SEED_TEXTS'] ?? join(ROOT, '..', 'shared', 'seeds');

/** Longest run of words that a restated sentence may share with its article, and longest quotation. */
const LONGEST_RUN = 8;
/** Share of a restated sentence's content words that may stand in its source sentence, in the median of an article. */
const MOST_OVERLAP = 0.6;

/** The three seeds, the fewest statements each must have, and the paragraphs of its article that state nothing, or nothing of their own. */
const EXPECTED: Record<string, { fewest: number; silent: number[] }> = {
  '000_4260cc30ca0dfd30.json': {
    fewest: 33,
    silent: [
      8, 15, 20, // headings; the paragraphs below say the same
      33, // first line of a caption, said again in its second
      37, 38, // the comment form
    ],
  },
  '001_335e48ff48485389.json': {
    fewest: 15,
    silent: [
      1, // title; its second line says the same
      14, // says only that a matter is open
      15, // a link's label
    ],
  },
  '004_fd4d650591058ab2.json': {
    fewest: 45,
    silent: [
      1, 101, // title, and the title again
      7, 88, // told to the reader: read on
      8, 12, 17, 21, 25, 29, 33, 37, 41, 44, 49, 52, 58, 62, 67, 71, 75, 79, 82, 93, 97, // headings; the paragraphs below say the same
      83, // by-line
      102, 103, 104, // the site's labels, and a link in another language
    ],
  },
};

const read = (name: string): unknown => JSON.parse(readFileSync(join(SEEDS, name), 'utf8'));
const wordsOf = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}']*/gu) ?? []).map((word) => word.replace(/'s?$/, ''));
const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

const STOP = new Set(words.stop);
const contentOf = (text: string): Set<string> => new Set(wordsOf(text).filter((word) => !STOP.has(word)).map((word) => stemmer(word)));

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

it('there is one seed for each of the three articles, and no other', () => {
  expect(readdirSync(SEEDS).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(Object.entries(EXPECTED))('%s', (name, { fewest }) => {
  const seed = parseSeed(read(name));

  it('loses nothing in parsing, and is named after its article', () => {
    expect(seed).toEqual(read(name));
    expect(seed.file).toBe(name.replace(/json$/, 'txt'));
  });

  it(`has at least ${fewest} statements, each with its own id, in the order of the article`, () => {
    expect(seed.statements.length).toBeGreaterThanOrEqual(fewest);
    expect(new Set(seed.statements.map(({ id }) => id)).size).toBe(seed.statements.length);
    const places = seed.statements.map(({ where }) => where.paragraph * 100 + where.sentence);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives ISO days, known polarities, modalities and grains', () => {
    expect(seed.published).toMatch(/^20\d\d-\d\d-\d\d$/);
    for (const { polarity, modality, dates } of seed.statements) {
      expect(POLARITIES).toContain(polarity);
      expect(MODALITIES).toContain(modality);
      for (const { from, to, grain } of dates) {
        expect(`${from} ${to}`).toMatch(/^20\d\d-\d\d-\d\d 20\d\d-\d\d-\d\d$/);
        expect(GRAINS).toContain(grain);
      }
    }
  });

  it('names every speaker in the sentence itself', () => {
    const unnamed = seed.statements.filter(({ speaker, text }) => speaker !== null && !wordsOf(text).includes(wordsOf(speaker).at(-1)!));
    expect(unnamed).toEqual([]);
  });

  it(`quotes at most ${LONGEST_RUN} words at a time`, () => {
    const quotations = seed.statements.flatMap(({ text }) => [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!));
    expect(quotations.filter((quotation) => wordsOf(quotation).length > LONGEST_RUN)).toEqual([]);
  });

  it('makes an article whose blocks split into exactly its statements', () => {
    const draft = seedDraft(seed);
    expect(draft).toMatchObject({ url: null, language: 'en', title: seed.title, outlet: seed.outlet, published: seed.published });
    expect(draft.blocks.flatMap(({ text }) => sentencesOf(text))).toEqual(seed.statements.map(({ text }) => text));
    expect(draft.blocks).toHaveLength(new Set(seed.statements.map(({ where }) => where.paragraph)).size);
  });
});

if (!existsSync(TEXTS)) {
  console.warn(`\n*** SKIPPED: the seeds were not compared with their articles: ${TEXTS} is not there. Set SEED_TEXTS to the folder that has them. ***\n`);
}

describe.skipIf(!existsSync(TEXTS)).each(Object.entries(EXPECTED))('%s beside its article', (name, { silent }) => {
  const seed = parseSeed(read(name));
  const paragraphs = existsSync(TEXTS)
    ? readFileSync(join(TEXTS, name.replace(/json$/, 'txt')), 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
    : [];
  const sourceOf = ({ paragraph, sentence }: { paragraph: number; sentence: number }): string | undefined =>
    sentencesOf(paragraphs[paragraph - 1] ?? '')[sentence - 1];

  it('points at a paragraph and sentence that exist', () => {
    expect(seed.statements.filter(({ where }) => sourceOf(where) === undefined)).toEqual([]);
  });

  it(`shares no run of more than ${LONGEST_RUN} words with it`, () => {
    const runs = (text: string): string[] => {
      const all = wordsOf(text);
      return all.slice(LONGEST_RUN).map((_, index) => all.slice(index, index + LONGEST_RUN + 1).join(' '));
    };
    const theirs = new Set(runs(paragraphs.join('\n')));
    const ours = [seed.title, seed.inferredFrom, ...seed.statements.map(({ text }) => text)];
    expect(ours.flatMap(runs).filter((run) => theirs.has(run))).toEqual([]);
  });

  it(`overlaps with it by at most ${MOST_OVERLAP * 100}% of content words in the median`, () => {
    const overlaps = seed.statements.map(({ text, where }) => {
      const [own, source] = [contentOf(text), contentOf(sourceOf(where) ?? '')];
      return [...own].filter((stem) => source.has(stem)).length / own.size;
    });
    expect(median(overlaps)).toBeLessThanOrEqual(MOST_OVERLAP);
    // Below this a sentence could not be recognised by its words: too far from its source to be a restatement of it.
    expect(median(overlaps)).toBeGreaterThan(0.4);
  });

  it('covers every paragraph that states something', () => {
    const covered = new Set(seed.statements.map(({ where }) => where.paragraph));
    const uncovered = paragraphs.map((_, index) => index + 1).filter((number) => !covered.has(number));
    expect(uncovered, `paragraphs without a statement: ${uncovered.join(', ')}`).toEqual([...silent].sort((a, b) => a - b));
  });
});

describe('parseSeed', () => {
  type Json = Record<string, unknown>;
  const good = (): Json & { statements: Json[] } => ({
    file: 'a.txt',
    title: 'A bridge fell',
    outlet: null,
    published: '2023-01-04',
    inferredFrom: 'The text says so.',
    statements: [
      {
        id: 's01',
        text: 'Officials said 3 bridges fell on Tuesday in Oslo.',
        speaker: 'officials',
        quantities: [{ min: 3, max: 3, approximate: false, unit: 'count', of: 'bridge' }],
        dates: [{ from: '2023-01-03', to: '2023-01-04', grain: 'day' }],
        places: ['oslo'],
        polarity: 'affirmed',
        modality: 'asserted',
        where: { paragraph: 1, sentence: 1 },
      },
    ],
  });
  const first = (change: Json): Json => ({ ...good(), statements: [{ ...good().statements[0], ...change }] });
  const figure = (change: Json): Json => first({ quantities: [{ min: 1, max: 2, approximate: false, unit: 'count', of: '', ...change }] });
  const dated = (change: Json): Json => first({ dates: [{ from: '2023-01-03', to: '2023-01-04', grain: 'day', ...change }] });
  const without = (json: Json, name: string): Json => Object.fromEntries(Object.entries(json).filter(([key]) => key !== name));

  it('takes a seed of the right shape', () => {
    expect(parseSeed(good())).toEqual(good());
    expect(parseSeed(figure({ min: null })).statements[0]!.quantities[0]!.min).toBeNull();
  });

  const refused: [what: string, value: unknown, error: string][] = [
    ['null', null, 'seed: not an object'],
    ['a string', JSON.stringify(good()), 'seed: not an object'],
    ['a list of seeds', [good()], 'seed: not an object'],
    ['an exported collection', { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', first: {} }, 'seed.file: missing'],
    ['a stored article', { id: '1', url: null, title: 'A', blocks: [] }, 'seed.file: missing'],
    ['a seed with a field too many', { ...good(), url: 'https://a.example/' }, 'seed.url: no such field'],
    ['an own __proto__', JSON.parse(JSON.stringify(good()).replace('{', '{"__proto__":{"a":1},')), 'seed.__proto__: no such field'],
    ['inherited fields', Object.create(good()), 'seed.file: missing'],
    ['a file outside the folder', { ...good(), file: '../a.txt' }, 'seed.file: not the name of a .txt file'],
    ['a title that is a number', { ...good(), title: 7 }, 'seed.title: not a string'],
    ['an empty title', { ...good(), title: '' }, 'seed.title: empty'],
    ['a title of two megabytes', { ...good(), title: 'x'.repeat(2_000_000) }, 'seed.title: longer than'],
    ['no outlet', without(good(), 'outlet'), 'seed.outlet: missing'],
    ['a day that never was', { ...good(), published: '2023-02-30' }, 'seed.published: not a day of the calendar'],
    ['an instant for a day', { ...good(), published: '2023-01-04T00:00:00Z' }, 'seed.published: not a day of the calendar'],
    ['no statements', { ...good(), statements: [] }, 'seed.statements: empty'],
    ['statements by name', { ...good(), statements: { s01: good().statements[0] } }, 'seed.statements: not a list'],
    ['endless statements', { ...good(), statements: Array(501).fill(good().statements[0]) }, 'seed.statements: more than'],
    ['an id twice', { ...good(), statements: [...good().statements, ...good().statements] }, 'seed.statements[1].id: "s01" stands twice'],
    ['an id that is no slug', first({ id: 'S 1' }), 'seed.statements[0].id: not a slug'],
    ['a bare text', { ...good(), statements: ['Three bridges fell.'] }, 'seed.statements[0]: not an object'],
    ['half a sentence', first({ text: 'Three bridges' }), 'seed.statements[0].text: not a whole sentence'],
    ['a text with a NUL', first({ text: 'Three\0bridges fell.' }), 'seed.statements[0].text: holds a control character'],
    ['a text of a page', first({ text: `${'x'.repeat(401)}.` }), 'seed.statements[0].text: longer than'],
    ['an empty speaker', first({ speaker: '' }), 'seed.statements[0].speaker: empty'],
    ['a figure as text', first({ quantities: ['3 bridges'] }), 'seed.statements[0].quantities[0]: not an object'],
    ['a bound as text', figure({ min: '1' }), 'seed.statements[0].quantities[0].min: not a number'],
    ['an endless bound', figure({ max: Infinity }), 'seed.statements[0].quantities[0].max: not a number'],
    ['no bound', figure({ min: null, max: null }), 'seed.statements[0].quantities[0]: bounded on neither side'],
    ['bounds the wrong way round', figure({ min: 3 }), 'seed.statements[0].quantities[0]: min is above max'],
    ['a hedge as text', figure({ approximate: 'about' }), 'seed.statements[0].quantities[0].approximate: neither'],
    ['a unit of digits', figure({ unit: '10' }), 'seed.statements[0].quantities[0].unit: not a unit'],
    ['a date that ends before it starts', dated({ to: '2023-01-02' }), 'seed.statements[0].dates[0].to: not after from'],
    ['a date in words', dated({ from: 'Tuesday' }), 'seed.statements[0].dates[0].from: not a day'],
    ['an unknown grain', dated({ grain: 'decade' }), 'seed.statements[0].dates[0].grain: none of'],
    ['a place in capitals', first({ places: ['Oslo'] }), 'seed.statements[0].places[0]: not in lower case'],
    ['an unknown polarity', first({ polarity: 'denied' }), 'seed.statements[0].polarity: none of'],
    ['an inherited modality', first({ modality: 'toString' }), 'seed.statements[0].modality: none of'],
    ['a paragraph 0', first({ where: { paragraph: 0, sentence: 1 } }), 'seed.statements[0].where.paragraph: not a whole number'],
    ['half a sentence number', first({ where: { paragraph: 1, sentence: 1.5 } }), 'seed.statements[0].where.sentence: not a whole number'],
    ['no sentence number', first({ where: { paragraph: 1 } }), 'seed.statements[0].where.sentence: missing'],
  ];
  it.each(refused)('refuses %s', (_, value, error) => {
    expect(() => parseSeed(value)).toThrow(error);
  });
});
