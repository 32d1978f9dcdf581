// Whom and what a sentence names, in one form for every spelling. Cases as data: each name as it stands and what it folds to.
import { describe, expect, it } from 'vitest';
import { findNames, governedBy, isPlace } from '../../lib/text/names';
import { tiesOf } from '../../lib/text/ties';
import { tokenise, type Token } from '../../lib/text/tokens';
import { growthOf } from '../growth';

const named = (text: string): [string, string][] => findNames(tokenise(text), new Set()).map(({ span, canonical }) => [text.slice(span.start, span.end), canonical]);

const ALIKE: [string, ...string[]][] = [
  ['transliterations in the table', 'met Zelensky', 'met Zelenskyy', 'met Zelenskiy', 'met Volodymyr Zelensky'],
  ['transliterations by rule', 'met Zelenskij', 'met Zelenskyi'],
  ['a first name spelled otherwise', 'met Dmitry Medvedev', 'met Dmitriy Medvedev', 'met Medvedev'],
  ['a short first name', 'met Joe Biden', 'met Joseph Biden', 'met Joseph R. Biden'],
  ['two spellings of a capital', 'left Kyiv', 'left Kiev'],
  ['Russian and Ukrainian names of a city', 'left Kharkiv', 'left Kharkov'],
  ['accents', 'left Reykjavík', 'left Reykjavik'],
  ['Turkey and Türkiye', 'left Turkey', 'left Türkiye', 'a Turkish ship'],
  ['a country and its people', 'in Burkina Faso', 'the Burkinabe army'],
  ['a name with a small word', "left Côte d'Ivoire", 'left Ivory Coast', 'an Ivorian'],
  ['hyphens and none', 'left Guinea-Bissau', 'left Guinea Bissau'],
  ['an acronym and what it stands for', 'the IMF', 'the International Monetary Fund'],
  ['an acronym with stops', 'the U.N. said', 'the UN said', 'the United Nations said'],
  ['an acronym in lower case letters', 'urged Unicef', 'urged UNICEF'],
  ['British and American spelling', 'the World Health Organisation', 'the World Health Organization', 'the WHO'],
  ['a ministry either way round', 'the Defence Ministry', 'the Ministry of Defence', 'the Defense Ministry'],
  ['an ampersand', 'sued Johnson & Johnson', 'sued Johnson and Johnson'],
  ['an untabled transliteration', 'met Pavlo Cherniavskiy', 'met Pavlo Chernyavsky'],
  ['a group under two names', 'fought Islamic State', 'fought Daesh', 'fought ISIS'],
  ['a company by its short name', 'owned by JPMorgan Chase', 'owned by JP Morgan'],
];

const APART: [string, string, string][] = [
  ['two people of one surname, one in the table', 'met Mike Johnson', 'met Boris Johnson'],
  ['a player and a president', 'met Daniil Medvedev', 'met Dmitry Medvedev'],
  ['a person and a country', 'met Michael Jordan', 'left Jordan'],
  ['two ministries', 'the Foreign Ministry said', 'the Defence Ministry said'],
  ['two cups', 'won the Davis Cup', 'won the World Cup'],
  ['two Guineas', 'left Guinea', 'left Equatorial Guinea'],
  ['two Congos', 'left the Democratic Republic of the Congo', 'left the Republic of the Congo'],
];

const EXACT: [string, string, [string, string][]][] = [
  ['a pronoun is no country', 'The army told us of it', []],
  ['a question word is no health body', 'Who knows', []],
  ['a headline in capitals tells no acronym from a word', 'WHO TOLD US', []],
  ['a verb at the start is no bank', 'Fed up with waiting, they left', []],
  ['an ordinary first word before a people', 'Two Russian soldiers fled', [['Russian', 'russia']]],
  ['an ordinary first word before a person', 'Billionaire Musk paid', [['Musk', 'musk']]],
  ['a title before a person', 'said Microsoft President Brad Smith', [['Microsoft', 'microsoft'], ['Brad Smith', 'smith']]],
  ['particles', 'said Rafael dos Santos', [['Rafael dos Santos', 'santos']]],
  ['a parliament of a state names both', 'the Parliament of Ukraine', [['Parliament', 'parliament'], ['Ukraine', 'ukraine']]],
  ['an acronym explained', 'the Bus Riders Union (BRU) said the BRU paid', [['Bus Riders Union', 'bus riders union'], ['BRU', 'bus riders union'], ['BRU', 'bus riders union']]],
  ['an acronym explained after', 'the BRU, the Bus Riders Union, paid', [['BRU', 'bus riders union'], ['Bus Riders Union', 'bus riders union']]],
  ['brackets that explain nothing', 'the Bus Riders Union (NYC) paid', [['Bus Riders Union', 'bus riders union'], ['NYC', 'new york']]],
];

