// Pairs of statements with their outcome → macro-F1, and precision and recall of each outcome, of the shipped engine's stance.
// Formats and scoring as the yardsticks' README has them; knows nothing of how the engine decides.
import { statementOf } from '../../lib/claims/extract';
import { judge } from '../../lib/match/judge';
import type { Stance } from '../../lib/model';
import { cosines, type CosineOf } from './cosines';
import { rowsOf, text, type DataFile, type Family } from './data-folder';
import { countsOf, f1, mean, precision, recall, sampled, score, type Score } from './scores';

/** Sets whose premise is `a`: the claim S is `b`, the evidence E is `a`. Everywhere else S is `a`. */
const CLAIM_IS_B = /^(?:snli|mnli|rte3-3way|anli-.*|sick|breakingnli)$/;
const BY_ACCURACY = new Set(['breakingnli', 'feversym']);
const OUTCOMES: Stance[] = ['corroborates', 'conflicts', 'related', 'unrelated'];
/** Rows scored of a set without `full`: a score's standard error is then under one point. */
const ENOUGH = 3000;

interface Pair {
  expected: Stance;
  decided: Stance;
}

/** Scores every stance set; time per pair is that of reading two sentences, encoding and judging them, on this machine. */
export async function scoreStance(family: Family): Promise<Score[]> {
  const cosineOf = await cosines();
  let spent = 0;
  let judged = 0;
  const scores = family.files.flatMap((file) => {
    const rows = sampled(rowsOf(file, family.say), family.full ? Infinity : ENOUGH);
    const soft = rows.length > 0 && rows.every((row) => !('outcome' in row) && 'outcome_soft' in row);
    const started = performance.now();
    const pairs = rows.flatMap((row): Pair[] => {
      const expected = text(row, soft ? 'outcome_soft' : 'outcome') as Stance;
      if (!OUTCOMES.includes(expected) || !text(row, 'a') || !text(row, 'b')) {
        family.say(`${file.name}: left out: no outcome or no text in ${JSON.stringify(row['id'])}`);
        return [];
      }
      return [{ expected, decided: stanceOf(file, row, cosineOf) }];
    });
    spent += performance.now() - started;
    judged += pairs.length;
    family.say(`${file.name}: ${pairs.length} pairs`);
    if (soft) return [score(`${file.set} shown as conflict`, pairs.filter((pair) => pair.decided === 'conflicts').length / pairs.length, 'share', pairs.length)];
    return scoresOf(file.set, pairs);
  });
  return judged === 0 ? scores : [...scores, score('read and judge a pair', (spent * 1000) / judged, 'µs', judged)];
}

function stanceOf(file: DataFile, row: Record<string, unknown>, cosineOf: CosineOf): Stance {
  const cosine = cosineOf(text(row, 'a'), text(row, 'b'));
  const a = statementOf(text(row, 'a'), text(row, 'date_a') || text(row, 'date') || null);
  const b = statementOf(text(row, 'b'), text(row, 'date_b') || text(row, 'date') || null);
  return CLAIM_IS_B.test(file.set) ? judge(b, a, cosine).stance : judge(a, b, cosine).stance;
}

/** Without unrelated pairs in the set, `unrelated` counts as `related`. */
function scoresOf(set: string, pairs: Pair[]): Score[] {
  const outcomes = OUTCOMES.filter((outcome) => pairs.some((pair) => pair.expected === outcome));
  const fair = outcomes.includes('unrelated') ? pairs : pairs.map(({ expected, decided }) => ({ expected, decided: decided === 'unrelated' ? ('related' as const) : decided }));
  const counts = outcomes.map((outcome) => ({ outcome, ...countsOf(fair, outcome) }));
  const macro = score(`${set} macro-F1`, mean(counts.map(f1)), 'F1', fair.length);
  const accuracy = score(`${set} accuracy`, mean(fair.map(({ expected, decided }) => Number(expected === decided))), 'share', fair.length);
  return [
    ...(BY_ACCURACY.has(set) ? [accuracy, macro] : [macro]),
    ...counts.flatMap((each) => [
      score(`${set} ${each.outcome} precision`, precision(each), 'share', each.right + each.wrong),
      score(`${set} ${each.outcome} recall`, recall(each), 'share', each.right + each.missed),
      score(`${set} ${each.outcome} F1`, f1(each), 'F1', fair.length),
    ]),
  ];
}
