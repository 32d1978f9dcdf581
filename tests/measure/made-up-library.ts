// A made-up library of any size, as the lossless file: so many articles of some ten statements, on so many events that several articles
// each speak of one. The same numbers always give the same bytes. Writes no file itself.
import { idOf } from '../../lib/corpus/identity';
import { libraryOf } from '../../lib/exchange/library';
import type { Article } from '../../lib/model';

const PLACES = ['Hamburg', 'Bremen', 'Lisbon', 'Porto', 'Turin', 'Genoa', 'Lyon', 'Nantes', 'Ghent', 'Leeds', 'Cardiff', 'Malmo', 'Tampere', 'Riga', 'Gdansk', 'Brno', 'Graz', 'Split', 'Varna', 'Patras'];
const THINGS = ['fire', 'flood', 'storm', 'blast', 'strike', 'crash', 'landslide', 'outage', 'collapse', 'spill'];
const SITES = ['harbour', 'station', 'mill', 'hospital', 'market', 'bridge', 'tunnel', 'factory', 'school', 'dam'];
const PEOPLE = ['Anna Berger', 'Tomas Novak', 'Maria Silva', 'Jan Kowalski', 'Elena Rossi', 'Paul Martin', 'Ines Costa', 'Erik Lund'];
const OUTLETS = ['The Gazette', 'Morning Post', 'Harbour News', 'City Courier', 'The Observer', 'Daily Record'];
/** Articles on one event. */
const EACH = 4;

function article(n: number, longer: number): Omit<Article, 'id'> {
  const event = Math.floor(n / EACH);
  const pick = <T>(from: readonly T[], by: number): T => from[by % from.length]!;
  const [place, thing, site] = [pick(PLACES, event), pick(THINGS, Math.floor(event / 7)), pick(SITES, Math.floor(event / 3))];
  const day = new Date(Date.UTC(2020, 0, 1 + (event % 2_000))).toISOString().slice(0, 10);
  const what = `the ${thing} at the ${site} of ${place}`;
  const killed = 2 + (event % 60) + (n % EACH === 3 ? 3 : 0);
  const sentences = [
    `${killed} people were killed in ${what} on ${day}, ${pick(PEOPLE, event)} said.`,
    `About ${100 + (event % 900)} people were evacuated after ${what}, the police said.`,
    `The ${site} of ${place} was closed for ${1 + (event % 20)} days.`,
    `${pick(PEOPLE, n)} put the damage of ${what} at ${10 + (event % 300)} million euros.`,
    `${20 + (n % 90)} firefighters of ${place} were at the ${site} by ${1 + (n % 12)} in the morning.`,
    `The mayor of ${place} called for ${2 + (event % 9)} more inspections of the ${site} each year.`,
    `A similar ${thing} had killed ${1 + (event % 30)} people in ${pick(PLACES, event + 3)} in ${1980 + (event % 40)}.`,
    `The owner of the ${site} had been fined ${5 + (event % 95)},000 euros in ${2010 + (event % 10)}.`,
    `${pick(PEOPLE, event + 1)} denied that the ${site} had been unsafe before the ${thing}.`,
    `The court of ${place} will hear ${3 + (event % 12)} witnesses of the ${thing}.`,
  ];
  const filler = Array.from({ length: longer }, (_, i) => `Many in ${place} still speak of what they saw at the ${site}, and of what they did not see (${n}, ${i}).`);
  const paragraphs = [...sentences, ...filler];
  return {
    url: `https://news${n % 40}.example/${event}/${n}`, title: `${what[0]!.toUpperCase()}${what.slice(1)}, report ${n}`, outlet: pick(OUTLETS, n), author: null, published: day, language: 'en',
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })), retrieved: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(), file: null,
  };
}

/** The file of a library with so many articles, each `longer` sentences longer than ten. */
export async function madeUpLibrary(articles: number, longer = 0): Promise<string> {
  const made: Article[] = [];
  for (let n = 0; n < articles; n++) {
    const draft = article(n, longer);
    made.push({ ...draft, id: await idOf(draft, null) });
  }
  return libraryOf({ articles: made, verdicts: [], corrections: [], labels: [] });
}