const TIED: [string, string[], string, string][] = [
  ['an acronym explained earlier', ['the Bus Riders Union (BRU) met.', 'The BRU paid.'], 'BRU', 'bus riders union'],
  ['a surname of the table that the text gives to another', ['said Mike Johnson.', 'Later Johnson left.'], 'Johnson', 'mike johnson'],
  ['a place that the text gives to a person', ['said Michael Jordan.', 'Later Jordan left.'], 'Jordan', 'michael jordan'],
  ['one of two of a surname', ['said Jane Marsh.', 'said John Marsh.'], 'John Marsh', 'john marsh'],
  ['a surname that two bear', ['said Jane Marsh.', 'said John Marsh.', 'Later Marsh left.'], 'Marsh', 'marsh'],
];

/** Runs of capitals that are nobody's full name: text, and the word that must not be tied to a person. */
const UNTIED: [string, string[], string][] = [
  ['a newspaper', ['It stood in the Mail Online.', 'Online shops gained.'], 'online'],
  ['a race', ['They watched Formula Racing there.'], 'racing'],
  ['a body of fighters', ['He left the Nusra Front on Monday.', 'The front moved.'], 'front'],
  ['a nickname after a title', ['They feared General Armageddon.'], 'armageddon'],
  ['a country behind a broadcaster', ['He told RBC Ukraine so.', 'RBC Ukraine said so.'], 'ukraine'],
  ['a headline in capitals', ['Mike Johnson Resigns'], 'resigns'],
  ['a word that the text writes small, after a title', ['He wrote to President Trust Online.', 'It is online.'], 'online'],
  ['an article in front', ['Fighters of Al Islam left.'], 'islam'],
  ['several things in a row', ['Angela Kane Damascus Community standards'], 'community'],
  ['a thing that says something', ['He joined the Levant Shield.', 'The Shield said so.'], 'shield'],
];

/** People who are in no table, and the signs by which the text tells that they are people. */
const SURNAMES: [string, string[], string][] = [
  ['a common first name', ['They met Daniel Haddad.'], 'haddad'],
  ['a title', ['They met Governor Talal Barazi.'], 'barazi'],
  ['a trade', ['They met the economist Ulla Brandvik.'], 'brandvik'],
  ['what the surname says by itself', ['They met Wenna Tregidgo there.', 'Tregidgo said so.'], 'tregidgo'],
  ['a particle', ['They met Anna von Hassel.'], 'hassel'],
];

describe('tiesOf', () => {
  it.each(UNTIED)('ties nobody to %s', (_, sentences, word) => {
    expect(tiesOf(sentences.map(tokenise), new Set()).get(word)?.kind).not.toBe('person');
  });

  it.each(SURNAMES)('knows a surname by %s', (_, sentences, surname) => {
    expect(tiesOf(sentences.map(tokenise), new Set()).get(surname)?.kind).toBe('person');
  });
});

describe('findNames', () => {
  it.each(ALIKE)('gives one form to %s', (_, ...texts) => {
    expect(new Set(texts.map((text) => named(text).map(([, canonical]) => canonical).join())).size).toBe(1);
    expect(named(texts[0]!)).toHaveLength(1);
  });

  it.each(APART)('keeps apart %s', (_, a, b) => {
    expect(named(a).at(-1)![1]).not.toBe(named(b).at(-1)![1]);
  });

  it.each(EXACT)('knows that %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each(TIED)('follows the text in %s', (_, sentences, name, canonical) => {
    const tokens = sentences.map(tokenise);
    const ties = tiesOf(tokens, new Set());
    const found = tokens.flatMap((each, i) => findNames(each, new Set(), ties).map(({ span, canonical: form }) => [sentences[i]!.slice(span.start, span.end), form]));
    expect(found.filter(([words]) => words === name).at(-1)).toEqual([name, canonical]);
  });

  it.each([
    ['Downing Street', 'united kingdom'],
    ['Élysée', 'france'],
    ['White House', 'united states'],
    ['Brussels', 'european union'],
    ['Kathmandu', 'nepal'],
    ['Harare', 'zimbabwe'],
    ['Kremlin', 'russia'],
  ])('takes the %s for its government', (seat, state) => {
    const [[, canonical]] = named(`the ${seat} said`) as [[string, string]];
    expect(governedBy(canonical)).toBe(state);
  });

  it('knows places from people', () => {
    expect([isPlace('türkiye'), isPlace('kiev'), isPlace('putin'), isPlace('table')]).toEqual([true, true, false, false]);
  });

  it.each([
    ['capitals', (n: number) => 'Alpha '.repeat(n)],
    ['acronyms', (n: number) => 'ABC, '.repeat(n)],
    ['first names', (n: number) => 'John Jordan '.repeat(n / 2)],
    ['small words', (n: number) => 'Bank of the '.repeat(n / 3)],
  ])('takes time in proportion to length on %s', async (_, make) => {
    const [shorter, longer] = [10_000, 40_000].map((n) => tokenise(make(n))) as [Token[], Token[]];
    expect(await growthOf(() => findNames(shorter, new Set()), () => findNames(longer, new Set()), { below: 10, floor: 20 })).toBeLessThan(10);
  });
});
