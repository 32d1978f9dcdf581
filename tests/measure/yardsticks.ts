// `npm run yardsticks -- --data FOLDER [--fit FOLDER] [--json] [--full]`: scores every set of public test material found in
// FOLDER with the shipped engine. Standard output holds the results only, as a table or one JSON document.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scoreAnchoring } from './anchoring';
import { scoreClaims } from './claims';
import { familyOf, type Family } from './data-folder';
import { scorePages } from './pages';
import { scoreRetrieval } from './retrieval';
import { table, type Score } from './scores';
import { scoreStance } from './stance';
import { scoreText } from './text';

const FAMILIES: Record<string, (family: Family) => Score[] | Promise<Score[]>> = {
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
    if (!existsSync(values.data) || !statSync(values.data).isDirectory()) throw new TypeError(`--data: no folder ${values.data}`);
    return { ...values, data: values.data };
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

async function main(): Promise<number> {
  const options = wanted();
  if (!options) return 2;
  if (options.fit !== undefined) say('--fit: left out: stances are decided by rules in a fixed order; there is no combiner yet whose weights could be refitted');
  for (const entry of readdirSync(options.data)) {
    if (!Object.hasOwn(FAMILIES, entry) && !NOT_SCORED.test(entry)) say(`${entry}: left out: not a family of yardsticks`);
  }
  const scores: Score[] = [];
  for (const [name, scoreFamily] of Object.entries(FAMILIES)) {
    const family = familyOf(options.data, name, options.full === true, say);
    if (!family) {
      say(`${name}: not in the folder`);
      continue;
    }
    const started = performance.now();
    scores.push(...(await scoreFamily(family)));
    say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  process.stdout.write(`${options.json ? JSON.stringify(scores, null, 1) : table(scores)}\n`);
  return 0;
}

process.exitCode = await main();
