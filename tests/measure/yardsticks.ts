// `npm run yardsticks -- --data FOLDER [--fit FOLDER] [--json] [--full]`: scores our own pairs and pages, and every set of public test
// material found in FOLDER, with the shipped engine; and the stance sets that the --fit folder has too with the combiner refitted
// there. Standard output holds the results only, as a table or one JSON document (which alone has reasons and curves).
import { existsSync, readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scoreAnchoring } from './anchoring';
import { scoreClaims } from './claims';
import { familyOf, type Family } from './data-folder';
import { scoreOwn } from './own';
import { scorePages } from './pages';
import { scoreRetrieval } from './retrieval';
import { table, type Score } from './scores';
import { scoreStance } from './stance';
import { scoreText } from './text';

/** `fit` is the family's folder under --fit, null without one; only stances have weights to refit. */
const FAMILIES: Record<string, (family: Family, fit: Family | null) => Score[] | Promise<Score[]>> = {
  stance: scoreStance,
  retrieval: scoreRetrieval,
  text: scoreText,
  claims: scoreClaims,
  pages: scorePages,
  anchoring: scoreAnchoring,
};
/** Material to fill a corpus with, and papers about the data: nothing in them to score. */
const NOT_SCORED = /^(?:articles|README\.md|held-out\.sealed)$/;
const USAGE = 'Usage: npm run yardsticks -- --data FOLDER [--fit FOLDER] [--json] [--full]';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function wanted() {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, fit: { type: 'string' }, json: { type: 'boolean' }, full: { type: 'boolean' } } });
    if (values.data === undefined) throw new TypeError('--data is missing');
    for (const [option, folder] of Object.entries({ '--data': values.data, '--fit': values.fit })) {
      if (folder !== undefined && (!existsSync(folder) || !statSync(folder).isDirectory())) throw new TypeError(`${option}: no folder ${folder}`);
    }
    return { ...values, data: values.data };
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

async function timed(name: string, scoring: () => Score[] | Promise<Score[]>): Promise<Score[]> {
  const started = performance.now();
  const scores = await scoring();
  say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return scores;
}

async function main(): Promise<number> {
  const options = wanted();
  if (!options) return 2;
  for (const entry of readdirSync(options.data)) {
    if (!Object.hasOwn(FAMILIES, entry) && !NOT_SCORED.test(entry)) say(`${entry}: left out: not a family of yardsticks`);
  }
  const scores: Score[] = await timed('our own pairs and pages', scoreOwn);
  for (const [name, scoreFamily] of Object.entries(FAMILIES)) {
    const family = familyOf(options.data, name, options.full === true, say);
    if (!family) {
      say(`${name}: not in the folder`);
      continue;
    }
    const fit = options.fit === undefined ? null : familyOf(options.fit, name, false, say);
    scores.push(...(await timed(name, () => scoreFamily(family, fit))));
  }
  process.stdout.write(`${options.json ? JSON.stringify(scores, null, 1) : table(scores)}\n`);
  return 0;
}

process.exitCode = await main();
