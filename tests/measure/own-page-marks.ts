// Twenty news pages of ours with their expected marks and decoys → what happened to each, how many marks are right, and how many
// decoys are marked. Knows the pages as a reader of them would: through `annotate`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { annotate } from '../../lib/annotate';
import type { CorpusIndex } from '../../lib/match/finding/corpus-index';
import type { Annotation, Draft, Evidence } from '../../lib/model';
import { corpusOf, seedArticles } from './corpora';
import { textOfFile } from './files';
import { score, type Score } from './scores';

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
export interface Outcome {
  page: string;
  label: Expected | Decoy;
  right: boolean;
  /** Right, and by the very statement that the label names. */
  named: boolean;
  wrong: boolean;
  /** What the engine showed: "stance (reason): stored statement" of each piece of evidence that is more than related. */
  shown: string[];
}

/** Annotates every page with the three seeds stored. @throws Error when a label's sentence isn't on its page */
export async function outcomesOnOwnPages(): Promise<Outcome[]> {
  const corpus = await corpusOf(seedArticles());
  const outcomes: Outcome[] = [];
  for (const { page, draft, labels } of ownPages()) outcomes.push(...(await outcomesOn(page, draft, labels, corpus)));
  return outcomes;
}

/** The pages with their labels. */
export function ownPages(): { page: string; draft: Draft; labels: (Expected | Decoy)[] }[] {
  const pages = JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')) as Record<string, (Expected | Decoy)[]>;
  return Object.entries(pages).map(([page, labels]) => ({ page, draft: textOfFile(FOLDER + page, null).draft, labels }));
}

/** The scores of our own pages: marks that are right, and decoys that are marked. */
export async function scoreOwnPages(): Promise<Score[]> {
  const { expectedRight, byStance, expectedWithAWrongMark, decoysMarked } = summaryOf(await outcomesOnOwnPages());
  return [
    score('own pages right', expectedRight.share, 'share', expectedRight.of),
    ...Object.entries(byStance).map(([stance, { share, of }]) => score(`own pages ${stance} right`, share, 'share', of)),
    score('own pages with a wrong mark', expectedWithAWrongMark.share, 'share', expectedWithAWrongMark.of),
    score('own pages decoys marked', decoysMarked.share, 'share', decoysMarked.of),
  ];
}

async function outcomesOn(page: string, draft: Draft, labels: (Expected | Decoy)[], corpus: CorpusIndex): Promise<Outcome[]> {
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
  return annotations.flatMap(({ claim, evidence }) => (isPartOf(claim.text, sentence) ? evidence : []));
}

/** Is a claim this sentence, a part of it, or a stretch that holds it? */
export function isPartOf(claim: string, sentence: string): boolean {
  const [part, whole] = [plain(claim), plain(sentence)];
  return whole.includes(part) || part.includes(whole);
}

/** Is a stored statement the one that a label names? */
export function isNamed({ source, statement }: Pick<Evidence, 'source' | 'statement'>, { seed, statement: beginning }: Expected): boolean {
  return source.file?.replace(/\.txt$/, '') === seed.replace(/\.json$/, '') && plain(statement.text).startsWith(plain(beginning));
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

export interface Share {
  count: number;
  of: number;
  /** 0 to 1; 0 of nothing. */
  share: number;
}

function shareOf(part: number, whole: number): Share {
  return { count: part, of: whole, share: whole === 0 ? 0 : part / whole };
}

/** How many labels came out right or wrong, together and by stance. */
export function summaryOf(outcomes: Outcome[]) {
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
