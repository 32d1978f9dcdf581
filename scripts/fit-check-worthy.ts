// `node scripts/run.mjs scripts/fit-check-worthy.ts FOLDER`: sentences labelled check-worthy or not (claimbuster.*.jsonl in FOLDER or
// its claims/) → lib/claims/worth.json: weights with a card. Cross-validates first and prints the folds. The same input gives
// the same file. Knows the features only by name.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { worthFeatures } from '../lib/claims/worth-features';
import { normalForm } from '../lib/text/normal-form';
import { tokenise } from '../lib/text/tokens';
import { familyOf, rowsOf, text } from '../tests/measure/data-folder';
import { softmaxRegression, type Row } from '../tests/measure/softmax';
import { ROOT } from './setup.mjs';

const FOLDS = 5;
/** Words of fewer sentences are left out. Of 2, 3, 5, 10 and 30 the F1 was .764, .759, .758, .745 and .737; 3 halves the file of 2. */
const LEAST_SENTENCES = 3;
/** Ridge on every weight, per sentence. From 1e-4 to 3e-4 the F1 differs by less than a fold does. */
const RIDGE = 2e-4;
/** Steps of the regression. With 900 the F1 was .754, with 300 .756. */
const STEPS = 300;

interface Model {
  weights: Float64Array;
  bias: number;
}

/** Numbers in [0, 1), the same each time, to deal out the folds by: the minimal standard generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function scoreOf(model: Model, { at, values }: Row): number {
  let sum = model.bias;
  for (let j = 0; j < at.length; j++) sum += model.weights[at[j]!]! * values[j]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Of two classes the weights are each other's negatives and only their difference counts: a ridge on that is half as much as one on each. */
function fit(examples: Row[], size: number): Model {
  const theta = softmaxRegression(examples, 2, size, { penalty: 2 * RIDGE, steps: STEPS });
  const [no, yes] = [theta.subarray(0, size + 1), theta.subarray(size + 1)];
  const weights = yes.map((weight, i) => weight - no[i]!);
  return { weights: weights.subarray(0, size), bias: weights[size]! };
}

function f1At(scored: { score: number; label: number }[], threshold: number): number {
  let right = 0;
  let decided = 0;
  let labelled = 0;
  for (const { score, label } of scored) {
    labelled += label;
    if (score >= threshold) {
      decided++;
      right += label;
    }
  }
  return (2 * right) / (decided + labelled);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function main(folder: string): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const family = familyOf(existsSync(join(folder, 'claims')) ? folder : join(folder, '..'), 'claims', true, say);
  const rows = (family?.files ?? []).filter(({ set }) => set === 'claimbuster').flatMap((file) => rowsOf(file, say));
  if (rows.length === 0) throw new Error(`no claimbuster.*.jsonl in ${folder}`);
  const maps = rows.map((row) => {
    const normal = normalForm(text(row, 'text')).text;
    return worthFeatures(normal, tokenise(normal));
  });
  const sentences = new Map<string, number>();
  for (const map of maps) for (const name of map.keys()) sentences.set(name, (sentences.get(name) ?? 0) + 1);
  const names = [...sentences].filter(([name, count]) => !name.startsWith('=') || count >= LEAST_SENTENCES).map(([name]) => name).sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const examples = maps.map((map, i): Row => {
    const known = [...map].filter(([name]) => index.has(name));
    return { at: known.map(([name]) => index.get(name)!), values: known.map(([, value]) => value), label: rows[i]!['label'] === 1 ? 1 : 0, weight: 1 };
  });

  const next = generator(5);
  const fold = examples.map(() => Math.floor(next() * FOLDS));
  const scored: { score: number; label: number; fold: number }[] = [];
  for (let k = 0; k < FOLDS; k++) {
    const model = fit(examples.filter((_, i) => fold[i] !== k), names.length);
    examples.forEach((example, i) => {
      if (fold[i] === k) scored.push({ score: scoreOf(model, example), label: example.label, fold: k });
    });
  }
  let threshold = 0.5;
  for (let at = 0.2; at <= 0.7; at += 0.02) if (f1At(scored, at) > f1At(scored, threshold)) threshold = round(at);
  const folds = Array.from({ length: FOLDS }, (_, k) => f1At(scored.filter((each) => each.fold === k), threshold));
  const mean = folds.reduce((sum, each) => sum + each, 0) / FOLDS;
  const spread = Math.sqrt(folds.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (FOLDS - 1));
  say(`F1 by fold at ${threshold}: ${folds.map((each) => each.toFixed(3)).join(' ')}; mean ${mean.toFixed(3)}, standard deviation ${spread.toFixed(3)}`);

  const model = fit(examples, names.length);
  const features: Record<string, number> = {};
  const words = new Map<string, string[]>();
  names.forEach((name, i) => {
    const weight = model.weights[i]!;
    if (!name.startsWith('=')) features[name] = round(weight);
    else if (Math.abs(weight) >= 0.05) words.set(weight.toFixed(1), [...(words.get(weight.toFixed(1)) ?? []), name.slice(1)]);
  });
  const byWeight = [...words].filter(([weight]) => Number(weight) !== 0).sort(([a], [b]) => Number(b) - Number(a));
  const card = {
    what: 'Weights of a logistic model: how much a sentence is worth checking. Features are named in worth-features.ts; words are grouped by weight.',
    'fitted on': `${rows.length} sentences of US presidential debates, ClaimBuster's labels (CC BY 4.0), ${examples.filter(({ label }) => label === 1).length} of them check-worthy`,
    by: 'scripts/fit-check-worthy.ts',
    date: new Date().toISOString().slice(0, 10),
    threshold,
    'F1 by fold': folds.map((each) => Math.round(each * 1000) / 1000),
    'F1 mean and standard deviation': [Math.round(mean * 1000) / 1000, Math.round(spread * 1000) / 1000],
    limits: 'Speech, not news, and American politics: news sentences are gated by rules, and this score only ranks them or lets more in.',
  };
  const lines = byWeight.map(([weight, list]) => `    ${JSON.stringify(weight)}: ${JSON.stringify(list.join(' '))}`).join(',\n');
  const file = `{\n  "card": ${JSON.stringify(card, null, 2).replaceAll('\n', '\n  ')},\n  "bias": ${round(model.bias)},\n  "features": ${JSON.stringify(features, null, 2).replaceAll('\n', '\n  ')},\n  "words": {\n${lines}\n  }\n}\n`;
  writeFileSync(join(ROOT, 'lib', 'claims', 'worth.json'), file);
  say(`${Object.keys(features).length} features and ${byWeight.reduce((sum, [, list]) => sum + list.length, 0)} words written to lib/claims/worth.json`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: node scripts/run.mjs scripts/fit-check-worthy.ts FOLDER\n');
  process.exitCode = 1;
} else main(folder);
