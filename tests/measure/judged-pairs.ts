// Labelled pairs of sentences → what the shipped engine decides on each, the combiner's inputs and likelihoods beside it, and how
// long reading and judging took. Knows no set and no score.
import { statementOf } from '../../lib/claims/extract';
import { combine, inWordings, type Weights } from '../../lib/match/combine';
import combiner from '../../lib/match/combiner.json' with { type: 'json' };
import { inputsOf } from '../../lib/match/inputs';
import { judge, pairOf } from '../../lib/match/judge';
import type { Stance, Statement } from '../../lib/model';
import type { CosineOf } from './cosines';
import type { Decision } from './stance-scores';

/** What the evidence `e` says of the claim `s`; dates are ISO days or null. */
export interface Case {
  s: string;
  sDate: string | null;
  e: string;
  eDate: string | null;
  expected: Stance;
  labelled: string | null;
  /** Pairs of one claim or matter: cross-validation keeps them together. */
  group: string;
}

export interface Judged extends Decision {
  inputs: Record<string, number>;
  group: string;
}

/** Statements read and pairs judged, and the microseconds of processor time that took: machines are shared, clocks on the wall tell of others' work. */
export interface Clock {
  statements: number;
  reading: number;
  pairs: number;
  judging: number;
}

const WEIGHTS = combiner.weights as unknown as Partial<Weights>;

/** A clock at 0. */
export function newClock(): Clock {
  return { statements: 0, reading: 0, pairs: 0, judging: 0 };
}

/** Judges the pairs as the extension would. The clock leaves out encoding, and the first pair, which also loads the word lists. */
export function judgeAll(cases: readonly Case[], cosineOf: CosineOf, clock: Clock = newClock()): Judged[] {
  const statements = reader(clock);
  return cases.map((each, i) => {
    const time = i === 0 ? newClock() : clock;
    const [claim, evidence] = [statements(each.s, each.sDate, time), statements(each.e, each.eDate, time)];
    const cosine = cosineOf(each.s, each.e);
    const started = process.cpuUsage();
    const { stance, reason } = judge(claim, evidence, cosine);
    time.judging += since(started);
    time.pairs++;
    const inputs = inputsOf(pairOf(claim, evidence, cosine)).numbers;
    return { expected: each.expected, decided: stance, signal: reason?.signal ?? null, odds: combine(inWordings(inputs), WEIGHTS), labelled: each.labelled, inputs, group: each.group };
  });
}

/** The combiner's inputs of the pairs, undecided: all that refitting needs. */
export function weighAll(cases: readonly Case[], cosineOf: CosineOf): { inputs: Record<string, number>; stance: Stance }[] {
  const statements = reader();
  return cases.map((each) => ({ stance: each.expected, inputs: inputsOf(pairOf(statements(each.s, each.sDate), statements(each.e, each.eDate), cosineOf(each.s, each.e))).numbers }));
}

/** Microseconds. */
function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

/** Reads each sentence once; sets repeat a claim beside many pieces of evidence. */
function reader(clock: Clock = newClock()): (text: string, date: string | null, time?: Clock) => Statement {
  const read = new Map<string, Statement>();
  return (text, date, time = clock) => {
    const key = `${date ?? ''}\n${text}`;
    let statement = read.get(key);
    if (!statement) {
      const started = process.cpuUsage();
      statement = statementOf(text, date);
      time.reading += since(started);
      time.statements++;
      read.set(key, statement);
    }
    return statement;
  };
}
