// Sets of labelled pairs → their scores by the shipped engine, and, where a folder to fit on is given, by the combiner refitted
// on each set's other file. Formats and scoring as the yardsticks' README has them.
import { cosines, type CosineOf } from './cosines';
import type { DataFile, Family } from './data-folder';
import type { Example } from './fit';
import { judgeAll, newClock, weighAll, type Case, type Clock, type Judged } from './judged-pairs';
import { FOLDS, MOST_FITTED, refitted } from './refit';
import { sampled, score, type Score } from './scores';
import { casesOf } from './stance-files';
import { stanceScores } from './stance-scores';

const BY_ACCURACY = new Set(['breakingnli', 'feversym']);
/** Rows scored of a set without `full`: a score's standard error is then under one point. */
const ENOUGH = 3000;
const REFITTED = ', refitted';

/** Scores every stance set of the folder. `fit` is the stance family of the folder to fit on, null without one. */
export async function scoreStance(family: Family, fit: Family | null = null): Promise<Score[]> {
  const cosineOf = await cosines();
  const clock = newClock();
  const scores = family.files.flatMap((file) => scoreFile(file, family, fit, cosineOf, clock));
  return [...scores, ...timesOf(clock)];
}

/** µs of processor time for judging a pair whose statements are read, and for reading a statement; nothing when nothing was judged. */
export function timesOf({ statements, reading, pairs, judging }: Clock, prefix = ''): Score[] {
  return pairs === 0 ? [] : [score(`${prefix}judge a pair, statements read`, judging / pairs, 'µs', pairs), score(`${prefix}read a statement`, reading / statements, 'µs', statements)];
}

function scoreFile(file: DataFile, { say, full }: Family, fit: Family | null, cosineOf: CosineOf, clock: Clock): Score[] {
  const { cases, soft } = casesOf(file, say);
  const judged = judgeAll(sampled(cases, full ? Infinity : ENOUGH), cosineOf, clock);
  say(`${file.name}: ${judged.length} pairs`);
  if (judged.length === 0) return [];
  if (soft) return [score(`${file.set} shown as conflict`, judged.filter(({ decided }) => decided === 'conflicts').length / judged.length, 'share', judged.length)];
  const naming = { set: file.set, byAccuracy: BY_ACCURACY.has(file.set) };
  return [...(fit ? refittedScores(file, cases, judged, fit, cosineOf) : []), ...stanceScores(judged, { ...naming, suffix: ', as shipped' })];
}

/** Nothing when the folder to fit on has no file of the set. Pairs that are scored are never fitted on, whatever their file. */
function refittedScores(file: DataFile, cases: readonly Case[], judged: Judged[], { files, say }: Family, cosineOf: CosineOf): Score[] {
  const own = files.filter(({ set }) => set === file.set);
  if (own.length === 0) {
    say(`${file.name}: not refitted: --fit has no file of ${file.set}`);
    return [];
  }
  const scored = new Set(cases.map(({ s, e }) => `${s}\n${e}`));
  const others = own.flatMap((each) => casesOf(each, say).cases).filter(({ s, e }) => !scored.has(`${s}\n${e}`));
  const examples: Example[] = weighAll(sampled(others, MOST_FITTED), cosineOf);
  say(`${file.name}: refitted on ${examples.length > 0 ? `${examples.length} pairs of ${own.map(({ name }) => name).join(', ')}` : `itself, ${FOLDS}-fold: --fit has no other pairs`}`);
  const byAccuracy = BY_ACCURACY.has(file.set);
  return stanceScores(refitted(judged, examples, byAccuracy), { set: file.set, byAccuracy, suffix: examples.length > 0 ? REFITTED : `${REFITTED} (${FOLDS}-fold)`, goals: REFITTED });
}
