// One judgement of a pair whose statements are parsed, beside one parse of a sentence by compromise. In Node: the product's code as it
// runs in the Worker, on the same V8.
import nlp from 'compromise/three';
import { statementOf } from '../../../lib/claims/extract';
import { judge } from '../../../lib/match/judge';
import { readPairs } from '../../measure/pairs';
import type { Bench } from '../measuring/bench';
import { interleaved, median, ratio } from '../measuring/interleave';
import { row, type Row } from '../measuring/row';

const PAIRS = 100;
const REPETITIONS = 7;
/** Likeness that a pair of one matter has: with less, hardly any signal is asked. */
const LIKE = 0.7;

/** Judges our own labelled pairs again and again, and has compromise parse their claims. */
export async function judgement(_: Bench): Promise<Row[]> {
  const pairs = readPairs('fit').kept.slice(0, PAIRS).map(({ s, s_date, e, e_date }) => ({ claim: statementOf(s, s_date), evidence: statementOf(e, e_date) }));
  const times = await interleaved(
    {
      ours: () => pairs.reduce((sum, { claim, evidence }) => sum + judge(claim, evidence, LIKE).confidence, 0),
      compromise: () => pairs.reduce((sum, { claim }) => sum + nlp(claim.text).termList().length, 0),
    },
    REPETITIONS,
  );
  return [
    row('judgement of a parsed pair', (median(times.ours) / pairs.length) * 1000, 'µs', REPETITIONS, 'Node; noisy, for the ratio only'),
    row('judgement of a parsed pair ÷ compromise parse of a sentence', ratio(times.ours, times.compromise), 'ratio', REPETITIONS, `Node, ${pairs.length} of our own labelled pairs, compromise/three, interleaved`),
  ];
}
