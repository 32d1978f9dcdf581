// The library's list: what the reader is looking for goes in, the stored articles that fit come out, newest first, each with the
// statement that fits best. Narrowed in memory; only the lines that are shown are read from disk. Knows no database.
import type { Corpus } from '../corpus/corpus';
import { articleOf } from '../corpus/links';
import { statementOf } from '../claims/extract';
import { readingsOf, type DecimalMark } from '../figure-notation';
import type { ArticleQuery, ArticleRow } from '../messages';
import type { ArticleSummary, Quantity, Span, StoredStatement } from '../model';
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
  const byWord = wanted.words.map((word) => holders(corpus, word));
  const ofStance = wanted.stance ? await stances.articles(wanted.stance) : null;
  const fitting = corpus.list().filter((article) => fits(corpus, article, wanted, byWord) && (ofStance?.has(article.id) ?? true));
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

function holders(corpus: Corpus, { stem, lower }: { stem: string; lower: string }): Set<string> {
  return new Set([...corpus.withWord(stem), ...(lower === stem ? [] : corpus.withWord(lower))].map(articleOf));
}

/** Title and outlet as they are looked through, made once for each article. */
const HEADS = new WeakMap<ArticleSummary, string>();

function headKey(article: ArticleSummary): string {
  const made = HEADS.get(article) ?? ` ${nameKey(`${article.title} ${article.outlet ?? ''}`)}`;
  HEADS.set(article, made);
  return made;
}

function fits(corpus: Corpus, article: ArticleSummary, wanted: Wanted, byWord: Set<string>[]): boolean {
  const { id, outlet, published, retrieved } = article;
  const label = corpus.notes.labelOf(id);
  const on = (published ?? retrieved).slice(0, 10);
  if ((wanted.from && on < wanted.from) || (wanted.to && on > wanted.to)) return false;
  if (wanted.outlet && !nameKey(outlet ?? '').includes(wanted.outlet)) return false;
  if (wanted.tag && !label?.tags.some((tag) => wordingKey(tag) === wanted.tag)) return false;
  if (wanted.speaker && !corpus.facets.hasSpeaker(id, wanted.speaker)) return false;
  if (wanted.figures !== null && !wanted.figures.some((figure) => corpus.facets.hasFigure(id, figure))) return false;
  if (wanted.words.length === 0) return true;
  const beside = `${headKey(article)}${label ? ` ${nameKey([label.note, ...label.tags].join(' '))}` : ''}`;
  return wanted.words.every(({ lower }, at) => byWord[at]!.has(id) || beside.includes(` ${nameKey(lower)}`));
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
