// Our own pairs, the fit half and the plain ones (tests/pairs), → lib/match/combiner.json: weights of the combiner with a card of how they were made.
// Only pairs on which both labels agree. Run by hand after a change of the inputs: `node scripts/run.mjs scripts/fit-combiner.ts`.
import { writeFileSync } from 'node:fs';
import { inWordings, STANCES, type Weights } from '../lib/match/combine';
import combiner from '../lib/match/combiner.json' with { type: 'json' };
import { foundOnOwnPages, neighboursOf } from '../tests/measure/negatives';
import { fit, likeliest, type Example } from '../tests/measure/fit';
import { inputsOfPair } from '../tests/measure/pair-inputs';
import { readPairs } from '../tests/measure/pairs';
import { countsOf, f1, mean } from '../tests/measure/scores';
import { GATE, SIGNS, SIGNS_IN_WORDINGS } from '../tests/measure/signs';

/** Penalties from .0005 to .006 differ by .01 in macro-F1; the least keeps likelihoods far enough apart for thresholds. */
const PENALTY = 0.0008;
const OPTIONS = { penalty: PENALTY };
const FOLDS = 7;
/** A statement agrees with itself: nobody writes such pairs by hand, but pages copy each other. */
const ITSELF = 0.003;
/** With the part of it that leaves the last clause out, too. */
const PART = 0.012;
/** Plain pairs count less than the hard ones: with more they teach that agreement shows in shared words. */
const PLAIN = 0.4;
/** Neighbours are many and easy; what a page brings is few and hard. */
const NEIGHBOUR = 0.1;
const NAMED = 2;
/** The gate has few inputs that matter and many examples alike: from .0008 to .004 it tells the same. */
const GATE_PENALTY = 0.002;
/** Weights smaller than this move no likelihood by a hundredth. */
const LEAST = 0.02;

/** A statement without its last clause: "…, because the port was closed" says no other thing as far as it goes. Null when there is none to leave out. */
function partOf(text: string): string | null {
  const cut = /^(\p{Lu}[^,;:"“”]{30,}?)(?:,| (?:because|after|when|while|as part of|in order to)) .{12,}$/u.exec(text);
  return cut ? `${cut[1]}.` : null;
}

const [hard, plain] = [readPairs('fit'), readPairs('plain')];
const kept = [...hard.kept, ...plain.kept];
const examples: (Example & { matter: string })[] = [];
for (const pair of kept) examples.push({ inputs: await inputsOfPair(pair.s, pair.s_date, pair.e, pair.e_date), stance: pair.stance, matter: pair.matter, weight: plain.kept.includes(pair) ? PLAIN : 1 });
const written = examples.length;
for (const { s, s_date, matter } of kept) examples.push({ inputs: await inputsOfPair(s, s_date, s, s_date), stance: 'corroborates', weight: ITSELF, matter });
for (const { s, s_date, matter } of kept) {
  const part = partOf(s);
  if (part === null) continue;
  examples.push({ inputs: await inputsOfPair(part, s_date, s, s_date), stance: 'corroborates', weight: PART, matter });
  examples.push({ inputs: await inputsOfPair(s, s_date, part, s_date), stance: 'corroborates', weight: PART / 2, matter });
}
const found = await foundOnOwnPages();
for (const { inputs, named, group } of found) if (named) examples.push({ inputs, stance: named, matter: group });
const weighed = examples.map((example) => ({ ...example, inputs: inWordings(example.inputs) }));
const names = Object.keys(weighed[0]!.inputs);
const matters = [...new Set(examples.map(({ matter }) => matter))];

// Cross-validation by matter: what is reported is scored on matters that the weights have not seen.
const decided = weighed.map(() => 'related' as Example['stance']);
for (let fold = 0; fold < FOLDS; fold++) {
  const isHeld = ({ matter }: { matter: string }): boolean => matters.indexOf(matter) % FOLDS === fold;
  const weights = fit(weighed.filter((example) => !isHeld(example)), names, SIGNS_IN_WORDINGS, OPTIONS);
  weighed.forEach((example, i) => {
    if (isHeld(example)) decided[i] = likeliest(example.inputs, weights);
  });
}
const macroF1 = (from: number, to: number): number => {
  const pairs = examples.slice(from, to).map(({ stance }, i) => ({ expected: stance, decided: decided[from + i]! }));
  return round(mean(STANCES.map((stance) => f1(countsOf(pairs, stance)))));
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
const rounded = (fitted: Partial<Weights>): object =>
  Object.fromEntries(
    Object.entries(fitted).map(([stance, { bias, inputs }]) => [stance, { bias: round(bias), inputs: Object.fromEntries(Object.entries(inputs).filter(([, weight]) => Math.abs(weight) >= LEAST).map(([name, weight]) => [name, round(weight)])) }]),
  );
const weights = rounded(fit(weighed, names, SIGNS_IN_WORDINGS, OPTIONS));

// The gate: what is of one matter against what is not, by likeness alone.
const together: Example[] = examples.slice(0, written).map(({ inputs, stance, weight }) => ({ inputs, stance: stance === 'unrelated' ? 'unrelated' : 'related', weight: weight! }));
const neighbours = await neighboursOf(kept);
for (const { inputs } of neighbours) together.push({ inputs, stance: 'unrelated', weight: NEIGHBOUR });
for (const { inputs, named } of found) together.push({ inputs, stance: named ? 'related' : 'unrelated', weight: named ? NAMED : 1 });
const gate = rounded(fit(together, GATE, SIGNS, { penalty: GATE_PENALTY }));
const card = {
  fittedOn: `tests/pairs/fit: ${hard.kept.length} pairs of ${new Set(hard.kept.map((pair) => pair.matter)).size} matters; tests/pairs/plain: ${plain.kept.length} of ${new Set(plain.kept.map((pair) => pair.matter)).size}; ${hard.dropped + plain.dropped} dropped because the two labels differ; ${found.filter((each) => each.named).length} labelled sentences of tests/pages-own; the gate also on ${neighbours.length} neighbours of other matters and ${found.length} statements found for the sentences of tests/pages-own`,
  macroF1: macroF1(0, hard.kept.length),
  macroF1Plain: macroF1(hard.kept.length, written),
  scored: `likeliest stance, ${FOLDS}-fold cross-validation by matter`,
  date: new Date().toISOString().slice(0, 10),
};
writeFileSync(new URL('../lib/match/combiner.json', import.meta.url), `${JSON.stringify({ card, points: combiner.points, weights, gate }, null, 1)}\n`);
console.error(card);
