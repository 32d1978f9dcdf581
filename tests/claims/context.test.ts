// What a pronoun or description borrows from the sentence before or the headline, and where it must borrow nothing.
// Cases as data: headline, sentence before, sentence, and each borrowed term as "words = name".
import { describe, expect, it } from 'vitest';
import { extract } from '../../lib/claims/extract';

type Case = [behaviour: string, title: string, before: string, sentence: string, borrowed: string[]];

const BORROWS: Case[] = [
  ['a city', '', 'Shells fell on Kharkiv at dawn.', 'Two people were killed as fire spread in the city overnight.', ['the city = kharkiv']],
  ['a town that no table has', '', 'A warehouse burned in Delton on Monday.', 'Firefighters closed three roads into the town.', ['the town = delton']],
  ['a capital', '', 'Drones were heard over Kyiv after midnight.', 'Power was cut in parts of the capital for hours.', ['the capital = kyiv']],
  ['a country', '', 'Prices rose quickly in Poland last month.', 'Inflation in the country reached 9 per cent.', ['the country = poland']],
  ['a ministry', '', 'The Defence Ministry lost three bridges.', 'In March the ministry rebuilt two bridges.', ['the ministry = defence ministry']],
  ['a company', '', 'Microsoft closed two plants on Friday.', 'Some 400 workers at the company lost work.', ['the company = microsoft']],
  ['he', '', 'Volodymyr Zelenskyy flew to Paris on Monday.', 'There he asked for 40 more tanks.', ['he = zelenskyy']],
  ['she', '', 'Christine Lagarde opened the bridge.', 'Two hours later she left for Brussels.', ['she = lagarde']],
  ['his', '', 'President Emmanuel Macron lost the vote.', 'Five of his bills were thrown out.', ['his = macron']],
  ['it, when the name began the sentence', '', 'Ukraine lost two villages on Monday.', 'It regained 12 villages a day later.', ['It = ukraine']],
  ['their, after a people', '', 'Russians filled the squares on Sunday.', 'Their anger grew after the vote of 12 May.', ['Their = russia']],
  ['a figure', '', 'Moscow drafted 300,000 reservists in autumn.', 'In May the 300,000 were sent to the front.', ['the 300,000 = reservist']],
  ['a city of the headline', 'Shells fall on Kharkiv', 'Two blocks of flats burned.', 'Forty trams stood still in the city until noon.', ['the city = kharkiv']],
];

const SILENT: Case[] = [
  ['two cities', '', 'Shells fell on Kharkiv and Odesa at dawn.', 'Forty trams stood still in the city until noon.', []],
  ['two countries', '', 'Prices rose in Poland and Hungary last month.', 'Inflation in the country reached 9 per cent.', []],
  ['two men', '', 'Emmanuel Macron met Olaf Scholz on Monday.', 'There he asked for 40 more tanks.', []],
  ['a man and one described', '', 'Emmanuel Macron met a driver on Monday.', 'There he asked for 40 more tanks.', []],
  ['two companies', '', 'Microsoft sued Google on Friday.', 'Some 400 workers at the company lost work.', []],
  ['a city that is named with it', '', 'Shells fell on Kharkiv at dawn.', 'In Odesa 40 trams stood still in the city until noon.', []],
  ['a city that is told apart', '', 'Shells fell on Kharkiv at dawn.', 'Forty trams stood still in the city that lost the final.', []],
  ['a part of the city', '', 'Shells fell on Kharkiv at dawn.', 'Seven members of the city council resigned.', []],
  ['a country for a city', '', 'Prices rose quickly in Poland last month.', 'Forty trams stood still in the city until noon.', []],
  ['another ministry', '', 'The Supreme Court freed two men.', 'In March the ministry rebuilt two bridges.', []],
  ['a quotation', '', 'Volodymyr Zelenskyy flew to Paris on Monday.', 'The banner read "he asked for more tanks and shells again".', []],
  ['it, of nothing', '', 'Ukraine lost two villages on Monday.', 'It is feared that 40 people died.', []],
  ['their, after a place', '', 'Kharkiv lost two bridges on Sunday.', 'Their anger grew after the vote of 12 May.', []],
  ['another figure', '', 'Moscow drafted 300,000 reservists in autumn.', 'In May the 200,000 were sent to the front.', []],
  ['a city two sentences before', '', 'Shells fell on Kharkiv at dawn. Two blocks of flats burned.', 'Forty trams stood still in the city until noon.', []],
];

function borrowedIn([, title, before, sentence]: Case): string[] {
  const draft = { url: null, title, outlet: null, author: null, published: null, language: 'en', blocks: [{ kind: 'paragraph' as const, text: `${before} ${sentence}` }] };
  const found = extract(draft).statements.find(({ text }) => text === sentence);
  return found!.terms
    .map(({ stem, span }) => ({ stem, words: found!.text.slice(span.start, span.end) }))
    .filter(({ words }) => /^(?:the \S+|he|she|his|her|it|they|their)$/i.test(words))
    .map(({ stem, words }) => `${words} = ${stem}`);
}

describe('a sentence in its context', () => {
  it.each(BORROWS)('borrows a name for %s', (...each) => expect(borrowedIn(each)).toEqual(each[4]));
  it.each(SILENT)('borrows nothing: %s', (...each) => expect(borrowedIn(each)).toEqual(each[4]));

  it('knows the Kremlin leader once the text has named him', () => {
    const text = 'Russian President Vladimir Putin spoke on Monday. Later the Kremlin leader signed two laws.';
    const { statements } = extract({ url: null, title: '', outlet: null, author: null, published: null, language: 'en', blocks: [{ kind: 'paragraph', text }] });
    expect(statements.find((each) => each.sentence === 1)!.names.map(({ canonical }) => canonical)).toEqual(['putin']);
  });
});
