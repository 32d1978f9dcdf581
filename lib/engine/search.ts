// The library's list: what the reader is looking for goes in, the stored articles that fit come out, newest first, each with the
// statement that fits best. Narrowed in memory; only the lines that are shown are read from disk. Knows no database.
import type { Corpus } from '../corpus/corpus';
import { statementOf } from '../claims/extract';
import { readingsOf, type DecimalMark } from '../figure-notation';
import type { ArticleQuery, ArticleRow } from '../messages';
import type { ArticleSummary, Label, Quantity, Span, StoredStatement } from '../model';
import { nameKey } from '../text/fold';
import { normalForm } from '../text/normal-form';
import { tokenise } from '../text/tokens';
import { wordingKey } from '../text/wording-key';
import { bad, day, LONGEST_QUERY, oneOf, text } from './checks';
import type { Stances } from './stances';

/** A query as it is asked for: words by stem, a figure as a number. */
interface Wanted {
  words: { stem: string; lower: string }[];
  speaker: string;
  outlet: string;
  /** The values that a figure may have, one of which is to fit; none for a figure that is none: nothing fits. */
  figures: number[] | null;
  from: string;
  to: string;
  tag: string;
  stance: ArticleQuery['stance'] | null;
}

/** The query in a message; empty fields narrow nothing. @throws Failure 'bad-message' */
export function checkQuery(value: Record<string, unknown>): ArticleQuery {
  const query: ArticleQuery = {};
  for (const field of ['text', 'speaker', 'outlet', 'figure', 'tag'] as const) if (value[field] !== undefined) query[field] = text(field, value, LONGEST_QUERY).trim();
  for (const field of ['from', 'to'] as const) if (value[field] !== undefined && value[field] !== '') query[field] = day(field, value);
  if (value['stance'] !== undefined && value['stance'] !== '') query.stance = oneOf('stance', value, ['corroborates', 'conflicts']);
  if (value['decimal'] !== undefined) query.decimal = oneOf('decimal', value, ['.', ',']);
  if (query.from && query.to && query.from > query.to) bad('the first day comes after the last');
  return query;
}

/** The lines from `offset` on, at most `limit`, and how many there are in all. */
export async function searchArticles(corpus: Corpus, stances: Stances, query: ArticleQuery, offset: number, limit: number): Promise<{ total: number; rows: ArticleRow[] }> {
  const wanted = wantedOf(query);
  if (wanted.speaker || wanted.figures !== null) await corpus.readFacets();
  const ofStance = wanted.stance ? await stances.articles(wanted.stance) : null;
  const tests = testsOf(corpus, wanted, ofStance);
  const fitting = tests.length === 0 ? corpus.list() : corpus.list().filter((article) => tests.every((fits) => fits(article)));
  const shown = fitting.slice(offset, offset + limit);
  const asked = wanted.words.length > 0 || wanted.speaker !== '' || wanted.figures !== null;
  // Extracting what the background has yet to would let the reader wait for each line.
  const records = asked ? await corpus.records(shown.map(({ id }) => id).filter((id) => !corpus.isBare(id))) : null;
  const rows = shown.map((summary): ArticleRow => {
    const label = corpus.notes.labelOf(summary.id);
    const record = records?.get(summary.id);
    return { ...summary, tags: label?.tags ?? [], note: label?.note ?? '', hit: record ? hitIn(corpus.statementsOf(record), wanted) : null };
  });
  return { total: fitting.length, rows };
}

function wantedOf(query: ArticleQuery): Wanted {
  const { speaker = '', outlet = '', figure = '', from = '', to = '', tag = '', stance = null, decimal = '.' } = query;
  return { words: wordsOf(query.text ?? ''), speaker: nameKey(speaker), outlet: nameKey(outlet), figures: figure === '' ? null : figuresOf(figure, decimal), from, to, tag: wordingKey(tag), stance };
}

/** The words that are looked for: those that carry meaning, or all where none does. */
export function wordsOf(said: string): { stem: string; lower: string }[] {
  const tokens = tokenise(normalForm(said).text);
  const telling = tokens.filter(({ stop }) => !stop);
  return (telling.length > 0 ? telling : tokens).map(({ stem, lower }) => ({ stem, lower }));
}

