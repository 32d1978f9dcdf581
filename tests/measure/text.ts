// Sentences and quantities in given texts → how many sentence lists are exact, F1 of the values found, and how many rows of
// Microsoft's recognizers are exact (recognizers.ts). Knows nothing of how the engine splits or counts.
import { statementOf } from '../../lib/claims/extract';
import type { Quantity } from '../../lib/model';
import { splitSentences } from '../../lib/text/sentences';
import { rowsOf, text, type DataFile, type Family } from './data-folder';
import { scoreRecognizers } from './recognizers';
import { f1, mean, precision, recall, score, type Counts, type Score } from './scores';

/** Of a wrong list so much is told beside the results. */
const LONGEST_LINE = 300;
const SENTENCES = new Set(['golden-rules', 'pragmatic-segmenter-extra']);

/** Scores the text family. */
export function scoreText(family: Family): Score[] {
  const { files, say } = family;
  const recognizers = files.filter((file) => file.set === 'recognizers');
  const scores = files.flatMap((file) => {
    if (SENTENCES.has(file.set)) return [scoreSentences(file, family)];
    if (file.set === 'newsquant') return scoreValues(file, family);
    if (file.set !== 'recognizers') say(`text/${file.name}: left out: unknown set`);
    return [];
  });
  return recognizers.length > 0 ? [...scores, ...scoreRecognizers(recognizers, say)] : scores;
}

/** Exact lists. Line breaks within a sentence count as spaces, since blocks come with their white space collapsed. */
function scoreSentences(file: DataFile, { say }: Family): Score {
  const flat = (sentence: string): string => sentence.replace(/\s+/g, ' ').trim();
  const exact = rowsOf(file, say).map((row) => {
    const whole = text(row, 'text');
    const expected = Array.isArray(row['sentences']) ? row['sentences'].map(String) : [];
    const found = splitSentences(whole).map(({ start, end }) => whole.slice(start, end));
    const right = JSON.stringify(found.map(flat)) === JSON.stringify(expected.map(flat));
    if (!right) say(`${file.name}: ${text(row, 'name')}: ${JSON.stringify(found).slice(0, LONGEST_LINE)}`);
    return Number(right);
  });
  return score(`${file.set} exact lists`, mean(exact), 'share', exact.length);
}

/** F1 on values: each gold value once, bounds by their bound, ranges by both ends. */
function scoreValues(file: DataFile, { say }: Family): Score[] {
  const counts: Counts = { right: 0, wrong: 0, missed: 0 };
  let n = 0;
  for (const row of rowsOf(file, say)) {
    const gold = Array.isArray(row['quantities']) ? row['quantities'] : [];
    const left = gold.map((quantity) => goldValue(String((quantity as Record<string, unknown>)['value'])));
    n += left.length;
    for (const quantity of statementOf(text(row, 'text'), null).quantities) {
      const at = left.indexOf(valueOf(quantity));
      if (at < 0) counts.wrong++;
      else {
        counts.right++;
        left.splice(at, 1);
      }
    }
    counts.missed += left.length;
  }
  return [
    score('newsquant value F1', f1(counts), 'F1', n),
    score('newsquant value precision', precision(counts), 'share', counts.right + counts.wrong),
    score('newsquant value recall', recall(counts), 'share', n),
  ];
}

const normal = (value: number): string => String(Number(value.toPrecision(9)));

/** "10000.0-100000.0" → "10000–100000"; "6.0" → "6". */
function goldValue(value: string): string {
  const [, low, high] = /^(-?[\d.]+) ?- ?(-?[\d.]+)$/.exec(value) ?? [];
  return low !== undefined && high !== undefined ? `${normal(Number(low))}–${normal(Number(high))}` : normal(Number(value));
}

/** The set gives a change by both its ends, and "hundreds" as 100–1000 where we say two of them up to 999. */
function valueOf({ min, max, from, approximate }: Quantity): string {
  const value = min ?? max ?? NaN;
  if (from !== undefined) return `${normal(from)}–${normal(value)}`;
  if (min === null || max === null || min === max) return normal(value);
  const magnitude = approximate && /^20*$/.test(String(min)) && max === min * 5 - 1;
  return magnitude ? `${normal(min / 2)}–${normal(max + 1)}` : `${normal(min)}–${normal(max)}`;
}
