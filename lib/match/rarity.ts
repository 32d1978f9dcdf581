// How much a term tells: 0 for words that stand anywhere, 1 for names and words seen nowhere in running English.
import lexicon from './lexicon.json' with { type: 'json' };
import { stemOf } from '../text/tokens';
import table from '../text/names.json' with { type: 'json' };

/** WordNet's tagged text has 235,831 counted words: a stem never seen there carries about 18 bits. */
const MOST_BITS = 18;
/** Countries and their seats are in every second sentence of world news: they place a matter but do not tell it apart. */
const COUNTRY_RARITY = 0.4;
const COUNTRIES = new Set((table as { name: string; seats?: string[] }[]).flatMap(({ name, seats }) => (seats ? [name, ...seats] : [])));
/** Words of reporting and of the calendar that WordNet's mostly literary text underrates. */
const NEWSPRINT = new Set('say report accord official minister president government statement ministry announce country nation month week monday tuesdai wednesdai thursdai fridai saturdai sundai todai yesterdai january february march april june july august september october november december spokesman spokesperson news twitter telegram interview'.split(' ').map(stemOf));
const NEWSPRINT_RARITY = 0.2;

/** A day of the calendar narrows a matter down, but much happens on one day. */
const DAY_RARITY = 0.5;

/** All rarities in one table, so that a word is looked up once: what is said later overrides. */
const RARITY = new Map<string, number>();
for (const [bits, stems] of Object.entries(lexicon.frequency)) for (const stem of stems.split(' ')) RARITY.set(stem, 1 - Number(bits) / MOST_BITS);
for (const country of COUNTRIES) RARITY.set(country, COUNTRY_RARITY);
for (const stem of NEWSPRINT) RARITY.set(stem, NEWSPRINT_RARITY);

/** Rarity of a stem or canonical name, 0 to 1: 1 − log2(count) ÷ 18 over WordNet's tag counts, with news words and countries capped. */
export function rarity(term: string): number {
  return RARITY.get(term) ?? (term.startsWith('on:') ? DAY_RARITY : 1);
}
