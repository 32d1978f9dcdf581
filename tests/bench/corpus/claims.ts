// A corpus's size and seed go in; its articles come out one at a time, and any claim by its number. Claims are clustered in
// matters with names and words of their own, amid words that follow Zipf. Holds no more than the article asked for.
import type { Block, Statement, StoredStatement } from '../../../lib/model';
import { below, oneOf, randomAt, type Random } from './random';
import { nameOf, wordOf, zipf } from './words';
import { Writer, type Figure } from './writer';

export interface CorpusSpec {
  claims: number;
  seed: number;
  /** Claims of one article. */
  perArticle: number;
}

/** News articles have about 30 sentences that state something. */
export const PER_ARTICLE = 30;
/** Claims of a matter on average: an event that three or four articles tell of for a while. */
const PER_MATTER = 40;
/** Some matters fill the news and most are told of once: exponent by which claims crowd into the first matters. */
const CROWDING = 1.6;

/** What the claims of one matter have in common. */
export interface Matter {
  places: string[];
  people: string[];
  words: string[];
  counted: string[];
  figures: number[];
  day: string;
}

/** What a claim says, before it is put in words: so that it can be said in others. */
export interface Content {
  matter: number;
  speaker: string | null;
  figure: Figure | null;
  verb: string;
  places: string[];
  words: string[];
}

/** Past forms, most of them with a news concept, so that lists of concepts grow as long as in a real corpus. */
export const VERBS = 'killed wounded attacked destroyed captured shelled launched seized evacuated arrested signed rejected agreed promised reported opened closed moved sent lost bought built announced'.split(' ');

/** The corpus of so many claims that every stage measures. */
export function corpusOf(claims: number, perArticle = PER_ARTICLE): CorpusSpec {
  return { claims, seed: 20_221_124, perArticle };
}

/** Matters made so far, by corpus: each is asked for some forty times. */
const made = new WeakMap<CorpusSpec, Map<number, Matter>>();

/** Matter number `at`. */
export function matterAt(spec: CorpusSpec, at: number): Matter {
  let ofSpec = made.get(spec);
  if (!ofSpec) made.set(spec, (ofSpec = new Map()));
  let matter = ofSpec.get(at);
  if (!matter) ofSpec.set(at, (matter = makeMatter(spec, at)));
  return matter;
}

function makeMatter(spec: CorpusSpec, at: number): Matter {
  const random = randomAt(spec.seed, 'matter', at);
  const some = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  // Half of the places are those of which the news is always full.
  const place = (): string => nameOf(random() < 0.5 ? Math.floor(zipf(random) / 100) : below(random, 200_000));
  return {
    places: some(3, place),
    people: some(2, () => `${nameOf(below(random, 2_000))} ${nameOf(200_000 + below(random, 400_000))}`),
    words: some(10, () => wordOf(zipf(random))),
    counted: some(2, () => wordOf(zipf(random))),
    figures: some(4, () => Math.ceil(10 ** (1 + 3 * random()))),
    day: new Date(Date.UTC(2022, 0, 1) + below(random, 365) * 86_400_000).toISOString().slice(0, 10),
  };
}

/** How many matters a corpus has. */
export function mattersIn({ claims }: CorpusSpec): number {
  return Math.max(1, Math.ceil(claims / PER_MATTER));
}

/** What claim number `at` says. Three in four of an article's claims are of its own matter. */
export function contentAt(spec: CorpusSpec, at: number): Content {
  const ofArticle = randomAt(spec.seed, 'article', Math.floor(at / spec.perArticle));
  const random = randomAt(spec.seed, 'claim', at);
  const drawn = random() < 0.75 ? ofArticle : random;
  const number = Math.floor(mattersIn(spec) * drawn() ** CROWDING);
  const matter = matterAt(spec, number);
  return {
    matter: number,
    speaker: random() < 0.4 ? oneOf(random, matter.people) : null,
    figure: random() < 0.5 ? { value: oneOf(random, matter.figures), of: oneOf(random, matter.counted) } : null,
    verb: oneOf(random, VERBS),
    places: random() < 0.3 ? [] : [oneOf(random, matter.places)],
    words: [...several(random, 2 + below(random, 3), () => oneOf(random, matter.words)), ...several(random, 3 + below(random, 4), () => wordOf(zipf(random)))],
  };
}

function several(random: Random, count: number, make: () => string): string[] {
  const words: string[] = [];
  while (words.length < count) {
    const word = make();
    if (!words.includes(word)) words.push(word);
  }
  return words;
}

const JOINS = ['of the', 'and the', 'for the', 'after the', 'with', 'near the', 'before the'];

/** Puts content into a sentence. */
export function said({ speaker, figure, verb, places, words }: Content, random: Random, reported: string, block: number, sentence: number): Statement {
  const writer = new Writer();
  if (speaker) writer.said(speaker);
  const [first, ...rest] = words;
  if (figure) writer.figure(figure);
  else writer.plain('the').word(first!);
  writer.plain(figure ? 'were' : 'was').word(verb);
  for (const place of places) writer.plain('in').name(place, 'other');
  for (const word of figure ? words : rest) writer.plain(oneOf(random, JOINS)).word(word);
  return writer.end(reported, block, sentence);
}

/** The id of the article that claim number `at` stands in. */
export function articleOfClaim({ perArticle }: CorpusSpec, at: number): string {
  return `article-${Math.floor(at / perArticle)}`;
}

/** Claim number `at` as it is stored; its id ends in its number. */
export function claimAt(spec: CorpusSpec, at: number): StoredStatement {
  const content = contentAt(spec, at);
  const place = at % spec.perArticle;
  const article = articleOfClaim(spec, at);
  const day = matterAt(spec, content.matter).day;
  return { ...said(content, randomAt(spec.seed, 'wording', at), day, place, 0), id: `${article}.${at}`, article };
}

/** The number of a claim from its id. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

export interface MadeArticle {
  id: string;
  title: string;
  published: string;
  blocks: Block[];
  statements: StoredStatement[];
}

/** The articles of a corpus one after another, from the one on that begins with claim number `from`; each may be forgotten before the next is made. */
export function* articlesOf(spec: CorpusSpec, from = 0): Generator<MadeArticle> {
  for (let first = from; first < spec.claims; first += spec.perArticle) {
    const statements = Array.from({ length: Math.min(spec.perArticle, spec.claims - first) }, (_, i) => claimAt(spec, first + i));
    const { article, reported, terms } = statements[0]!;
    const title = terms.slice(0, 5).map(({ stem }) => stem).join(' ');
    yield { id: article, title, published: reported!, blocks: statements.map(({ text }) => ({ kind: 'paragraph', text })), statements };
  }
}
