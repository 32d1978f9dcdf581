// Rows of Microsoft's Recognizers-Text (Number, Percent, Currency, Date) → the share where the engine finds exactly the
// expected spans with the expected values. Rows that name javascript as not supported are left out, as the README says.
import { statementOf } from '../../lib/claims/extract';
import type { Quantity, Statement } from '../../lib/model';
import { normalForm } from '../../lib/text/normal-form';
import { findNumbers } from '../../lib/text/numbers';
import { isMoney } from '../../lib/text/units';
import { rowsOf, text, type DataFile } from './data-folder';
import { dateFinds } from './recognizers-dates';
import { mean, score, type Score } from './scores';

interface Found {
  start: number;
  /** Exclusive. */
  end: number;
  /** Values that count as right; a date without a year may be taken as past or as future. */
  values: string[];
}

type Row = Record<string, unknown>;

/** What each model's rows expect of a statement. DateTimeModel rows count where only plain dates are expected. */
const MODELS: Record<string, (statement: Statement) => Found[]> = {
  NumberModel: ({ text: words }) => numbers(words),
  PercentModel: ({ quantities }) => quantities.filter((each) => each.unit === 'percent').map((each) => found(each)),
  CurrencyModel: ({ quantities }) => quantities.filter((each) => isMoney(each.unit)).map((each) => found(each)),
  DateParser: dateFinds,
  DateTimeModel: dateFinds,
};

/** One score for each model and one for all rows together. */
export function scoreRecognizers(files: DataFile[], say: (line: string) => void): Score[] {
  const all: number[] = [];
  const scores = files.flatMap((file) => {
    const model = file.parts[1] ?? '';
    const reads = MODELS[model];
    if (!reads) {
      say(`text/${file.name}: left out: not among the models that are scored`);
      return [];
    }
    const exact = rowsOf(file, say).flatMap((row) => {
      const expected = supported(row) ? expectedOf(row) : null;
      if (expected === null) return [];
      const reference = (row['context'] as Row | null)?.['ReferenceDateTime'];
      const got = reads(statementOf(text(row, 'input'), typeof reference === 'string' ? reference.slice(0, 10) : null));
      return [Number(sameFinds(expected, got))];
    });
    all.push(...exact);
    return exact.length > 0 ? [score(`recognizers ${model} exact rows`, mean(exact), 'share', exact.length)] : [];
  });
  return [score('recognizers exact rows', mean(all), 'share', all.length), ...scores];
}

function supported(row: Row): boolean {
  return !/javascript/i.test(text(row, 'not_supported') || text(row, 'NotSupported'));
}

function expectedOf(row: Row): Found[] | null {
  const results = (Array.isArray(row['results']) ? row['results'] : []) as Row[];
  if (results.some((result) => String(result['TypeName'] ?? '').startsWith('datetimeV2') && result['TypeName'] !== 'datetimeV2.date')) return null;
  return results.map((result) => {
    const start = Number(result['Start']);
    const end = 'Length' in result ? start + Number(result['Length']) : Number(result['End']) + 1;
    return { start, end, values: valuesOf((result['Resolution'] ?? result['Value'] ?? {}) as Row) };
  });
}

function valuesOf(resolution: Row): string[] {
  if (Array.isArray(resolution['values'])) return (resolution['values'] as Row[]).map((each) => String(each['value']));
  const dated = [resolution['FutureResolution'], resolution['PastResolution']].flatMap((each) => Object.values((each ?? {}) as Row).map(String));
  return dated.length > 0 ? dated : [normal(Number(String(resolution['value']).replace('%', '')))];
}

function sameFinds(expected: Found[], got: Found[]): boolean {
  return expected.length === got.length && expected.every(({ start, end, values }) => got.some((each) => each.start === start && each.end === end && each.values.some((value) => values.includes(value))));
}

const normal = (value: number): string => String(Number(value.toPrecision(12)));

function found({ span, min, max }: Quantity): Found {
  return { ...span, values: [normal(min ?? max ?? NaN)] };
}

/** NumberModel asks for every number, dates and numbered things included, but for none with a unit written onto it. */
function numbers(words: string): Found[] {
  const form = normalForm(words);
  return findNumbers(form.text)
    .filter(({ end }) => !/^\p{L}/u.test(form.text.slice(end)))
    .map((each) => ({ ...form.back(each), values: [normal(each.value)] }));
}
