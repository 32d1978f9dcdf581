// Pairs with the outcome that was expected and the one decided → macro-F1 or accuracy, precision, recall and F1 of each outcome,
// the same of each signal that spoke for it, and precision–recall curves. Knows no text, and nothing of how it was decided.
import type { Stance } from '../../lib/model';
import { areaUnder, curveOf, precisionAtRecall, thinned } from './curve';
import { countsOf, f1, mean, precision, recall, score, type Counts, type Score } from './scores';

/** One judged pair. */
export interface Decision {
  expected: Stance;
  decided: Stance;
  /** The signal of the reason shown, where there is one. */
  signal: string | null;
  /** Likelihood of each stance by the combiner: what the curves are drawn from. */
  odds: Readonly<Record<Stance, number>>;
  /** The deciding reason as the writer of the pair had it, where the set says. */
  labelled: string | null;
}

export interface Naming {
  set: string;
  /** Behind each name: ", as shipped"; '' for nothing. */
  suffix: string;
  /** What goals are kept under, where not under the suffix. */
  goals?: string;
  /** Accuracy comes first, macro-F1 after it. */
  byAccuracy?: boolean;
}

const OUTCOMES: readonly Stance[] = ['corroborates', 'conflicts', 'related', 'unrelated'];
/** What a reader is shown as a mark, and so what reasons and curves are told of. */
const SHOWN = ['conflicts', 'corroborates'] as const;
/** Recalls that the issue asks precision at: .35 must be reached, .50 is reached for. */
const RECALLS = [0.35, 0.5];

/** The scores of a set. Without unrelated pairs in it, `unrelated` counts as `related`. */
export function stanceScores(decisions: readonly Decision[], { set, suffix, goals = suffix, byAccuracy = false }: Naming): Score[] {
  const outcomes = OUTCOMES.filter((outcome) => decisions.some(({ expected }) => expected === outcome));
  const fair = outcomes.includes('unrelated') ? decisions : decisions.map((each) => (each.decided === 'unrelated' ? { ...each, decided: 'related' as const } : each));
  const named = (measure: string, value: number | null, unit: string, n: number): Score => score(`${set} ${measure}${suffix}`, value, unit, n, `${set} ${measure}${goals}`);
  const three = (measure: string, counts: Counts): Score[] => [
    named(`${measure} precision`, precision(counts), 'share', counts.right + counts.wrong),
    named(`${measure} recall`, recall(counts), 'share', counts.right + counts.missed),
    named(`${measure} F1`, f1(counts), 'F1', fair.length),
  ];
  const detail = (scores: Score[]): Score[] => scores.map((each) => ({ ...each, detail: true }));
  const counts = outcomes.map((outcome) => ({ outcome, ...countsOf(fair, outcome) }));
  const macro = named('macro-F1', mean(counts.map(f1)), 'F1', fair.length);
  const accuracy = named('accuracy', mean(fair.map(({ expected, decided }) => Number(expected === decided))), 'share', fair.length);
  const shown = SHOWN.filter((outcome) => outcomes.includes(outcome));
  return [
    ...(byAccuracy ? [accuracy, macro] : [macro]),
    ...counts.flatMap((each) => three(each.outcome, each)),
    ...shown.flatMap((outcome) => {
      const curve = curveOf(fair.map(({ expected, odds }) => ({ likely: odds[outcome], is: expected === outcome })));
      const area = named(`${outcome} average precision by likelihood`, areaUnder(curve), 'AP', fair.length);
      const read = RECALLS.map((least) => named(`${outcome} precision by likelihood at recall ${least}`, precisionAtRecall(curve, least), 'share', fair.length));
      return detail([{ ...area, curve: thinned(curve) }, ...read]);
    }),
    ...detail(shown.flatMap((outcome) => signalsOf(fair, outcome).flatMap(({ signal, counts: each }) => three(`${outcome} by ${signal}`, each)))),
    ...detail(shown.flatMap((outcome) => labelledRecalls(fair, outcome).map(({ reason, right, all }) => named(`${outcome} labelled ${reason} recall`, right / all, 'share', all)))),
  ];
}

/** For each signal that spoke for an outcome: how often rightly, how often not, and what of the outcome it did not find. */
function signalsOf(decisions: readonly Decision[], outcome: Stance): { signal: string; counts: Counts }[] {
  const signals = [...new Set(decisions.flatMap(({ decided, signal }) => (decided === outcome && signal !== null ? [signal] : [])))].sort();
  return signals.map((signal) => ({ signal, counts: countsOf(decisions.map((each) => ({ expected: each.expected === outcome, decided: each.decided === outcome && each.signal === signal })), true) }));
}

/** Of the pairs of an outcome that their writer put down to one reason, how many were found, by whichever signal. */
function labelledRecalls(decisions: readonly Decision[], outcome: Stance): { reason: string; right: number; all: number }[] {
  const of = decisions.filter(({ expected, labelled }) => expected === outcome && labelled !== null);
  return [...new Set(of.map(({ labelled }) => labelled!))].sort().map((reason) => {
    const these = of.filter(({ labelled }) => labelled === reason);
    return { reason, right: these.filter(({ decided }) => decided === outcome).length, all: these.length };
  });
}
