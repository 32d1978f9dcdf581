// `judge`: lines with a claim and a piece of evidence in, lines with the stance as it would be shown out. A line that can't be
// read is reported and the others are answered. Takes lines and gives lines; knows no process.
import { statementOf } from '../../lib/claims/extract';
import { isRecord } from '../../lib/failure';
import { judge } from '../../lib/match/judge';
import { isEnglish } from '../../lib/text/language';
import type { Output } from './annotate-command';
import { cosines, type CosineOf } from './cosines';

/** Answers each line; the exit code: 0, or 1 when one was malformed. Blank lines are passed over. */
export async function judgeLines(lines: AsyncIterable<string> | Iterable<string>, { out, err }: Output): Promise<0 | 1> {
  let code: 0 | 1 = 0;
  let number = 0;
  let cosineOf: CosineOf | undefined;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    // Not before the first line: lines that come in while nobody listens are lost.
    cosineOf ??= await cosines();
    try {
      out(JSON.stringify(answer(JSON.parse(line), cosineOf)));
    } catch (error) {
      err(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
      code = 1;
    }
  }
  return code;
}

function answer(asked: unknown, cosineOf: CosineOf): object {
  if (!isRecord(asked)) throw new Error('expected an object {id, s, e, s_date?, e_date?}');
  const { id, s, e } = asked;
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('id: expected a text or a number');
  if (typeof s !== 'string' || typeof e !== 'string') throw new Error(`${typeof s === 'string' ? 'e' : 's'}: expected a text`);
  const dates = [dateIn(asked, 's_date'), dateIn(asked, 'e_date')] as const;
  // Of other languages nothing is said, as on pages.
  if (!isEnglish([s, e], 'en')) return { id, stance: 'unrelated', confidence: 0, reasons: [] };
  const { stance, confidence, reason } = judge(statementOf(s, dates[0]), statementOf(e, dates[1]), cosineOf(s, e));
  return { id, stance, confidence, reasons: reason ? [{ signal: reason.signal, words: reason.words }] : [] };
}

/** "2024-02-29" and "2024-02-29T10:00:00Z"; no 30 February, nothing else that Date.parse takes. */
function isIsoDate(date: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(date)?.[1];
  return day !== undefined && !Number.isNaN(Date.parse(date)) && new Date(day).toISOString().startsWith(day);
}

function dateIn(asked: Record<string, unknown>, field: string): string | null {
  const date = asked[field] ?? null;
  if (date === null || date === '') return null;
  if (typeof date !== 'string' || !isIsoDate(date)) throw new Error(`${field}: expected an ISO date`);
  return date;
}
