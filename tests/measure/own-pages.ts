// Twenty news pages of ours with their expected marks and decoys → how many marks are right, and how many decoys are marked.
// `node scripts/run.mjs tests/measure/own-pages.ts [--json] [--errors]`. Knows the pages as a reader of them would: through `annotate`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { annotate } from '../../lib/annotate';
import type { CorpusIndex } from '../../lib/match/corpus-index';
import type { Annotation, Evidence } from '../../lib/model';
import { corpusOf, seedArticles } from './corpora';
import { textOfFile } from './files';

const FOLDER = fileURLToPath(new URL('../pages-own/', import.meta.url));
const STANCES = ['corroborates', 'conflicts', 'related'] as const;

/** A sentence of a page that stands to a stored statement (given by its file and its beginning) as `stance` says. A sentence may have several. */
interface Expected {
  sentence: string;
  stance: (typeof STANCES)[number];
  seed: string;
  statement: string;
  why: string;
}

/** A sentence that nothing stored agrees with or contradicts. */
interface Decoy {
  sentence: string;
  decoy: true;
  why: string;
}

/** What happened to one label. `right`: its stance is shown and no other that the sentence's labels don't name; `wrong`: such another is shown (of a decoy: any mark). */
interface Outcome {
  page: string;
  label: Expected | Decoy;
  right: boolean;
  /** Right, and by the very statement that the label names. */
  named: boolean;
  wrong: boolean;
  /** What the engine showed: "stance (reason): stored statement" of each piece of evidence that is more than related. */
  shown: string[];
}

async function outcomesOn(page: string, labels: (Expected | Decoy)[], corpus: CorpusIndex): Promise<Outcome[]> {
  const { draft } = textOfFile(FOLDER + page, null);
  const read = draft.blocks.map(({ text }) => plain(text)).join('\n');
  const { annotations } = await annotate(draft, corpus, null);
  return labels.map((label) => {
    if (!read.includes(plain(label.sentence))) throw new Error(`${page}: not among the text read: ${label.sentence}`);
    const evidence = evidenceOn(label.sentence, annotations);
    const marks = evidence.filter(({ stance }) => stance !== 'related');
    const shown = marks.map(({ stance, reason, statement }) => `${stance} (${reason.words}): ${statement.text}`);
    if ('decoy' in label) return { page, label, right: marks.length === 0, named: marks.length === 0, wrong: marks.length > 0, shown };
    const allowed = labels.flatMap((other) => ('stance' in other && other.sentence === label.sentence ? [other.stance] : []));
    const found = evidence.filter(({ stance }) => stance === label.stance);
    const wrong = marks.some(({ stance }) => !allowed.includes(stance));
    const right = found.length > 0 && !wrong;
    return { page, label, right, named: right && found.some((each) => isNamed(each, label)), wrong, shown };
  });
}

/** The evidence of every claim that is this sentence, a part of it, or a stretch that holds it. */
function evidenceOn(sentence: string, annotations: Annotation[]): Evidence[] {
  const whole = plain(sentence);
  return annotations.flatMap(({ claim, evidence }) => (whole.includes(plain(claim.text)) || plain(claim.text).includes(whole) ? evidence : []));
}

function isNamed({ source, statement }: Evidence, { seed, statement: beginning }: Expected): boolean {
  return source.file?.replace(/\.txt$/, '') === seed.replace(/\.json$/, '') && plain(statement.text).startsWith(plain(beginning));
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

function shareOf(part: number, whole: number): { count: number; of: number; share: number } {
  return { count: part, of: whole, share: whole === 0 ? 0 : part / whole };
}

function summaryOf(outcomes: Outcome[]) {
  const expected = outcomes.filter(({ label }) => 'stance' in label);
  const decoys = outcomes.filter(({ label }) => 'decoy' in label);
  const rightOf = (of: Outcome[]) => shareOf(of.filter(({ right }) => right).length, of.length);
  const by = STANCES.map((stance) => [stance, rightOf(expected.filter(({ label }) => 'stance' in label && label.stance === stance))] as const);
  return {
    expectedRight: rightOf(expected),
    byStance: Object.fromEntries(by),
    rightByTheNamedStatement: shareOf(expected.filter(({ named }) => named).length, expected.length),
    expectedWithAWrongMark: shareOf(expected.filter(({ wrong }) => wrong).length, expected.length),
    decoysMarked: shareOf(decoys.filter(({ wrong }) => wrong).length, decoys.length),
  };
}

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } } });
const pages = JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')) as Record<string, (Expected | Decoy)[]>;
const corpus = await corpusOf(seedArticles());
const outcomes: Outcome[] = [];
for (const [page, labels] of Object.entries(pages)) outcomes.push(...(await outcomesOn(page, labels, corpus)));
const summary = summaryOf(outcomes);

if (options.json) {
  process.stdout.write(`${JSON.stringify({ ...summary, outcomes }, null, 1)}\n`);
} else {
  const line = (name: string, { count, of, share }: ReturnType<typeof shareOf>) => process.stdout.write(`${name.padEnd(36)} ${(share * 100).toFixed(1).padStart(5)}%  ${count} of ${of}\n`);
  line('expected, right stance', summary.expectedRight);
  for (const [stance, share] of Object.entries(summary.byStance)) line(`  ${stance}`, share);
  line('  by the statement that is named', summary.rightByTheNamedStatement);
  line('expected, with a wrong mark', summary.expectedWithAWrongMark);
  line('decoys marked', summary.decoysMarked);
  for (const { page, label, shown } of options.errors ? outcomes.filter(({ wrong }) => wrong) : []) process.stdout.write(`\n${page}: ${label.sentence}\n  ${label.why}\n  ${shown.join('\n  ')}\n`);
}