/** As the reader's notation has it; else as the articles would be read, in English: "250 thousand". */
function figuresOf(said: string, decimal: DecimalMark): number[] {
  const readings = readingsOf(said, decimal);
  if (readings.length > 0) return readings;
  const plain = said.replace(/[,\s\u00a0']/g, '');
  if (/^-?\d+(\.\d+)?$/.test(plain)) return [Number(plain)];
  const [quantity] = statementOf(said, null).quantities;
  const value = quantity?.min ?? quantity?.max;
  return value === undefined || value === null ? [] : [value];
}

/** Heads made at a time by `makeReady`: some milliseconds. */
const AT_A_TIME = 500;

/** Makes ready what a search looks through beside each article's statements, a few at a time between other questions: else the first letter that is typed would wait for all. */
export async function makeReady(articles: readonly ArticleSummary[]): Promise<void> {
  for (let from = 0; from < articles.length; from += AT_A_TIME) {
    articles.slice(from, from + AT_A_TIME).forEach(headKey);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Ids of the articles that have a word in a statement. */
function holders(corpus: Corpus, { stem, lower }: { stem: string; lower: string }): ReadonlySet<string>[] {
  return [stem, ...(lower === stem ? [] : [lower])].map((beginning) => corpus.articlesWithWord(beginning));
}

/** Title and outlet as they are looked through, made once for each article. */
const HEADS = new WeakMap<ArticleSummary, string>();

function headKey(article: ArticleSummary): string {
  let made = HEADS.get(article);
  if (made === undefined) HEADS.set(article, (made = ` ${nameKey(`${article.title} ${article.outlet ?? ''}`)}`));
  return made;
}

/** What an article has to pass; nothing where nothing is asked for. What can be made once for all is: each article is put to it at each letter that is typed. */
function testsOf(corpus: Corpus, wanted: Wanted, ofStance: ReadonlySet<string> | null): ((article: ArticleSummary) => boolean)[] {
  const { words, speaker, outlet, figures, from, to, tag } = wanted;
  const { notes, facets } = corpus;
  const tests: ((article: ArticleSummary) => boolean)[] = [];
  if (from) tests.push((article) => dayOf(article) >= from);
  if (to) tests.push((article) => dayOf(article) <= to);
  if (ofStance) tests.push(({ id }) => ofStance.has(id));
  if (outlet) tests.push((article) => nameKey(article.outlet ?? '').includes(outlet));
  if (tag) tests.push(({ id }) => notes.labelOf(id)?.tags.some((one) => wordingKey(one) === tag) ?? false);
  if (speaker) tests.push(({ id }) => facets.hasSpeaker(id, speaker));
  if (figures !== null) tests.push(({ id }) => figures.some((figure) => facets.hasFigure(id, figure)));
  for (const word of words) {
    const sets = holders(corpus, word);
    const key = ` ${nameKey(word.lower)}`;
    tests.push((article) => sets.some((ids) => ids.has(article.id)) || besideText(article, notes.labelOf(article.id)).includes(key));
  }
  return tests;
}

function dayOf({ published, retrieved }: ArticleSummary): string {
  return (published ?? retrieved).slice(0, 10);
}

/** What is looked through beside an article's statements. */
function besideText(article: ArticleSummary, label: Label | null): string {
  return label ? `${headKey(article)} ${nameKey([label.note, ...label.tags].join(' '))}` : headKey(article);
}

/** The statement that most of what is looked for stands in, with where it does; null where it stands in none. */
function hitIn(statements: StoredStatement[], wanted: Wanted): ArticleRow['hit'] {
  let best: { text: string; spans: Span[]; kinds: number } | null = null;
  for (const statement of statements) {
    const spans = spansIn(statement, wanted);
    const kinds = spans.filter((found) => found.length > 0).length;
    if (kinds > (best?.kinds ?? 0)) best = { text: statement.text, spans: apart(spans.flat()), kinds };
  }
  return best && { text: best.text, spans: best.spans };
}

/** For each thing that is looked for, where it stands in the statement. */
function spansIn({ text: said, attribution, quantities }: StoredStatement, { words, speaker, figures }: Wanted): Span[][] {
  const tokens = tokenise(said);
  const found = words.map((word) => tokens.filter((token) => token.stem === word.stem || token.lower.startsWith(word.lower)).map(({ start, end }) => ({ start, end })));
  if (speaker && attribution?.speaker && nameKey(attribution.speaker).includes(speaker)) found.push([attribution.span]);
  if (figures !== null) found.push(quantities.filter((quantity) => gives(quantity, figures)).map(({ span }) => span));
  return found;
}

function gives({ min, max }: Quantity, figures: number[]): boolean {
  return figures.some((figure) => min === figure || max === figure);
}

/** In order, none reaching into another, none empty. */
function apart(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > span.start && span.start >= (kept.at(-1)?.end ?? 0)) kept.push({ start: span.start, end: span.end });
  }
  return kept;
}
