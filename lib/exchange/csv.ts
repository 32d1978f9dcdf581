// Articles with what others say of them → CSV (RFC 4180), a row for each claim and piece of evidence. Pure. A spreadsheet takes cells that
// begin like a formula for one, wherever they come from, so those get an apostrophe before them.
import { oneLine, STANCE_WORDS } from './exported';
import type { ExportedText } from './exported';

const COLUMNS = [
  'article', 'outlet', 'published', 'url', 'claim', 'claim speaker', 'stance', 'reason', 'signal', 'confidence',
  'evidence', 'evidence speaker', 'evidence article', 'evidence outlet', 'evidence published', 'evidence url',
] as const;

/** What spreadsheets take for the beginning of a formula, blanks before it and full-width forms included. */
const FORMULA = /^[\s']*[=+\-@|%＝＋－＠]/;

/** The rows under a line of column names, lines ended by CRLF, every cell in quotation marks. UTF-8 without a mark of it. */
export function csvOf(texts: ExportedText[]): string {
  return csvHead() + texts.map(csvRows).join('');
}

/** The line of column names. */
export function csvHead(): string {
  return lineOf(COLUMNS);
}

/** The rows of one article; '' for one without evidence. */
export function csvRows({ article, annotations }: ExportedText): string {
  const rows = annotations.flatMap(({ claim, evidence }) =>
    evidence.map(({ statement, source, stance, reason, confidence }) => [
      article.title, article.outlet, article.published, article.url, claim.text, claim.attribution?.speaker,
      STANCE_WORDS[stance], reason.words, reason.signal, confidence.toFixed(3),
      statement.text, statement.attribution?.speaker, source.title, source.outlet, source.published, source.url,
    ]),
  );
  return rows.map(lineOf).join('');
}

function lineOf(row: readonly (string | null | undefined)[]): string {
  return `${row.map((value) => cell(value ?? '')).join(',')}\r\n`;
}

function cell(text: string): string {
  const line = oneLine(text);
  return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}
