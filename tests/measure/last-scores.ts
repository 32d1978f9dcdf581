// The check half of our own pairs → the few scores that are kept beside it (tests/pairs/last-scores.json), and what of them has
// fallen. Numbers only: the pairs themselves are not to be read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Stance } from '../../lib/model';
import { judgeOwn } from './own-pairs';
import { countsOf, f1, mean, precision, recall } from './scores';

interface Shown {
  /** Null when none was shown. */
  precision: number | null;
  recall: number | null;
}

/** Shares, 0 to 1, with four digits. */
export interface LastScores {
  date: string;
  pairs: number;
  macroF1: number;
  conflicts: Shown;
  corroborates: Shown;
}

const FILE = fileURLToPath(new URL('../pairs/last-scores.json', import.meta.url));
/**
 * So far may a score fall. Nothing is drawn by lot, so the same engine gives the same scores; but encoders with and without
 * relaxed SIMD part in a cosine's third digit, and a few pairs lie that near a threshold. One pair moves macro-F1 by about .001.
 * Of a stance shown some thirty times a single new mistake moves precision by .03, and is meant to be seen.
 */
export const TOLERANCE = 0.01;

/** Judges the check half as the extension would. @throws Error when the encoder can't be packed */
export async function scoresOfCheckHalf(): Promise<LastScores> {
  const decisions = await judgeOwn('check');
  const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000);
  const shown = (stance: Stance): Shown => {
    const counts = countsOf(decisions, stance);
    return { precision: round(precision(counts)), recall: round(recall(counts)) };
  };
  const stances = [...new Set(decisions.map(({ expected }) => expected))];
  return {
    date: new Date().toISOString().slice(0, 10),
    pairs: decisions.length,
    macroF1: round(mean(stances.map((stance) => f1(countsOf(decisions, stance)))))!,
    conflicts: shown('conflicts'),
    corroborates: shown('corroborates'),
  };
}

/** What has fallen by more than the tolerance, in words; recall may fall, macro-F1 watches over it. Nothing shown is no wrong mark. */
export function fallen(last: LastScores, now: LastScores): string[] {
  const pairs: [string, number | null, number | null][] = [
    ['macro-F1', last.macroF1, now.macroF1],
    ['precision of conflicts', last.conflicts.precision, now.conflicts.precision],
    ['precision of corroborates', last.corroborates.precision, now.corroborates.precision],
  ];
  return pairs.flatMap(([name, before, after]) => (before !== null && after !== null && after < before - TOLERANCE ? [`${name} fell from ${before} to ${after}`] : []));
}

/** The scores as they were last written; null when they never were. */
export function readLastScores(): LastScores | null {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as LastScores) : null;
}

/** Writes the scores as the ones to keep. */
export function writeLastScores(scores: LastScores): void {
  writeFileSync(FILE, `${JSON.stringify(scores, null, 1)}\n`);
}
