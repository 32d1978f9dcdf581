// `node scripts/run.mjs scripts/fit-check-worthy.ts FOLDER`: sentences labelled check-worthy or not (claimbuster.*.jsonl in FOLDER or
// its claims/) → lib/claims/worth.json: weights with a card. Cross-validates first and prints the folds. The same input gives
// the same file. Knows the features only by name.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { worthFeatures } from '../lib/claims/worth-features';
import { normalForm } from '../lib/text/normal-form';
import { tokenise } from '../lib/text/tokens';
import { familyOf, rowsOf, text } from '../tests/measure/data-folder';
import { ROOT } from './setup.mjs';

const FOLDS = 5;
/** Words of fewer sentences are left out. Of 2, 3, 5, 10 and 30 the F1 was .764, .759, .758, .745 and .737; 3 halves the file of 2. */
const LEAST_SENTENCES = 3;
/** Ridge on every weight, per sentence. From 1e-4 to 3e-4 the F1 differs by less than a fold does. */
const RIDGE = 2e-4;
/** AdaGrad: passes over the data, and the first step. More passes gained nothing. */
const PASSES = 8;
const STEP = 0.3;

interface Example {
  features: [number, number][];
  label: number;
}
interface Model {
  weights: Float64Array;
  bias: number;
}

/** A repeatable shuffle's source of numbers in [0, 1): the minimal standard generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function scoreOf(model: Model, { features }: Example): number {
  let sum = model.bias;
  for (const [feature, value] of features) sum += model.weights[feature]! * value;
  return 1 / (1 + Math.exp(-sum));
}

function fit(examples: Example[], size: number, counts: number[]): Model {
  const next = generator(11);
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  let bias = -1;
  let biasSquares = 1;
  const order = [...examples];
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const example of order) {
      const error = scoreOf({ weights, bias }, example) - example.label;
      biasSquares += error * error;
      bias -= (STEP * error) / Math.sqrt(biasSquares);
      for (const [feature, value] of example.features) {
        // The ridge is spread over the sentences in which a feature stands.
        const slope = error * value + (RIDGE * weights[feature]! * examples.length) / counts[feature]!;
        squares[feature]! += slope * slope;
        weights[feature]! -= (STEP * slope) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return { weights, bias };
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
  const counts = names.map((name) => sentences.get(name)!);
  const examples = maps.map((map, i): Example => ({
    features: [...map].flatMap(([name, value]): [number, number][] => (index.has(name) ? [[index.get(name)!, value]] : [])),
    label: rows[i]!['label'] === 1 ? 1 : 0,
  }));

  const next = generator(5);
  const fold = examples.map(() => Math.floor(next() * FOLDS));
  const scored: { score: number; label: number; fold: number }[] = [];
  for (let k = 0; k < FOLDS; k++) {
    const model = fit(examples.filter((_, i) => fold[i] !== k), names.length, counts);
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

  const model = fit(examples, names.length, counts);
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
